#include "reports/find_movements.h"

#include "foundation/refusal.h"
#include "reports/export.h"

#include <algorithm>

namespace giftbox::reports {

using foundation::Date;
using foundation::Row;
using foundation::Rows;

namespace {

/// The numbers among which the movements wanted stand: from `begin` on, below `end`.
struct Span {
    std::int64_t begin = 1;
    std::int64_t end = 1;
};

Span spanOf(const books::ReadTransaction& tx, const MovementsWanted& wanted)
{
    Span span;
    if (wanted.month) {
        const std::int64_t month = wanted.month->number();
        Rows rows = tx.database().query(
            "reports/movement_span",
            {{"store_id", tx.storeId()}, {"first_month", month}, {"last_month", month}});
        rows.next();
        span = {.begin = std::max<std::int64_t>(rows.row().integer(0), 1),
                .end = rows.row().integer(1) + 1};
    } else {
        span.end = lastMovement(tx) + 1;
    }
    span.end = std::min(span.end, wanted.before.value_or(span.end));
    return span;
}

FoundMovement movementOf(const Row& row)
{
    FoundMovement one{.seq = row.integer(0),
                      .movedOn = Date(static_cast<std::int32_t>(row.integer(1))),
                      .kind = row.string(2),
                      .sku = row.string(3),
                      .lot = books::LotNo{row.integer(4)},
                      .units = row.integer(5),
                      .cost = {row.integer(6)},
                      .box = std::nullopt,
                      .reason = row.string(8),
                      .reference = row.string(9),
                      .actor = row.string(10)};
    if (const auto box = row.maybeInteger(7)) {
        one.box = books::BoxNo{*box};
    }
    return one;
}

} // namespace

std::int64_t lastMovement(const books::ReadTransaction& tx)
{
    Rows rows = tx.database().query("reports/last_movement", {{"store_id", tx.storeId()}});
    rows.next();
    return rows.row().integer(0);
}

FoundMovements findMovements(const books::ReadTransaction& tx, const MovementsWanted& wanted)
{
    const std::int64_t item = wanted.sku ? inventory::requireItem(tx, *wanted.sku).number.value : 0;
    const Span span = spanOf(tx, wanted);
    const std::int64_t begin = std::max(span.begin, span.end - kMovementsLookedThrough);
    const Period period =
        wanted.month ? Period{wanted.month->firstDay(), wanted.month->lastDay()} : Period{};
    FoundMovements found;
    Rows rows = tx.database().query(
        "reports/find_movements",
        {{"store_id", tx.storeId()},
         {"first_seq", begin},
         {"before", span.end},
         {"item_no", item},
         {"lot_no", wanted.lot ? wanted.lot->value : 0},
         {"first_day", firstDayOf(period)},
         {"last_day", lastDayOf(period)},
         {"kind", std::string_view(wanted.kinds.empty() ? "" : wanted.kinds.front())},
         {"other_kind", std::string_view(wanted.kinds.empty() ? "" : wanted.kinds.back())},
         {"most", kMovementsShown}});
    while (rows.next()) {
        found.movements.push_back(movementOf(rows.row()));
    }
    if (static_cast<std::int64_t>(found.movements.size()) == kMovementsShown) {
        found.next = found.movements.back().seq;
    } else if (begin > span.begin) {
        found.next = begin;
    }
    return found;
}

FoundLot requireLot(const books::ReadTransaction& tx, books::LotNo number)
{
    Rows rows = tx.database().query("reports/find_lot",
                                    {{"store_id", tx.storeId()}, {"lot_no", number.value}});
    if (!rows.next()) {
        throw foundation::Refusal("lot.unknown", "there is no lot " + std::to_string(number.value) +
                                                     "; an item's page shows its lots");
    }
    const Row row = rows.row();
    return {.number = number,
            .sku = row.string(0),
            .name = row.string(1),
            .receivedOn = Date(static_cast<std::int32_t>(row.integer(2))),
            .units = row.integer(3),
            .cost = {row.integer(4)},
            .source = row.string(5),
            .reference = row.string(6),
            .supplier = row.string(7),
            .unitsLeft = row.integer(8),
            .costLeft = {row.integer(9)}};
}

std::vector<BoxDraw> boxDraws(const books::ReadTransaction& tx, std::int64_t firstMovement,
                              std::int64_t lastMovement)
{
    std::vector<BoxDraw> draws;
    Rows rows = tx.database().query("reports/box_draws", {{"store_id", tx.storeId()},
                                                          {"first_movement", firstMovement},
                                                          {"last_movement", lastMovement}});
    while (rows.next()) {
        const Row row = rows.row();
        draws.push_back({.sku = row.string(0),
                         .lot = books::LotNo{row.integer(1)},
                         .units = row.integer(2),
                         .cost = {row.integer(3)},
                         .receivedOn = Date(static_cast<std::int32_t>(row.integer(4))),
                         .source = row.string(5),
                         .reference = row.string(6)});
    }
    return draws;
}

} // namespace giftbox::reports
