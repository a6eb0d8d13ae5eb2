#pragma once

#include "foundation/refusal.h"
#include "gifting/plan_box.h"
#include "inventory/available.h"

namespace giftbox::gifting {

/// Another item for a line of a box that was refused.
struct Substitute {
    std::string insteadOf;
    std::string sku;
    std::string name;
    std::int64_t units = 0;
    /// Of those units, and of the whole box with them.
    foundation::Money cost;
    foundation::Money boxTotal;

    bool operator==(const Substitute&) const = default;
};

/// A box that was refused: its lines, each SKU once; `on` is kEver when it was to be planned.
struct RefusedBox {
    Step step = Step::Packing;
    std::vector<BoxLine> lines;
    foundation::Money labor;
    foundation::Date on;
};

/// Up to three items for the first line that is short, or else for the contents line that costs most: of the same category and size, not in the
/// box, with enough units available, and such that the box passes no stop cap; the cheapest first, then by SKU. Other lines that are short
/// count as nothing. `month` does not count the box. Pure.
std::vector<Substitute> findSubstitutes(const RefusedBox& box,
                                        std::span<const inventory::AvailableItem> shelf,
                                        const budget::MonthState& month);

/// Whether another item may help: an item is short, or a cap is in the way.
bool asksForSubstitutes(const foundation::Refusal& refusal);

/// A box that was refused for want of stock or room, with what could go into it instead.
class BoxRefusal : public foundation::Refusal {
public:
    BoxRefusal(const foundation::Refusal& refusal, std::vector<Substitute> substitutes,
               books::Store store);
    /// `instead of HUT: CAP (A cap), 2 for 7.90 USD; the box then costs 31.12 USD`, one a substitute.
    std::vector<foundation::Sentence> sentences() const;
    /// An array of objects; amounts are text.
    std::string json() const;

private:
    std::vector<Substitute> substitutes_;
    books::Store store_;
};

/// The substitutes for a request that was refused with `stock.short` or `budget.*`; none when an item of it is not known. With an override no cap
/// is in the way.
std::vector<Substitute> substitutesFor(const books::ReadTransaction& tx, const BoxRequest& request);
std::vector<Substitute> substitutesFor(const books::ReadTransaction& tx,
                                       const PlanRequest& request);

/// What to throw in the place of a refusal that asksForSubstitutes, once the transaction of the request has ended.
template <class Request>
BoxRefusal withSubstitutes(const books::ReadTransaction& tx, const foundation::Refusal& refusal,
                           const Request& request)
{
    return {refusal, substitutesFor(tx, request), tx.store()};
}

} // namespace giftbox::gifting
