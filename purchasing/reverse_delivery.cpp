#include "purchasing/reverse_delivery.h"

#include "books/code.h"
#include "budget/authorize.h"
#include "foundation/json.h"

namespace giftbox::purchasing {

using foundation::Refusal;

namespace {

/// A line of the delivery that stands, and its place, counted from 1.
struct StandingLine {
    std::size_t place = 0;
    RecordedReceipt receipt;
};

std::vector<StandingLine> standingLines(const books::WriteTransaction& tx, DeliveryNo number)
{
    std::vector<StandingLine> standing;
    std::size_t place = 0;
    for (const DeliveredLot& lot : lotsOf(tx, number)) {
        ++place;
        if (!lot.reversedOn) {
            standing.push_back({place, requireReceipt(tx, lot.lot)});
        }
    }
    if (standing.empty()) {
        throw Refusal("delivery.reversed", {{"number", number.value}});
    }
    return standing;
}

void reverseLine(Reversals& run, const StandingLine& line, const std::string& reason,
                 std::vector<ReversedReceipt>& done, foundation::Faults& faults)
{
    try {
        run.requireNothingInTheWay(line.receipt);
        done.push_back({.receipt = line.receipt,
                        .on = run.reverse(line.receipt, reason),
                        .unitsNow = run.item(line.receipt.sku).unitsBy(inventory::kEver),
                        .remaining = {}});
    } catch (const Refusal& refusal) {
        faults.add(refusal.saidAs(foundation::Sentence(
            "part.line_fault", {{"line", line.place}, {"fault", refusal.said()}})));
    }
}

void recordReversal(books::WriteTransaction& tx, const RecordedDelivery& delivery,
                    const std::vector<ReversedReceipt>& done, const std::string& reason)
{
    std::int64_t units = 0;
    foundation::Money cost;
    for (const ReversedReceipt& one : done) {
        units += one.receipt.units;
        cost += one.receipt.cost;
    }
    tx.record("delivery.reverse", "delivery " + std::to_string(delivery.number.value),
              foundation::JsonObject()
                  .add("lines", static_cast<std::int64_t>(done.size()))
                  .add("units", -units)
                  .add("cost", toText(-cost, tx.store().currency))
                  .add("on", toText(done.front().on))
                  .add("reference", delivery.reference)
                  .add("reason", reason)
                  .text());
}

} // namespace

std::vector<ReversedReceipt> reverseDelivery(books::WriteTransaction& tx, DeliveryNo number,
                                             const std::string& reason)
{
    books::requireText(reason, "the reason for the reversal", "reason");
    const RecordedDelivery delivery = requireDelivery(tx, number);
    const std::vector<StandingLine> lines = standingLines(tx, number);
    std::vector<std::string> skus;
    for (const StandingLine& line : lines) {
        skus.push_back(line.receipt.sku);
    }
    Reversals run(tx, skus);
    std::vector<ReversedReceipt> done;
    foundation::Faults faults;
    for (const StandingLine& line : lines) {
        reverseLine(run, line, reason, done, faults);
    }
    faults.throwIfAny();
    const budget::MonthState& month = run.month(done.front().on.month());
    for (ReversedReceipt& one : done) { // all on one day
        one.remaining = remainingUnder(capOf(month.caps, budget::CapName::MonthRestock),
                                       month.totals.of(books::MonthFigure::Restock));
    }
    run.write();
    recordReversal(tx, delivery, done, reason);
    return done;
}

} // namespace giftbox::purchasing
