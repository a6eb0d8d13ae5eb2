#include "gifting/planner/solve_plan.h"
#include "tests/gifting/planner/plan_checks.h"
#include "tests/support/seed.h"

#include <gtest/gtest.h>

#include <chrono>

namespace giftbox::tests::solve_plan_test {
namespace {

using foundation::Money;
using gifting::Obstacle;
using gifting::PlanItem;
using gifting::PlanLimit;
using gifting::PlanProblem;
using gifting::PlanRecipient;
using gifting::PlanResult;
using gifting::solvePlan;

constexpr std::int64_t kSeconds = 60;

PlanItem item(const std::string& sku, const std::string& category, std::int64_t units,
              std::int64_t cost)
{
    PlanItem made;
    made.sku = sku;
    made.category = category;
    made.unitCosts.assign(static_cast<std::size_t>(units), Money{cost});
    made.newestCost = Money{cost};
    return made;
}

PlanItem packaging(const std::string& sku, std::int64_t units, std::int64_t cost)
{
    PlanItem made = item(sku, "boxes", units, cost);
    made.kind = inventory::ItemKind::Packaging;
    return made;
}

PlanRecipient recipient(const std::string& code)
{
    PlanRecipient made;
    made.code = code;
    return made;
}

/// Two recipients; a hat, a mug and a pen for each: 3 items per box from at least 2 categories.
PlanProblem twoBoxes()
{
    PlanProblem problem;
    problem.recipients = {recipient("C-1"), recipient("C-2")};
    problem.items = {item("HAT", "hats", 2, 700), item("MUG", "mugs", 2, 400),
                     item("PEN", "pens", 2, 100), packaging("BOX", 2, 150)};
    problem.pattern.named = {{"BOX", 1}};
    problem.pattern.chosen = {{"", 1, 3, 6}};
    problem.pattern.leastCategories = 2;
    problem.pattern.labor = {500};
    return problem;
}

std::string skusOf(const PlanProblem& problem, const gifting::ProposedBox& box)
{
    std::string skus;
    for (const gifting::ProposedLine& line : box.lines) {
        skus += (skus.empty() ? "" : " ") + problem.items[line.item].sku;
        if (line.units > 1) {
            skus += ":" + std::to_string(line.units);
        }
    }
    return skus;
}

std::vector<std::string> planned(const PlanProblem& problem)
{
    const PlanResult result = solvePlan(problem, kSeconds);
    if (!result.proposal) {
        return {"no plan"};
    }
    EXPECT_EQ(brokenRules(problem, result.proposal->boxes), std::vector<std::string>{});
    EXPECT_GE(result.proposal->bound, result.proposal->objective);
    std::vector<std::string> boxes;
    for (const gifting::ProposedBox& box : result.proposal->boxes) {
        boxes.push_back(skusOf(problem, box));
    }
    return boxes;
}

using Boxes = std::vector<std::string>;

TEST(SolvePlan, PlansABoxForEveryRecipientWithItsEstimatedCost)
{
    const PlanProblem problem = twoBoxes();
    const PlanResult result = solvePlan(problem, kSeconds);
    ASSERT_TRUE(result.proposal);
    ASSERT_EQ(result.proposal->boxes.size(), 2U);
    EXPECT_EQ(skusOf(problem, result.proposal->boxes[0]), "BOX HAT MUG PEN");
    EXPECT_EQ(result.proposal->boxes[0].cost, (budget::BoxCost{{1200}, {150}, {500}}));
    EXPECT_EQ(result.proposal->objective, 0);
}

TEST(SolvePlan, PlansWhatIsNamedWhereNothingIsToBeChosen)
{
    PlanProblem problem = twoBoxes();
    problem.pattern = {
        .named = {{"BOX", 1}, {"HAT", 1}}, .chosen = {}, .leastCategories = 0, .labor = {500}};
    EXPECT_EQ(planned(problem), (Boxes{"BOX HAT", "BOX HAT"}));
    problem.limits.monthProgram = Money{2 * (150 + 700 + 500)};
    EXPECT_EQ(planned(problem), (Boxes{"BOX HAT", "BOX HAT"}));
    --problem.limits.monthProgram->minor;
    const PlanResult result = solvePlan(problem, kSeconds);
    EXPECT_FALSE(result.proposal);
    EXPECT_EQ(result.without.any, (std::vector<Obstacle>{{PlanLimit::MonthProgram, "", 1}}));
}

TEST(SolvePlan, CostsTheUnitsInTheOrderOfTheBoxes)
{
    PlanProblem problem = twoBoxes();
    problem.items[0].unitCosts = {{700}, {730}};
    const PlanResult result = solvePlan(problem, kSeconds);
    ASSERT_TRUE(result.proposal);
    EXPECT_EQ(result.proposal->boxes[0].cost.contents, Money{1200});
    EXPECT_EQ(result.proposal->boxes[1].cost.contents, Money{1230});
}

TEST(SolvePlan, PrefersWhatTheRecipientLikes)
{
    PlanProblem problem = twoBoxes();
    problem.recipients[1].preferences = {"golf"};
    problem.items.push_back(item("GOLF", "golf", 1, 400));
    problem.pattern.chosen[0].most = 3;
    const Boxes boxes = planned(problem);
    EXPECT_EQ(boxes[0].find("GOLF"), std::string::npos) << boxes[0];
    EXPECT_NE(boxes[1].find("GOLF"), std::string::npos) << boxes[1];
}

TEST(SolvePlan, PrefersStockAboveParAndOldLots)
{
    PlanProblem problem = twoBoxes();
    problem.recipients.pop_back();
    problem.pattern.chosen[0] = {.category = "", .units = 1, .least = 1, .most = 1};
    problem.pattern.leastCategories = 0;
    problem.items[1].lotMonths = 9;
    EXPECT_EQ(planned(problem), Boxes{"BOX MUG"}) << "the mugs are nine months old";
    problem.items[2].abovePar = 1;
    EXPECT_EQ(planned(problem), Boxes{"BOX PEN"}) << "there are more pens than needed";
    problem.items[1].lotMonths = 30;
    EXPECT_EQ(planned(problem), Boxes{"BOX MUG"}) << "a year counts for more";
}

TEST(SolvePlan, IsFairInValue)
{
    PlanProblem problem = twoBoxes();
    problem.items = {item("A", "a", 1, 1000), item("B", "b", 1, 900), item("C", "c", 1, 300),
                     item("D", "d", 1, 200), packaging("BOX", 2, 150)};
    problem.pattern.chosen = {{"", 1, 2, 2}};
    const PlanResult result = solvePlan(problem, kSeconds);
    ASSERT_TRUE(result.proposal);
    EXPECT_EQ(result.proposal->boxes[0].cost.contents, Money{1200});
    EXPECT_EQ(result.proposal->boxes[1].cost.contents, Money{1200});
}

TEST(SolvePlan, GivesSizedItemsOnlyToWhomTheyFit)
{
    PlanProblem problem = twoBoxes();
    problem.items.push_back(item("SHIRT-M", "shirts", 2, 400));
    problem.items.back().size = "M";
    problem.items.back().lotMonths = 12;
    problem.recipients[0].sizes = {{"shirts", "M"}};
    EXPECT_EQ(planned(problem), (Boxes{"BOX HAT PEN SHIRT-M", "BOX HAT MUG PEN"}))
        << "of equal value";
}

TEST(SolvePlan, MakesABoxAsTheRecipeSays)
{
    PlanProblem problem = twoBoxes();
    problem.items[1].unitCosts.assign(4, Money{400});
    problem.items.push_back(item("MUG-2", "mugs", 2, 450));
    problem.items.push_back(item("MUG-3", "mugs", 2, 450));
    problem.pattern.named = {{"BOX", 1}, {"MUG", 2}};
    problem.pattern.chosen = {{.category = "mugs"}, {.category = "hats"}, {.category = "mugs"}};
    problem.pattern.leastCategories = 0;
    EXPECT_EQ(planned(problem), (Boxes{"BOX MUG:2 HAT MUG-2 MUG-3", "BOX MUG:2 HAT MUG-2 MUG-3"}));
}

Obstacle onlyObstacle(const PlanProblem& problem)
{
    const PlanResult result = solvePlan(problem, kSeconds);
    EXPECT_FALSE(result.proposal);
    const auto& found = result.without.any.empty() ? result.without.together : result.without.any;
    EXPECT_EQ(found.size(), 1U);
    return found.empty() ? Obstacle{} : found.front();
}

TEST(SolvePlan, SaysHowMuchRemainingTheMonthLacks)
{
    PlanProblem problem = twoBoxes();
    problem.limits.monthProgram = Money{3700};
    EXPECT_EQ(planned(problem).size(), 2U) << "exactly at the room";
    problem.limits.monthProgram = Money{3688};
    EXPECT_EQ(onlyObstacle(problem), (Obstacle{PlanLimit::MonthProgram, "", 12}));
}

TEST(SolvePlan, SaysHowFarABoxIsOverItsCaps)
{
    PlanProblem problem = twoBoxes();
    problem.limits.boxTotal = Money{1850};
    problem.limits.boxContents = Money{1200};
    EXPECT_EQ(planned(problem).size(), 2U) << "exactly at the caps";
    problem.limits.boxTotal = Money{1801};
    EXPECT_EQ(onlyObstacle(problem), (Obstacle{PlanLimit::BoxTotal, "", 49}));
    problem.limits.boxTotal = Money{1850};
    problem.limits.boxContents = Money{1100};
    EXPECT_EQ(onlyObstacle(problem), (Obstacle{PlanLimit::BoxContents, "", 100}));
}

TEST(SolvePlan, SaysWhatIsShortOnTheShelf)
{
    PlanProblem problem = twoBoxes();
    problem.items[2].unitCosts.pop_back();
    EXPECT_EQ(onlyObstacle(problem), (Obstacle{PlanLimit::Stock, "PEN", 1}));
    problem = twoBoxes();
    problem.items[3].unitCosts.clear();
    EXPECT_EQ(onlyObstacle(problem), (Obstacle{PlanLimit::Stock, "BOX", 2})) << "named";
}

TEST(SolvePlan, SaysWhoseSizeOrHistoryOrWhichCategoriesAreInTheWay)
{
    PlanProblem problem = twoBoxes();
    problem.items[0].size = "L";
    problem.recipients[0].sizes = {{"hats", "L"}};
    problem.items[0].newestCost.reset();
    EXPECT_EQ(onlyObstacle(problem), (Obstacle{PlanLimit::Size, "HAT", 1}));
    problem = twoBoxes();
    problem.recipients[0].hadLately = {"MUG"};
    EXPECT_EQ(onlyObstacle(problem), (Obstacle{PlanLimit::History, "MUG", 1}));
    problem = twoBoxes();
    problem.pattern.leastCategories = 5;
    EXPECT_EQ(onlyObstacle(problem), (Obstacle{PlanLimit::Categories, "", 2}));
}

TEST(SolvePlan, NamesEachLimitThatAloneWouldDoAndOtherwiseAllTogether)
{
    PlanProblem problem = twoBoxes();
    problem.recipients[0].hadLately = {"MUG"};
    problem.recipients[1].hadLately = {"MUG"};
    problem.items.push_back(item("GOLF", "golf", 0, 400));
    EXPECT_EQ(
        solvePlan(problem, kSeconds).without.any,
        (std::vector<Obstacle>{{PlanLimit::Stock, "GOLF", 2}, {PlanLimit::History, "MUG", 2}}));
    problem.limits.boxTotal = Money{1840};
    const gifting::NoPlan without = solvePlan(problem, kSeconds).without;
    EXPECT_TRUE(without.any.empty());
    EXPECT_EQ(without.together.size(), 2U);
}

TEST(SolvePlan, SaysThatTheCatalogHasTooLittle)
{
    PlanProblem problem = twoBoxes();
    problem.items = {packaging("BOX", 2, 150)};
    const gifting::NoPlan without = solvePlan(problem, kSeconds).without;
    EXPECT_TRUE(without.any.empty());
    EXPECT_EQ(without.together,
              (std::vector<Obstacle>{{PlanLimit::Categories, "", 2}, {PlanLimit::Items, "", 6}}));
}

TEST(SolvePlan, KeepsEveryRuleAndIsNeverWorseThanAGreedyFill)
{
    int plans = 0;
    int greedyPlans = 0;
    for (unsigned number = 0; number < 200; ++number) {
        SCOPED_TRACE(storyName(number));
        const PlanProblem problem = randomProgram(storySeed(number));
        const PlanResult result = solvePlan(problem, kSeconds);
        const auto greedy = greedyFill(problem);
        if (greedy) {
            ++greedyPlans;
            ASSERT_EQ(brokenRules(problem, *greedy), std::vector<std::string>{}) << number;
            ASSERT_TRUE(result.proposal) << number << ": the greedy fill has a plan";
            EXPECT_GE(result.proposal->objective, objectiveOf(problem, *greedy)) << number;
            EXPECT_GE(result.proposal->bound, objectiveOf(problem, *greedy)) << number;
        }
        if (result.proposal) {
            ++plans;
            EXPECT_EQ(brokenRules(problem, result.proposal->boxes), std::vector<std::string>{})
                << number;
            EXPECT_LE(result.proposal->objective, result.proposal->bound) << number;
        } else {
            EXPECT_FALSE(result.without.any.empty() && result.without.together.empty()) << number;
        }
    }
    EXPECT_GT(plans, 100);
    EXPECT_GT(greedyPlans, 50);
    RecordProperty("plans", plans);
    RecordProperty("greedy", greedyPlans);
}

TEST(SolvePlan, SaysTheSameTwice)
{
    for (std::uint32_t number = 1; number <= 10; ++number) {
        const PlanProblem problem = randomProgram(number);
        const PlanResult first = solvePlan(problem, kSeconds);
        const PlanResult second = solvePlan(problem, kSeconds);
        EXPECT_EQ(first.proposal, second.proposal) << number;
        EXPECT_EQ(first.without, second.without) << number;
    }
}

TEST(SolvePlan, PlansALargeMonthWithinOnePercent)
{
    const PlanProblem problem = largeProgram(1, 40, 120);
    const auto begin = std::chrono::steady_clock::now();
    const PlanResult result = solvePlan(problem, kSeconds);
    const auto took = std::chrono::duration_cast<std::chrono::milliseconds>(
        std::chrono::steady_clock::now() - begin);
    RecordProperty("milliseconds", static_cast<int>(took.count()));
    ASSERT_TRUE(result.proposal);
    EXPECT_EQ(brokenRules(problem, result.proposal->boxes), std::vector<std::string>{});
    EXPECT_LE(gifting::gapBasisPoints(result.proposal->objective, result.proposal->bound), 100);
    EXPECT_EQ(solvePlan(problem, kSeconds).proposal, result.proposal);
}

} // namespace
} // namespace giftbox::tests::solve_plan_test
