#include "gifting/recipe_fill.h"
#include "tests/gifting/shelf_of.h"

#include "foundation/refusal.h"

#include <gtest/gtest.h>

namespace giftbox::gifting::recipe_fill_test {
namespace {

using foundation::Date;
using inventory::AvailableItem;
using tests::contents;

AvailableItem sized(AvailableItem item, const std::string& size)
{
    item.size = size;
    return item;
}

AvailableItem withPar(AvailableItem item, std::int64_t par)
{
    item.parLevel = par;
    return item;
}

AvailableItem receivedOn(AvailableItem item, std::int32_t day)
{
    item.lots.front().receivedOn = Date(day);
    return item;
}

AvailableItem reserving(AvailableItem item, std::int64_t units)
{
    item.reserved = units;
    return item;
}

struct Case {
    std::string holds;
    std::vector<CategoryLine> lines;
    std::vector<AvailableItem> shelf;
    RecipeFilling filling;
    /// The selected SKUs, or the code and the sentence of the refusal.
    std::string selected;
};

const std::vector<Case>& choices()
{
    static const std::vector<Case> table = {
        {"the one with most units above par",
         {{"hats"}},
         {withPar(contents("A", "hats", 9), 8), withPar(contents("B", "hats", 5), 2)},
         {},
         "B"},
        {"under par and without a par level count alike",
         {{"hats"}},
         {withPar(contents("B", "hats", 2), 8), contents("A", "hats", 5)},
         {},
         "A"},
        {"reserved units are not above par",
         {{"hats"}},
         {reserving(withPar(contents("A", "hats", 9), 2), 5), withPar(contents("B", "hats", 5), 2)},
         {},
         "B"},
        {"then the one whose oldest lot is older",
         {{"hats"}},
         {contents("A", "hats", 5), receivedOn(contents("B", "hats", 5), 20260228)},
         {},
         "B"},
        {"then the first SKU",
         {{"hats"}},
         {contents("B", "hats", 5), contents("A", "hats", 5)},
         {},
         "A"},
        {"above all one that was not had lately",
         {{"hats"}},
         {withPar(contents("A", "hats", 90), 1), contents("B", "hats", 1)},
         {.hadLately = {"A"}},
         "B"},
        {"one had lately where there is no other",
         {{"hats"}},
         {contents("A", "hats", 5), contents("B", "hats", 0)},
         {.hadLately = {"A"}},
         "A"},
        {"only one with enough units that are not reserved",
         {{"hats", 2}},
         {reserving(contents("A", "hats", 5), 4), contents("B", "hats", 2)},
         {},
         "B:2"},
        {"only what had been received on the day",
         {{"hats"}},
         {withPar(contents("A", "hats", 9), 1), receivedOn(contents("B", "hats", 1), 20260215)},
         {.on = Date(20260220)},
         "B"},
        {"the recipient's size, however much there is of others",
         {{"shirts"}},
         {sized(contents("L", "shirts", 1), "L"),
          sized(withPar(contents("M", "shirts", 9), 1), "M")},
         {.sizes = {{"hats", "M"}, {"shirts", "L"}}},
         "L"},
        {"what has no size fits everybody",
         {{"shirts"}},
         {sized(contents("L", "shirts", 1), "L"), contents("ONE", "shirts", 1)},
         {},
         "ONE"},
        {"another item for each line of a category",
         {{"hats"}, {"hats"}},
         {contents("A", "hats", 5), contents("B", "hats", 5), contents("C", "hats", 5)},
         {},
         "A B"},
        {"neither an item that is named nor packaging",
         {{"boxes"}},
         {contents("NAMED", "boxes", 50), contents("Z", "boxes", 1)},
         {},
         "Z"},
        {"a pick, whatever else would come first, also in another size or had lately",
         {{"hats"}, {"shirts"}},
         {contents("A", "hats", 5), contents("B", "hats", 5),
          sized(contents("M", "shirts", 2), "M")},
         {.hadLately = {"B"}, .picks = {"M", "B"}},
         "B M"},
        {"a pick that is not there: packing says what is short",
         {{"hats"}},
         {contents("A", "hats", 5), contents("B", "hats", 0)},
         {.picks = {"B"}},
         "B"},
        {"a second pick for the second line of a category",
         {{"hats"}, {"hats"}},
         {contents("A", "hats", 5), contents("B", "hats", 5), contents("C", "hats", 5)},
         {.picks = {"C"}},
         "C A"},
    };
    return table;
}

const std::vector<Case>& refusals()
{
    static const std::vector<Case> table = {
        {"nothing of the category is available",
         {{"hats", 2}},
         {contents("A", "hats", 1)},
         {},
         "recipe.unfilled: Recipe \"Thanks\" needs 2 of one item in the category \"hats\", and no "
         "other item in it has that many available. Receive more."},
        {"one line has taken the only item",
         {{"hats"}, {"hats"}},
         {contents("A", "hats", 9)},
         {},
         "recipe.unfilled: Recipe \"Thanks\" needs 1 of one item in the category \"hats\", and no "
         "other item in it has that many available. Receive more."},
        {"the size is not known",
         {{"shirts"}},
         {sized(contents("L", "shirts", 1), "L"), sized(contents("M", "shirts", 1), "M")},
         {},
         "recipe.unfilled: Recipe \"Thanks\" needs 1 of one item in the category \"shirts\", but "
         "the recipient's size is not known. Available sizes: L, M. Select an item."},
        {"the size is not there",
         {{"shirts"}},
         {sized(contents("L", "shirts", 0), "L"), sized(contents("M", "shirts", 1), "M")},
         {.sizes = {{"shirts", "L"}}},
         "recipe.unfilled: Recipe \"Thanks\" needs 1 of one item in the category \"shirts\", but "
         "none is available in the recipient's size L. Available sizes: M. Receive more, or select "
         "an item."},
        {"a pick of another category",
         {{"hats"}},
         {contents("A", "hats", 1), contents("B", "pens", 1)},
         {.picks = {"B"}},
         "recipe.pick_unfit: Recipe \"Thanks\" has no open line for \"B\". It calls for NAMED, any "
         "hats."},
        {"a pick too many",
         {{"hats"}},
         {contents("A", "hats", 1), contents("B", "hats", 1)},
         {.picks = {"A", "B"}},
         "recipe.pick_unfit: Recipe \"Thanks\" has no open line for \"B\". It calls for NAMED, any "
         "hats."},
        {"the same pick twice",
         {{"hats"}, {"hats"}},
         {contents("A", "hats", 5), contents("B", "hats", 1)},
         {.picks = {"A", "A"}},
         "recipe.pick_unfit: Recipe \"Thanks\" has no open line for \"A\". It calls for NAMED, any "
         "hats, any hats."},
        {"a pick that is no item",
         {{"hats"}},
         {contents("A", "hats", 5)},
         {.picks = {"A:2"}},
         "recipe.pick_unfit: Recipe \"Thanks\" has no open line for \"A:2\". It calls for NAMED, "
         "any hats."},
    };
    return table;
}

std::string outcomeOf(const Case& one)
{
    const Recipe recipe{.name = "Thanks", .items = {{"NAMED", 1}}, .categories = one.lines};
    try {
        const auto lines = fillRecipe(recipe, one.shelf, one.filling);
        EXPECT_EQ(lines.front(), (BoxLine{"NAMED", 1})) << one.holds;
        std::string selected;
        for (const BoxLine& line : std::span(lines).subspan(1)) {
            selected += (selected.empty() ? "" : " ") + line.sku +
                        (line.units == 1 ? "" : ":" + std::to_string(line.units));
        }
        return selected;
    } catch (const foundation::Refusal& refusal) {
        return refusal.code() + ": " + refusal.sentence();
    }
}

TEST(FillRecipe, SelectsForEachCategory)
{
    for (const Case& one : choices()) {
        EXPECT_EQ(outcomeOf(one), one.selected) << one.holds;
    }
}

TEST(FillRecipe, IsRefusedWhenALineStaysOpenOrAPickHasNone)
{
    for (const Case& one : refusals()) {
        EXPECT_EQ(outcomeOf(one), one.selected) << one.holds;
    }
}

TEST(FillRecipe, NeverSelectsPackaging)
{
    AvailableItem box = contents("A", "hats", 9);
    box.kind = inventory::ItemKind::Packaging;
    const Recipe recipe{.name = "Thanks", .categories = {{"hats"}}};
    EXPECT_EQ(fillRecipe(recipe, std::vector{box, contents("B", "hats", 1)}, {}),
              (std::vector<BoxLine>{{"B", 1}}));
}

} // namespace
} // namespace giftbox::gifting::recipe_fill_test
