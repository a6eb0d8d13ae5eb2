#include "purchasing/reverse_receipt.h"

#include "books/code.h"
#include "budget/authorize.h"
#include "foundation/json.h"
#include "purchasing/receipt_run.h"
#include "purchasing/statements.h"

namespace giftbox::purchasing {

using books::MovementKind;
using foundation::Date;
using foundation::Refusal;
using foundation::Sentence;

namespace {

/// The most users of a lot that a refusal names.
constexpr std::size_t kMostNamed = 5;

RecordedReceipt requireReceipt(const books::WriteTransaction& tx, books::LotNo lot)
{
    const auto row =
        tx.database().query(sql::FindReceipt{.storeId = tx.storeId(), .lotNo = lot.value});
    if (!row) {
        throw Refusal("lot.unknown", {{"number", lot.value}});
    }
    if (row->source != "purchase" && row->source != "parts_transfer") {
        throw Refusal("receipt.not_bought", {{"number", lot.value}});
    }
    if (row->reversedOn) {
        throw Refusal("receipt.reversed",
                      {{"reference", row->reference}, {"sku", row->sku}, {"on", *row->reversedOn}});
    }
    return {.lot = lot,
            .movement = row->seq,
            .sku = std::string(row->sku),
            .reference = std::string(row->reference),
            .receivedOn = row->receivedOn,
            .units = row->units,
            .cost = row->cost};
}

[[noreturn]] void refuseUsed(const books::WriteTransaction& tx, const RecordedReceipt& receipt,
                             std::int64_t left)
{
    const LotUsers users = usersOfLot(tx, receipt.lot, receipt.movement);
    throw Refusal("receipt.used", {{"reference", receipt.reference},
                                   {"sku", receipt.sku},
                                   {"units", receipt.units},
                                   {"used", receipt.units - left},
                                   {"users", users.named},
                                   {"more", users.more}});
}

void requireNothingInTheWay(const books::WriteTransaction& tx, Reversals& run,
                            const RecordedReceipt& receipt)
{
    const inventory::ShelfItem& item = run.item(receipt.sku);
    const InTheWay found = run.ofReceipt(receipt);
    if (found == InTheWay::Used) {
        const auto open = item.openLot(receipt.lot);
        refuseUsed(tx, receipt, open ? open->unitsLeft : 0);
    }
    if (found == InTheWay::Reserved) {
        throw Refusal("receipt.reserved", {{"reference", receipt.reference},
                                           {"sku", item.sku},
                                           {"units", receipt.units},
                                           {"there", item.unitsBy(inventory::kEver)},
                                           {"reserved", item.reserved}});
    }
}

} // namespace

LotUsers usersOfLot(const books::ReadTransaction& tx, books::LotNo lot, std::int64_t movement)
{
    std::vector<Sentence> users;
    std::size_t more = 0;
    for (const auto& row : tx.database().query(
             sql::UsersOfLot{.storeId = tx.storeId(), .after = movement, .lotNo = lot.value})) {
        if (users.size() == kMostNamed) {
            ++more;
            continue;
        }
        users.push_back(row.boxNo == 0 ? Sentence("part.units_corrected", {{"units", row.units}})
                                       : Sentence("part.units_of_box",
                                                  {{"number", row.boxNo}, {"units", row.units}}));
    }
    return {.named = foundation::joined(std::move(users), ", "),
            .more = more > 0 ? std::optional(more) : std::nullopt};
}

Reversals::Reversals(books::WriteTransaction& tx, std::span<const std::string> skus)
    : tx_(tx), shelf_(tx), months_(tx)
{
    shelf_.load(skus);
}

InTheWay Reversals::ofReceipt(const RecordedReceipt& receipt)
{
    const inventory::ShelfItem& item = shelf_.require(receipt.sku);
    const auto open = item.openLot(receipt.lot);
    return !open || open->unitsLeft != receipt.units               ? InTheWay::Used
           : item.reserved > 0 && item.available() < receipt.units ? InTheWay::Reserved
                                                                   : InTheWay::Nothing;
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
