#include "gifting/planner/month_to_plan.h"

#include "budget/authorize.h"
#include "foundation/fold.h"
#include "gifting/box_poster.h"
#include "gifting/planner/statements.h"
#include "gifting/recipe_fill.h"
#include "gifting/selection/open_month.h"
#include "gifting/selection/selection_boxes.h"
#include "gifting/use_recipe.h"
#include "inventory/stock.h"

#include <algorithm>

namespace giftbox::gifting {

using books::ReadTransaction;
using foundation::Money;
using foundation::Month;
using foundation::Refusal;
using inventory::AvailableItem;
using inventory::ItemKind;

namespace {

constexpr std::int64_t kFewestItems = 3;
constexpr std::int64_t kMostItems = 6;
constexpr std::int64_t kFewestCategories = 3;
/// The number of last boxes packed that determine the usual packaging.
constexpr std::int64_t kLatestBoxes = 10;

Money costOfFirst(const AvailableItem& item, std::int64_t units)
{
    Money cost;
    if (units > 0) {
        for (const inventory::LotDraw& draw : inventory::drawFifo(item.lots, units)) {
            cost += draw.cost;
        }
    }
    return cost;
}

/// The cost of a unit from the newest lot bought, by SKU.
std::map<std::string, Money> newestCosts(const ReadTransaction& tx)
{
    std::map<std::string, Money> costs;
    inventory::stockNow(tx, [&costs](const inventory::StockLine& line) {
        if (line.lastUnits > 0) {
            costs[line.sku] = portion(line.lastCost, 1, line.lastUnits);
        }
    });
    return costs;
}

PlanItem planItemOf(const AvailableItem& item, std::int64_t mostUnits, foundation::Date today)
{
    PlanItem one{.sku = item.sku,
                 .kind = item.kind,
                 .category = foundation::folded(item.category),
                 .size = foundation::folded(item.size),
                 .unitCosts = {},
                 .newestCost = {},
                 .abovePar = item.abovePar(),
                 .lotMonths = 0};
    const std::int64_t units = std::min(mostUnits, item.available(inventory::kEver));
    for (std::int64_t unit = 0; unit < units; ++unit) {
        one.unitCosts.push_back(*estimateAfter(item, unit, 1));
    }
    if (!item.lots.empty()) {
        one.lotMonths = std::max<std::int64_t>(
            0, monthsBetween(item.lots.front().receivedOn.month(), today.month()));
    }
    return one;
}

bool isNamed(const BoxPattern& pattern, const std::string& sku)
{
    return std::ranges::any_of(pattern.named,
                               [&](const NamedLine& line) { return line.sku == sku; });
}

/// The most units of one item in one box.
std::int64_t mostOfOneItem(const BoxPattern& pattern)
{
    std::int64_t most = 1;
    for (const NamedLine& line : pattern.named) {
        most = std::max(most, line.units);
    }
    for (const ChosenLine& line : pattern.chosen) {
        most = std::max(most, line.units);
    }
    return most;
}

void loadItems(const ReadTransaction& tx, const PlanAsk& ask, PlanProblem& problem)
{
    const std::map<std::string, Money> newest = newestCosts(tx);
    const std::int64_t mostUnits =
        mostOfOneItem(problem.pattern) * static_cast<std::int64_t>(problem.recipients.size());
    for (const AvailableItem& item : inventory::itemsAvailable(tx)) {
        if (item.kind == ItemKind::Contents || isNamed(problem.pattern, item.sku)) {
            PlanItem one = planItemOf(item, mostUnits, ask.today);
            if (const auto cost = newest.find(item.sku); cost != newest.end()) {
                one.newestCost = cost->second;
            }
            problem.items.push_back(std::move(one));
        }
    }
}

PlanRecipient recipientOf(const ReadTransaction& tx, const Waiting& waiting)
{
    PlanRecipient one;
    one.code = waiting.code;
    for (const auto& [category, size] : gifting::keptSizes(waiting.sizes)) {
        one.sizes.emplace(foundation::folded(category), foundation::folded(size));
    }
    for (const std::string& category : gifting::keptPreferences(waiting.preferences)) {
        one.preferences.insert(foundation::folded(category));
    }
    one.hadLately = gifting::hadLately(tx, waiting.number);
    return one;
}

/// The packaging of most of the last boxes packed; of two equally common, the latest.
std::vector<NamedLine> usualPackaging(const ReadTransaction& tx)
{
    std::map<std::int64_t, std::vector<NamedLine>, std::greater<>> ofBox;
    for (const auto& row : tx.database().query(
             sql::LatestPackaging{.storeId = tx.storeId(), .boxes = kLatestBoxes})) {
        ofBox[row.boxNo].push_back({std::string(row.sku), row.units});
    }
    std::vector<NamedLine> usual;
    std::int64_t most = 0;
    for (const auto& [box, lines] : ofBox) {
        const auto same = std::ranges::count_if(
            ofBox, [&lines = lines](const auto& other) { return other.second == lines; });
        if (same > most) {
            most = same;
            usual = lines;
        }
    }
    return usual;
}

BoxPattern patternOf(const ReadTransaction& tx, Month month,
                     const std::optional<gifting::Recipe>& recipe)
{
    BoxPattern pattern;
    if (recipe) {
        for (const gifting::BoxLine& line : recipe->items) {
            pattern.named.push_back({line.sku, line.units});
        }
        for (const gifting::CategoryLine& line : recipe->categories) {
            pattern.chosen.push_back({.category = foundation::folded(line.category),
                                      .units = line.units,
                                      .least = 1,
                                      .most = 1});
        }
    } else {
        pattern.named = usualPackaging(tx);
        pattern.chosen = {{.category = "", .units = 1, .least = kFewestItems, .most = kMostItems}};
        pattern.leastCategories = kFewestCategories;
    }
    pattern.labor = gifting::laborCost(tx.store(), month, recipe ? recipe->minutes : std::nullopt);
    return pattern;
}

PlanLimits limitsOf(const budget::MonthState& month, const gifting::WaitingBoxes& waiting)
{
    const auto amountOf = [&](budget::CapName name) {
        const std::optional<budget::Cap>& cap = capOf(month.caps, name);
        return cap ? std::optional(cap->limit()) : std::nullopt;
    };
    return {.boxTotal = amountOf(budget::CapName::BoxTotal),
            .boxContents = amountOf(budget::CapName::BoxContents),
            .monthProgram =
                remainingUnder(capOf(month.caps, budget::CapName::MonthProgram),
                               month.totals.spent() + month.totals.committed + waiting.cost())};
}

std::vector<Waiting> requireWaiting(const ReadTransaction& tx, const PlanAsk& ask)
{
    if (ask.boxes && *ask.boxes < 1) {
        throw Refusal("plan.boxes_malformed", {{"boxes", *ask.boxes}});
    }
    std::vector<Waiting> waiting = waitingIn(tx, ask.month);
    if (waiting.empty()) {
        throw Refusal("plan.nobody", {{"month", ask.month}});
    }
    if (ask.boxes && *ask.boxes < static_cast<std::int64_t>(waiting.size())) {
        waiting.resize(static_cast<std::size_t>(*ask.boxes));
    }
    return waiting;
}

} // namespace

std::vector<Waiting> waitingIn(const ReadTransaction& tx, Month month)
{
    std::vector<Waiting> all;
    const auto boxes = boxesOfList(tx, month);
    for (const auto& row :
         tx.database().query(sql::SelectedToPlan{.storeId = tx.storeId(), .month = month})) {
        const books::RecipientNo number{row.recipientNo};
        if (const auto had = boxes.find(number); had != boxes.end() && had->second.own) {
            continue;
        }
        all.push_back(
            {.number = number,
             .code = std::string(row.code),
             .sizes = std::string(row.sizes),
             .preferences = std::string(row.preferences),
             .exemption = row.exceptionReason.empty()
                              ? std::nullopt
                              : std::optional(Exemption(std::string(row.exceptionReason)))});
    }
    return all;
}

std::optional<Money> estimateAfter(const AvailableItem& item, std::int64_t drawn,
                                   std::int64_t units)
{
    if (item.available(inventory::kEver) < drawn + units) {
        return {};
    }
    const std::int64_t gone = item.reserved + drawn;
    return costOfFirst(item, gone + units) - costOfFirst(item, gone);
}

MonthToPlan loadMonthToPlan(const ReadTransaction& tx, const PlanAsk& ask)
{
    tx.requireOpen(ask.month);
    std::optional<gifting::Recipe> recipe;
    if (ask.recipe) {
        recipe = gifting::requireRecipe(tx, *ask.recipe);
    }
    MonthToPlan month;
    month.month = ask.month;
    if (recipe) {
        month.recipe = recipe->version;
    }
    for (const Waiting& waiting : requireWaiting(tx, ask)) {
        month.recipients.push_back(waiting.number);
        month.problem.recipients.push_back(recipientOf(tx, waiting));
    }
    month.problem.pattern = patternOf(tx, ask.month, recipe);
    const budget::MonthState state = budget::loadMonth(tx, ask.month);
    if (ask.month <= ask.today.month()) {
        month.boxesWaiting = gifting::waitingBefore(tx, ask.month, state);
    }
    month.problem.limits = limitsOf(state, month.boxesWaiting);
    loadItems(tx, ask, month.problem);
    return month;
}

} // namespace giftbox::gifting
