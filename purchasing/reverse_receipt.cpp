#include "purchasing/reverse_receipt.h"

#include "books/code.h"
#include "budget/authorize.h"
#include "foundation/json.h"
#include "purchasing/settle_orders.h"

namespace giftbox::purchasing {

using books::MovementKind;
using foundation::Date;

Reversals::Reversals(books::WriteTransaction& tx, std::span<const std::string> skus)
    : tx_(tx), shelf_(tx), months_(tx)
{
    shelf_.load(skus);
}

InTheWay inTheWayOf(const inventory::ShelfItem& item, books::LotNo lot, std::int64_t units)
{
    const auto open = item.openLot(lot);
    return !open || open->unitsLeft != units               ? InTheWay::Used
           : item.reserved > 0 && item.available() < units ? InTheWay::Reserved
                                                           : InTheWay::Nothing;
}

InTheWay Reversals::ofReceipt(const RecordedReceipt& receipt)
{
    return inTheWayOf(shelf_.require(receipt.sku), receipt.lot, receipt.units);
}

void Reversals::requireNothingInTheWay(const RecordedReceipt& receipt)
{
    const inventory::ShelfItem& item = shelf_.require(receipt.sku);
    const InTheWay found = ofReceipt(receipt);
    if (found == InTheWay::Used) {
        const auto open = item.openLot(receipt.lot);
        refuseUsed(tx_, TakingOff::Reversal, receipt, open ? open->unitsLeft : 0);
    }
    if (found == InTheWay::Reserved) {
        refuseReserved(TakingOff::Reversal, receipt, item, receipt.units);
    }
}

Date Reversals::reverse(const RecordedReceipt& receipt, const std::string& reason)
{
    inventory::ShelfItem& item = shelf_.require(receipt.sku);
    const Date on = tx_.correctionDay(receipt.receivedOn);
    shelf_.takeLot(item, receipt.lot,
                   {.kind = MovementKind::Reversal,
                    .on = on,
                    .box = {},
                    .reason = reason,
                    .corrects = receipt.movement});
    months_.addMovement(on.month(), MovementKind::Reversal, -receipt.cost);
    months_.addMovements(on.month(), tx_.counters().movement, tx_.counters().movement);
    lots_.push_back(receipt.lot);
    return on;
}

void Reversals::write()
{
    shelf_.write();
    months_.write();
    settleOrdersOf(tx_, lots_);
    lots_.clear();
}

ReversedReceipt reverseReceipt(books::WriteTransaction& tx, books::LotNo lot,
                               const std::string& reason)
{
    books::requireText(reason, "the reason for the reversal", "reason");
    ReversedReceipt done{.receipt = requireReceipt(tx, lot), .on = {}, .remaining = {}};
    const RecordedReceipt& receipt = done.receipt;
    Reversals run(tx, {&receipt.sku, 1});
    run.requireNothingInTheWay(receipt);
    done.on = run.reverse(receipt, reason);
    done.unitsNow = run.item(receipt.sku).unitsBy(inventory::kEver);
    const budget::MonthState& month = run.month(done.on.month());
    done.remaining = remainingUnder(capOf(month.caps, budget::CapName::MonthRestock),
                                    month.totals.of(books::MonthFigure::Restock));
    run.write();
    tx.record("stock.reverse", "item " + receipt.sku,
              foundation::JsonObject()
                  .add("lot", lot.value)
                  .add("units", -receipt.units)
                  .add("cost", toText(-receipt.cost, tx.store().currency))
                  .add("on", toText(done.on))
                  .add("reference", receipt.reference)
                  .add("reason", reason)
                  .text());
    return done;
}

} // namespace giftbox::purchasing
