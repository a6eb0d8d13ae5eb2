#include "inventory/edit_item.h"
#include "tests/web/site_fixture.h"

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
    EXPECT_TRUE(first.says("1–100 of 130")) << "and the row of totals";
    const auto second = parsed(get(first.link("Next"), director_));
    EXPECT_EQ(second.column("Item code").size(), 31U);
    EXPECT_TRUE(second.says("101–130 of 130"));
    EXPECT_EQ(items("?category=paper&page=99").size(), 30U) << "the last page there is";
    EXPECT_EQ(items("?category=paper&page=x").size(), 100U);
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

} // namespace
} // namespace giftbox::web::list_test
