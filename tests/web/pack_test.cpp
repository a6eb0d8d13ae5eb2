#include "gifting/edit_recipient.h"
#include "gifting/planned_box.h"
#include "tests/web/site_fixture.h"

namespace giftbox::web::pack_test {
namespace {

using access::Role;

/// Boxes are packed and planned in the web app like on the command line.
class SitePack : public SiteFixture {
protected:
    void prepare() override
    {
        SiteFixture::prepare();
        for (const char* sku : {"HAT", "CAP", "PEN"}) {
            inventory::Item item;
            item.sku = sku;
            item.name = std::string("The ") + sku;
            item.category = sku[0] == 'P' ? "pens" : "hats";
            item.unit = "each";
            add(item);
        }
        stock("HAT", 2, "20.00", "2026-06-01");
        stock("CAP", 9, "27.00", "2026-06-01");
        stock("PEN", 9, "9.00", "2026-06-01");
        recipient("C-1");
        director_ = loggedInAs(Role::PartsDirector);
        manager_ = loggedInAs(Role::Manager);
        post(at("/recipes/set"),
             {{"recipe", "Thanks"},
              {"minutes", "20"},
              {"sku", "PEN"},
              {"line_units", "2"},
              {"sku", "HAT"},
              {"line_units", "1"}},
             manager_);
    }
    Response packed(Fields fields, const std::string& page = "/boxes/pack")
    {
        fields.insert(fields.begin(), {{"recipient", "C-1"}, {"on", "2026-06-15"}});
        return post(at(page), fields, director_);
    }
    Response planned(Fields fields)
    {
        fields.insert(fields.begin(), {{"recipient", "C-1"}, {"month", "2026-06"}});
        return post(at("/boxes/plan"), fields, director_);
    }
    /// Whether the newest box was packed from the recipe, by its event.
    bool isByRecipe()
    {
        const std::string audit = parsed(get(at("/audit?action=box.pack"), manager_)).text();
        const std::size_t second = audit.find("No.", audit.find("No.") + 1);
        return audit.substr(0, second).find("recipe: 1") != std::string::npos;
    }
    Response boxPage(const std::string& number) { return get(at("/boxes/") + number, director_); }
    std::string director_;
    std::string manager_;
};

TEST_P(SitePack, SaysWhatElseMayGoInWhereAnItemIsShortOrACapIsInTheWay)
{
    const Response shortOf = packed({{"sku", "HAT"}, {"line_units", "3"}});
    EXPECT_EQ(shortOf.status, 422);
    const std::string sentence =
        "Instead of HAT: CAP (The CAP), 3 for 9.00 USD; the box would cost 9.00 USD";
    EXPECT_TRUE(parsed(shortOf).says(sentence));
    EXPECT_TRUE(parsed(planned({{"sku", "HAT"}, {"line_units", "3"}})).says(sentence));
    cap("box.total", "15.00", budget::CapAction::Stop);
    const tests::ParsedPage over = parsed(packed({{"sku", "HAT"}, {"line_units", "2"}}));
    EXPECT_TRUE(over.says("Instead of HAT: CAP (The CAP), 2 for 6.00 USD"));
    EXPECT_FALSE(parsed(packed({{"sku", "HUT"}})).mentions("Instead of"))
        << "nothing is like what is not known";
}

TEST_P(SitePack, PacksByARecipe)
{
    EXPECT_EQ(parsed(get(at("/recipes/show?name=Thanks"), director_)).link("Pack a box"),
              at("/boxes/pack?recipe=Thanks"));
    EXPECT_EQ(parsed(get(at("/boxes/pack?recipe=Thanks"), director_)).chosen("recipe"), "Thanks");
    const Response looked =
        packed({{"recipe", "Thanks"}, {"minutes", "7"}, {"sku", "CAP"}, {"step", "fill-in"}});
    EXPECT_EQ(looked.status, 200);
    EXPECT_EQ(parsed(looked).values("sku").at(0), "PEN");
    EXPECT_EQ(parsed(looked).values("line_units").at(0), "2");
    EXPECT_EQ(parsed(looked).value("minutes"), "20");
    EXPECT_EQ(boxPage("1").status, 404) << "nothing is packed yet";
    EXPECT_EQ(packed({{"recipe", "Thanks"}}).status, 303);
    EXPECT_TRUE(isByRecipe());
    EXPECT_EQ(onShelf("PEN").units, 7);
    EXPECT_EQ(packed({{"recipe", "Thanks"}, {"sku", "CAP"}}).status, 303);
    EXPECT_FALSE(isByRecipe()) << "the rows say what goes in";
    EXPECT_EQ(onShelf("CAP").units, 8);
    const tests::ParsedPage nobody = parsed(post(at("/boxes/pack"),
                                                 {{"recipient", "C-9"},
                                                  {"on", "2026-06-15"},
                                                  {"recipe", "Thanks"},
                                                  {"sku", "CAP"},
                                                  {"step", "fill-in"}},
                                                 director_));
    EXPECT_TRUE(nobody.refuses("recipient"));
    EXPECT_EQ(nobody.values("sku").at(0), "CAP") << "it was typed";
}

TEST_P(SitePack, PacksAPlannedBoxAsItWasPlannedOrAsItsRowsAreChanged)
{
    for (int i = 0; i < 2; ++i) {
        EXPECT_EQ(planned({{"recipe", "Thanks"}}).status, 303);
    }
    const tests::ParsedPage form = parsed(get(at("/boxes/1/pack"), director_));
    EXPECT_EQ(form.values("sku").at(0), "HAT");
    EXPECT_EQ(form.values("sku").at(1), "PEN");
    const auto rows = read([](const auto& tx) {
        Fields fields;
        for (const auto& line :
             linesOf(tx, gifting::requirePlanned(tx, books::BoxNo{1}, "packed"))) {
            fields.insert(fields.end(),
                          {{"sku", line.sku}, {"line_units", std::to_string(line.units)}});
        }
        return fields;
    });
    EXPECT_EQ(packed(rows, "/boxes/1/pack").status, 303);
    EXPECT_TRUE(isByRecipe());
    EXPECT_EQ(packed({{"sku", "CAP"}, {"line_units", "4"}}, "/boxes/2/pack").status, 303);
    EXPECT_FALSE(isByRecipe());
    EXPECT_EQ(onShelf("CAP").units, 5);
    EXPECT_EQ(onShelf("PEN").units, 7) << "what was reserved is free again";
}

TEST_P(SitePack, PacksForWhomAManagerApprovedAgainstAWarning)
{
    write([](auto& tx) { return gifting::editRecipient(tx, "C-1", {{"do_not_gift", "yes"}}); });
    const Fields cap = {{"sku", "CAP"}, {"line_units", "1"}};
    EXPECT_EQ(packed(cap).status, 422);
    EXPECT_EQ(planned(cap).status, 422);
    post(at("/nominations/add"),
         {{"recipient", "C-1"}, {"month", "2026-06"}, {"reason", "cake"}, {"department", "s"}},
         director_);
    post(at("/select/add"),
         {{"recipient", "C-1"}, {"month", "2026-06"}, {"exception_reason", "asked for it herself"}},
         manager_);
    EXPECT_EQ(postSeen(at("/select/approve"), {{"month", "2026-06"}}, manager_).status, 303);
    EXPECT_EQ(packed(cap).status, 303);
    EXPECT_EQ(planned(cap).status, 303);
    EXPECT_EQ(packed({}, "/boxes/2/pack").status, 303);
}

GIFTBOX_ON_BOTH_ENGINES(SitePack);

} // namespace
} // namespace giftbox::web::pack_test
