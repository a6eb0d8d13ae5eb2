#include "gifting/planner/plan_month.h"

#include "budget/authorize.h"
#include "foundation/json.h"
#include "gifting/box_poster.h"
#include "gifting/gift_limits.h"
#include "gifting/planner/statements.h"
#include "gifting/use_recipe.h"

#include <charconv>

namespace giftbox::gifting {

using books::ReadTransaction;
using books::WriteTransaction;
using foundation::Money;
using foundation::Month;
using foundation::Refusal;
using foundation::Sentence;

namespace {

Sentence sentenceOf(const books::Store& store, const Obstacle& obstacle,
                    const gifting::WaitingBoxes& waiting)
{
    const foundation::Slot by("by", obstacle.by);
    const foundation::Slot amount("by", store.money({obstacle.by}));
    const foundation::Slot of("of", obstacle.subject);
    switch (obstacle.limit) {
    case PlanLimit::Stock:
        return Sentence("part.plan_stock", {by, of});
    case PlanLimit::MonthProgram:
        return Sentence("part.plan_month_program",
                        {amount, {"waiting", sentencesOf(store, waiting)}});
    case PlanLimit::BoxTotal:
        return Sentence("part.plan_box_total", {amount});
    case PlanLimit::BoxContents:
        return Sentence("part.plan_box_contents", {amount});
    case PlanLimit::Size:
        return Sentence("part.plan_size", {by, of});
    case PlanLimit::History:
        return Sentence("part.plan_history", {by, of, {"boxes", gifting::kLatelyBoxes}});
    case PlanLimit::Categories:
        return Sentence("part.plan_categories", {by});
    case PlanLimit::Items:
        break;
    }
    return Sentence("part.plan_items", {by, of});
}

[[noreturn]] void refuse(const books::Store& store, const MonthToPlan& month, const NoPlan& why)
{
    const foundation::Slot boxes("boxes", month.problem.recipients.size());
    if (why.any.empty() && why.together.empty()) {
        throw Refusal("plan.not_found", {boxes, {"month", month.month}});
    }
    std::vector<Sentence> obstacles;
    for (const Obstacle& obstacle : why.any.empty() ? why.together : why.any) {
        obstacles.push_back(sentenceOf(store, obstacle, month.boxesWaiting));
    }
    const auto what =
        foundation::joined(std::move(obstacles), why.any.empty() ? ", and " : ", or ");
    throw Refusal("plan.impossible", {boxes, {"month", month.month}, {"what", what}});
}

void keepLines(const WriteTransaction& tx, Month month, const std::vector<KeptBox>& boxes)
{
    foundation::Batch lines = sql::InsertMonthPlanLines::batch();
    for (const KeptBox& box : boxes) {
        for (const gifting::BoxLine& line : box.lines) {
            lines.add(box.recipient.value).add(line.sku).add(line.units);
        }
    }
    tx.database().executeForEach(sql::InsertMonthPlanLines{.storeId = tx.storeId(), .month = month},
                                 lines);
}

/// `objective bound`; empty if a box was changed.
std::string summaryOf(const std::optional<PlanWorth>& worth)
{
    return worth ? std::to_string(worth->objective) + " " + std::to_string(worth->bound) : "";
}

std::optional<PlanWorth> worthIn(std::string_view summary)
{
    PlanWorth worth;
    const char* end = summary.data() + summary.size();
    const auto [blank, failure] = std::from_chars(summary.data(), end, worth.objective);
    if (failure != std::errc() || blank == end) {
        return std::nullopt;
    }
    std::from_chars(blank + 1, end, worth.bound);
    return worth;
}

std::vector<KeptBox> boxesOf(const MonthToPlan& month, const Proposal& proposal)
{
    std::vector<KeptBox> boxes;
    for (std::size_t i = 0; i < proposal.boxes.size(); ++i) {
        KeptBox box{.recipient = month.recipients[i],
                    .code = month.problem.recipients[i].code,
                    .name = {},
                    .lines = {},
                    .cost = {},
                    .passed = {}};
        for (const ProposedLine& line : proposal.boxes[i].lines) {
            box.lines.push_back({.sku = month.problem.items[line.item].sku, .units = line.units});
        }
        boxes.push_back(std::move(box));
    }
    return boxes;
}

SavedProposal requireHead(const ReadTransaction& tx, Month month)
{
    const auto head =
        tx.database().query(sql::FindMonthPlan{.storeId = tx.storeId(), .month = month});
    if (!head) {
        throw Refusal("plan.none", {{"month", month}});
    }
    SavedProposal plan;
    if (head->recipeNo) {
        plan.recipe = gifting::RecipeVersion{*head->recipeNo, *head->recipeVersion};
    }
    plan.laborMinutes = head->laborMinutes.value_or(tx.store().laborMinutes(month));
    plan.worth = worthIn(head->summary);
    plan.keptBy = books::EventSeq{head->eventSeq};
    return plan;
}

void loadBoxes(const ReadTransaction& tx, Month month, SavedProposal& plan)
{
    for (const auto& row :
         tx.database().query(sql::MonthPlanLines{.storeId = tx.storeId(), .month = month})) {
        const books::RecipientNo recipient{row.recipientNo};
        if (plan.boxes.empty() || plan.boxes.back().recipient != recipient) {
            plan.boxes.push_back({.recipient = recipient,
                                  .code = std::string(row.code),
                                  .name = std::string(row.name),
                                  .lines = {},
                                  .cost = {},
                                  .passed = {}});
        }
        plan.boxes.back().lines.push_back({.sku = std::string(row.sku), .units = row.units});
    }
}

/// The cost of one box after the earlier ones, which drew `drawn` by SKU; adds to it.
std::optional<budget::BoxCost> costOf(const KeptBox& box,
                                      const std::vector<inventory::AvailableItem>& items,
                                      std::map<std::string, std::int64_t>& drawn)
{
    budget::BoxCost cost;
    bool isThere = true;
    for (const gifting::BoxLine& line : box.lines) {
        const inventory::AvailableItem* item = inventory::findAvailable(items, line.sku);
        const auto more = estimateAfter(*item, drawn[line.sku], line.units);
        drawn[line.sku] += line.units;
        isThere = isThere && more;
        (item->kind == inventory::ItemKind::Contents ? cost.contents : cost.packaging) +=
            more.value_or(Money{});
    }
    return isThere ? std::optional(cost) : std::nullopt;
}

} // namespace

Proposal proposePlan(const books::Store& store, const MonthToPlan& month, std::int64_t seconds)
{
    PlanResult result = solvePlan(month.problem, seconds);
    if (!result.proposal) {
        refuse(store, month, result.without);
    }
    return std::move(*result.proposal);
}

void forgetPlan(WriteTransaction& tx, Month month)
{
    tx.database().execute(sql::DeleteMonthPlanLines{.storeId = tx.storeId(), .month = month});
    tx.database().execute(sql::DeleteMonthPlan{.storeId = tx.storeId(), .month = month});
}

void replacePlan(WriteTransaction& tx, Month month, const SavedProposal& plan)
{
    forgetPlan(tx, month);
    if (plan.boxes.empty()) {
        return;
    }
    const auto& recipe = plan.recipe;
    tx.database().execute(sql::InsertMonthPlan{
        .storeId = tx.storeId(),
        .month = month,
        .recipeNo = recipe ? std::optional(recipe->recipe) : std::nullopt,
        .recipeVersion = recipe ? std::optional(recipe->version) : std::nullopt,
        .summary = summaryOf(plan.worth),
        .eventSeq = tx.event().value});
    keepLines(tx, month, plan.boxes);
}

void keepPlan(WriteTransaction& tx, const MonthToPlan& month, const Proposal& proposal)
{
    tx.requireOpen(month.month);
    tx.askAbout(month.month);
    SavedProposal plan;
    plan.recipe = month.recipe;
    plan.worth = PlanWorth{proposal.objective, proposal.bound};
    plan.boxes = boxesOf(month, proposal);
    replacePlan(tx, month.month, plan);
    foundation::JsonObject detail;
    detail.add("boxes", static_cast<std::int64_t>(proposal.boxes.size()))
        .add("objective", proposal.objective)
        .add("bound", proposal.bound);
    gifting::addRecipe(detail, month.recipe);
    tx.record("plan.propose", "month " + toText(month.month), detail.text());
}

std::vector<foundation::Sentence> limitSentences(const books::Store& store, const KeptBox& box)
{
    std::vector<foundation::Sentence> sentences;
    for (const budget::LimitStanding& one : box.limits) {
        sentences.emplace_back("part.limit_added", std::vector<foundation::Slot>{
                                                       {"name", one.name},
                                                       {"before", store.money(one.use.before)},
                                                       {"added", store.money(one.added)},
                                                       {"limit", store.money(one.use.amount)}});
    }
    return sentences;
}

void estimatePlan(const ReadTransaction& tx, Month month, SavedProposal& plan)
{
    const Money labor = gifting::laborCost(tx.store(), month, plan.laborMinutes);
    const std::vector<inventory::AvailableItem> items = inventory::itemsAvailable(tx);
    budget::MonthState state = budget::loadMonth(tx, month);
    const gifting::MonthRemaining remaining = gifting::remainingOf(tx, month, state);
    plan.remaining = remaining.left;
    plan.boxesWaiting = remaining.waiting;
    std::map<std::string, std::int64_t> drawn;
    GiftLimits limits(tx);
    for (const KeptBox& box : plan.boxes) {
        limits.expect(box.recipient);
    }
    for (KeptBox& box : plan.boxes) {
        box.cost = costOf(box, items, drawn);
        box.passed.clear();
        if (box.cost) {
            box.cost->labor = labor;
            const budget::Verdict verdict =
                authorizeBox(tx.store(), month, state, *box.cost, "to see what it passes");
            box.passed = verdict.overridden;
            box.passed.insert(box.passed.end(), verdict.warned.begin(), verdict.warned.end());
            const budget::Gift gift{.on = month.firstDay(),
                                    .contents = box.cost->contents,
                                    .packaging = box.cost->packaging};
            box.limits = limits.standings(box.recipient, gift);
            const budget::Verdict gifts = limits.test(box.recipient, gift, true);
            box.passed.insert(box.passed.end(), gifts.overridden.begin(), gifts.overridden.end());
            box.passed.insert(box.passed.end(), gifts.warned.begin(), gifts.warned.end());
            state.totals.committed += box.cost->total();
        }
    }
}

std::int64_t boxesProposed(const ReadTransaction& tx, Month month)
{
    return tx.database()
        .query(sql::CountBoxesProposed{.storeId = tx.storeId(), .month = month})
        ->boxes;
}

SavedProposal requirePlan(const ReadTransaction& tx, Month month)
{
    SavedProposal plan = requireHead(tx, month);
    loadBoxes(tx, month, plan);
    estimatePlan(tx, month, plan);
    return plan;
}

void requireSeen(const SavedProposal& plan, books::EventSeq seen)
{
    if (plan.keptBy != seen) {
        throw Refusal("plan.changed");
    }
}

std::optional<Money> SavedProposal::remainingAfter() const
{
    std::optional<Money> left = remaining;
    for (const KeptBox& box : boxes) {
        left = left && box.cost ? std::optional(*left - box.cost->total()) : std::nullopt;
    }
    return left;
}

} // namespace giftbox::gifting
