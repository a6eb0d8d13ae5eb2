#include "exchange/undo_purchases.h"

#include "exchange/import_in_use.h"
#include "exchange/statements.h"
#include "gifting/reverse_adjustment.h"
#include "purchasing/return_receipt.h"
#include "purchasing/undo_orders.h"
#include "purchasing/undo_suppliers.h"

#include <algorithm>

namespace giftbox::exchange {

using books::WriteTransaction;
using foundation::Refusal;

namespace {

void undoSuppliersOf(WriteTransaction& tx, UndoneImport& done)
{
    const ImportBatch& batch = done.batch;
    const purchasing::UndoneSuppliers undone = purchasing::undoSuppliers(
        tx, {.event = batch.event, .firstLot = books::LotNo{batch.firstNo}});
    InUse inUse;
    for (const auto& [one, isUsed] : undone.inTheWay) {
        inUse.add(one.number.value, isUsed ? kUsedRow : kChangedRow,
                  one.supplier.name + " " + one.supplier.code);
    }
    inUse.throwIfAny(batch);
    done.removed = undone.removed;
    done.restored = undone.restored;
}

void undoOrdersOf(WriteTransaction& tx, const std::string& reason, UndoneImport& done)
{
    const purchasing::UndoneOrders undone = purchasing::undoOrders(tx, done.batch.event, reason);
    InUse inUse;
    for (const auto& [number, isUsed] : undone.inTheWay) {
        inUse.add(number.value, isUsed ? kUsedRow : kChangedRow, toText(number));
    }
    inUse.throwIfAny(done.batch);
    done.removed = undone.undone;
}

/// What it recorded in counts of several items moved nothing by itself: those counts must be cancelled.
void addCountsInTheWay(const WriteTransaction& tx, const ImportBatch& batch, InUse& inUse)
{
    for (const auto& row : tx.database().query(
             sql::RecordedInCounts{.storeId = tx.storeId(), .eventSeq = batch.event.value})) {
        if (row.outcome != "cancelled") {
            inUse.add(-row.countNo, row.outcome == "open" ? "part.row_open" : kUsedRow,
                      "count " + std::to_string(row.countNo));
        }
    }
}

/// An item that the import counted with a difference.
struct CountedItem {
    std::int64_t movement = 0;
    std::int64_t item = 0;
    std::string name;
    bool isCountedAgain = false;
};

std::vector<CountedItem> countedItems(const WriteTransaction& tx, const ImportBatch& batch)
{
    std::vector<CountedItem> counted;
    for (const auto& row : tx.database().query(sql::CountsOfImport{.storeId = tx.storeId(),
                           .after = batch.event.value,
                           .first = batch.firstMovement,
                           .last = batch.lastKept})) {
        counted.push_back({.movement = row.seq,
                           .item = row.itemNo,
                           .name = std::string(row.name) + " " + std::string(row.sku),
                           .isCountedAgain = row.counted != 0});
    }
    return counted;
}

void undoCountsOf(WriteTransaction& tx, const std::string& reason, UndoneImport& done)
{
    InUse inUse;
    addCountsInTheWay(tx, done.batch, inUse);
    for (const CountedItem& one : countedItems(tx, done.batch)) {
        if (one.isCountedAgain) {
            inUse.add(one.item, kChangedRow, one.name);
            continue;
        }
        try {
            (void)gifting::enterCountReversal(tx, one.movement, reason);
            ++done.reversed;
        } catch (const Refusal& refusal) {
            const bool isReserved = refusal.code() == "count.reserved";
            if (!isReserved && refusal.code() != "count.used") {
                throw;
            }
            inUse.add(one.item, isReserved ? kReservedRow : kUsedRow, one.name);
        }
    }
    inUse.throwIfAny(done.batch);
}

/// Those that stand, the oldest first.
std::vector<purchasing::RecordedReturn> returnsOf(const WriteTransaction& tx,
                                                  const ImportBatch& batch)
{
    constexpr std::int64_t kReturnsAtOnce = 500;
    std::vector<purchasing::RecordedReturn> all;
    std::int64_t before = batch.lastKept + 1;
    while (before > batch.firstMovement) {
        const auto some = purchasing::returnsBefore(tx, before, kReturnsAtOnce);
        std::ranges::copy_if(some, std::back_inserter(all), [&](const auto& one) {
            return one.movement >= batch.firstMovement && !one.reversedOn;
        });
        before = some.empty() ? 0 : some.back().movement;
    }
    std::ranges::reverse(all);
    return all;
}

void undoReturnsOf(WriteTransaction& tx, const std::string& reason, UndoneImport& done)
{
    const std::vector<purchasing::RecordedReturn> all = returnsOf(tx, done.batch);
    InUse inUse;
    for (const purchasing::RecordedReturn& one : all) {
        if (one.creditedOn) {
            inUse.add(one.movement, "part.row_credited", one.reference + " for " + one.sku);
        }
    }
    inUse.throwIfAny(done.batch);
    for (const purchasing::RecordedReturn& one : all) {
        (void)purchasing::enterReturnReversal(tx, one.movement, reason);
    }
    done.reversed = static_cast<std::int64_t>(all.size());
}

} // namespace

void undoPurchases(WriteTransaction& tx, const std::string& reason, UndoneImport& done)
{
    if (done.batch.kind == "suppliers") {
        undoSuppliersOf(tx, done);
    } else if (done.batch.kind == "orders") {
        undoOrdersOf(tx, reason, done);
    } else if (done.batch.kind == "returns") {
        undoReturnsOf(tx, reason, done);
    } else {
        undoCountsOf(tx, reason, done);
    }
}

} // namespace giftbox::exchange
