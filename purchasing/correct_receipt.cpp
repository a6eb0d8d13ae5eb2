#include "purchasing/correct_receipt.h"

#include "books/code.h"
#include "foundation/json.h"
#include "purchasing/receipt_run.h"
#include "purchasing/unusual_cost.h"

namespace giftbox::purchasing {

namespace {

/// Requires that no other receipt has the key.
void requireOwnKey(books::WriteTransaction& tx, const RecordedReceipt& receipt,
                   const ReceiptValues& values)
{
    Receipt wanted{.sku = receipt.sku,
                   .units = values.units,
                   .cost = values.cost,
                   .receivedOn = receipt.receivedOn,
                   .reference = values.reference,
                   .supplier = values.supplier,
                   .line = receipt.line};
    ReceiptRun run(tx);
    run.load({&wanted, 1});
    run.requireNew(wanted, receipt.lot);
}

ReceiptValues wantedValues(const books::ReadTransaction& tx, const RecordedReceipt& receipt,
                           const ReceiptCorrection& correction)
{
    const auto& supplier = correction.supplier;
    return {.units = correction.units.value_or(receipt.units),
            .cost = correction.cost.value_or(receipt.cost),
            .reference = correction.reference.value_or(receipt.reference),
            .supplier = supplier ? SupplierBook(tx).nameFor(*supplier) : receipt.supplier};
}

void recordCorrection(books::WriteTransaction& tx, const CorrectedReceipt& done,
                      const std::string& reason)
{
    const ReceiptChange& change = done.change;
    foundation::JsonObject detail;
    detail.add("lot", done.receipt.lot.value)
        .add("units", change.units)
        .add("cost", toText(change.cost - change.variance, tx.store().currency)) // in stock
        .add("variance", toText(change.variance, tx.store().currency))
        .add("on", toText(change.on))
        .add("reference", done.receipt.reference)
        .add("supplier", done.receipt.supplier)
        .add("reason", reason);
    addVerdict(detail, tx.store(), change.verdict);
    tx.record("stock.correct", "item " + done.receipt.sku, detail.text());
}

} // namespace

CorrectedReceipt correctReceipt(books::WriteTransaction& tx, const ReceiptCorrection& correction)
{
    books::requireText(correction.reason, "the reason for the correction", "reason");
    CorrectedReceipt done{
        .receipt = requireReceipt(tx, correction.lot), .change = {}, .remaining = {}};
    done.change.on = tx.correctionDay(done.receipt.receivedOn);
    const RecordedReceipt before = done.receipt;
    const ReceiptValues values = wantedValues(tx, before, correction);
    books::requireText(values.reference, "the reference", "reference");
    books::requireOptionalText(values.supplier, "the supplier", "supplier");
    requireOwnKey(tx, before, values);
    ReceiptChanges run(tx, {&before.sku, 1});
    done.receipt.units = values.units;
    done.receipt.cost = values.cost;
    done.receipt.reference = values.reference;
    done.receipt.supplier = values.supplier;
    if (values != valuesOf(before)) {
        done.change = run.change(before, values, correction.reason);
        requireUsual(tx, before, values);
        run.write();
        recordCorrection(tx, done, correction.reason);
    }
    done.unitsNow = run.item(before.sku).unitsBy(inventory::kEver);
    const budget::MonthState& month = run.month(done.change.on.month());
    done.remaining = remainingUnder(capOf(month.caps, budget::CapName::MonthRestock),
                                    month.totals.of(books::MonthFigure::Restock));
    return done;
}

} // namespace giftbox::purchasing
