#include "tests/gifting/recipe_fixture.h"

namespace giftbox::tests::set_recipe_test {
namespace {

class SetRecipe : public RecipeFixture {};
GIFTBOX_ON_BOTH_ENGINES(SetRecipe);

TEST_P(SetRecipe, MakesTheFirstVersionAndThenTheNext)
{
    EXPECT_EQ(set({{"BOX-M"}, {"TISSUE", 3}}, {{"hats"}}, 20).version,
              (RecipeVersion{.recipe = 1, .version = 1}));
    EXPECT_EQ(set({{"BOX-M"}, {"TISSUE", 2}}, {{"hats"}}, 20).version,
              (RecipeVersion{.recipe = 1, .version = 2}));
    EXPECT_EQ(shown("Thanks"), "Thanks 2, 20 minutes: BOX-M, TISSUE:2, any hats");
    EXPECT_EQ(shown("Thanks", 1), "Thanks 1, 20 minutes: BOX-M, TISSUE:3, any hats");
    EXPECT_EQ(listed(), "Thanks 2, 20 minutes: BOX-M, TISSUE:2, any hats\n");
}

TEST_P(SetRecipe, RecipesOfOtherNamesAreOtherRecipes)
{
    set({{"BOX-M"}}, {});
    EXPECT_EQ(set({.name = "Anniversary", .categories = {{"hats", 2}}}).version,
              (RecipeVersion{.recipe = 2, .version = 1}));
    EXPECT_EQ(listed(), "Anniversary 1: any hats:2\nThanks 1: BOX-M\n");
}

TEST_P(SetRecipe, AddsUpTheLinesOfOneItem)
{
    EXPECT_EQ(wordsOf(set({{"TISSUE", 2}, {"BOX-M"}, {"TISSUE"}}, {})), "TISSUE:3, BOX-M");
}

TEST_P(SetRecipe, MakesNoVersionThatChangesNothing)
{
    set({{"BOX-M"}, {"TISSUE", 3}}, {{"hats"}, {"pens"}}, 20);
    const std::string before = allRows();
    EXPECT_EQ(set({{"TISSUE", 3}, {"BOX-M"}}, {{"pens"}, {"hats"}}, 20).version.version, 1);
    EXPECT_EQ(allRows(), before);
    EXPECT_EQ(set({{"BOX-M"}, {"TISSUE", 3}}, {{"hats"}, {"pens"}}).version.version, 2)
        << "the store's own minutes";
    EXPECT_EQ(set({{"BOX-M"}, {"TISSUE", 3}}, {{"hats"}, {"pens"}}, 20).version.version, 3)
        << "an older version may come back";
}

TEST_P(SetRecipe, KeepsItsMinutesUnlessTheyAreGivenOrEmptied)
{
    set({{"BOX-M"}}, {}, 20);
    EXPECT_EQ(set({.name = "Thanks", .items = {{"TISSUE"}}}).minutes, 20);
    EXPECT_EQ(set({{"TISSUE"}}, {}).minutes, std::nullopt);
    EXPECT_EQ(set({.name = "Other", .items = {{"TISSUE"}}}).minutes, std::nullopt);
}

TEST_P(SetRecipe, IsRefusedWithoutLinesOrName)
{
    EXPECT_REFUSAL("recipe.empty", set({}, {}));
    EXPECT_REFUSAL("text.missing", set({.name = " ", .items = {{"BOX-M"}}}));
}

TEST_P(SetRecipe, IsRefusedForItemsAndCategoriesThatAreNotThere)
{
    EXPECT_REFUSAL("item.unknown", set({{"BOX-M"}, {"BOX-L"}}, {}));
    const Refusal refusal = EXPECT_REFUSAL("recipe.category_unknown", set({}, {{"hat"}}));
    EXPECT_EQ(refusal.sentence(),
              "No gift item is in the category \"hat\". `giftbox item list` shows the categories.");
    EXPECT_REFUSAL("recipe.category_unknown", set({}, {{""}}));
    EXPECT_REFUSAL("recipe.category_unknown", set({}, {{"boxes"}})); // packaging only
}

TEST_P(SetRecipe, IsRefusedForUnitsAndMinutesThatCannotBe)
{
    EXPECT_REFUSAL("units.malformed", set({{"BOX-M", 0}}, {}));
    EXPECT_REFUSAL("units.malformed", set({{"BOX-M", 1'000'000'000}, {"BOX-M"}}, {}));
    EXPECT_REFUSAL("units.malformed", set({}, {{"hats", 0}}));
    EXPECT_REFUSAL("units.malformed", set({}, {{"hats", 1'000'000'001}}));
    EXPECT_REFUSAL("labor.negative", set({{"BOX-M"}}, {}, -1));
    EXPECT_REFUSAL("labor.negative", set({{"BOX-M"}}, {}, 100'001));
}

TEST_P(SetRecipe, IsRefusedWhenLinesOfACategoryAreNotAlike)
{
    const Refusal refusal =
        EXPECT_REFUSAL("recipe.category_units", set({}, {{"hats"}, {"pens"}, {"hats", 2}}));
    EXPECT_EQ(refusal.sentence(), "Two lines for the category \"hats\" have different units: 1 and "
                                  "2. Use the same units in both.");
    EXPECT_NO_THROW(set({}, {{"hats", 2}, {"hats", 2}}));
}

TEST_P(SetRecipe, IsUnknownUnderAnotherNameOrVersion)
{
    set({{"BOX-M"}}, {});
    EXPECT_REFUSAL("recipe.unknown", shown("Anniversary"));
    const Refusal refusal = EXPECT_REFUSAL("recipe.unknown", shown("Thanks", 2));
    EXPECT_EQ(refusal.sentence(), "There is no recipe \"Thanks\" with a version 2. `giftbox recipe "
                                  "list` shows all recipes, and `giftbox recipe set` makes one.");
}

TEST_P(SetRecipe, RecordsWhatItSays)
{
    set({{"TISSUE", 3}}, {{"hats"}}, 20);
    EXPECT_EQ(lastDetail(), R"({"version":1,"lines":"TISSUE:3, any hats","minutes":20})");
}

} // namespace
} // namespace giftbox::tests::set_recipe_test
