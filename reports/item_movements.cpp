#include "reports/item_movements.h"

#include <algorithm>

namespace giftbox::reports {

using foundation::Date;
using foundation::Row;
using foundation::Rows;

namespace {

std::int64_t lastMovement(const books::ReadTransaction& tx)
{
    Rows rows = tx.database().query("reports/last_movement", {{"store_id", tx.storeId()}});
    return rows.next() ? rows.row().integer(0) : 0;
}

ItemMovement movementOf(const Row& row)
{
    ItemMovement one{.seq = row.integer(0),
                     .movedOn = Date(static_cast<std::int32_t>(row.integer(1))),
                     .kind = row.string(2),
                     .lot = books::LotNo{row.integer(3)},
                     .units = row.integer(4),
                     .cost = {row.integer(5)},
                     .box = std::nullopt,
                     .reason = row.string(7),
                     .reference = row.string(8),
                     .actor = row.string(9)};
    if (const auto box = row.maybeInteger(6)) {
        one.box = books::BoxNo{*box};
    }
    return one;
}

} // namespace

ItemMovements itemMovements(const books::ReadTransaction& tx, std::string_view sku,
                            const std::optional<std::int64_t>& before)
{
    const auto item = inventory::requireItem(tx, sku);
    const std::int64_t end = before.value_or(lastMovement(tx) + 1);
    const std::int64_t begin = std::max<std::int64_t>(end - kMovementsLookedThrough, 1);
    ItemMovements found;
    Rows rows = tx.database().query("reports/item_movements", {{"store_id", tx.storeId()},
                                                               {"item_no", item.number.value},
                                                               {"first_seq", begin},
                                                               {"before", end}});
    while (rows.next()) {
        found.movements.push_back(movementOf(rows.row()));
    }
    if (begin > 1) {
        found.next = begin;
    }
    return found;
}

} // namespace giftbox::reports
