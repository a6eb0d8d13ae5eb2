#pragma once

#include "budget/month_book.h"
#include "inventory/item.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace giftbox::gifting {

/// A selected recipient; categories and sizes are folded, here and below. `sizes`: the size worn, by category;
/// `hadLately`: the SKUs of their latest boxes.
struct PlanRecipient {
    std::string code;
    std::map<std::string, std::string, std::less<>> sizes;
    std::set<std::string, std::less<>> preferences;
    std::set<std::string> hadLately;
};

/// An item that may go into a box.
struct PlanItem {
    std::string sku;
    inventory::ItemKind kind = inventory::ItemKind::Contents;
    std::string category;
    std::string size;
    /// The estimated cost of each available unit, in FIFO order after the reserved ones.
    std::vector<foundation::Money> unitCosts;
    /// The cost of a unit not in stock yet; none if it was never bought.
    std::optional<foundation::Money> newestCost;
    /// Units available above the par level; 0 without a par level.
    std::int64_t abovePar = 0;
    /// Whole months since its oldest lot was received.
    std::int64_t lotMonths = 0;

    std::int64_t available() const { return static_cast<std::int64_t>(unitCosts.size()); }
};

/// An item in every box, by SKU.
struct NamedLine {
    std::string sku;
    std::int64_t units = 1;

    bool operator==(const NamedLine&) const = default;
};

/// A group of items that the planner selects for a box: from `least` to `most` different items of contents, of one
/// category unless that is empty.
struct ChosenLine {
    std::string category;
    std::int64_t units = 1;
    std::int64_t least = 1;
    std::int64_t most = 1;
};

/// The makeup of a box. A named item is not also selected, and none is selected twice for one box.
struct BoxPattern {
    std::vector<NamedLine> named;
    std::vector<ChosenLine> chosen;
    /// The least number of different categories among the selected items.
    std::int64_t leastCategories = 0;
    foundation::Money labor;
};

/// None if there is no cap. `monthProgram` is the amount remaining in the month.
struct PlanLimits {
    std::optional<foundation::Money> boxTotal;
    std::optional<foundation::Money> boxContents;
    std::optional<foundation::Money> monthProgram;
};

/// A month to plan: a box for each recipient.
struct PlanProblem {
    std::vector<PlanRecipient> recipients;
    std::vector<PlanItem> items;
    BoxPattern pattern;
    PlanLimits limits;
};

/// Units of an item, by its index in PlanProblem::items.
struct ProposedLine {
    std::size_t item = 0;
    std::int64_t units = 0;

    auto operator<=>(const ProposedLine&) const = default;
};

/// One for each recipient, in their order. Lines: first named items, then selected ones in the order of the items.
/// `cost` is the estimated cost of planning the boxes in this order.
struct ProposedBox {
    std::vector<ProposedLine> lines;
    budget::BoxCost cost;

    bool operator==(const ProposedBox&) const = default;
};

/// An item without a size fits everybody, one with a size only recipients known to wear it.
bool fits(const PlanRecipient& recipient, const PlanItem& item);

/// The most that this many available units may cost. Requires that they are available.
foundation::Money mostCost(const PlanItem& item, std::int64_t units);

/// The points of a proposal, more is better; docs/planner.md explains them.
namespace points {
inline constexpr std::int64_t kPreferences = 20;
inline constexpr std::int64_t kAbovePar = 10;
inline constexpr std::int64_t kMostLotMonths = 12;
inline constexpr std::int64_t kUnlike = 8;
} // namespace points

/// The points of one item in the recipient's box, without those for stock above par.
std::int64_t pointsOf(const PlanRecipient& recipient, const PlanItem& item);
/// The value of one point against a difference in value: the mean estimated cost of a unit of contents, at least 1.
std::int64_t minorPerPoint(const PlanProblem& problem);
/// The objective of a proposal.
std::int64_t objectiveOf(const PlanProblem& problem, const std::vector<ProposedBox>& boxes);
/// Fills in the boxes' estimated costs.
void estimateCosts(const PlanProblem& problem, std::vector<ProposedBox>& boxes);

} // namespace giftbox::gifting
