#pragma once

#include "budget/authorize.h"
#include "inventory/fifo.h"
#include "inventory/item.h"

#include <string>
#include <vector>

namespace giftbox::gifting {

/// The most boxes counted: more than a month's recipients, and few enough to count with every packed box.
inline constexpr std::int64_t kMostCounted = 100;

/// The number of further boxes like one that are possible, up to kMostCounted, and the limit on the next: `item
/// HAT-01` or `cap month.program`; empty at kMostCounted.
struct MoreBoxes {
    std::int64_t boxes = 0;
    std::string limitedBy;

    bool operator==(const MoreBoxes&) const = default;
};

/// A line of the box, with its item's stock.
struct RepeatedLine {
    std::string sku;
    inventory::ItemKind kind = inventory::ItemKind::Contents;
    std::int64_t units = 0;
    /// The units available and their lots, oldest first.
    std::int64_t available = 0;
    std::vector<inventory::OpenLot> lots;
    /// Units reserved ahead of them, if boxes are planned rather than packed.
    std::int64_t reserved = 0;
};

enum class Step { Packing, Planning };

/// Repeats the box until an item is short or a blocking cap would be exceeded: each box draws from the rest of the
/// one before and counts in the month. `month` and the lines are in the state after the first box. Pure.
MoreBoxes countMoreBoxes(Step step, std::vector<RepeatedLine> lines, foundation::Money labor,
                         budget::MonthState month);

} // namespace giftbox::gifting
