#include "gifting/adjust_stock.h"

#include "books/code.h"
#include "books/count_facts.h"
#include "budget/month_book.h"
#include "foundation/json.h"
#include "gifting/count_overtaken.h"
#include "gifting/statements.h"

namespace giftbox::gifting {

using books::MovementKind;
using books::WriteTransaction;
using foundation::Money;
using foundation::Refusal;
using inventory::Posting;
using inventory::Shelf;
using inventory::ShelfItem;

namespace {

constexpr std::int64_t kMostUnits = 1'000'000'000;
const foundation::Date kEndOfTime(99991231);

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

/// The item's units in the books at the end of the day.
std::int64_t unitsOn(const WriteTransaction& tx, const ShelfItem& item, foundation::Date day)
{
    if (day >= tx.today()) {
        return item.unitsBy(kEndOfTime); // nothing has moved later
    }
    const auto after = tx.database().query(sql::UnitsMovedAfter{
        .storeId = tx.storeId(), .day = day, .itemNo = item.number.value, .month = day.month()});
    return item.unitsBy(kEndOfTime) - after->units;
}

/// The stock in units, when the books show this many now.
std::int64_t unitsCounted(WriteTransaction& tx, const ShelfCount& request, const ShelfItem& item,
                          std::int64_t books)
{
    requireCount(request.units);
    const OvertakenCount count{.sku = item.sku,
                               .counted = request.units,
                               .expected = request.expected.value_or(books),
                               .books = books};
    if (count.expected != books && !request.adjusts) {
        refuseOvertaken(tx, item.number, request.on, count);
    }
    requireCount(count.adjusted());
    return count.adjusted();
}

Money costOfFound(const WriteTransaction& tx, const ShelfItem& item, std::int64_t units,
                  const std::optional<Money>& given)
{
    if (given) {
        return *given;
    }
    const auto cost = costLikeNewest(tx, item.number, units);
    if (!cost) {
        throw Refusal("count.cost_needed", {{"sku", item.sku}, {"units", units}});
    }
    return *cost;
}

void addToMonth(budget::MonthBook& months, const Posting& posting, Money cost,
                std::int64_t firstMovement, std::int64_t lastMovement)
{
    months.addMovement(posting.on.month(), posting.kind, cost);
    months.addMovements(posting.on.month(), firstMovement, lastMovement);
}

void recordAdjustment(WriteTransaction& tx, std::string_view action, const Adjustment& done,
                      const std::string& reason)
{
    tx.record(action, "item " + done.sku,
              foundation::JsonObject()
                  .add("units", done.units)
                  .add("cost", toText(done.cost, tx.store().currency))
                  .add("on", toText(done.on))
                  .add("reason", reason)
                  .text());
}

} // namespace

Adjustment writeOffStock(WriteTransaction& tx, const WriteOff& request)
{
    books::requireText(request.reason, "the reason for the write-off", "reason");
    tx.requireOpen(request.on);
    Shelf shelf(tx);
    std::string sku = request.sku;
    std::string* const one = &sku;
    shelf.load({&sku, 1});
    shelf.name({&one, 1});
    ShelfItem& item = shelf.require(sku);
    const Posting posting{
        .kind = MovementKind::WriteOff, .on = request.on, .box = {}, .reason = request.reason};
    Adjustment done = takeOff(shelf, item, request.units, posting);
    shelf.write();
    budget::MonthBook months(tx);
    addToMonth(months, posting, done.cost, shelf.firstMovement(), tx.counters().movement);
    months.write();
    done.unitsNow = item.unitsBy(kEndOfTime);
    done.sku = item.sku;
    done.on = request.on;
    done.movement = shelf.firstMovement();
    recordAdjustment(tx, "stock.write_off", done, request.reason);
    return done;
}

std::optional<Money> costLikeNewest(const books::ReadTransaction& tx, books::ItemNo item,
                                    std::int64_t units)
{
    const auto lot =
        tx.database().query(sql::NewestLotBought{.storeId = tx.storeId(), .itemNo = item.value});
    return lot ? std::optional(portion(lot->cost, units, lot->units)) : std::nullopt;
}

void requireCount(std::int64_t units)
{
    if (units < 0 || units > kMostUnits) {
        throw Refusal("count.malformed", {{"units", units}, {"most", kMostUnits}});
    }
}

std::int64_t unitsBefore(WriteTransaction& tx, const std::string& sku, foundation::Date on,
                         std::int64_t after)
{
    Shelf shelf(tx);
    shelf.load({&sku, 1});
    const ShelfItem& item = shelf.require(sku);
    std::int64_t units = unitsOn(tx, item, on);
    for (const MovedSince& one : movedSince(tx, item.number, on, after)) {
        units -= one.units;
    }
    return units;
}

CountRun::CountRun(WriteTransaction& tx)
    : tx_(tx), shelf_(tx), months_(tx), counts_(sql::InsertItemCounts::batch())
{}

void CountRun::load(std::span<ShelfCount> counts)
{
    std::vector<std::string> skus;
    std::vector<std::string*> typed;
    for (ShelfCount& count : counts) {
        skus.push_back(count.sku);
        typed.push_back(&count.sku);
    }
    shelf_.load(skus);
    shelf_.name(typed);
}

Adjustment CountRun::count(const ShelfCount& request)
{
    books::requireText(request.reason, "the reason for the count", "reason");
    tx_.requireOpen(request.on);
    ShelfItem& item = shelf_.require(request.sku);
    const Posting posting{
        .kind = MovementKind::Count, .on = request.on, .box = {}, .reason = request.reason};
    const std::int64_t books = unitsOn(tx_, item, request.on);
    const std::int64_t found = unitsCounted(tx_, request, item, books) - books;
    if (request.foundCost && found <= 0) {
        throw Refusal("count.cost_not_needed", {{"sku", item.sku}});
    }
    const std::int64_t before = tx_.counters().movement;
    Adjustment done;
    if (found < 0) {
        done = takeOff(shelf_, item, -found, posting);
    } else if (found > 0) {
        done = {.units = found,
                .cost = costOfFound(tx_, item, found, request.foundCost),
                .unitsNow = 0};
        shelf_.put(item,
                   {.units = found,
                    .cost = done.cost,
                    .source = std::string(ruleOf(posting.kind).lotSource()),
                    .reference = {},
                    .supplier = {}},
                   posting);
    }
    if (found != 0) {
        addToMonth(months_, posting, done.cost, before + 1, tx_.counters().movement);
        done.movement = before + 1;
    }
    counts_.add(++lines_)
        .add(item.number.value)
        .add(request.on.number())
        .add(found)
        .add(request.countedBy.empty() ? tx_.actor().name : request.countedBy);
    done.unitsNow = item.unitsBy(kEndOfTime);
    done.sku = item.sku;
    done.on = request.on;
    return done;
}

void CountRun::write()
{
    shelf_.write();
    months_.write();
    const sql::InsertItemCounts insert{.storeId = tx_.storeId(), .eventSeq = tx_.event().value};
    tx_.facts().add(books::facts::kItemCount, counts_, insert.binds());
    tx_.database().executeForEach(insert, counts_);
    counts_.clear();
}

Adjustment countStock(WriteTransaction& tx, const ShelfCount& request)
{
    CountRun run(tx);
    ShelfCount count = request;
    run.load({&count, 1});
    const Adjustment done = run.count(count);
    run.write();
    recordAdjustment(tx, "stock.count", done, request.reason);
    return done;
}

} // namespace giftbox::gifting
