#include "tests/gifting/recipe_fixture.h"

#include "gifting/plan_box.h"

namespace giftbox::tests::use_recipe_test {
namespace {

using gifting::BoxLine;
using gifting::BoxRequest;
using gifting::PlanRequest;

class UseRecipe : public RecipeFixture {
protected:
    void prepare() override
    {
        RecipeFixture::prepare();
        stock("BOX-M", 20, "20.00", "2026-03-01");
        stock("HAT-1", 9, "90.00", "2026-03-01");
        stock("HAT-2", 9, "45.00", "2026-03-02");
        stock("SHIRT-L", 4, "48.00", "2026-03-01");
        stock("SHIRT-M", 4, "48.00", "2026-03-01");
    }

    BoxRequest filled(const std::vector<std::string>& picks = {},
                      const std::string& on = "2026-03-20")
    {
        return read([&](const auto& tx) {
            return gifting::useRecipe(tx, {.recipient = "C-1", .packedOn = day(on)},
                                      {.name = "Thanks", .picks = picks});
        });
    }
    gifting::PackedBox packByRecipe()
    {
        return write([](auto& tx) {
            return gifting::packBox(
                tx, gifting::useRecipe(
                        tx, BoxRequest{.recipient = "C-1", .packedOn = day("2026-03-20")},
                        {.name = "Thanks"}));
        });
    }
    void sizes(const std::string& text)
    {
        EXPECT_EQ(raw().execute("UPDATE recipient SET sizes = '" + text +
                                "' WHERE store_id = " + storeId()),
                  1);
    }
};
GIFTBOX_ON_BOTH_ENGINES(UseRecipe);

TEST_P(UseRecipe, MakesTheLinesAndTheMinutesOfTheBox)
{
    set({{"BOX-M"}}, {{"hats", 2}}, 25);
    const BoxRequest request = filled();
    EXPECT_EQ(request.lines, (std::vector<BoxLine>{{"BOX-M", 1}, {"HAT-1", 2}}));
    EXPECT_EQ(request.minutes, 25);
    EXPECT_EQ(request.recipe, (RecipeVersion{1, 1}));
    EXPECT_EQ(filled({"HAT-2"}).lines.back(), (BoxLine{"HAT-2", 2}));
}

TEST_P(UseRecipe, MinutesThatAreGivenGoBeforeThoseOfTheRecipe)
{
    set({{"BOX-M"}}, {}, 25);
    const auto minutes = read([](const auto& tx) {
        return gifting::useRecipe(
                   tx, BoxRequest{.recipient = "C-1", .minutes = 5, .packedOn = day("2026-03-20")},
                   {.name = "Thanks"})
            .minutes;
    });
    EXPECT_EQ(minutes, 5);
}

TEST_P(UseRecipe, TakesTheRecipientsSize)
{
    set({}, {{"shirts"}});
    EXPECT_REFUSAL("recipe.unfilled", filled());
    sizes("hats=S,shirts=M");
    EXPECT_EQ(filled().lines, (std::vector<BoxLine>{{"SHIRT-M", 1}}));
    sizes("shirts=XL");
    EXPECT_REFUSAL("recipe.unfilled", filled());
    EXPECT_EQ(filled({"SHIRT-L"}).lines, (std::vector<BoxLine>{{"SHIRT-L", 1}}));
}

TEST_P(UseRecipe, PassesByWhatWasInTheLastThreeBoxes)
{
    set({}, {{"hats"}});
    EXPECT_EQ(lines(packByRecipe()), "HAT-1 contents 1 10.00\n");
    const auto second = packByRecipe();
    EXPECT_EQ(lines(second), "HAT-2 contents 1 5.00\n");
    unpack(second, "2026-03-21");
    EXPECT_EQ(filled().lines.front().sku, "HAT-2") << "an unpacked box was not had";
    for (int box = 0; box < 3; ++box) {
        EXPECT_EQ(filled().lines.front().sku, "HAT-2");
        pack("C-1", {{"BOX-M"}}, "2026-03-21");
    }
    EXPECT_EQ(filled().lines.front().sku, "HAT-1") << "that was four boxes ago";
}

TEST_P(UseRecipe, LooksAtTheShelfOfTheDay)
{
    set({}, {{"hats"}});
    EXPECT_EQ(filled({}, "2026-03-01").lines.front().sku, "HAT-1");
    EXPECT_REFUSAL("recipe.unfilled", filled({}, "2026-02-28"));
}

TEST_P(UseRecipe, WhatWasPackedStaysAsItWasWhateverTheRecipeBecomes)
{
    set({{"BOX-M"}}, {{"hats"}});
    const auto packed = packByRecipe();
    EXPECT_EQ(lastDetail(), R"({"recipient":1,"packed_on":"2026-03-20","contents":"10.00",)"
                            R"("packaging":"1.00","labor":"0.00","recipe":1,"recipe_version":1})");
    const std::string before = lines(packed);
    set({{"BOX-M", 2}}, {});
    EXPECT_EQ(lines(packed), before);
    EXPECT_EQ(filled().lines, (std::vector<BoxLine>{{"BOX-M", 2}})) << "the newest version";
}

TEST_P(UseRecipe, APlannedBoxKeepsTheVersionAndIsPackedWithWhatWasReserved)
{
    set({{"BOX-M"}}, {{"hats"}});
    const auto planned = write([](auto& tx) {
        return gifting::planBox(
            tx, gifting::useRecipe(tx, PlanRequest{.recipient = "C-1", .month = month("2026-06")},
                                   {.name = "Thanks"}));
    });
    set({{"BOX-M", 2}}, {});
    const auto kept =
        read([&](const auto& tx) { return gifting::findPlannedBox(tx, planned.number); });
    EXPECT_EQ(kept->recipe, (RecipeVersion{1, 1}));
    const auto packed = write([&](auto& tx) {
        return gifting::packPlannedBox(tx,
                                       {.number = planned.number, .packedOn = day("2026-06-02")});
    });
    EXPECT_EQ(lines(packed), "BOX-M packaging 1 1.00\nHAT-1 contents 1 10.00\n");
}

TEST_P(UseRecipe, IsRefusedForNobodyAndForNoRecipe)
{
    EXPECT_REFUSAL("recipe.unknown", filled());
    set({}, {{"hats"}});
    EXPECT_REFUSAL("recipient.unknown", read([](const auto& tx) {
                       return gifting::useRecipe(
                           tx, BoxRequest{.recipient = "C-2", .packedOn = day("2026-03-20")},
                           {.name = "Thanks"});
                   }));
    EXPECT_REFUSAL("recipe.pick_unfit", filled({"PEN-1"}));
}

} // namespace
} // namespace giftbox::tests::use_recipe_test
