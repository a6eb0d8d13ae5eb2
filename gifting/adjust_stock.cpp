#include "gifting/adjust_stock.h"

#include "books/code.h"
#include "budget/month_book.h"
#include "foundation/json.h"

namespace giftbox::gifting {

using books::WriteTransaction;
using foundation::Money;
using foundation::Refusal;
using inventory::MovementKind;
using inventory::Posting;
using inventory::Shelf;
using inventory::ShelfItem;

namespace {

constexpr std::int64_t kMostUnits = 1'000'000'000;
const foundation::Date kEndOfTime(99991231);

/// The item that a SKU or a barcode stands for.
ShelfItem& itemOf(Shelf& shelf, std::string code)
{
    std::string* const one = &code;
    shelf.load({&code, 1});
    shelf.name({&one, 1});
    return shelf.require(code);
}

Adjustment takeOff(Shelf& shelf, ShelfItem& item, std::int64_t units, const Posting& posting)
{
    const auto draws = shelf.plan(item, units, posting.on);
    shelf.take(item, draws, posting);
    Adjustment done{.units = -units, .cost = {}, .unitsNow = 0};
    for (const inventory::LotDraw& draw : draws) {
        done.cost -= draw.cost;
    }
    return done;
}

/// Units of the item at the end of the day, by the books.
std::int64_t unitsOn(const WriteTransaction& tx, const ShelfItem& item, foundation::Date day)
{
    foundation::Rows rows =
        tx.database().query("gifting/units_moved_after", {{"store_id", tx.storeId()},
                                                          {"item_no", item.number.value},
                                                          {"day", day.number()},
                                                          {"month", day.month().number()}});
    rows.next();
    return item.unitsBy(kEndOfTime) - rows.row().integer(0);
}

Money costOfFound(const WriteTransaction& tx, const ShelfItem& item, std::int64_t units,
                  const std::optional<Money>& given)
{
    if (given) {
        return *given;
    }
    foundation::Rows rows = tx.database().query(
        "gifting/newest_lot_bought", {{"store_id", tx.storeId()}, {"item_no", item.number.value}});
    if (!rows.next()) {
        throw Refusal("count.cost_needed",
                      "item " + item.sku + " was never bought, so the " + std::to_string(units) +
                          " units found have no cost to go by; say what they cost in all");
    }
    return portion(Money{rows.row().integer(1)}, units, rows.row().integer(0));
}

void finish(WriteTransaction& tx, Shelf& shelf, const Posting& posting, std::string_view action,
            const ShelfItem& item, Adjustment& done)
{
    shelf.write();
    if (done.units != 0) {
        budget::MonthBook months(tx);
        months.addWriteOff(posting.on.month(), -done.cost);
        months.addMovements(posting.on.month(), shelf.firstMovement(), tx.counters().movement);
        months.write();
    }
    done.unitsNow = item.unitsBy(kEndOfTime);
    done.sku = item.sku;
    tx.record(action, "item " + item.sku,
              foundation::JsonObject()
                  .add("units", done.units)
                  .add("cost", toText(done.cost, tx.store().currency))
                  .add("on", toText(posting.on))
                  .add("reason", *posting.reason)
                  .text());
}

} // namespace

Adjustment writeOffStock(WriteTransaction& tx, const WriteOff& request)
{
    books::requireText(request.reason, "the reason for the write-off");
    tx.requireOpen(request.on);
    Shelf shelf(tx);
    ShelfItem& item = itemOf(shelf, request.sku);
    const Posting posting{
        .kind = MovementKind::WriteOff, .on = request.on, .box = {}, .reason = request.reason};
    Adjustment done = takeOff(shelf, item, request.units, posting);
    finish(tx, shelf, posting, "stock.write_off", item, done);
    return done;
}

Adjustment countStock(WriteTransaction& tx, const ShelfCount& request)
{
    books::requireText(request.reason, "the reason for the count");
    tx.requireOpen(request.on);
    if (request.units < 0 || request.units > kMostUnits) {
        throw Refusal("count.malformed", "the count is " + std::to_string(request.units) +
                                             " units; expected 0 to " + std::to_string(kMostUnits));
    }
    Shelf shelf(tx);
    ShelfItem& item = itemOf(shelf, request.sku);
    const Posting posting{
        .kind = MovementKind::Count, .on = request.on, .box = {}, .reason = request.reason};
    const std::int64_t found = request.units - unitsOn(tx, item, request.on);
    if (request.foundCost && found <= 0) {
        throw Refusal("count.cost_not_needed",
                      "the count of item " + item.sku +
                          " finds no units over the books, so there is nothing to give a cost for; "
                          "leave the cost out");
    }
    Adjustment done;
    if (found < 0) {
        done = takeOff(shelf, item, -found, posting);
    } else if (found > 0) {
        done = {
            .units = found, .cost = costOfFound(tx, item, found, request.foundCost), .unitsNow = 0};
        shelf.put(
            item,
            {.units = found, .cost = done.cost, .source = "count", .reference = {}, .supplier = {}},
            posting);
    }
    finish(tx, shelf, posting, "stock.count", item, done);
    return done;
}

} // namespace giftbox::gifting
