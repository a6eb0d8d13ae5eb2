#include "inventory/item.h"
#include "tests/web/site_fixture.h"

namespace giftbox::web::item_form_test {
namespace {

class ItemForm : public SiteFixture {
protected:
    void prepare() override
    {
        SiteFixture::prepare();
        director_ = loggedInAs(access::Role::PartsDirector);
        item("HAT");
    }
    /// Whether a person is asked for it, by a label.
    static bool isAsked(const tests::ParsedPage& page, const std::string& field)
    {
        return page.hasField(field) && !page.label(field).empty();
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
    const tests::ParsedPage added = parsed(get(at("/item/add"), director_));
    const tests::ParsedPage edited = parsed(get(at("/item/edit?sku=HAT"), director_));
    for (const auto& field : inventory::itemFields()) {
        const std::string name(field.info.name);
        EXPECT_EQ(isAsked(added, name), field.mayBeSaid(foundation::Stage::New)) << name;
        EXPECT_EQ(isAsked(edited, name), field.mayBeSaid(foundation::Stage::There)) << name;
    }
    EXPECT_EQ(edited.label("name"), "Name") << "An item has a name.";
    EXPECT_EQ(edited.label("size"), "Size optional");
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
    const tests::ParsedPage page = parsed(get(at("/item?sku=MUG"), director_));
    EXPECT_EQ(page.fact("Bin"), "A-3");
    EXPECT_EQ(postSeen(at("/item/edit?sku=MUG"), {{"bin", ""}}, director_).status, 303);
    EXPECT_EQ(now("MUG").bin, "");
    EXPECT_EQ(now("MUG").unit, "pair") << "what is not sent stays";
}

TEST_P(ItemForm, FindsAnItemByItsBin)
{
    EXPECT_EQ(postSeen(at("/item/edit?sku=HAT"), {{"bin", "Shelf 7"}}, director_).status, 303);
    EXPECT_TRUE(parsed(get(at("/stock?q=shelf+7"), director_)).hasLink("Item HAT"));
    EXPECT_FALSE(parsed(get(at("/stock?q=shelf+8"), director_)).mentions("HAT"));
}

TEST_P(ItemForm, SaysAllThatIsWrongAtOnce)
{
    const std::string before = allRows();
    const Response refused =
        post(at("/item/add"),
             {{"sku", "a b"}, {"name", ""}, {"kind", "contents"}, {"par_level", "-1"}}, director_);
    EXPECT_EQ(refused.status, 422);
    for (const char* field : {"sku", "name", "par_level"}) {
        EXPECT_TRUE(parsed(refused).refuses(field));
    }
    EXPECT_EQ(allRows(), before);
}

TEST_P(ItemForm, RetiresAnItemAndPutsItBack)
{
    const tests::ParsedPage before = parsed(get(at("/item?sku=HAT"), director_));
    EXPECT_EQ(before.link("Retire"), at("/item/retire?sku=HAT"));
    EXPECT_EQ(before.link("Receive"), at("/receive?sku=HAT"));
    const Response retired = post(at("/item/retire?sku=HAT"), {{"sku", "HAT"}}, director_);
    EXPECT_TRUE(parsed(follow(retired, director_)).says(" is retired."));
    EXPECT_TRUE(now("HAT").retired);
    const tests::ParsedPage shown = parsed(get(at("/item?sku=HAT"), director_));
    EXPECT_EQ(shown.link("Reactivate"), at("/item/unretire?sku=HAT"));
    EXPECT_FALSE(shown.mentions("/receive?sku")) << "It is refused.";
    EXPECT_EQ(post(at("/item/unretire?sku=HAT"), {{"sku", "HAT"}}, director_).status, 303);
    EXPECT_FALSE(now("HAT").retired);
    const Response refused = post(at("/item/unretire?sku=HAT"), {{"sku", "HAT"}}, director_);
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(parsed(refused).says("Item HAT is not retired"));
}

} // namespace
} // namespace giftbox::web::item_form_test
