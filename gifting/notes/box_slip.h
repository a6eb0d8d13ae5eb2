#pragma once

#include "gifting/planned_box.h"

namespace giftbox::gifting {

struct SlipLine : inventory::Item {
    std::int64_t units = 0;
};

/// The contents of a box, for packing, without costs.
struct BoxSlip {
    books::BoxNo box;
    std::string state;
    std::string recipientCode;
    std::string recipientName;
    foundation::Month month;
    /// Contents first, then packaging, each in order of bins; lines without a bin come last.
    std::vector<SlipLine> lines;
};

/// The slip of a planned, packed or given box. Throws Refusal `box.unknown`, `box.nothing_in_it` (cancelled or
/// unpacked).
BoxSlip boxSlip(const books::ReadTransaction& tx, books::BoxNo number);

} // namespace giftbox::gifting
