#include "purchasing/record_bill.h"

#include "books/code.h"
#include "books/purchase_facts.h"
#include "foundation/json.h"
#include "purchasing/recorded_bill.h"
#include "purchasing/statements.h"

#include <algorithm>
#include <set>

namespace giftbox::purchasing {

using books::LotNo;
using books::ReadTransaction;
using books::WriteTransaction;
using foundation::Faults;
using foundation::Money;
using foundation::Refusal;

namespace {

void requireNewBill(const ReadTransaction& tx, const Bill& bill)
{
    if (const auto there = findBill(tx, bill.supplier, bill.reference)) {
        throw Refusal("bill.exists", {{"reference", bill.reference},
                                      {"supplier", bill.supplier},
                                      {"amount", tx.store().money(there->amount)},
                                      {"on", there->on}});
    }
}

void requireNotInFuture(const WriteTransaction& tx, foundation::Date day)
{
    if (day > tx.today()) {
        throw Refusal("date.in_future", {{"day", day}, {"today", tx.today()}});
    }
}

std::optional<std::string> billOf(const ReadTransaction& tx, LotNo lot)
{
    const auto row =
        tx.database().query(sql::BillOfLot{.storeId = tx.storeId(), .lotNo = lot.value});
    return row ? std::optional(std::string(row->reference)) : std::nullopt;
}

RecordedReceipt requireUnbilled(const ReadTransaction& tx, LotNo lot)
{
    if (const auto reference = billOf(tx, lot)) {
        throw Refusal("bill.lot_billed", {{"number", lot.value}, {"reference", *reference}});
    }
    return requireReceipt(tx, lot);
}

/// The receipts that the bill is for, each once, in the order of their lots.
std::vector<RecordedReceipt> receiptsOfBill(const ReadTransaction& tx, const Bill& bill,
                                            Faults& faults)
{
    std::set<std::int64_t> lots;
    for (const DeliveryNo delivery : bill.deliveries) {
        faults.check([&] {
            (void)requireDelivery(tx, delivery);
            for (const DeliveredLot& one : lotsOf(tx, delivery)) {
                if (!one.reversedOn && !billOf(tx, one.lot)) {
                    lots.insert(one.lot.value);
                }
            }
        });
    }
    for (const LotNo lot : bill.lots) {
        lots.insert(lot.value);
    }
    std::vector<RecordedReceipt> receipts;
    for (const std::int64_t lot : lots) {
        faults.check([&] { receipts.push_back(requireUnbilled(tx, LotNo{lot})); });
    }
    if (lots.empty()) {
        faults.add(Refusal("bill.no_lots"));
    }
    return receipts;
}

std::vector<RecordedReceipt> checkBill(const WriteTransaction& tx, const Bill& bill)
{
    Faults faults;
    faults.check([&] { books::requireText(bill.supplier, "the supplier", "supplier"); });
    faults.check(
        [&] { books::requireText(bill.reference, "the number of the bill", "reference"); });
    faults.check([&] { inventory::requireCost(tx.store(), bill.amount); });
    faults.check([&] { requireNotInFuture(tx, bill.on); });
    faults.check([&] { requireNewBill(tx, bill); });
    std::vector<RecordedReceipt> receipts = receiptsOfBill(tx, bill, faults);
    faults.throwIfAny();
    return receipts;
}

/// What the bill charges for each of them.
std::vector<BilledLot> billedLots(const ReadTransaction& tx, const Bill& bill,
                                  const std::vector<RecordedReceipt>& receipts)
{
    std::vector<BilledLot> lots;
    std::vector<std::int64_t> costs;
    for (const RecordedReceipt& receipt : receipts) {
        lots.push_back({.receipt = receipt,
                        .freight = freightOfLot(tx, receipt.lot),
                        .amount = {},
                        .change = {}});
        // A corrected cost may have less than the freight.
        costs.push_back(std::max<std::int64_t>(0, lots.back().received().minor));
    }
    if (!bill.amounts.empty()) {
        for (BilledLot& lot : lots) {
            const auto at = std::ranges::find(bill.lots, lot.receipt.lot);
            lot.amount = bill.amounts.at(static_cast<std::size_t>(at - bill.lots.begin()));
        }
    } else if (std::ranges::any_of(costs, [](std::int64_t cost) { return cost > 0; })) {
        const std::vector<Money> amounts = foundation::allocate(bill.amount, costs);
        for (std::size_t i = 0; i < lots.size(); ++i) {
            lots[i].amount = amounts[i];
        }
    } else if (bill.amount != Money{}) {
        throw Refusal("bill.no_value");
    }
    return lots;
}

void insertBill(WriteTransaction& tx, const Bill& bill, const RecordedBill& done)
{
    const sql::InsertBill insert{.storeId = tx.storeId(),
                                 .billNo = done.number,
                                 .supplier = bill.supplier,
                                 .reference = bill.reference,
                                 .billedOn = bill.on,
                                 .amount = bill.amount,
                                 .eventSeq = tx.event().value};
    tx.facts().add(books::facts::kBill, insert.binds());
    tx.database().execute(insert);
    for (const BilledLot& lot : done.lots) {
        const sql::InsertBillLot line{.storeId = tx.storeId(),
                                      .billNo = done.number,
                                      .lotNo = lot.receipt.lot.value,
                                      .amount = lot.amount,
                                      .eventSeq = tx.event().value};
        tx.facts().add(books::facts::kBillLot, line.binds());
        tx.database().execute(line);
    }
}

void recordEvent(WriteTransaction& tx, const Bill& bill, const RecordedBill& done,
                 foundation::Date on)
{
    const foundation::Currency& currency = tx.store().currency;
    tx.record("stock.bill", "bill " + std::to_string(done.number),
              foundation::JsonObject()
                  .add("units", std::int64_t(0))
                  .add("cost", toText(done.difference - done.variance, currency)) // in stock
                  .add("on", toText(on))
                  .add("amount", toText(bill.amount, currency))
                  .add("variance", toText(done.variance, currency))
                  .add("lots", static_cast<std::int64_t>(done.lots.size()))
                  .add("supplier", bill.supplier)
                  .add("reference", bill.reference)
                  .text());
}

} // namespace

RecordedBill enterBill(WriteTransaction& tx, const Bill& bill)
{
    const std::vector<RecordedReceipt> receipts = checkBill(tx, bill);
    std::vector<std::string> skus;
    std::ranges::transform(receipts, std::back_inserter(skus), &RecordedReceipt::sku);
    ReceiptChanges run(tx, skus);
    RecordedBill done{.number =
                          tx.database().query(sql::LastBill{.storeId = tx.storeId()})->lastNo + 1,
                      .lots = billedLots(tx, bill, receipts),
                      .difference = {},
                      .variance = {}};
    for (BilledLot& lot : done.lots) {
        if (lot.amount != lot.received()) {
            ReceiptValues values = valuesOf(lot.receipt);
            values.cost = lot.amount + lot.freight;
            lot.change = run.change(lot.receipt, values, "Bill " + bill.reference);
            done.difference += lot.change.cost;
            done.variance += lot.change.variance;
        }
    }
    run.write();
    insertBill(tx, bill, done);
    return done;
}

RecordedBill recordBill(WriteTransaction& tx, const Bill& bill)
{
    RecordedBill done = enterBill(tx, bill);
    foundation::Date on = bill.on;
    for (const BilledLot& lot : done.lots) {
        on = lot.amount == lot.received() ? on : lot.change.on;
    }
    recordEvent(tx, bill, done, on);
    return done;
}

std::vector<UnbilledLot> unbilledAfter(const ReadTransaction& tx, LotNo after, std::int64_t most)
{
    std::vector<UnbilledLot> lots;
    for (const auto& row : tx.database().query(
             sql::UnbilledLots{.storeId = tx.storeId(), .after = after.value, .most = most})) {
        lots.push_back({.lot = {row.lotNo},
                        .sku = std::string(row.sku),
                        .name = std::string(row.name),
                        .supplier = std::string(row.supplier),
                        .reference = std::string(row.reference),
                        .receivedOn = row.receivedOn,
                        .units = row.units,
                        .cost = row.cost,
                        .delivery = row.deliveryNo});
    }
    return lots;
}

} // namespace giftbox::purchasing
