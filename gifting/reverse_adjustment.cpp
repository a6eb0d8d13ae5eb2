#include "gifting/reverse_adjustment.h"

#include "books/code.h"
#include "foundation/json.h"
#include "gifting/statements.h"
#include "purchasing/reverse_receipt.h"

#include <algorithm>

namespace giftbox::gifting {

using books::MovementKind;
using books::ReadTransaction;
using books::WriteTransaction;
using foundation::Money;
using foundation::Refusal;
using inventory::Shelf;
using inventory::ShelfItem;

namespace {

using MovedRow = sql::MovementsOfAdjustment::Row;

/// A row, kept after the next one is read.
struct KeptMove {
    RecordedAdjustment::Moved moved;
    std::string reason;
    bool isReversed = false;
};

void requireStanding(const MovedRow& row, MovementKind kind)
{
    if (row.kind != toText(kind)) {
        throw Refusal("movement.other_kind",
                      {{"number", row.seq}, {"kind", row.kind}, {"wanted", toText(kind)}});
    }
    if (row.reversedOn) {
        throw Refusal("movement.reversed", {{"number", row.seq},
                                            {"sku", row.sku},
                                            {"on", *row.reversedOn},
                                            {"by", *row.reversedBy}});
    }
}

/// Whether both are of the same write-off or count, which takes from each lot once.
bool belongTogether(const KeptMove& one, const KeptMove& next)
{
    return next.moved.movement == one.moved.movement + 1 && next.reason == one.reason &&
           next.moved.lot != one.moved.lot && !next.isReversed && next.moved.units < 0;
}

/// The lot of units that a count found, whole.
void requireWholeLot(const WriteTransaction& tx, const ShelfItem& item,
                     const RecordedAdjustment::Moved& found)
{
    const auto inTheWay = purchasing::inTheWayOf(item, found.lot, found.units);
    if (inTheWay == purchasing::InTheWay::Used) {
        const auto open = item.openLot(found.lot);
        const std::int64_t left = open ? open->unitsLeft : 0;
        const purchasing::LotUsers users = purchasing::usersOfLot(tx, found.lot, found.movement);
        throw Refusal("count.used", {{"number", found.movement},
                                     {"sku", item.sku},
                                     {"units", found.units},
                                     {"used", found.units - left},
                                     {"users", users.named},
                                     {"more", users.more}});
    }
    if (inTheWay == purchasing::InTheWay::Reserved) {
        throw Refusal("count.reserved", {{"number", found.movement},
                                         {"sku", item.sku},
                                         {"units", found.units},
                                         {"there", item.unitsBy(inventory::kEver)},
                                         {"reserved", item.reserved}});
    }
}

void reverseLot(const WriteTransaction& tx, Shelf& shelf, ShelfItem& item,
                const RecordedAdjustment::Moved& moved, const inventory::Posting& posting)
{
    if (moved.units > 0) {
        requireWholeLot(tx, item, moved);
        shelf.takeLot(item, moved.lot, posting);
        return;
    }
    shelf.put(item,
              {.units = -moved.units,
               .cost = -moved.cost,
               .source = std::string(ruleOf(posting.kind).lotSource()),
               .reference = {},
               .supplier = {}},
              posting);
}

Adjustment reversedBy(WriteTransaction& tx, MovementKind by, std::int64_t movement,
                      const std::string& reason)
{
    books::requireText(reason, "the reason for the reversal", "reason");
    const RecordedAdjustment original = requireAdjustment(tx, *ruleOf(by).reverses, movement);
    Shelf shelf(tx);
    shelf.load({&original.sku, 1});
    ShelfItem& item = shelf.require(original.sku);
    inventory::Posting posting{
        .kind = by, .on = tx.correctionDay(original.on), .box = {}, .reason = reason};
    for (const RecordedAdjustment::Moved& moved : original.moved) {
        posting.corrects = moved.movement;
        reverseLot(tx, shelf, item, moved, posting);
    }
    shelf.write();
    budget::MonthBook months(tx);
    months.addMovement(posting.on.month(), by, -original.cost());
    months.addMovements(posting.on.month(), shelf.firstMovement(), tx.counters().movement);
    months.write();
    return {.units = -original.units(),
            .cost = -original.cost(),
            .unitsNow = item.unitsBy(inventory::kEver),
            .sku = item.sku,
            .on = posting.on,
            .movement = shelf.firstMovement()};
}

void recordReversal(WriteTransaction& tx, std::string_view action, const Adjustment& done,
                    std::int64_t movement, const std::string& reason)
{
    tx.record(action, "item " + done.sku,
              foundation::JsonObject()
                  .add("movement", movement)
                  .add("units", done.units)
                  .add("cost", toText(done.cost, tx.store().currency))
                  .add("on", toText(done.on))
                  .add("reason", reason)
                  .text());
}

} // namespace

std::int64_t RecordedAdjustment::units() const
{
    std::int64_t sum = 0;
    for (const Moved& one : moved) {
        sum += one.units;
    }
    return sum;
}

Money RecordedAdjustment::cost() const
{
    Money sum;
    for (const Moved& one : moved) {
        sum += one.cost;
    }
    return sum;
}

RecordedAdjustment requireAdjustment(const ReadTransaction& tx, MovementKind kind,
                                     std::int64_t movement)
{
    RecordedAdjustment found;
    std::vector<KeptMove> all;
    for (const MovedRow& row : tx.database().query(
             sql::MovementsOfAdjustment{.storeId = tx.storeId(), .seq = movement})) {
        if (row.seq == movement) {
            requireStanding(row, kind);
            found.sku = row.sku;
            found.name = row.name;
            found.on = row.movedOn;
            found.reason = row.reason;
        }
        all.push_back({.moved = {.movement = row.seq,
                                 .lot = books::LotNo{row.lotNo},
                                 .units = row.units,
                                 .cost = row.cost},
                       .reason = std::string(row.reason),
                       .isReversed = row.reversedOn.has_value()});
    }
    const auto asked =
        std::ranges::find(all, movement, [](const KeptMove& one) { return one.moved.movement; });
    if (asked == all.end()) {
        throw Refusal("movement.unknown", {{"number", movement}});
    }
    auto first = asked;
    while (first != all.begin() && !std::prev(first)->isReversed &&
           belongTogether(*std::prev(first), *first)) {
        --first;
    }
    found.moved.push_back(first->moved);
    for (auto next = std::next(first); next != all.end() && belongTogether(*std::prev(next), *next);
         ++next) {
        found.moved.push_back(next->moved);
    }
    return found;
}

Adjustment reverseWriteOff(WriteTransaction& tx, std::int64_t movement, const std::string& reason)
{
    const Adjustment done = reversedBy(tx, MovementKind::WriteOffReversal, movement, reason);
    recordReversal(tx, "stock.reverse_write_off", done, movement, reason);
    return done;
}

Adjustment enterCountReversal(WriteTransaction& tx, std::int64_t movement,
                              const std::string& reason)
{
    return reversedBy(tx, MovementKind::CountReversal, movement, reason);
}

Adjustment reverseCount(WriteTransaction& tx, std::int64_t movement, const std::string& reason)
{
    const Adjustment done = enterCountReversal(tx, movement, reason);
    recordReversal(tx, "stock.reverse_count", done, movement, reason);
    return done;
}

} // namespace giftbox::gifting
