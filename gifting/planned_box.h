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

/// A box before packing, with its final number. `cost` is an estimate that counts as committed in `month`, and its
/// units are reserved. Packing replaces it by a Box; a cancelled one stays, without lines and cost.
struct PlannedBox {
    books::BoxNo number;
    books::RecipientNo recipient;
    std::string recipientCode;
    std::string recipientName;
    PlanState state = PlanState::Planned;
    foundation::Month month;
    std::int64_t laborMinutes = 0;
    budget::BoxCost cost;
    /// The manager's reason for exceeding a blocking cap when planned; it covers the packing too.
    std::optional<std::string> planOverride;
    std::optional<RecipeVersion> recipe;
    std::optional<std::string> cancelReason;
};

/// A box to plan for a month. `minutes`: the store's default if not given. `override`: a manager's reason to exceed a
/// blocking cap.
struct PlanRequest {
    std::string recipient;
    std::vector<BoxLine> lines;
    std::optional<std::int64_t> minutes;
    foundation::Month month;
    std::optional<std::string> override;
    std::optional<Exemption> exemption = {};
    std::optional<RecipeVersion> recipe;
    BoxTaxChange tax = {};
};

struct PlannedResult {
    books::BoxNo number;
    foundation::Month month;
    /// Estimated.
    budget::BoxCost cost;
    budget::Verdict verdict;
    Remaining remaining;
    /// Its reserved units, each SKU once.
    std::vector<BoxLine> lines = {};
    std::string digest = {};
};

/// The planning event's record of a box: the digest of its fact and those of its lines, by item number.
std::string planDigest(std::string_view box, const std::vector<std::string>& lines);
/// Its form in the event, beside the box's number.
std::string planWord(books::BoxNo number, std::string_view digest);

/// A planned or cancelled box; none if there is no such number, or it was packed.
std::optional<PlannedBox> findPlannedBox(const books::ReadTransaction& tx, books::BoxNo number);
/// Like findPlannedBox. Throws Refusal `box.unknown`, and `box.not_planned` unless it is still planned; `step` is
/// like `packed`.
PlannedBox requirePlanned(const books::ReadTransaction& tx, books::BoxNo number,
                          std::string_view step);
/// Its planned lines, by SKU.
std::vector<PlannedLine> linesOf(const books::ReadTransaction& tx, const PlannedBox& box);

struct PlanFilter {
    std::optional<foundation::Month> month;
    std::optional<books::RecipientNo> recipient;
};
/// Visits planned and cancelled boxes in number order; without a month or recipient, those of open months.
void listPlannedBoxes(const books::ReadTransaction& tx, const PlanFilter& filter,
                      const std::function<void(const PlannedBox&)>& visit);

} // namespace giftbox::gifting
