#pragma once

#include "foundation/refusal.h"
#include "gifting/plan_box.h"
#include "inventory/available.h"

#include <functional>

namespace giftbox::gifting {

/// A substitute item for a line of a refused box.
struct Substitute {
    std::string insteadOf;
    std::string sku;
    std::string name;
    std::int64_t units = 0;
    /// The cost of those units, and of the whole box with them.
    foundation::Money cost;
    foundation::Money boxTotal;

    bool operator==(const Substitute&) const = default;
};

/// A refused box: its lines, each SKU once; `on` is kEver if it was to be planned.
struct RefusedBox {
    Step step = Step::Packing;
    std::vector<BoxLine> lines;
    foundation::Money labor;
    foundation::Date on;
    /// Whether a box of this cost keeps the gift limits that block it.
    std::function<bool(const budget::BoxCost&)> keepsLimits = [](const budget::BoxCost&) {
        return true;
    };
};

/// Up to three items for the first line that is short, otherwise for the most expensive contents line: of the same
/// category and size, not in the box, with enough units available, and within the blocking caps and
/// gift limits; the cheapest first,
/// then by SKU. Other short lines count as nothing. `month` does not count the box. Pure.
std::vector<Substitute> findSubstitutes(const RefusedBox& box,
                                        std::span<const inventory::AvailableItem> shelf,
                                        const budget::MonthState& month);

/// Whether another item may help: an item is short, or a cap or a gift limit blocks the box.
bool asksForSubstitutes(const foundation::Refusal& refusal);

/// A box refused for lack of stock or budget, with possible substitutes.
class BoxRefusal : public foundation::Refusal {
public:
    BoxRefusal(const foundation::Refusal& refusal, std::vector<Substitute> substitutes,
               books::Store store);
    /// `Instead of HUT: CAP (A cap), 2 for 7.90 USD; the box would cost 31.12 USD`, one per substitute.
    std::vector<foundation::Sentence> sentences() const;
    /// An array of objects; amounts are text.
    std::string json() const;

private:
    std::vector<Substitute> substitutes_;
    books::Store store_;
};

/// The substitutes for a request refused with `stock.short`, `budget.*` or `limit.exceeded`; none if one of its items
/// is unknown. With an override, no cap and no limit blocks the box.
std::vector<Substitute> substitutesFor(const books::ReadTransaction& tx, const BoxRequest& request);
std::vector<Substitute> substitutesFor(const books::ReadTransaction& tx,
                                       const PlanRequest& request);

/// The refusal to throw in place of one that asksForSubstitutes, once the request's transaction has ended.
template <class Request>
BoxRefusal withSubstitutes(const books::ReadTransaction& tx, const foundation::Refusal& refusal,
                           const Request& request)
{
    return {refusal, substitutesFor(tx, request), tx.store()};
}

} // namespace giftbox::gifting
