#pragma once

#include "gifting/box_poster.h"
#include "gifting/planned_box.h"

namespace giftbox::gifting {

/// Plans one box: its units are reserved, its estimated cost is committed in its month, and the caps are tested with it. Throws as BoxPoster::plan.
PlannedResult planBox(books::WriteTransaction& tx, const PlanRequest& request);

/// How a planned box is packed: its own lines and minutes where none are given.
struct PlannedPacking {
    books::BoxNo number;
    std::vector<BoxLine> lines;
    std::optional<std::int64_t> minutes;
    foundation::Date packedOn;
    std::optional<std::string> override;
    std::optional<Exemption> exemption = {};
};

/// The box that packPlannedBox would pack. Throws Refusal `box.unknown`, `box.not_planned`.
BoxRequest requestOf(const books::ReadTransaction& tx, const PlannedPacking& packing);

/// Packs a planned box under its number: what was reserved is free again, the actual cost takes the estimate's place, and the caps are tested
/// once more; an override given when it was planned covers the packing. Throws Refusal `box.unknown`, `box.not_planned` and those of BoxPoster::pack.
PackedBox packPlannedBox(books::WriteTransaction& tx, const PlannedPacking& packing);

/// Gives a planned box up: its units and its estimated cost are free again. Throws Refusal `box.unknown`, `box.not_planned`, `text.missing` (no reason).
PlannedBox cancelBox(books::WriteTransaction& tx, books::BoxNo number, const std::string& reason);

} // namespace giftbox::gifting
