#include "purchasing/reverse_charge.h"

#include "books/code.h"
#include "books/purchase_facts.h"
#include "foundation/json.h"
#include "purchasing/recorded_bill.h"
#include "purchasing/statements.h"

#include <algorithm>

namespace giftbox::purchasing {

using books::LotNo;
using books::WriteTransaction;
using foundation::Money;
using foundation::Refusal;

namespace {

/// What a bill or freight added to the cost of a lot.
struct AddedCost {
    RecordedReceipt receipt;
    Money cost;
};

void changeBack(WriteTransaction& tx, const std::vector<AddedCost>& added, ReversedCharge& done,
                const std::string& reason)
{
    std::vector<std::string> skus;
    std::ranges::transform(added, std::back_inserter(skus),
                           [](const AddedCost& one) { return one.receipt.sku; });
    ReceiptChanges run(tx, skus);
    for (const AddedCost& one : added) {
        done.lots.push_back({one.receipt, run.takeBack(one.receipt, one.cost, reason)});
        done.variance += done.lots.back().change.variance;
    }
    run.write();
}

void recordReversal(WriteTransaction& tx, std::string_view action, const std::string& subject,
                    const ReversedCharge& done, const std::string& reason)
{
    const foundation::Currency& currency = tx.store().currency;
    Money cost;
    foundation::Date on = tx.today();
    for (const ReversedCharge::Lot& lot : done.lots) {
        cost += lot.change.cost;
        on = lot.change.on;
    }
    tx.record(action, subject,
              foundation::JsonObject()
                  .add("number", done.number)
                  .add("units", std::int64_t(0))
                  .add("cost", toText(cost - done.variance, currency)) // in stock
                  .add("on", toText(on))
                  .add("amount", toText(done.amount, currency))
                  .add("variance", toText(done.variance, currency))
                  .add("supplier", done.supplier)
                  .add("reference", done.reference)
                  .add("reason", reason)
                  .text());
}

RecordedFreight requireStandingFreight(const WriteTransaction& tx, std::int64_t number)
{
    RecordedFreight freight = requireFreight(tx, number);
    if (freight.reversedOn) {
        throw Refusal("freight.reversed", {{"reference", freight.reference},
                                           {"supplier", freight.supplier},
                                           {"on", *freight.reversedOn}});
    }
    return freight;
}

} // namespace

ReversedCharge enterBillReversal(WriteTransaction& tx, std::int64_t number,
                                 const std::string& reason)
{
    books::requireText(reason, "the reason for the reversal", "reason");
    const BillInBooks bill = requireBill(tx, number);
    if (bill.reversedOn) {
        throw Refusal(
            "bill.reversed",
            {{"reference", bill.reference}, {"supplier", bill.supplier}, {"on", *bill.reversedOn}});
    }
    std::vector<AddedCost> added;
    for (const LotOfBill& lot : lotsOfBill(tx, number)) {
        if (lot.change != Money{} && !lot.reversedOn) {
            added.push_back({requireReceipt(tx, lot.lot), lot.change});
        }
    }
    ReversedCharge done{.number = number,
                        .supplier = bill.supplier,
                        .reference = bill.reference,
                        .amount = bill.amount};
    changeBack(tx, added, done, reason);
    const sql::InsertBillReversal insert{.storeId = tx.storeId(),
                                         .billNo = number,
                                         .reversedOn = tx.today(),
                                         .reason = reason,
                                         .eventSeq = tx.event().value};
    tx.facts().add(books::facts::kBillReversal, insert.binds());
    tx.database().execute(insert);
    return done;
}

ReversedCharge reverseBill(WriteTransaction& tx, std::int64_t number, const std::string& reason)
{
    const ReversedCharge done = enterBillReversal(tx, number, reason);
    recordReversal(tx, "stock.reverse_bill", "bill " + std::to_string(number), done, reason);
    return done;
}

ReversedCharge enterFreightReversal(WriteTransaction& tx, std::int64_t number,
                                    const std::string& reason)
{
    books::requireText(reason, "the reason for the reversal", "reason");
    const RecordedFreight freight = requireStandingFreight(tx, number);
    std::vector<AddedCost> added;
    for (const auto& row :
         tx.database().query(sql::LotsOfFreight{.storeId = tx.storeId(), .freightNo = number})) {
        if (!row.reversedOn && row.added != Money{}) {
            added.push_back({requireReceipt(tx, LotNo{row.lotNo}), row.added});
        }
    }
    ReversedCharge done{.number = number,
                        .supplier = freight.supplier,
                        .reference = freight.reference,
                        .amount = freight.amount};
    changeBack(tx, added, done, reason);
    const sql::InsertFreightReversal insert{.storeId = tx.storeId(),
                                            .freightNo = number,
                                            .reversedOn = tx.today(),
                                            .reason = reason,
                                            .eventSeq = tx.event().value};
    tx.facts().add(books::facts::kFreightReversal, insert.binds());
    tx.database().execute(insert);
    return done;
}

ReversedCharge reverseFreight(WriteTransaction& tx, std::int64_t number, const std::string& reason)
{
    const ReversedCharge done = enterFreightReversal(tx, number, reason);
    const std::int64_t delivery = requireFreight(tx, number).delivery.value;
    recordReversal(tx, "stock.reverse_freight", "delivery " + std::to_string(delivery), done,
                   reason);
    return done;
}

} // namespace giftbox::purchasing
