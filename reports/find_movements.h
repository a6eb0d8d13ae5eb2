#pragma once

#include "books/movement_kind.h"
#include "foundation/period.h"
#include "inventory/item.h"

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
    std::string reference; ///< of the lot's receipt
    std::string actor;
};

/// Which movements; all of them where nothing is said.
struct MovementsWanted {
    std::optional<std::string> sku = {};
    std::optional<books::LotNo> lot = {};
    std::optional<foundation::Month> month = {};   ///< by moved_on
    std::optional<books::MonthFigure> figure = {}; ///< those that count in it
    std::optional<std::int64_t> before = {};       ///< a number: only those recorded before it
};

/// How many movements of the store are looked through for one page, and how many are shown at most.
inline constexpr std::int64_t kMovementsLookedThrough = 20'000;
inline constexpr std::int64_t kMovementsShown = 200;

/// `next` is where the earlier ones begin; none when there are none.
struct FoundMovements {
    std::vector<FoundMovement> movements;
    std::optional<std::int64_t> next;
};
/// Newest first. Looks through no more than kMovementsLookedThrough, so that it costs the same in year ten. Throws Refusal `item.unknown`.
FoundMovements findMovements(const books::ReadTransaction& tx, const MovementsWanted& wanted);

/// The first and the last number of the movements in all months that the period touches; 0 and 0 where there are none.
std::pair<std::int64_t, std::int64_t> movementSpan(const books::ReadTransaction& tx,
                                                   const foundation::Period& period);

/// The number of the movement recorded last; 0 when there is none.
std::int64_t lastMovement(const books::ReadTransaction& tx);

/// Where units came from, and what is left of them.
struct FoundLot {
    books::LotNo number;
    std::string sku;
    std::string name;
    foundation::Date receivedOn;
    std::int64_t units = 0;
    foundation::Money cost;
    std::string
        source; ///< `purchase`, `parts_transfer`, `return` (from an unpacked box) or `count`
    std::string reference;
    std::string supplier;
    std::int64_t unitsLeft = 0;
    foundation::Money costLeft;
};
/// Throws Refusal `lot.unknown`.
FoundLot requireLot(const books::ReadTransaction& tx, books::LotNo number);

/// What a box took from one lot.
struct BoxDraw {
    std::string sku;
    books::LotNo lot;
    std::int64_t units = 0;
    foundation::Money cost;
    foundation::Date receivedOn;
    std::string source;
    std::string reference;
};
/// Of the box packed by these movements, in the order it was packed.
std::vector<BoxDraw> boxDraws(const books::ReadTransaction& tx, std::int64_t firstMovement,
                              std::int64_t lastMovement);

} // namespace giftbox::reports
