#pragma once

#include "gifting/box_poster.h"
#include "gifting/planned_box.h"

namespace giftbox::gifting {

/// Plans one box: reserves its units, commits its estimated cost in its month, and tests the caps with it. Throws
/// like BoxPoster::plan.
PlannedResult planBox(books::WriteTransaction& tx, const PlanRequest& typed);

/// How to pack a planned box: with its own lines and minutes if none are given.
struct PlannedPacking {
    books::BoxNo number;
    std::vector<BoxLine> lines;
    std::optional<std::int64_t> minutes;
    foundation::Date packedOn;
    std::optional<std::string> override;
    std::optional<Exemption> exemption = {};
    BoxTaxChange tax = {};
};

/// The box that packPlannedBox would pack. Throws Refusal `box.unknown`, `box.not_planned`.
BoxRequest requestOf(const books::ReadTransaction& tx, const PlannedPacking& packing);

/// Packs a planned box under its number: releases its reservations, replaces the estimate by the actual cost, and
/// tests the caps again; an override from planning covers the packing. Throws Refusal `box.unknown`,
/// `box.not_planned`, and like BoxPoster::pack.
PackedBox packPlannedBox(books::WriteTransaction& tx, const PlannedPacking& packing);

/// Cancels a planned box and releases its units and estimated cost. Throws Refusal `box.unknown`, `box.not_planned`,
/// `text.missing` (no reason).
PlannedBox cancelBox(books::WriteTransaction& tx, books::BoxNo number, const std::string& reason);

} // namespace giftbox::gifting
