#include "gifting/recipe.h"
#include "tests/web/site_fixture.h"

namespace giftbox::web::recipe_form_test {
namespace {

using access::Role;

class SiteRecipe : public SiteFixture {
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
        manager_ = loggedInAs(Role::Manager);
    }
    Response make(Fields fields, const std::string& query = {})
    {
        return post(at("/recipes/set") + query, std::move(fields), manager_);
    }
    /// The next version, from the form as just shown.
    Response next(Fields fields)
    {
        fields.emplace_back("seen", seen());
        return make(std::move(fields), "?name=Thanks");
    }
    std::string seen() { return fieldOf(get(at("/recipes/set?name=Thanks"), manager_), "seen"); }
    std::string wordsNow()
    {
        return read([](const auto& tx) {
            const auto recipe = gifting::requireRecipe(tx, "Thanks");
            return std::to_string(recipe.version.version) + ": " + wordsOf(recipe) + ", " +
                   std::to_string(recipe.minutes.value_or(-1));
        });
    }
    std::string manager_;
};

const Fields kThanks = {{"recipe", "Thanks"}, {"minutes", "20"},   {"sku", "PEN"},
                        {"line_units", "2"},  {"sku", "any hats"}, {"line_units", ""}};

TEST_P(SiteRecipe, IsMadeLineByLine)
{
    const tests::ParsedPage form = parsed(get(at("/recipes/set"), manager_));
    EXPECT_TRUE(
        form.option("sku", "any hats").text.starts_with("any item in this category (2 items)"));
    const Response made = make(kThanks);
    EXPECT_EQ(made.status, 303) << made.body;
    EXPECT_TRUE(parsed(follow(made, manager_)).says("Thanks, version 1 saved: PEN:2, any hats."));
    EXPECT_EQ(wordsNow(), "1: PEN:2, any hats, 20");
    EXPECT_TRUE(parsed(get(at("/recipes/show?name=Thanks"), manager_)).says("Add a version"));
}

TEST_P(SiteRecipe, GetsANewVersionAndTheOldOneStays)
{
    make(kThanks);
    const tests::ParsedPage form = parsed(get(at("/recipes/set?name=Thanks"), manager_));
    EXPECT_EQ(form.values("sku").at(1), "any hats");
    EXPECT_EQ(form.heading(), "Thanks, version 2");
    EXPECT_EQ(next({{"minutes", ""}, {"sku", "HAT"}, {"line_units", "1"}}).status, 303);
    EXPECT_EQ(wordsNow(), "2: HAT, -1");
    const tests::ParsedPage old = parsed(get(at("/recipes/show?name=Thanks&version=1"), manager_));
    EXPECT_TRUE(old.says("any hats"));
    EXPECT_FALSE(old.mentions("Add a version"));
}

TEST_P(SiteRecipe, LosesNobodysChange)
{
    make(kThanks);
    Fields mine = {{"sku", "HAT"}, {"line_units", "1"}, {"seen", seen()}};
    EXPECT_EQ(next({{"sku", "CAP"}, {"line_units", "1"}}).status, 303);
    const Response refused = make(mine, "?name=Thanks");
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(parsed(refused).says("Somebody changed this"));
    EXPECT_TRUE(parsed(refused).says("Items was \"PEN 2 any hats 1\" and is \"CAP 1\""));
    EXPECT_EQ(wordsNow(), "2: CAP, 20") << "minutes that are not said stay";
    const tests::ParsedPage again = parsed(make(kThanks));
    EXPECT_TRUE(again.says("There is already a recipe with this name, at version 2"));
    EXPECT_TRUE(again.refuses("recipe"));
    EXPECT_EQ(make({{"sku", "HAT"}}, "?name=None").status, 404);
}

TEST_P(SiteRecipe, SaysAtTheFieldWhatIsWrong)
{
    const std::vector<std::pair<std::string, std::string>> wrong = {
        {"NONE", "There is no item NONE."},
        {"any socks", "No gift item is in the category \"socks\"."},
        {"any ", "There is no item any."},
        {"", "The recipe has no lines. Add items by SKU, or add categories."}};
    for (const auto& [line, said] : wrong) {
        const Response page = make({{"recipe", "Thanks"}, {"sku", line}, {"line_units", "1"}});
        EXPECT_EQ(page.status, 422);
        EXPECT_EQ(parsed(page).fault("Items"), said);
        EXPECT_EQ(parsed(page).value("recipe"), "Thanks") << "what was typed stays";
    }
    const auto at = [&](Fields fields, const std::string& field) {
        return parsed(make(std::move(fields))).refuses(field);
    };
    EXPECT_TRUE(at({{"recipe", ""}, {"sku", "HAT"}}, "recipe"));
    EXPECT_TRUE(at({{"recipe", "T"}, {"sku", "HAT"}, {"minutes", "-1"}}, "minutes"));
    EXPECT_TRUE(at({{"recipe", "T"}, {"sku", "HAT"}, {"minutes", "x"}}, "minutes"));
    EXPECT_TRUE(at({{"recipe", "T"}, {"sku", "HAT"}, {"line_units", "x"}}, "Items"));
    EXPECT_TRUE(at({{"recipe", "T"}, {"sku", "HAT"}, {"line_units", "0"}}, "Items"));
    make(kThanks);
    const Response same = next({{"minutes", "20"},
                                {"sku", "any hats"},
                                {"line_units", "1"},
                                {"sku", "PEN"},
                                {"line_units", "2"}});
    EXPECT_TRUE(parsed(follow(same, manager_)).says("No changes were made"));
    EXPECT_EQ(wordsNow(), "1: PEN:2, any hats, 20");
}

GIFTBOX_ON_BOTH_ENGINES(SiteRecipe);

} // namespace
} // namespace giftbox::web::recipe_form_test
