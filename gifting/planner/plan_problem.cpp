#include "gifting/planner/plan_problem.h"

#include "foundation/check.h"

#include <algorithm>
#include <limits>

namespace giftbox::gifting {

using foundation::Money;

namespace {

Money sum(std::vector<Money>::const_iterator from, std::int64_t units)
{
    Money total;
    for (std::int64_t i = 0; i < units; ++i) {
        total += *from++;
    }
    return total;
}

bool isChosen(const PlanProblem& problem, const PlanItem& item)
{
    return std::ranges::none_of(problem.pattern.named,
                                [&](const NamedLine& line) { return line.sku == item.sku; });
}

/// The total distance of the values from their median, the smallest for any value.
std::int64_t unlikeness(std::vector<std::int64_t> values)
{
    std::ranges::sort(values);
    std::int64_t sum = 0;
    for (const std::int64_t value : values) {
        sum += std::abs(value - values[values.size() / 2]);
    }
    return sum;
}

} // namespace

bool fits(const PlanRecipient& recipient, const PlanItem& item)
{
    if (item.size.empty()) {
        return true;
    }
    const auto worn = recipient.sizes.find(item.category);
    return worn != recipient.sizes.end() && worn->second == item.size;
}

Money mostCost(const PlanItem& item, std::int64_t units)
{
    GIFTBOX_CHECK(units <= item.available());
    Money window = sum(item.unitCosts.begin(), units);
    Money most = window;
    for (std::size_t end = static_cast<std::size_t>(units); end < item.unitCosts.size(); ++end) {
        window += item.unitCosts[end] - item.unitCosts[end - static_cast<std::size_t>(units)];
        most = std::max(most, window);
    }
    return most;
}

std::int64_t pointsOf(const PlanRecipient& recipient, const PlanItem& item)
{
    return (recipient.preferences.contains(item.category) ? points::kPreferences : 0) +
           std::min(item.lotMonths, points::kMostLotMonths);
}

std::int64_t minorPerPoint(const PlanProblem& problem)
{
    Money total;
    std::int64_t items = 0;
    for (const PlanItem& item : problem.items) {
        if (item.kind == inventory::ItemKind::Contents && item.available() > 0) {
            total += mostCost(item, 1);
            ++items;
        }
    }
    return items == 0 ? 1 : std::max<std::int64_t>(1, total.minor / items);
}

std::int64_t objectiveOf(const PlanProblem& problem, const std::vector<ProposedBox>& boxes)
{
    std::int64_t points = 0;
    std::vector<std::int64_t> drawn(problem.items.size(), 0);
    std::vector<std::int64_t> values;
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        Money value;
        for (const ProposedLine& line : boxes[i].lines) {
            const PlanItem& item = problem.items[line.item];
            if (!isChosen(problem, item)) {
                continue;
            }
            points += pointsOf(problem.recipients[i], item);
            drawn[line.item] += line.units;
            if (item.kind == inventory::ItemKind::Contents) {
                value += mostCost(item, line.units);
            }
        }
        values.push_back(value.minor);
    }
    for (std::size_t i = 0; i < drawn.size(); ++i) {
        points += points::kAbovePar * std::min(drawn[i], problem.items[i].abovePar);
    }
    return minorPerPoint(problem) * points - points::kUnlike * unlikeness(std::move(values));
}

void estimateCosts(const PlanProblem& problem, std::vector<ProposedBox>& boxes)
{
    std::vector<std::int64_t> drawn(problem.items.size(), 0);
    for (ProposedBox& box : boxes) {
        box.cost = {.contents = {}, .packaging = {}, .labor = problem.pattern.labor};
        for (const ProposedLine& line : box.lines) {
            const PlanItem& item = problem.items[line.item];
            const Money cost = sum(item.unitCosts.begin() + drawn[line.item], line.units);
            drawn[line.item] += line.units;
            (item.kind == inventory::ItemKind::Contents ? box.cost.contents : box.cost.packaging) +=
                cost;
        }
    }
}

} // namespace giftbox::gifting
