#include "program/plan_month.h"

#include "budget/authorize.h"
#include "foundation/json.h"
#include "gifting/box_run.h"
#include "gifting/use_recipe.h"

#include <charconv>

namespace giftbox::program {

using books::ReadTransaction;
using books::WriteTransaction;
using foundation::Money;
using foundation::Month;
using foundation::Refusal;
using foundation::Row;
using foundation::Rows;

namespace {

std::string counted(std::int64_t count, const std::string& one, const std::string& many)
{
    return std::to_string(count) + " " + (count == 1 ? one : many);
}

std::string sentenceOf(const books::Store& store, const Obstacle& obstacle)
{
    const std::string of = obstacle.subject.empty() ? "" : " (" + obstacle.subject + ")";
    switch (obstacle.limit) {
    case PlanLimit::Stock:
        return counted(obstacle.by, "more unit", "more units") + " on the shelf" + of;
    case PlanLimit::MonthProgram:
        return store.amount({obstacle.by}) + " more room under month.program";
    case PlanLimit::BoxTotal:
        return "a box.total that is " + store.amount({obstacle.by}) + " higher";
    case PlanLimit::BoxContents:
        return "a box.contents that is " + store.amount({obstacle.by}) + " higher";
    case PlanLimit::Sizes:
        return counted(obstacle.by, "item", "items") + " in a size that is not known to be worn" +
               of;
    case PlanLimit::History:
        return counted(obstacle.by, "item", "items") + " again that the last " +
               std::to_string(gifting::kLatelyBoxes) + " boxes of a recipient had" + of;
    case PlanLimit::Categories:
        return counted(obstacle.by, "category", "categories") + " fewer in a box";
    case PlanLimit::Items:
        return counted(obstacle.by, "item", "items") +
               " fewer in the boxes, since the catalog has "
               "no more that may be chosen" +
               of;
    }
    return {};
}

std::string joined(const books::Store& store, const std::vector<Obstacle>& obstacles,
                   const std::string& by)
{
    std::string text;
    for (const Obstacle& obstacle : obstacles) {
        text += (text.empty() ? "" : by) + sentenceOf(store, obstacle);
    }
    return text;
}

[[noreturn]] void refuse(const books::Store& store, const MonthToPlan& month, const NoPlan& why)
{
    const std::string boxes =
        counted(static_cast<std::int64_t>(month.problem.recipients.size()), "box", "boxes") +
        " in " + toText(month.month);
    if (why.any.empty() && why.together.empty()) {
        throw Refusal("plan.not_found", "no plan for " + boxes +
                                            " was found in time, and not why; try fewer "
                                            "--boxes");
    }
    throw Refusal("plan.impossible", "there is no plan for " + boxes + "; it would take " +
                                         (why.any.empty() ? joined(store, why.together, ", and ")
                                                          : joined(store, why.any, ", or ")) +
                                         "; change that, or plan fewer with --boxes");
}

void runOn(const WriteTransaction& tx, std::string_view sql, Month month)
{
    tx.database().execute(sql, {{"store_id", tx.storeId()}, {"month", month.number()}});
}

void keepLines(const WriteTransaction& tx, const MonthToPlan& month, const Proposal& proposal)
{
    foundation::Batch lines({"recipient_no", "sku", "units"});
    for (std::size_t i = 0; i < proposal.boxes.size(); ++i) {
        for (const ProposedLine& line : proposal.boxes[i].lines) {
            lines.add(month.recipients[i].value)
                .add(month.problem.items[line.item].sku)
                .add(line.units);
        }
    }
    tx.database().executeForEach("program/insert_month_plan_lines",
                                 {{"store_id", tx.storeId()}, {"month", month.month.number()}},
                                 lines);
}

/// `objective bound`, as keepPlan wrote them.
void readSummary(std::string_view text, KeptPlan& plan)
{
    const char* end = text.data() + text.size();
    const auto [blank, failure] = std::from_chars(text.data(), end, plan.objective);
    if (failure == std::errc() && blank != end) {
        std::from_chars(blank + 1, end, plan.bound);
    }
}

KeptPlan requireHead(const ReadTransaction& tx, Month month)
{
    Rows rows = tx.database().query("program/find_month_plan",
                                    {{"store_id", tx.storeId()}, {"month", month.number()}});
    if (!rows.next()) {
        throw Refusal("plan.none", "nothing is proposed for " + toText(month) +
                                       ", or it has been accepted; `giftbox plan " + toText(month) +
                                       "` makes a proposal, `giftbox box list --month` shows the "
                                       "boxes planned");
    }
    const Row row = rows.row();
    KeptPlan plan;
    if (!row.isNull(0)) {
        plan.recipe = gifting::RecipeVersion{row.integer(0), row.integer(1)};
    }
    plan.laborMinutes = row.maybeInteger(2).value_or(tx.store().laborMinutes);
    readSummary(row.text(3), plan);
    return plan;
}

void loadBoxes(const ReadTransaction& tx, Month month, KeptPlan& plan)
{
    for (Rows rows = tx.database().query("program/month_plan_lines",
                                         {{"store_id", tx.storeId()}, {"month", month.number()}});
         rows.next();) {
        const Row row = rows.row();
        const books::RecipientNo recipient{row.integer(0)};
        if (plan.boxes.empty() || plan.boxes.back().recipient != recipient) {
            plan.boxes.push_back(
                {.recipient = recipient, .code = row.string(1), .lines = {}, .cost = {}});
        }
        plan.boxes.back().lines.push_back({.sku = row.string(2), .units = row.integer(3)});
    }
}

/// The cost of one box after those before it, `drawn` by SKU, which it adds to.
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
    runOn(tx, "program/delete_month_plan_lines", month);
    runOn(tx, "program/delete_month_plan", month);
}

void keepPlan(WriteTransaction& tx, const MonthToPlan& month, const Proposal& proposal)
{
    tx.requireOpen(month.month);
    forgetPlan(tx, month.month);
    const std::string summary =
        std::to_string(proposal.objective) + " " + std::to_string(proposal.bound);
    const auto recipeOr = [&](std::int64_t gifting::RecipeVersion::*member) {
        return month.recipe ? foundation::Value((*month.recipe).*member) : foundation::Value();
    };
    tx.database().execute("program/insert_month_plan",
                          {{"store_id", tx.storeId()},
                           {"month", month.month.number()},
                           {"recipe_no", recipeOr(&gifting::RecipeVersion::recipe)},
                           {"recipe_version", recipeOr(&gifting::RecipeVersion::version)},
                           {"summary", summary},
                           {"event_seq", tx.event().value}});
    keepLines(tx, month, proposal);
    foundation::JsonObject detail;
    detail.add("boxes", static_cast<std::int64_t>(proposal.boxes.size()))
        .add("objective", proposal.objective)
        .add("bound", proposal.bound);
    gifting::addRecipe(detail, month.recipe);
    tx.record("plan.propose", "month " + toText(month.month), detail.text());
}

KeptPlan requirePlan(const ReadTransaction& tx, Month month)
{
    KeptPlan plan = requireHead(tx, month);
    loadBoxes(tx, month, plan);
    const Money labor = gifting::laborCost(tx.store(), plan.laborMinutes);
    const std::vector<inventory::AvailableItem> items = inventory::itemsAvailable(tx);
    std::map<std::string, std::int64_t> drawn;
    for (KeptBox& box : plan.boxes) {
        box.cost = costOf(box, items, drawn);
        if (box.cost) {
            box.cost->labor = labor;
        }
    }
    const budget::MonthState state = budget::loadMonth(tx, month);
    plan.room = roomUnder(capOf(state.caps, budget::CapName::MonthProgram),
                          state.totals.spent() + state.totals.committed);
    return plan;
}

} // namespace giftbox::program
