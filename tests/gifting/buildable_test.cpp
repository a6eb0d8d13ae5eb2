#include "gifting/buildable.h"
#include "tests/gifting/shelf_of.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <map>

namespace giftbox::gifting::buildable_test {

void PrintTo(const RecipePart& part, std::ostream* out)
{
    *out << (part.sku.empty() ? "any " + part.category : part.sku) << ": " << part.available
         << " available, " << part.items << " times " << part.units << " a box, " << part.boxes
         << " boxes";
}

namespace {

using inventory::AvailableItem;
using tests::contents;

Recipe recipeOf(std::vector<BoxLine> items, std::vector<CategoryLine> categories)
{
    return {.name = "Thanks", .items = std::move(items), .categories = std::move(categories)};
}

std::int64_t boxesOf(const Recipe& recipe, const std::vector<AvailableItem>& shelf)
{
    return boxesBuildable(recipe, shelf).front().boxes;
}

TEST(Buildable, NamesFirstWhatLimitsAndThenWhatWouldBeNext)
{
    const Recipe recipe = recipeOf({{"BOX-M", 1}, {"TISSUE", 3}}, {{"hats", 1}});
    const std::vector shelf = {contents("BOX-M", "", 9), contents("HAT-1", "hats", 2),
                               contents("HAT-2", "hats", 3), contents("TISSUE", "", 20)};
    EXPECT_EQ(boxesBuildable(recipe, shelf),
              (std::vector<RecipePart>{
                  {.category = "hats", .units = 1, .items = 1, .available = 5, .boxes = 5},
                  {.sku = "TISSUE", .units = 3, .items = 1, .available = 20, .boxes = 6},
                  {.sku = "BOX-M", .units = 1, .items = 1, .available = 9, .boxes = 9}}));
}

TEST(Buildable, TiesStandInTheOrderOfTheRecipe)
{
    const auto parts = boxesBuildable(recipeOf({{"B", 1}, {"A", 1}}, {}),
                                      std::vector{contents("A", "", 4), contents("B", "", 4)});
    EXPECT_EQ(parts[0].sku, "B");
    EXPECT_EQ(parts[1].sku, "A");
}

TEST(Buildable, CountsOnlyWhatIsNotReserved)
{
    AvailableItem mug = contents("MUG", "mugs", 5);
    mug.reserved = 3;
    EXPECT_EQ(boxesOf(recipeOf({{"MUG", 1}}, {}), {mug}), 2);
    EXPECT_EQ(boxesOf(recipeOf({}, {{"mugs", 1}}), {mug}), 2);
    mug.reserved = 7;
    EXPECT_EQ(boxesOf(recipeOf({{"MUG", 1}}, {}), {mug}), 0) << "promised, and gone since";
}

TEST(Buildable, UnitsOfALineComeFromOneItem)
{
    EXPECT_EQ(boxesOf(recipeOf({}, {{"pens", 2}}),
                      {contents("PEN-1", "pens", 3), contents("PEN-2", "pens", 3)}),
              2)
        << "six pens, but one of each is left over";
}

TEST(Buildable, TwoLinesOfACategoryTakeDifferentItems)
{
    const Recipe recipe = recipeOf({}, {{"pens", 1}, {"pens", 1}});
    EXPECT_EQ(boxesOf(recipe, {contents("PEN-1", "pens", 9)}), 0);
    EXPECT_EQ(boxesOf(recipe, {contents("PEN-1", "pens", 9), contents("PEN-2", "pens", 2)}), 2);
    EXPECT_EQ(boxesOf(recipe, {contents("PEN-1", "pens", 3), contents("PEN-2", "pens", 2),
                               contents("PEN-3", "pens", 2)}),
              3);
}

TEST(Buildable, AnItemThatIsNamedIsNotTakenForItsCategory)
{
    const Recipe recipe = recipeOf({{"PEN-1", 1}}, {{"pens", 1}});
    const auto parts = boxesBuildable(
        recipe, std::vector{contents("PEN-1", "pens", 9), contents("PEN-2", "pens", 4)});
    EXPECT_EQ(parts.front().category, "pens");
    EXPECT_EQ(parts.front().boxes, 4);
}

TEST(Buildable, PackagingOfTheCategoryIsNotTaken)
{
    AvailableItem box = contents("BOX-M", "pens", 9);
    box.kind = inventory::ItemKind::Packaging;
    EXPECT_EQ(boxesOf(recipeOf({}, {{"pens", 1}}), {box, contents("PEN-1", "pens", 4)}), 4);
}

/// The most boxes possible, found by trying every way of packing.
class Exhaustive {
public:
    Exhaustive(const Recipe& recipe, const std::vector<AvailableItem>& shelf)
        : recipe_(recipe), shelf_(shelf)
    {
        for (const AvailableItem& item : shelf) {
            left_.push_back(item.available(inventory::kEver));
        }
    }

    std::int64_t boxes()
    {
        const auto known = known_.find(left_);
        if (known != known_.end()) {
            return known->second;
        }
        std::int64_t most = 0;
        packNamed(0, most);
        return known_[left_] = most;
    }

private:
    void packNamed(std::size_t line, std::int64_t& most)
    {
        if (line == recipe_.items.size()) {
            std::vector<bool> used(shelf_.size());
            return packCategories(0, used, most);
        }
        for (std::size_t i = 0; i < shelf_.size(); ++i) {
            if (shelf_[i].sku == recipe_.items[line].sku) {
                with(i, recipe_.items[line].units, [&] { packNamed(line + 1, most); });
            }
        }
    }

    void packCategories(std::size_t line, std::vector<bool>& used, std::int64_t& most)
    {
        if (line == recipe_.categories.size()) {
            most = std::max(most, 1 + boxes());
            return;
        }
        for (std::size_t i = 0; i < shelf_.size(); ++i) {
            if (shelf_[i].category != recipe_.categories[line].category || used[i] ||
                recipe_.names(shelf_[i].sku)) {
                continue;
            }
            used[i] = true;
            with(i, recipe_.categories[line].units, [&] { packCategories(line + 1, used, most); });
            used[i] = false;
        }
    }

    template <class Work>
    void with(std::size_t item, std::int64_t units, Work&& work)
    {
        if (left_[item] >= units) {
            left_[item] -= units;
            work();
            left_[item] += units;
        }
    }

    const Recipe& recipe_;
    const std::vector<AvailableItem>& shelf_;
    std::vector<std::int64_t> left_;
    std::map<std::vector<std::int64_t>, std::int64_t> known_;
};

RC_GTEST_PROP(Buildable, ClaimsAsManyBoxesAsPackingInEveryPossibleWay, ())
{
    std::vector<AvailableItem> shelf;
    for (const char* sku : {"A", "B", "C", "D"}) {
        AvailableItem item = contents(sku, *rc::gen::element<std::string>("x", "y"),
                                      *rc::gen::inRange<std::int64_t>(0, 6));
        item.reserved = *rc::gen::inRange<std::int64_t>(0, 2);
        shelf.push_back(std::move(item));
    }
    Recipe recipe;
    if (*rc::gen::arbitrary<bool>()) {
        recipe.items.push_back({"A", *rc::gen::inRange<std::int64_t>(1, 3)});
    }
    for (const char* category : {"x", "y"}) {
        const auto units = *rc::gen::inRange<std::int64_t>(1, 3);
        const auto lines = *rc::gen::inRange(0, 4);
        for (int line = 0; line < lines; ++line) {
            recipe.categories.push_back({.category = category, .units = units});
        }
    }
    RC_PRE(!recipe.items.empty() || !recipe.categories.empty());
    RC_ASSERT(boxesOf(recipe, shelf) == Exhaustive(recipe, shelf).boxes());
}

} // namespace
} // namespace giftbox::gifting::buildable_test
