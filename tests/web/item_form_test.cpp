#include "inventory/item.h"
#include "tests/web/site_fixture.h"

namespace giftbox::web {
namespace {

bool holds(const Response& response, const std::string& text)
{
    return response.body.find(text) != std::string::npos;
}

class ItemForm : public SiteFixture {
protected:
    void prepare() override
    {
        SiteFixture::prepare();
        director_ = loggedInAs(access::Role::PartsDirector);
        item("HAT");
    }
    inventory::Item now(const std::string& sku)
    {
        return read([&](const auto& tx) { return inventory::requireItem(tx, sku).item; });
    }
    std::string director_;
};
GIFTBOX_ON_BOTH_ENGINES(ItemForm);

TEST_P(ItemForm, AsksForEveryFieldThatMayBeSaid)
{
    const Response added = get(at("/item/add"), director_);
    const Response edited = get(at("/item/edit?sku=HAT"), director_);
    for (const auto& field : inventory::itemFields()) {
        const std::string input = "id=\"f-" + std::string(field.info.name) + "\"";
        EXPECT_EQ(holds(added, input), field.mayBeSaid(foundation::Stage::New)) << input;
        EXPECT_EQ(holds(edited, input), field.mayBeSaid(foundation::Stage::There)) << input;
    }
    EXPECT_TRUE(holds(edited, "<label for=\"f-name\">Name</label>")) << "An item has a name.";
    EXPECT_TRUE(holds(edited, "<label for=\"f-size\">Size <small>optional</small></label>"));
}

TEST_P(ItemForm, KeepsWhatIsTypedIntoEachField)
{
    const Response added = post(at("/item/add"),
                                {{"sku", "MUG"},
                                 {"name", "Mug"},
                                 {"kind", "contents"},
                                 {"unit", "pair"},
                                 {"lead_time_days", "9"},
                                 {"imprinted", "yes"},
                                 {"bin", "A-3"},
                                 {"pack_size", ""}},
                                director_);
    EXPECT_EQ(added.status, 303) << added.body;
    EXPECT_EQ(now("MUG"), (inventory::Item{.sku = "MUG",
                                           .name = "Mug",
                                           .unit = "pair",
                                           .leadTimeDays = 9,
                                           .imprinted = true,
                                           .bin = "A-3"}));
    const Response page = get(at("/item?sku=MUG"), director_);
    EXPECT_TRUE(holds(page, "<dt>Bin</dt><dd>A-3</dd>")) << page.body;
    EXPECT_EQ(postSeen(at("/item/edit?sku=MUG"), {{"bin", ""}}, director_).status, 303);
    EXPECT_EQ(now("MUG").bin, "");
    EXPECT_EQ(now("MUG").unit, "pair") << "what is not sent stays";
}

TEST_P(ItemForm, FindsAnItemByItsBin)
{
    EXPECT_EQ(postSeen(at("/item/edit?sku=HAT"), {{"bin", "Shelf 7"}}, director_).status, 303);
    EXPECT_TRUE(holds(get(at("/stock?q=shelf+7"), director_), ">HAT<"));
    EXPECT_FALSE(holds(get(at("/stock?q=shelf+8"), director_), ">HAT<"));
}

TEST_P(ItemForm, SaysAllThatIsWrongAtOnce)
{
    const std::string before = allRows();
    const Response refused =
        post(at("/item/add"),
             {{"sku", "a b"}, {"name", ""}, {"kind", "contents"}, {"par_level", "-1"}}, director_);
    EXPECT_EQ(refused.status, 422);
    for (const char* field : {"sku", "name", "par_level"}) {
        EXPECT_TRUE(holds(refused, "id=\"e-" + std::string(field) + "\"")) << field << refused.body;
    }
    EXPECT_EQ(allRows(), before);
}

TEST_P(ItemForm, RetiresAnItemAndPutsItBack)
{
    EXPECT_TRUE(holds(get(at("/item?sku=HAT"), director_), "item/retire?sku"));
    EXPECT_TRUE(holds(get(at("/item?sku=HAT"), director_), "/receive?sku"));
    const Response retired = post(at("/item/retire?sku=HAT"), {{"sku", "HAT"}}, director_);
    EXPECT_TRUE(holds(follow(retired, director_), " is retired.")) << retired.body;
    EXPECT_TRUE(now("HAT").retired);
    const Response shown = get(at("/item?sku=HAT"), director_);
    EXPECT_TRUE(holds(shown, "item/unretire?sku"));
    EXPECT_FALSE(holds(shown, "/receive?sku")) << "It is refused.";
    EXPECT_EQ(post(at("/item/unretire?sku=HAT"), {{"sku", "HAT"}}, director_).status, 303);
    EXPECT_FALSE(now("HAT").retired);
    const Response refused = post(at("/item/unretire?sku=HAT"), {{"sku", "HAT"}}, director_);
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(holds(refused, "Item HAT is not retired")) << refused.body;
}

} // namespace
} // namespace giftbox::web
