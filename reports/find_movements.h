#pragma once

#include "books/movement_kind.h"
#include "foundation/period.h"
#include "inventory/item.h"

#include <functional>
#include <vector>

namespace giftbox::reports {

/// A movement, for a person to read.
struct FoundMovement {
    std::int64_t seq = 0;
    foundation::Date movedOn;
    std::string kind;
    std::string sku;
    books::LotNo lot;
    std::int64_t units = 0;
    foundation::Money cost;
    std::optional<books::BoxNo> box;
    std::string reason;
    std::string reference; ///< the lot's receipt; of a correction, the corrected one
    std::string actor;
    std::optional<std::int64_t> corrects;        ///< the movement that it reverses or changes
    std::optional<foundation::Date> originalOn;  ///< the day of that one
    std::string originalKind;                    ///< the kind of that one; empty without
    std::optional<foundation::Date> correctedOn; ///< of a receipt, the last time
    std::optional<std::int64_t> reversedBy;      ///< the movement that reverses it
    std::optional<foundation::Date> reversedOn;  ///< the day of that one
    std::optional<foundation::Date> creditedOn;  ///< of a return to the supplier
};

/// The number of movements searched for one page, and the most shown.
inline constexpr std::int64_t kMovementsLookedThrough = 20'000;
inline constexpr std::int64_t kMovementsShown = 200;

/// A filter for movements; all if empty.
struct MovementsWanted {
    std::optional<std::string> sku = {};
    std::optional<books::LotNo> lot = {};
    std::optional<foundation::Month> month = {};   ///< by moved_on
    std::optional<books::MonthFigure> figure = {}; ///< the figure they count in
    bool ofBoxes = false;                          ///< issued to boxes or returned from them
    std::optional<std::int64_t> before = {};       ///< a number: only earlier ones
    std::int64_t most = kMovementsShown;
};

/// `next` is where earlier ones begin, if any.
struct FoundMovements {
    std::vector<FoundMovement> movements;
    std::optional<std::int64_t> next;
};
/// Newest first. Searches at most kMovementsLookedThrough, so the cost does not grow with history. Throws Refusal
/// `item.unknown`.
FoundMovements findMovements(const books::ReadTransaction& tx, const MovementsWanted& wanted);

/// The first and last number of the movements in all months of the period; 0 and 0 if there are none.
std::pair<std::int64_t, std::int64_t> movementSpan(const books::ReadTransaction& tx,
                                                   const foundation::Period& period);

/// The number of the last movement, 0 if there is none.
std::int64_t lastMovement(const books::ReadTransaction& tx);

/// The source of a lot, what it has since its last correction, and its remaining units.
struct FoundLot {
    books::LotNo number;
    std::string sku;
    std::string name;
    foundation::Date receivedOn;
    std::int64_t units = 0;
    foundation::Money cost;
    std::string
        source; ///< `purchase`, `parts_transfer`, `return` (came back to the shelf) or `count`
    std::string reference;
    std::string supplier;
    std::int64_t unitsLeft = 0;
    foundation::Money costLeft;
    std::optional<foundation::Date> reversedOn;
    std::optional<foundation::Date> correctedOn; ///< the last time; none: as it was received
    /// As it was received, before its corrections.
    std::int64_t receivedUnits = 0;
    foundation::Money receivedCost;
    std::string receivedReference;
    std::string receivedSupplier;
    std::optional<std::int64_t> delivery; ///< the number of the delivery that it came with

    /// Whether it came with a receipt that is not reversed.
    bool mayBeCorrected() const
    {
        return (source == "purchase" || source == "parts_transfer") && !reversedOn;
    }
    /// Whether no unit of it was used, too.
    bool mayBeReversed() const { return mayBeCorrected() && unitsLeft == units; }
};
/// Throws Refusal `lot.unknown`.
FoundLot requireLot(const books::ReadTransaction& tx, books::LotNo number);

/// The units a box took from one lot.
struct BoxDraw {
    books::BoxNo box = {};
    std::string sku;
    inventory::ItemKind kind = inventory::ItemKind::Contents;
    books::LotNo lot;
    std::int64_t units = 0;
    foundation::Money cost;
    foundation::Date receivedOn;
    std::string source;
    std::string reference;
    std::string supplier;
    /// All of the lot, as it was entered.
    std::int64_t receivedUnits = 0;
    foundation::Money receivedCost;
    std::int64_t event = 0;
};
/// The boxes numbered from `first` to `last`, of one month or of any.
struct BoxesDrawn {
    books::BoxNo first;
    books::BoxNo last;
    std::optional<foundation::Month> month = {};
};
/// Visits what they took, by box, in the order of packing.
void eachBoxDraw(const books::ReadTransaction& tx, const BoxesDrawn& boxes,
                 const std::function<void(const BoxDraw&)>& visit);
/// For one box.
std::vector<BoxDraw> boxDraws(const books::ReadTransaction& tx, books::BoxNo box);

} // namespace giftbox::reports
