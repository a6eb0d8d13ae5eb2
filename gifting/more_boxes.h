#pragma once

#include "budget/authorize.h"
#include "inventory/fifo.h"
#include "inventory/item.h"

#include <string>
#include <vector>

namespace giftbox::gifting {

/// The most boxes that are counted: more than a month has recipients, and few enough to be counted with every box that is packed.
inline constexpr std::int64_t kMostCounted = 100;

/// How many more boxes like one there may be, up to kMostCounted, and what stands in the way of the next: `item HAT-01` or `cap month.program`;
/// empty when so many are possible.
struct MoreBoxes {
    std::int64_t boxes = 0;
    std::string limitedBy;

    bool operator==(const MoreBoxes&) const = default;
};

/// A line of the box, with what is there of its item.
struct RepeatedLine {
    std::string sku;
    inventory::ItemKind kind = inventory::ItemKind::Contents;
    std::int64_t units = 0;
    /// Units that may be taken, and the lots they come from, oldest first.
    std::int64_t available = 0;
    std::vector<inventory::OpenLot> lots;
    /// Units reserved before those, when boxes are planned rather than packed.
    std::int64_t reserved = 0;
};

enum class Step { Packing, Planning };

/// Repeats the box until an item is short or a stop cap would be passed: each box draws from what the one before has left, and counts in the
/// month. `month` and the lines are as the box before them left them. Pure.
MoreBoxes countMoreBoxes(Step step, std::vector<RepeatedLine> lines, foundation::Money labor,
                         budget::MonthState month);

} // namespace giftbox::gifting
