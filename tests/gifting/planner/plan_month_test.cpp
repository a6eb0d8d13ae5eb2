#include "gifting/planner/accept_plan.h"
#include "gifting/planner/change_plan.h"
#include "gifting/planner/plan_month.h"
#include "gifting/set_recipe.h"
#include "tests/gifting/selection/month_fixture.h"

#include <algorithm>

namespace giftbox::tests::plan_month_test {
namespace {

using gifting::MonthToPlan;
using gifting::SavedProposal;

/// Three recipients on the approved list of July 2026; a hat, a mug and a pen for each of them on the shelf.
class PlanMonth : public MonthFixture {
protected:
    void prepare() override
    {
        MonthFixture::prepare();
        contents("HAT", "hats", 3, "21.00");
        contents("PEN", "pens", 3, "3.00");
        contents("CUP", "mugs", 3, "12.00");
        writeOff("MUG-01", 100, "2026-06-01");
        for (const char* code : {"C-3", "C-1", "C-2"}) {
            nominate(code, "2026-07");
            select(code, "2026-07");
        }
        approve("2026-07");
    }

    void contents(const std::string& sku, const std::string& category, std::int64_t units,
                  const std::string& cost, const std::string& size = "")
    {
        inventory::Item item;
        item.sku = sku;
        item.name = "Item " + sku;
        item.category = category;
        item.unit = "each";
        item.size = size;
        add(item);
        stock(sku, units, cost, "2026-05-01");
    }

    void limit(const std::string& name, const std::string& amount)
    {
        cap(name, amount, budget::CapAction::Stop, "2026-01");
    }

    MonthToPlan load(std::optional<std::int64_t> boxes = {},
                     const std::optional<std::string>& recipe = {},
                     const std::string& today = "2026-06-15")
    {
        return read([&](const auto& tx) {
            return gifting::loadMonthToPlan(
                tx,
                {.month = month("2026-07"), .boxes = boxes, .recipe = recipe, .today = day(today)});
        });
    }
    void propose(std::optional<std::int64_t> boxes = {},
                 const std::optional<std::string>& recipe = {})
    {
        const MonthToPlan loaded = load(boxes, recipe);
        write([&](auto& tx) {
            gifting::keepPlan(tx, loaded, gifting::proposePlan(tx.store(), loaded, 60));
            return 0;
        });
    }
    SavedProposal kept()
    {
        return read([&](const auto& tx) { return gifting::requirePlan(tx, month("2026-07")); });
    }
    std::vector<gifting::AcceptedBox> accept()
    {
        return write([&](auto& tx) { return gifting::acceptPlan(tx, month("2026-07")); });
    }
    gifting::PlanChange changeOf(const std::string& code, std::vector<gifting::BoxLine> lines)
    {
        return {.month = month("2026-07"),
                .seen = kept().keptBy,
                .recipient = code,
                .lines = std::move(lines)};
    }
    void change(const gifting::PlanChange& one)
    {
        write([&](auto& tx) { return gifting::changePlan(tx, one); });
    }
    /// `C-3: CUP HAT PEN 12.00` for each proposed box.
    std::string proposed()
    {
        std::string boxes;
        for (const gifting::KeptBox& box : kept().boxes) {
            boxes += (boxes.empty() ? "" : ", ") + box.code + ":";
            for (const gifting::BoxLine& line : box.lines) {
                boxes += " " + line.sku + (line.units > 1 ? ":" + std::to_string(line.units) : "");
            }
            boxes += " " + (box.cost ? text(box.cost->total()) : "?");
        }
        return boxes;
    }
};

TEST_P(PlanMonth, ProposesABoxForEverybodyOnTheApprovedListInTheOrderSelected)
{
    propose();
    EXPECT_EQ(proposed(), "C-3: HAT PEN CUP 12.00, C-1: HAT PEN CUP 12.00, C-2: HAT PEN CUP 12.00");
    EXPECT_EQ(lastEvent().substr(0, 49), R"(plan.propose month 2026-07 {"boxes":3,"objective")");
    EXPECT_EQ(total("2026-07").committed, Money{}) << "a proposal commits nothing";
    EXPECT_EQ(lastEvent().find("C-"), std::string::npos) << "and its event names nobody";
}

TEST_P(PlanMonth, TakesTheFirstAsManyAsAreWantedAndThePlaceOfTheFormerProposal)
{
    propose();
    propose(2);
    EXPECT_EQ(proposed(), "C-3: HAT PEN CUP 12.00, C-1: HAT PEN CUP 12.00");
}

TEST_P(PlanMonth, SaysWhatEachBoxAddsUnderAGiftLimit)
{
    constexpr std::int64_t kWarn = 1;
    setFrom(books::Setting::LimitUsGift, kWarn, "2026-01");
    stock("MUG-01", 1, "10.00", "2026-05-01");
    packAndGive("C-1", {{"MUG-01", 1}}, "2026-05-05");
    propose();
    const auto store = read([](const auto& tx) { return tx.store(); });
    std::string said;
    for (const gifting::KeptBox& box : kept().boxes) {
        said += box.code + ": " + textOf(limitSentences(store, box)) + "; " +
                std::to_string(box.passed.size()) + "\n";
    }
    EXPECT_EQ(said, "C-3: Gift limit us-gift: 0.00 USD so far and 12.00 USD with this box, of "
                    "25.00 USD; 0\n"
                    "C-1: Gift limit us-gift: 10.00 USD so far and 12.00 USD with this box, of "
                    "25.00 USD; 0\n"
                    "C-2: Gift limit us-gift: 0.00 USD so far and 12.00 USD with this box, of "
                    "25.00 USD; 0\n");
}

TEST_P(PlanMonth, LeavesOutWhoHasABoxOrMayNotBeGivenOne)
{
    write([&](auto& tx) {
        return gifting::planBox(tx, {.recipient = "C-3",
                                     .lines = {{"PEN", 1}},
                                     .minutes = {},
                                     .month = month("2026-07"),
                                     .override = {},
                                     .recipe = {}});
    });
    doNotGift("C-1");
    EXPECT_EQ(load().recipients.size(), 1U);
    EXPECT_EQ(load().problem.recipients.front().code, "C-2");
    nominate("C-3", "2026-07", "Cy");
    EXPECT_EQ(load().problem.items.size(), 4U) << "contents only, nothing is named";
}

TEST_P(PlanMonth, SeesShelfCapsSizesPreferencesAndWhatWasInTheLatestBoxes)
{
    packagingItem("BOX");
    stock("BOX", 9, "9.00", "2026-05-01");
    pack("C-2", {{"HAT", 1}, {"BOX", 2}}, "2026-05-02");
    limit("box.total", "50.00");
    cap("box.contents", "20.00", budget::CapAction::Warn, "2026-01");
    limit("month.program", "90.00");
    raw().execute(
        "UPDATE recipient SET sizes = 'shirts=L', preferences = 'golf,hats' WHERE store_id = " +
        storeId() + " AND code = 'C-2'");
    const MonthToPlan loaded = load();
    const gifting::PlanProblem& problem = loaded.problem;
    EXPECT_EQ(problem.recipients[2].hadLately, (std::set<std::string>{"BOX", "HAT"}));
    EXPECT_EQ(problem.recipients[2].sizes.at("shirts"), "l") << "folded";
    EXPECT_TRUE(problem.recipients[2].preferences.contains("golf"));
    EXPECT_EQ(problem.limits.boxTotal, money("50.00"));
    EXPECT_EQ(problem.limits.boxContents, money("20.00")) << "also a cap that only warns";
    EXPECT_EQ(problem.limits.monthProgram, money("90.00"));
    EXPECT_EQ(problem.pattern.named, (std::vector<gifting::NamedLine>{{"BOX", 2}}))
        << "packaged like the latest boxes";
    const auto hat = std::ranges::find(problem.items, "HAT", &gifting::PlanItem::sku);
    EXPECT_EQ(hat->unitCosts, (std::vector<Money>{money("7.00"), money("7.00")}));
    EXPECT_EQ(hat->lotMonths, 1);
}

TEST_P(PlanMonth, MakesBoxesByARecipe)
{
    packagingItem("BOX");
    stock("BOX", 9, "9.00", "2026-05-01");
    write([&](auto& tx) {
        return gifting::setRecipe(
            tx,
            {.name = "Plain", .items = {{"BOX", 1}}, .categories = {{"mugs", 1}}, .minutes = 20});
    });
    propose({}, "Plain");
    EXPECT_EQ(proposed(), "C-3: CUP BOX 15.00, C-1: CUP BOX 15.00, C-2: CUP BOX 15.00");
    const auto accepted = accept();
    EXPECT_EQ(accepted.front().box.cost.labor, money("10.00"));
}

TEST_P(PlanMonth, AcceptingPlansEveryBoxAndForgetsTheProposal)
{
    propose();
    const auto accepted = accept();
    ASSERT_EQ(accepted.size(), 3U);
    EXPECT_EQ(accepted[0].recipient, "C-3");
    EXPECT_EQ(accepted[0].box.cost.total(), money("12.00"));
    EXPECT_EQ(total("2026-07").committed, money("36.00"));
    EXPECT_EQ(lastEvent(),
              R"(plan.accept month 2026-07 {"boxes":3,"first_box":1,"estimated":"36.00"})");
    EXPECT_REFUSAL("plan.none", accept());
    EXPECT_REFUSAL("plan.nobody", load());
}

TEST_P(PlanMonth, AcceptingKeepsTheCapsThatEachBoxPasses)
{
    propose();
    cap("box.total", "11.00", budget::CapAction::Warn, "2026-01");
    accept();
    std::vector<std::vector<std::string>> rows;
    for (const char* box : {"1", "2", "3"}) {
        rows.push_back({box, "202607", "plan", box, "box.total", "warned", "1100", "1200"});
    }
    EXPECT_EQ(raw().rows("SELECT line_no, month, step, box_no, cap, action, amount_minor, "
                         "would_be_minor FROM cap_exception WHERE store_id = " +
                         storeId() + " ORDER BY line_no"),
              rows);
    EXPECT_EQ(verify(), std::vector<std::string>{});
}

TEST_P(PlanMonth, AcceptsAllOrNothing)
{
    propose();
    writeOff("PEN", 1, "2026-06-10");
    EXPECT_EQ(proposed(), "C-3: HAT PEN CUP 12.00, C-1: HAT PEN CUP 12.00, C-2: HAT PEN CUP ?");
    EXPECT_REFUSAL("stock.short", accept());
    stock("PEN", 1, "1.00", "2026-06-11");
    limit("month.program", "35.99");
    EXPECT_REFUSAL("budget.month_program_exceeded", accept());
    limit("month.program", "36.00");
    remove("C-1", "2026-07");
    const Refusal refusal = EXPECT_REFUSAL("plan.outdated", accept());
    EXPECT_EQ(refusal.sentence(), "C-1 is no longer waiting for a box on the approved list for "
                                  "2026-07. `giftbox plan 2026-07` makes a new proposal.");
}

TEST_P(PlanMonth, SaysWhoseBoxIsRefused)
{
    propose();
    limit("box.total", "11.99");
    const Refusal refusal = EXPECT_REFUSAL("budget.box_total_exceeded", accept());
    EXPECT_TRUE(refusal.sentence().starts_with("Box for C-3: ")) << refusal.sentence();
}

TEST_P(PlanMonth, IsChangedBoxByBox)
{
    propose();
    const auto proposedFirst = kept();
    ASSERT_TRUE(proposedFirst.worth.has_value());
    change(changeOf("C-1", {{"PEN", 1}, {"CUP", 1}}));
    EXPECT_EQ(proposed(), "C-3: HAT PEN CUP 12.00, C-1: PEN CUP 5.00, C-2: HAT PEN CUP 12.00");
    EXPECT_EQ(lastEvent(), R"(plan.change month 2026-07 {"boxes":3,"items":2})");
    EXPECT_FALSE(kept().worth.has_value()) << "the objective is that of another proposal";
    EXPECT_EQ(total("2026-07").committed, Money{});
    change(changeOf("C-3", {}));
    EXPECT_EQ(proposed(), "C-1: PEN CUP 5.00, C-2: HAT PEN CUP 12.00");
    change(changeOf("C-3", {{"HAT", 1}, {"HAT", 1}}));
    EXPECT_EQ(proposed(), "C-3: HAT:2 14.00, C-1: PEN CUP 5.00, C-2: HAT PEN CUP 12.00");
    EXPECT_EQ(accept().size(), 3U);
}

TEST_P(PlanMonth, ShowsAChangeBeforeItIsKept)
{
    limit("month.program", "30.00");
    propose(2);
    const std::string before = proposed();
    cap("box.total", "6.00", budget::CapAction::Warn, "2026-01");
    const gifting::PlanChange one = changeOf("C-1", {{"HAT", 2}, {"CUP", 1}});
    const SavedProposal shown = read([&](const auto& tx) { return gifting::changedPlan(tx, one); });
    EXPECT_EQ(shown.remaining, money("30.00"));
    EXPECT_EQ(shown.remainingAfter(), money("0.00"));
    ASSERT_EQ(shown.boxes[1].passed.size(), 1U);
    EXPECT_EQ(shown.boxes[1].passed[0].wouldBe, money("18.00"));
    EXPECT_EQ(proposed(), before);
}

TEST_P(PlanMonth, RefusesChangesThatCannotBe)
{
    propose(2);
    const std::string before = proposed();
    const gifting::PlanChange seen = changeOf("C-1", {{"PEN", 1}});
    EXPECT_REFUSAL("plan.outdated", change(changeOf("C-9", {{"PEN", 1}})));
    EXPECT_REFUSAL("item.unknown", change(changeOf("C-1", {{"NONE", 1}})));
    EXPECT_REFUSAL("units.malformed", change(changeOf("C-1", {{"PEN", 0}})));
    const Refusal refusal = EXPECT_REFUSAL("stock.short", change(changeOf("C-1", {{"PEN", 3}})));
    EXPECT_EQ(refusal.sentence(), "This box needs 3 of item PEN, but the other boxes in the "
                                  "proposal leave 2. Use fewer, or select another item.");
    EXPECT_EQ(proposed(), before);
    change(seen);
    EXPECT_REFUSAL("plan.changed", change(seen));
    EXPECT_REFUSAL("plan.changed", write([&](auto& tx) {
                       return gifting::acceptPlan(tx, month("2026-07"), seen.seen);
                   }));
    change(changeOf("C-3", {}));
    change(changeOf("C-1", {}));
    EXPECT_REFUSAL("plan.none", kept());
}

TEST_P(PlanMonth, SaysWhatIsInTheWayAndByHowMuch)
{
    limit("month.program", "35.00");
    Refusal refusal = EXPECT_REFUSAL("plan.impossible", propose());
    EXPECT_EQ(refusal.sentence(),
              "There is no proposal for 3 boxes in 2026-07. It would take 1.00 USD more under the "
              "month's limit for boxes. Change that, or plan fewer boxes.");
    EXPECT_NO_THROW(propose(2));
    limit("month.program", "100.00");
    writeOff("HAT", 2, "2026-06-10");
    refusal = EXPECT_REFUSAL("plan.impossible", propose());
    EXPECT_TRUE(refusal.sentence().starts_with(
        "There is no proposal for 3 boxes in 2026-07. It would take 2 more units in stock ("))
        << refusal.sentence();
}

TEST_P(PlanMonth, LeavesToBoxesThatWaitWhatTheyWillTakeOfThisMonth)
{
    item("TIE");
    stock("TIE", 4, "4.00", "2026-06-01");
    recipient("C-4");
    pack("C-4", {{"TIE", 4}}, "2026-06-02");
    const auto proposedOn = [&](const std::string& today) {
        const MonthToPlan loaded = load({}, {}, today);
        return read([&](const auto& tx) {
            return gifting::proposePlan(tx.store(), loaded, 60).boxes.size();
        });
    };
    limit("month.program", "40.00");
    EXPECT_EQ(proposedOn("2026-07-01"), 3U) << "36.00 for them and 4.00 for the one that waits";
    limit("month.program", "39.00");
    EXPECT_EQ(proposedOn("2026-06-30"), 3U) << "it is June: the box may be given before July";
    const Refusal refusal = EXPECT_REFUSAL("plan.impossible", proposedOn("2026-07-01"));
    EXPECT_NE(refusal.sentence().find(
                  "1.00 USD more under the month's limit for boxes (1 box "
                  "packed in 2026-06 (4.00 USD) counts there until given, then here)"),
              std::string::npos)
        << refusal.sentence();
    limit("month.program", "3.00");
    EXPECT_REFUSAL("plan.impossible", proposedOn("2026-07-01"));
    limit("month.program", "38.00");
    propose();
    EXPECT_EQ(kept().remainingAfter(), money("2.00"));
    EXPECT_EQ(kept().monthAfter().onceGiven(), money("-2.00")) << "which the proposal says";
    EXPECT_EQ(accept().front().box.remaining.waiting.cost(), money("4.00"));
}

TEST_P(PlanMonth, RefusesWhatCannotBePlanned)
{
    EXPECT_REFUSAL("plan.boxes_malformed", load(0));
    EXPECT_REFUSAL("recipe.unknown", load({}, "Fancy"));
    EXPECT_REFUSAL("plan.none", kept());
    EXPECT_REFUSAL("plan.none", accept());
    const MonthToPlan loaded = load();
    itIs("2026-08-01");
    for (foundation::Month one = month("2025-01"); one <= month("2026-07"); one = one.next()) {
        close(toText(one));
    }
    EXPECT_REFUSAL("month.closed", load());
    EXPECT_REFUSAL("month.closed", write([&](auto& tx) {
                       gifting::keepPlan(tx, loaded, gifting::Proposal{});
                       return 0;
                   }));
}

GIFTBOX_ON_BOTH_ENGINES(PlanMonth);

} // namespace
} // namespace giftbox::tests::plan_month_test
