#include "inventory/edit_item.h"
#include "tests/support/program.h"
#include "tests/web/site_fixture.h"
#include "web/ui/list.h"

#include <nlohmann/json.hpp>

namespace giftbox::web::list_test {
namespace {

using Words = std::vector<std::string>;
using access::Role;
using Json = nlohmann::json;

/// Lists are put in order, shown in pages, and kept as somebody wants to see them again.
class SiteLists : public SiteFixture {
protected:
    void prepare() override
    {
        SiteFixture::prepare();
        openStore("USD", "30.00", 0);
        director_ = loggedInAs(Role::PartsDirector);
        add({.sku = "B-1", .name = "Umbrella", .category = "rain"});
        add({.sku = "A-1", .name = "Água", .category = "drinks"});
        add({.sku = "C-1", .name = "cap", .category = "hats"});
        stock("B-1", 2, "9.00", "2026-06-01");
        stock("C-1", 11, "3.00", "2026-06-01");
    }
    std::vector<std::string> items(const std::string& query)
    {
        Words all = parsed(get(at("/stock") + query, director_)).column("Item code");
        all.pop_back(); // the row of totals
        return all;
    }
    void save(const std::string& name, const std::string& query, const std::string& role = {})
    {
        const Response saved = post(at("/views/save?place=stock&query=") + encodePercent(query),
                                    {{"name", name}, {"role", role}}, director_);
        EXPECT_TRUE(parsed(follow(saved, director_)).says("View saved."));
    }
    std::string director_;
};

TEST_P(SiteLists, AreInTheOrderOfAColumn)
{
    EXPECT_EQ(items(""), (Words{"Água A-1", "cap C-1", "Umbrella B-1"})) << "by name";
    EXPECT_EQ(items("?sort=-item"), (Words{"Umbrella B-1", "cap C-1", "Água A-1"}));
    EXPECT_EQ(items("?sort=item-code"), (Words{"Água A-1", "Umbrella B-1", "cap C-1"}));
    EXPECT_EQ(items("?sort=-units"), (Words{"cap C-1", "Umbrella B-1", "Água A-1"}))
        << "11 is more than 2";
    EXPECT_EQ(items("?sort=cost"), (Words{"Água A-1", "cap C-1", "Umbrella B-1"}));
    EXPECT_EQ(items("?sort=nothing"), (Words{"Água A-1", "cap C-1", "Umbrella B-1"}));
}

TEST_P(SiteLists, ShowTheChosenColumns)
{
    const auto page = parsed(get(at("/stock?column=units&q=cap"), director_));
    EXPECT_EQ(page.cell("cap C-1", "Units"), "11");
    EXPECT_THROW((void)page.column("Category"), std::runtime_error);
    EXPECT_TRUE(page.linksTo(at("/stock?column=units&q=cap&sort=units")))
        << "another order keeps the columns and the search";
}

TEST_P(SiteLists, HavePages)
{
    for (int i = 0; i < 130; ++i) {
        const std::string number = std::to_string(1000 + i);
        add({.sku = "N-" + number, .name = "Note " + number, .category = "paper"});
    }
    const auto first = parsed(get(at("/stock?category=paper"), director_));
    EXPECT_EQ(first.column("Item code").size(), 101U);
    EXPECT_TRUE(first.says("1–100 of 130 items")) << "and the row of totals";
    const auto second = parsed(get(first.link("Next"), director_));
    EXPECT_EQ(second.column("Item code").size(), 31U);
    EXPECT_TRUE(second.says("101–130 of 130 items"));
    EXPECT_EQ(items("?category=paper&page=99").size(), 30U) << "the last page there is";
    EXPECT_EQ(items("?category=paper&page=x").size(), 100U);
}

TEST_P(SiteLists, PutNumbersInTextInOrder)
{
    for (const char* const name : {"Cup 10", "Cup 9", "Cup 009", "Cup"}) {
        std::string sku = name;
        std::ranges::replace(sku, ' ', '-');
        add({.sku = sku, .name = name, .category = "cups"});
    }
    EXPECT_EQ(items("?category=cups&sort=item-code"),
              (Words{"Cup Cup", "Cup 009 Cup-009", "Cup 9 Cup-9", "Cup 10 Cup-10"}));
}

TEST_P(SiteLists, AreTheSameAsTheirFile)
{
    for (const char* const query : {"?sort=-item", "?sort=item-code", "?sort=-category",
                                    "?sort=units", "?sort=-par-level", "?q=a&sort=state"}) {
        const auto page = parsed(get(at("/stock") + query, director_));
        const Response file = get(page.link("CSV"), director_);
        Words skus;
        for (auto& row : tests::rowsOfCsv(file.spool->read(0, file.spool->size()))) {
            skus.push_back(row["sku"]);
        }
        Words shown = page.column("Item code");
        shown.pop_back();
        for (std::string& text : shown) {
            text = text.substr(text.rfind(' ') + 1);
        }
        EXPECT_EQ(skus, shown) << query;
    }
}

TEST_P(SiteLists, AreOfEverythingThatMayBeLong)
{
    recipient("C-1");
    recipient("C-9");
    packAndGive("C-1", {{"C-1", 1}}, "2026-06-02");
    pack({.recipient = "C-9",
          .lines = {{"C-1", 2}},
          .packedOn = foundation::parseDate("2026-06-03"),
          .reference = "R-7"});
    const auto boxes = [&](const std::string& query) {
        return parsed(get(at("/boxes") + query, director_));
    };
    EXPECT_TRUE(boxes("").says("2 boxes"));
    const auto firstOf = [](const tests::ParsedPage& page) {
        return page.column("Recipient code").front();
    };
    EXPECT_NE(firstOf(boxes("?sort=recipient-code")), firstOf(boxes("?sort=-recipient-code")));
    EXPECT_NE(firstOf(boxes("?sort=total")), firstOf(boxes("?sort=-total")));
    EXPECT_THROW((void)boxes("").column("Reference"), std::runtime_error)
        << "unless it is asked for";
    EXPECT_EQ(boxes("?column=reference&sort=-reference").column("Reference").front(), "R-7");
    EXPECT_TRUE(boxes("?sort=total").linksTo(at("/boxes?sort=total&month=2026-05")))
        << "another month is shown in the same order";
    EXPECT_TRUE(boxes("?as_of=2026-06-05").says("1 box"));
    const auto movements = parsed(get(at("/movements?sort=-day"), director_));
    EXPECT_TRUE(movements.says("4 movements"));
    EXPECT_EQ(movements.column("Day").front(), "2026-06-03");
    const std::string administrator = loggedInAs(Role::Administrator);
    const auto users = parsed(get(at("/users?sort=-name-code"), administrator));
    EXPECT_TRUE(users.says("2 users")) << users.text();
    const std::string manager = loggedInAs(Role::Manager);
    const auto audit = parsed(get(at("/audit?sort=when&action=box"), manager));
    EXPECT_TRUE(audit.says("2 events"));
    EXPECT_TRUE(audit.hasLink("Save this view"));
    for (const char* const page : {"/nominations", "/select", "/recipes", "/notes"}) {
        EXPECT_EQ(get(at(page) + "?sort=recipient&column=state&page=2", manager).status, 200);
    }
}

TEST_P(SiteLists, LeadToEarlierRowsWhereThereAreMany)
{
    recipient("C-1");
    stock("C-1", 5000, "50.00", "2026-06-01");
    std::string boxes = "box,recipient,packed_on,given_on,sku,units\n";
    for (int i = 0; i < kRowsOfList + 1; ++i) {
        boxes += "B-" + std::to_string(i) + ",C-1,2026-06-02,2026-06-02,C-1,1\n";
    }
    importBoxes(boxes);
    for (const auto& [what, before] : std::map<std::string, std::string>{
             {"boxes", "1 earlier box"}, {"movements", "4 earlier movements"}}) {
        const auto newest = parsed(get(at("/") + what, director_));
        EXPECT_TRUE(newest.says("1–100 of the newest 2,000 " + what)) << newest.text();
        const auto earlier = parsed(get(newest.link("Earlier " + what), director_));
        EXPECT_TRUE(earlier.says(before)) << earlier.text();
    }
}

TEST_P(SiteLists, AreSavedAsViewsAndShared)
{
    save("Fast movers", "sort=-units", "manager");
    const auto own = parsed(get(at("/stock"), director_));
    EXPECT_EQ(own.link("Fast movers"), at("/stock?sort=-units"));
    const auto shared = parsed(get(at("/stock"), loggedInAs(Role::Manager)));
    EXPECT_EQ(shared.link("Fast movers"), at("/stock?sort=-units"));
    EXPECT_FALSE(shared.linksTo(at("/views/remove?place=stock&name=Fast%20movers")));
    EXPECT_FALSE(parsed(get(at("/stock"), loggedInAs(Role::Accounting))).hasLink("Fast movers"));
    post(at("/views/remove?place=stock&name=Fast%20movers"), {}, director_);
    EXPECT_FALSE(parsed(get(at("/stock"), director_)).hasLink("Fast movers"));
}

TEST_P(SiteLists, LeadNowhereElse)
{
    for (const char* const place : {"", "//example.org", "http:x", "../x", "STOCK?x"}) {
        EXPECT_EQ(
            get(at("/views/save?place=") + encodePercent(place) + "&query=q", director_).status,
            404)
            << place;
    }
    const Response refused = post(at("/views/save?place=stock&query=q"), {{"name", ""}}, director_);
    EXPECT_TRUE(parsed(refused).refuses("name"));
}

GIFTBOX_ON_BOTH_ENGINES(SiteLists);

/// One search for everything.
class SiteFindsAll : public SiteLists {
protected:
    std::vector<std::string> suggested(const std::string& words, const std::string& token)
    {
        const Response response = get(at("/find.json?q=") + encodePercent(words), token);
        EXPECT_EQ(headerOf(response, "Content-Type"), "application/json");
        std::vector<std::string> texts;
        const Json answer = Json::parse(response.body);
        for (const auto& one : answer.at("best")) {
            texts.push_back(one.at("kind").get<std::string>() + " " +
                            one.at("name").get<std::string>());
        }
        return texts;
    }
};

TEST_P(SiteFindsAll, WhileOneTypes)
{
    EXPECT_EQ(suggested("agua", director_), (Words{"Item Água"}));
    EXPECT_EQ(suggested("recipes", director_), (Words{"Page Recipes"}));
    EXPECT_EQ(suggested("may", director_), (Words{"Month 2026-05"}));
    EXPECT_EQ(suggested("", director_), Words{});
    const std::string adviser = loggedInAs(Role::Adviser);
    EXPECT_EQ(suggested("agua", adviser), Words{}) << "An adviser sees no stock.";
    EXPECT_EQ(suggested("nominations", adviser), (Words{"Page Nominations"}));
}

TEST_P(SiteFindsAll, WithAScannedCodeLeadingStraightToTheItem)
{
    const Response scanned = get(at("/find?q=B-1"), director_);
    EXPECT_EQ(headerOf(scanned, "Location"), at("/item?sku=B-1"));
}

TEST_P(SiteFindsAll, AndSaysHowMany)
{
    const auto page = parsed(get(at("/find?q=a"), director_));
    EXPECT_TRUE(page.says("found")) << page.text();
    EXPECT_TRUE(page.hasLink("Água"));
    EXPECT_TRUE(parsed(get(at("/find?q=nothing+such"), director_)).says("Nothing found."));
    EXPECT_TRUE(parsed(get(at("/find"), director_)).says("Search for items"));
}

GIFTBOX_ON_BOTH_ENGINES(SiteFindsAll);
TEST_P(SiteLists, ShowsNoDayThatIsStillToComeAndNoPeriodThatEndsBeforeItBegins)
{
    const std::string token = loggedInAs(Role::Accounting);
    for (const char* page : {"/stock?as_of=", "/boxes?as_of="}) {
        EXPECT_EQ(get(at(page) + "2026-06-15", token).status, 200) << page;
        const Response early = get(at(page) + "2026-06-16", token);
        EXPECT_EQ(early.status, 422) << page;
        EXPECT_TRUE(parsed(early).says("is in the future; today is 2026-06-15")) << page;
    }
    EXPECT_TRUE(parsed(get(at("/report"), token)).linksTo(at("/boxes?as_of=2026-06-15")));
    for (const char* page : {"/accounting", "/accounting/boxes.csv"}) {
        const Response refused = get(at(page) + "?from=2026-06-02&to=2026-06-01", token);
        EXPECT_EQ(refused.status, 422) << page;
        EXPECT_TRUE(parsed(refused).says("The first day, 2026-06-02, is after the last")) << page;
    }
}

} // namespace
} // namespace giftbox::web::list_test
