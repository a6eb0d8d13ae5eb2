#include "purchasing/reverse_receipt.h"

#include "books/code.h"
#include "budget/authorize.h"
#include "foundation/json.h"

namespace giftbox::purchasing {

using books::MovementKind;
using foundation::Date;

namespace {

void requireNothingInTheWay(const books::WriteTransaction& tx, Reversals& run,
                            const RecordedReceipt& receipt)
{
    const inventory::ShelfItem& item = run.item(receipt.sku);
    const InTheWay found = run.ofReceipt(receipt);
    if (found == InTheWay::Used) {
        const auto open = item.openLot(receipt.lot);
        refuseUsed(tx, TakingOff::Reversal, receipt, open ? open->unitsLeft : 0);
    }
    if (found == InTheWay::Reserved) {
        refuseReserved(TakingOff::Reversal, receipt, item, receipt.units);
    }
}

} // namespace

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
    return on;
}

void Reversals::write()
{
    shelf_.write();
    months_.write();
}

ReversedReceipt reverseReceipt(books::WriteTransaction& tx, books::LotNo lot,
                               const std::string& reason)
{
    books::requireText(reason, "the reason for the reversal", "reason");
    ReversedReceipt done{.receipt = requireReceipt(tx, lot), .on = {}, .remaining = {}};
    const RecordedReceipt& receipt = done.receipt;
    Reversals run(tx, {&receipt.sku, 1});
    requireNothingInTheWay(tx, run, receipt);
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
