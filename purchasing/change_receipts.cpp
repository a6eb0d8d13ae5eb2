#include "purchasing/change_receipts.h"

#include "purchasing/settle_orders.h"
#include "purchasing/statements.h"

namespace giftbox::purchasing {

using books::MovementKind;
using foundation::Money;
using inventory::ChangedLot;
using inventory::LotCost;

namespace {

/// What the receipt has, and what is left of it on the shelf.
LotCost lotOf(const RecordedReceipt& receipt, const inventory::ShelfItem& item)
{
    const auto open = item.openLot(receipt.lot);
    return {.units = receipt.units,
            .cost = receipt.cost,
            .unitsLeft = open ? open->unitsLeft : 0,
            .costLeft = open ? open->costLeft : Money{}};
}

} // namespace

ReceiptValues valuesOf(const RecordedReceipt& receipt)
{
    return {.units = receipt.units,
            .cost = receipt.cost,
            .reference = receipt.reference,
            .supplier = receipt.supplier};
}

ReceiptChanges::ReceiptChanges(books::WriteTransaction& tx, std::span<const std::string> skus)
    : tx_(tx), shelf_(tx), months_(tx)
{
    shelf_.load(skus);
}

ReceiptChange ReceiptChanges::change(const RecordedReceipt& receipt, const ReceiptValues& values,
                                     const std::string& reason)
{
    inventory::requireUnits(values.units);
    inventory::requireCost(tx_.store(), values.cost);
    inventory::ShelfItem& item = shelf_.require(receipt.sku);
    const LotCost before = lotOf(receipt, item);
    const std::int64_t units = values.units - before.units;
    if (before.unitsLeft + units < 0) {
        refuseUsed(tx_, TakingOff::Correction, receipt, before.unitsLeft);
    }
    if (units < 0 && item.reserved > 0 && item.available() + units < 0) {
        refuseReserved(TakingOff::Correction, receipt, item, -units);
    }
    const foundation::Month month = tx_.correctionDay(receipt.receivedOn).month();
    const Money more = values.cost - before.cost;
    return apply(receipt, values, reason,
                 more > Money{} ? authorizeRestock(tx_.store(), month, months_.month(month), more)
                                : budget::Verdict{});
}

ReceiptChange ReceiptChanges::takeBack(const RecordedReceipt& receipt, Money cost,
                                       const std::string& reason)
{
    ReceiptValues values = valuesOf(receipt);
    values.cost -= cost;
    if (values.cost < Money{}) {
        throw foundation::Refusal("receipt.cost_below", {{"reference", receipt.reference},
                                                         {"sku", receipt.sku},
                                                         {"lot", receipt.lot.value},
                                                         {"cost", tx_.store().money(receipt.cost)},
                                                         {"part", tx_.store().money(cost)}});
    }
    return apply(receipt, values, reason, {});
}

ReceiptChange ReceiptChanges::apply(const RecordedReceipt& receipt, const ReceiptValues& values,
                                    const std::string& reason, const budget::Verdict& verdict)
{
    const LotCost before = lotOf(receipt, shelf_.require(receipt.sku));
    ReceiptChange done{.on = tx_.correctionDay(receipt.receivedOn),
                       .units = values.units - before.units,
                       .cost = values.cost - before.cost,
                       .variance = {},
                       .verdict = verdict};
    const ChangedLot after = inventory::changed(before, values.units, values.cost);
    done.variance = after.variance;
    const std::int64_t seq = post(receipt, done, after.lot, reason);
    insertCorrection(tx_, receipt.lot, seq, values);
    if (done.units != 0) {
        lots_.push_back(receipt.lot);
    }
    return done;
}

std::int64_t ReceiptChanges::post(const RecordedReceipt& receipt, const ReceiptChange& change,
                                  const LotCost& after, const std::string& reason)
{
    const std::int64_t seq = tx_.counters().movement + 1;
    shelf_.changeLot(shelf_.require(receipt.sku),
                     {.left = {.number = receipt.lot,
                               .receivedOn = receipt.receivedOn,
                               .unitsLeft = after.unitsLeft,
                               .costLeft = after.costLeft},
                      .units = change.units,
                      .cost = change.cost,
                      .variance = change.variance},
                     {.kind = MovementKind::Correction,
                      .on = change.on,
                      .box = {},
                      .reason = reason,
                      .corrects = receipt.movement});
    const foundation::Month month = change.on.month();
    months_.addMovement(month, MovementKind::Correction, change.cost);
    months_.addMovement(month, MovementKind::Variance, -change.variance);
    months_.addMovements(month, seq, tx_.counters().movement);
    exceptions_.add({.step = budget::Step::Receive, .month = month, .lot = receipt.lot},
                    change.verdict);
    return seq;
}

void ReceiptChanges::write()
{
    shelf_.write();
    exceptions_.write(tx_);
    months_.write();
    settleOrdersOf(tx_, lots_);
    lots_.clear();
}

void insertCorrection(books::WriteTransaction& tx, books::LotNo lot, std::int64_t seq,
                      const ReceiptValues& values)
{
    const sql::InsertReceiptCorrection insert{.storeId = tx.storeId(),
                                              .lotNo = lot.value,
                                              .seq = seq,
                                              .units = values.units,
                                              .cost = values.cost,
                                              .reference = values.reference,
                                              .supplier = values.supplier,
                                              .eventSeq = tx.event().value};
    tx.facts().add(books::facts::kReceiptCorrection, insert.binds());
    tx.database().execute(insert);
}

} // namespace giftbox::purchasing
