#include "purchasing/return_receipt.h"

#include "books/code.h"
#include "budget/authorize.h"
#include "foundation/json.h"

namespace giftbox::purchasing {

using books::MovementKind;
using foundation::Date;
using foundation::JsonObject;
using foundation::Money;
using foundation::Refusal;
using inventory::Shelf;
using inventory::ShelfItem;

namespace {

[[noreturn]] void refuseGone(const books::ReadTransaction& tx, const RecordedReceipt& receipt,
                             std::int64_t left, std::int64_t asked)
{
    const LotUsers users = usersOfLot(tx, receipt.lot, receipt.movement);
    throw Refusal("return.units_gone", {{"reference", receipt.reference},
                                        {"sku", receipt.sku},
                                        {"units", receipt.units},
                                        {"used", receipt.units - left},
                                        {"users", users.named},
                                        {"more", users.more},
                                        {"left", left},
                                        {"asked", asked}});
}

/// Counts what was posted in its month, and reads what remains there.
std::optional<Money> count(books::WriteTransaction& tx, const ReturnedUnits& done,
                           MovementKind kind)
{
    budget::MonthBook months(tx);
    const foundation::Month month = done.on.month();
    months.addMovement(month, kind, done.cost);
    months.addMovements(month, tx.counters().movement, tx.counters().movement);
    const budget::MonthState& state = months.month(month);
    const auto remaining = remainingUnder(capOf(state.caps, budget::CapName::MonthRestock),
                                          state.totals.of(books::MonthFigure::Restock));
    months.write();
    return remaining;
}

JsonObject detailOf(const books::WriteTransaction& tx, const ReturnedUnits& done)
{
    JsonObject detail;
    detail.add("lot", done.receipt.lot.value)
        .add("units", done.units)
        .add("cost", toText(done.cost, tx.store().currency))
        .add("on", toText(done.on))
        .add("return", done.movement)
        .add("reference", done.receipt.reference);
    return detail;
}

} // namespace

ReturnedUnits enterReturn(books::WriteTransaction& tx, const SupplierReturn& asked)
{
    books::requireText(asked.reason, "the reason for the return", "reason");
    ReturnedUnits done{.receipt = requireReceipt(tx, asked.lot),
                       .on = asked.on,
                       .units = -asked.units,
                       .cost = {},
                       .remaining = {}};
    const RecordedReceipt& receipt = done.receipt;
    inventory::requireUnits(asked.units);
    tx.requireOpen(asked.on);
    if (asked.on < receipt.receivedOn) {
        throw Refusal("return.too_early", {{"on", asked.on}, {"first", receipt.receivedOn}});
    }
    Shelf shelf(tx);
    shelf.load({&receipt.sku, 1});
    ShelfItem& item = shelf.require(receipt.sku);
    const auto open = item.openLot(receipt.lot);
    if (!open || open->unitsLeft < asked.units) {
        refuseGone(tx, receipt, open ? open->unitsLeft : 0, asked.units);
    }
    if (item.reserved > 0 && item.available() < asked.units) {
        refuseReserved(TakingOff::Return, receipt, item, asked.units);
    }
    done.cost = -shelf.takeFromLot(item, receipt.lot, asked.units,
                                   {.kind = MovementKind::SupplierReturn,
                                    .on = asked.on,
                                    .box = {},
                                    .reason = asked.reason,
                                    .corrects = receipt.movement});
    shelf.write();
    done.movement = tx.counters().movement;
    done.unitsNow = item.unitsBy(inventory::kEver);
    done.remaining = count(tx, done, MovementKind::SupplierReturn);
    return done;
}

ReturnedUnits returnToSupplier(books::WriteTransaction& tx, const SupplierReturn& asked)
{
    ReturnedUnits done = enterReturn(tx, asked);
    tx.record("stock.return", "item " + done.receipt.sku,
              detailOf(tx, done).add("reason", asked.reason).text());
    return done;
}

ReturnedUnits enterReturnReversal(books::WriteTransaction& tx, std::int64_t movement,
                                  const std::string& reason)
{
    books::requireText(reason, "the reason for the reversal", "reason");
    const RecordedReturn original = requireReturn(tx, movement);
    ReturnedUnits done{.movement = movement,
                       .receipt = requireReceipt(tx, original.lot),
                       .on = tx.correctionDay(original.on),
                       .units = original.units,
                       .cost = original.cost,
                       .remaining = {}};
    Shelf shelf(tx);
    shelf.load({&original.sku, 1});
    ShelfItem& item = shelf.require(original.sku);
    const inventory::Posting posting{.kind = MovementKind::SupplierReturnReversal,
                                     .on = done.on,
                                     .box = {},
                                     .reason = reason,
                                     .corrects = movement};
    shelf.put(item,
              {.units = original.units,
               .cost = original.cost,
               .source = std::string(ruleOf(posting.kind).lotSource()),
               .reference = {},
               .supplier = {}},
              posting);
    shelf.write();
    done.unitsNow = item.unitsBy(inventory::kEver);
    done.remaining = count(tx, done, posting.kind);
    return done;
}

ReturnedUnits reverseReturn(books::WriteTransaction& tx, std::int64_t movement,
                            const std::string& reason)
{
    ReturnedUnits done = enterReturnReversal(tx, movement, reason);
    tx.record("stock.reverse_return", "item " + done.receipt.sku,
              detailOf(tx, done).add("reason", reason).text());
    return done;
}

CreditedReturn enterCredit(books::WriteTransaction& tx, const SupplierCredit& credit)
{
    books::requireText(credit.reference, "the number of the credit note", "reference");
    inventory::requireCost(tx.store(), credit.amount);
    CreditedReturn done{
        .returned = requireReturn(tx, credit.movement), .credit = credit, .variance = {}};
    const RecordedReturn& returned = done.returned;
    tx.requireOpen(credit.on);
    if (credit.on < returned.on) {
        throw Refusal("return.too_early/credit", {{"on", credit.on}, {"first", returned.on}});
    }
    done.variance = returned.cost - credit.amount;
    Shelf shelf(tx);
    shelf.load({&returned.sku, 1});
    ShelfItem& item = shelf.require(returned.sku);
    const inventory::OpenLot usedUp{
        .number = returned.lot, .receivedOn = {}, .unitsLeft = 0, .costLeft = {}};
    shelf.changeLot(item,
                    {.left = item.openLot(returned.lot).value_or(usedUp),
                     .units = 0,
                     .cost = done.variance,
                     .variance = done.variance},
                    {.kind = MovementKind::Credit,
                     .on = credit.on,
                     .box = {},
                     .reason = credit.reference,
                     .corrects = returned.movement});
    shelf.write();
    budget::MonthBook months(tx);
    const foundation::Month month = credit.on.month();
    months.addMovement(month, MovementKind::Credit, done.variance);
    months.addMovement(month, MovementKind::Variance, -done.variance);
    months.addMovements(month, shelf.firstMovement(), tx.counters().movement);
    months.write();
    return done;
}

CreditedReturn creditReturn(books::WriteTransaction& tx, const SupplierCredit& credit)
{
    CreditedReturn done = enterCredit(tx, credit);
    const RecordedReturn& returned = done.returned;
    tx.record("stock.credit", "item " + returned.sku,
              JsonObject()
                  .add("return", returned.movement)
                  .add("units", std::int64_t(0))
                  .add("cost", toText(Money{}, tx.store().currency)) // of the stock
                  .add("on", toText(credit.on))
                  .add("amount", toText(credit.amount, tx.store().currency))
                  .add("variance", toText(done.variance, tx.store().currency))
                  .add("reference", credit.reference)
                  .text());
    return done;
}

} // namespace giftbox::purchasing
