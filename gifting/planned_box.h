#pragma once

#include "gifting/box.h"

namespace giftbox::gifting {

enum class PlanState { Planned, Cancelled };

std::string_view toText(PlanState state);

struct PlannedLine {
    std::string sku;
    std::string name;
    std::string size;
    inventory::ItemKind kind = inventory::ItemKind::Contents;
    std::int64_t units = 0;

    bool operator==(const PlannedLine&) const = default;
};

/// A box before it is packed, under the number it keeps. `cost` is an estimate that counts as committed in `month`, and its units are reserved.
/// Packing puts a Box in its place; a cancelled one stays, without lines and cost.
struct PlannedBox {
    books::BoxNo number;
    books::RecipientNo recipient;
    std::string recipientCode;
    std::string recipientName;
    PlanState state = PlanState::Planned;
    foundation::Month month;
    std::int64_t laborMinutes = 0;
    budget::BoxCost cost;
    /// The manager's reason, where a stop cap was passed when it was planned; it covers the packing too.
    std::optional<std::string> planOverride;
    std::optional<RecipeVersion> recipe;
    std::optional<std::string> cancelReason;
};

/// A box to plan for a month. `minutes`: the store's own when not given. `override`: a manager's reason to pass a stop cap.
struct PlanRequest {
    std::string recipient;
    std::vector<BoxLine> lines;
    std::optional<std::int64_t> minutes;
    foundation::Month month;
    std::optional<std::string> override;
    std::optional<Exemption> exemption = {};
    std::optional<RecipeVersion> recipe;
};

struct PlannedResult {
    books::BoxNo number;
    foundation::Month month;
    /// Estimated.
    budget::BoxCost cost;
    budget::Verdict verdict;
    Remaining remaining;
    /// What is reserved for it, each SKU once.
    std::vector<BoxLine> lines = {};
    std::string digest = {};
};

/// What the event that plans a box says of it: the digest of its fact and those of its lines, by item number.
std::string planDigest(std::string_view box, const std::vector<std::string>& lines);
/// As it stands in the event, beside the number of the box.
std::string planWord(books::BoxNo number, std::string_view digest);

/// A box planned or cancelled; none when there is none of that number, or it was packed.
std::optional<PlannedBox> findPlannedBox(const books::ReadTransaction& tx, books::BoxNo number);
/// As findPlannedBox. Throws Refusal `box.unknown`, and `box.not_planned` unless it still is; `step` as in `packed`.
PlannedBox requirePlanned(const books::ReadTransaction& tx, books::BoxNo number,
                          std::string_view step);
/// What it was planned with, by SKU.
std::vector<PlannedLine> linesOf(const books::ReadTransaction& tx, const PlannedBox& box);

struct PlanFilter {
    std::optional<foundation::Month> month;
    std::optional<books::RecipientNo> recipient;
};
/// Visits the boxes planned and cancelled in number order; of open months where neither month nor recipient is asked for.
void listPlannedBoxes(const books::ReadTransaction& tx, const PlanFilter& filter,
                      const std::function<void(const PlannedBox&)>& visit);

} // namespace giftbox::gifting
