#pragma once

#include "budget/authorize.h"
#include "gifting/box_tax.h"
#include "gifting/exemption.h"
#include "gifting/more_boxes.h"
#include "gifting/waiting_boxes.h"
#include "inventory/shelf.h"

#include <optional>
#include <string>
#include <vector>

namespace giftbox::gifting {

enum class BoxState { Packed, Given, Unpacked };

std::string_view toText(BoxState state);
/// `packed`, `given` or `unpacked`. Throws Refusal `box.state_unknown`.
BoxState parseBoxState(std::string_view text);

struct BoxLine {
    std::string sku;
    std::int64_t units = 1;

    bool operator==(const BoxLine&) const = default;
};

/// Replaces item inputs by SKUs, see inventory::toSkus.
void nameItems(const books::ReadTransaction& tx, std::vector<BoxLine>& lines);

/// One version of a recipe.
struct RecipeVersion {
    std::int64_t recipe = 0;
    std::int64_t version = 0;

    bool operator==(const RecipeVersion&) const = default;
};

/// A box to pack. `minutes`: the store's default if not given. `reference` is its import key. With `givenOn`, it is
/// given at once.
struct BoxRequest {
    std::string recipient;
    std::vector<BoxLine> lines;
    std::optional<std::int64_t> minutes;
    foundation::Date packedOn;
    std::optional<foundation::Date> givenOn;
    std::optional<std::string> reference;
    std::optional<std::string> override;
    /// Its number as a planned box; a new number if not given.
    std::optional<books::BoxNo> number = {};
    /// The recipe of its lines, recorded in the event.
    std::optional<RecipeVersion> recipe = {};
    std::optional<Exemption> exemption = {};
    BoxTaxChange tax = {};
};

/// A stored box. Its cost is fixed when it is packed.
struct Box {
    books::BoxNo number;
    std::optional<std::string> reference;
    books::RecipientNo recipient;
    std::string recipientCode;
    std::string recipientName;
    BoxState state = BoxState::Packed;
    foundation::Month month;
    foundation::Date packedOn;
    std::optional<foundation::Date> givenOn;
    std::optional<foundation::Date> unpackedOn;
    std::int64_t laborMinutes = 0;
    budget::BoxCost cost;
    /// The manager's reasons for exceeding a blocking cap: at packing, and when giving it moved it to another month.
    std::optional<std::string> packOverride;
    std::optional<std::string> giveOverride;
    std::int64_t firstMovement = 0;
    std::int64_t lastMovement = 0;
};

/// A row as returned by every statement that lists boxes.
template <class R>
Box boxOf(const R& row)
{
    return {.number = books::BoxNo{row.boxNo},
            .reference = std::optional<std::string>(row.reference),
            .recipient = books::RecipientNo{row.recipientNo},
            .recipientCode = std::string(row.recipientCode),
            .recipientName = std::string(row.recipientName),
            .state = parseBoxState(row.state),
            .month = row.month,
            .packedOn = row.packedOn,
            .givenOn = row.givenOn,
            .unpackedOn = row.unpackedOn,
            .laborMinutes = row.laborMinutes,
            .cost = {.contents = row.contents, .packaging = row.packaging, .labor = row.labor},
            .packOverride = std::optional<std::string>(row.packOverride),
            .giveOverride = std::optional<std::string>(row.giveOverride),
            .firstMovement = row.firstMovement,
            .lastMovement = row.lastMovement};
}

/// The amounts remaining under each cap of its month once the box is counted; none if there is no cap.
struct Remaining {
    std::optional<foundation::Money> boxTotal;
    std::optional<foundation::Money> boxContents;
    std::optional<foundation::Money> monthProgram;
    /// How many more such boxes are possible; not computed in an import.
    MoreBoxes more = {};
    /// The boxes waiting to count in the month; not computed in an import.
    WaitingBoxes waiting = {};

    MonthRemaining month() const { return {.left = monthProgram, .waiting = waiting}; }
};

struct PackedBox {
    books::BoxNo number;
    std::string recipient; ///< its code
    books::RecipientNo recipientNo;
    foundation::Month month;
    budget::BoxCost cost;
    budget::Verdict verdict;
    Remaining remaining;
    /// Its contents, each SKU once; not computed in an import.
    std::vector<BoxLine> lines = {};
};

/// Adds the recipe's number and version, if any, to the `detail` of an event.
void addRecipe(foundation::JsonObject& detail, const std::optional<RecipeVersion>& recipe);

/// The amounts remaining in a month that already counts the box.
Remaining remainingAfter(const budget::MonthState& month, const budget::BoxCost& cost);

/// A packed box; none if there is no such number or it was only planned.
std::optional<Box> findBox(const books::ReadTransaction& tx, books::BoxNo number);
/// Like findBox. Throws Refusal `box.unknown`.
Box requireBox(const books::ReadTransaction& tx, books::BoxNo number);

/// A line of a packed box: the units taken for it.
struct PackedLine {
    std::string sku;
    std::string name;
    inventory::ItemKind kind = inventory::ItemKind::Contents;
    std::string size;
    std::int64_t units = 0;
    foundation::Money cost;
};
std::vector<PackedLine> linesOf(const books::ReadTransaction& tx, const Box& box);

struct BoxFilter {
    std::optional<foundation::Month> month;
    std::optional<BoxState> state;
    std::optional<books::RecipientNo> recipient;
    /// At most this many of a month, or of those waiting to be given, with numbers after `after`.
    std::optional<std::int64_t> most = {};
    books::BoxNo after = {};
};
/// The `most` newest boxes that count in a month, with numbers below `before`.
struct BoxPage {
    foundation::Month month;
    std::optional<BoxState> state;
    books::BoxNo before;
    std::int64_t most;
};
/// Visits the page's boxes, newest first.
void listNewestBoxes(const books::ReadTransaction& tx, const BoxPage& page,
                     const std::function<void(const Box&)>& visit);
/// Visits the boxes in number order.
void listBoxes(const books::ReadTransaction& tx, const BoxFilter& filter,
               const std::function<void(const Box&)>& visit);

} // namespace giftbox::gifting
