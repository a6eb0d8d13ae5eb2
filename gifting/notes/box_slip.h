#pragma once

#include "gifting/planned_box.h"

namespace giftbox::gifting {

struct SlipLine : inventory::Item {
    std::int64_t units = 0;
};

/// What goes into a box, for whoever packs it; it knows no costs.
struct BoxSlip {
    books::BoxNo box;
    std::string state;
    std::string recipientCode;
    std::string recipientName;
    foundation::Month month;
    /// Contents first, then packaging, each bin by bin; what has no bin comes last.
    std::vector<SlipLine> lines;
};

/// Of a box that is planned, packed or given. Throws Refusal `box.unknown`, `box.nothing_in_it` (it was cancelled or unpacked).
BoxSlip boxSlip(const books::ReadTransaction& tx, books::BoxNo number);

} // namespace giftbox::gifting
