#pragma once

#include "inventory/item.h"

#include <vector>

namespace giftbox::reports {

/// A movement of one item, for a person to read.
struct ItemMovement {
    std::int64_t seq = 0;
    foundation::Date movedOn;
    std::string kind;
    books::LotNo lot;
    std::int64_t units = 0;
    foundation::Money cost;
    std::optional<books::BoxNo> box;
    std::string reason;
    std::string reference; ///< of the lot's receipt
    std::string actor;
};

/// How many movements of the store are looked through for one page.
inline constexpr std::int64_t kMovementsLookedThrough = 20'000;

/// The item's movements among those of the store numbered below `before`, newest first. Looks through no more than
/// kMovementsLookedThrough, so that it costs the same in year ten; `next` is where the earlier ones begin, none when there are none.
struct ItemMovements {
    std::vector<ItemMovement> movements;
    std::optional<std::int64_t> next;
};
/// Without `before`, the newest. Throws Refusal `item.unknown`.
ItemMovements itemMovements(const books::ReadTransaction& tx, std::string_view sku,
                            const std::optional<std::int64_t>& before);

} // namespace giftbox::reports
