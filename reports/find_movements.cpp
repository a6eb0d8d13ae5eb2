#include "reports/find_movements.h"

#include "foundation/refusal.h"
#include "reports/statements.h"

#include <algorithm>

namespace giftbox::reports {

using foundation::firstDayOf;
using foundation::lastDayOf;
using foundation::Period;

namespace {

/// The range of numbers that has the movements: from `begin` on, below `end`.
struct Span {
    std::int64_t begin = 1;
    std::int64_t end = 1;
};

Span spanOf(const books::ReadTransaction& tx, const MovementsWanted& wanted)
{
    Span span;
    if (wanted.month) {
        const auto [first, last] =
            movementSpan(tx, {wanted.month->firstDay(), wanted.month->lastDay()});
        span = {.begin = std::max<std::int64_t>(first, 1), .end = last + 1};
    } else {
        span.end = lastMovement(tx) + 1;
    }
    span.end = std::min(span.end, wanted.before.value_or(span.end));
    return span;
}

/// Each between commas; empty for all kinds.
std::string kindsOf(const MovementsWanted& wanted)
{
    std::string kinds;
    for (const books::MovementRule& rule : books::kMovementRules) {
        if ((wanted.figure && rule.figure == wanted.figure) || (wanted.ofBoxes && rule.ofBox())) {
            kinds += (kinds.empty() ? "," : "") + std::string(rule.text) + ",";
        }
    }
    return kinds;
}

FoundMovement movementOf(const sql::FindMovements::Row& row)
{
    return {.seq = row.seq,
            .movedOn = row.movedOn,
            .kind = std::string(row.kind),
            .sku = std::string(row.sku),
            .lot = books::LotNo{row.lotNo},
            .units = row.units,
            .cost = row.cost,
            .box = row.boxNo ? std::optional(books::BoxNo{*row.boxNo}) : std::nullopt,
            .reason = std::string(row.reason),
            .reference = std::string(row.reference),
            .actor = std::string(row.actor),
            .corrects = row.corrects,
            .originalOn = row.originalOn,
            .originalKind = std::string(row.originalKind),
            .correctedOn = row.correctedOn,
            .reversedBy = row.reversedBy,
            .reversedOn = row.reversedOn,
            .creditedOn = row.creditedOn};
}

} // namespace

std::pair<std::int64_t, std::int64_t> movementSpan(const books::ReadTransaction& tx,
                                                   const foundation::Period& period)
{
    const auto row = tx.database().query(sql::MovementSpan{.storeId = tx.storeId(),
                                                           .firstMonth = firstDayOf(period) / 100,
                                                           .lastMonth = lastDayOf(period) / 100});
    return {row->first, row->last};
}

std::int64_t lastMovement(const books::ReadTransaction& tx)
{
    return tx.database().query(sql::LastMovement{.storeId = tx.storeId()})->lastMovement;
}

FoundMovements findMovements(const books::ReadTransaction& tx, const MovementsWanted& wanted)
{
    const std::int64_t item = wanted.sku ? inventory::requireItem(tx, *wanted.sku).number.value : 0;
    const Span span = spanOf(tx, wanted);
    const std::int64_t begin = std::max(span.begin, span.end - kMovementsLookedThrough);
    const Period period =
        wanted.month ? Period{wanted.month->firstDay(), wanted.month->lastDay()} : Period{};
    const std::string kinds = kindsOf(wanted);
    FoundMovements found;
    auto rows = tx.database().query(sql::FindMovements{.storeId = tx.storeId(),
                                                       .firstSeq = begin,
                                                       .before = span.end,
                                                       .itemNo = item,
                                                       .lotNo = wanted.lot ? wanted.lot->value : 0,
                                                       .firstDay = firstDayOf(period),
                                                       .lastDay = lastDayOf(period),
                                                       .kinds = kinds,
                                                       .most = wanted.most});
    for (const auto& row : rows) {
        found.movements.push_back(movementOf(row));
    }
    if (static_cast<std::int64_t>(found.movements.size()) == wanted.most) {
        found.next = found.movements.back().seq;
    } else if (begin > span.begin) {
        found.next = begin;
    }
    return found;
}

FoundLot requireLot(const books::ReadTransaction& tx, books::LotNo number)
{
    const auto lot =
        tx.database().query(sql::FindLot{.storeId = tx.storeId(), .lotNo = number.value});
    if (!lot) {
        throw foundation::Refusal("lot.unknown", {{"number", number.value}});
    }
    return {.number = number,
            .sku = std::string(lot->sku),
            .name = std::string(lot->name),
            .receivedOn = lot->receivedOn,
            .units = lot->units,
            .cost = lot->cost,
            .source = std::string(lot->source),
            .reference = std::string(lot->reference),
            .supplier = std::string(lot->supplier),
            .unitsLeft = lot->unitsLeft,
            .costLeft = lot->costLeft,
            .reversedOn = lot->reversedOn,
            .correctedOn = lot->correctedOn,
            .receivedUnits = lot->receivedUnits,
            .receivedCost = lot->receivedCost,
            .receivedReference = std::string(lot->receivedReference),
            .receivedSupplier = std::string(lot->receivedSupplier),
            .delivery = lot->deliveryNo};
}

void eachBoxDraw(const books::ReadTransaction& tx, const BoxesDrawn& boxes,
                 const std::function<void(const BoxDraw&)>& visit)
{
    for (const auto& row : tx.database().query(sql::BoxDraws{.storeId = tx.storeId(),
                           .firstBox = boxes.first.value,
                           .lastBox = boxes.last.value,
                           .month = boxes.month ? boxes.month->number() : 0})) {
        visit({.box = books::BoxNo{row.boxNo},
               .sku = std::string(row.sku),
               .kind = inventory::parseItemKind(row.kind),
               .lot = books::LotNo{row.lotNo},
               .units = row.units,
               .cost = row.cost,
               .receivedOn = row.receivedOn,
               .source = std::string(row.source),
               .reference = std::string(row.reference),
               .supplier = std::string(row.supplier),
               .receivedUnits = row.receivedUnits,
               .receivedCost = row.receivedCost,
               .event = row.eventSeq});
    }
}

std::vector<BoxDraw> boxDraws(const books::ReadTransaction& tx, books::BoxNo box)
{
    std::vector<BoxDraw> draws;
    eachBoxDraw(tx, {.first = box, .last = box},
                [&](const BoxDraw& draw) { draws.push_back(draw); });
    return draws;
}

} // namespace giftbox::reports
