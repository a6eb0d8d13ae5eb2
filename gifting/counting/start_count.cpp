#include "gifting/counting/start_count.h"

#include "books/count_facts.h"
#include "foundation/fold.h"
#include "foundation/json.h"
#include "foundation/refusal.h"
#include "gifting/counting/statements.h"
#include "inventory/stock.h"

#include <algorithm>

namespace giftbox::gifting {

using books::WriteTransaction;
using foundation::Refusal;
using inventory::StockLine;

namespace {

bool isInScope(const CountStart& request, const StockLine& line)
{
    return (!line.retired || line.units != 0) &&
           (!request.bin || foundation::sameFolded(line.bin, *request.bin)) &&
           (!request.category || foundation::sameFolded(line.category, *request.category));
}

struct Snapshot {
    books::ItemNo item;
    std::int64_t units = 0;
};

/// In the order of the items' numbers.
std::vector<Snapshot> snapshotOf(const WriteTransaction& tx, const CountStart& request)
{
    std::vector<Snapshot> all;
    const auto take = [&](const StockLine& line) {
        if (isInScope(request, line)) {
            all.push_back({line.item, line.units});
        }
    };
    if (request.on < tx.today()) {
        inventory::stockOn(tx, request.on, take);
    } else {
        inventory::stockNow(tx, take);
    }
    std::ranges::sort(all, {}, [](const Snapshot& one) { return one.item.value; });
    return all;
}

void insertLines(WriteTransaction& tx, CountNo number, const std::vector<Snapshot>& items)
{
    foundation::Batch rows = sql::InsertCountLines::batch();
    for (const Snapshot& one : items) {
        rows.add(one.item.value).add(one.units);
    }
    const sql::InsertCountLines insert{.storeId = tx.storeId(), .countNo = number.value};
    tx.facts().add(books::facts::kCountLine, rows, insert.binds());
    tx.database().executeForEach(insert, rows);
}

} // namespace

CountSession startCount(WriteTransaction& tx, const CountStart& request)
{
    if (request.bin && request.category) {
        throw Refusal("count.scope");
    }
    tx.requireOpen(request.on);
    const std::vector<Snapshot> items = snapshotOf(tx, request);
    const CountScope scope = request.bin        ? CountScope::Bin
                             : request.category ? CountScope::Category
                                                : CountScope::All;
    const std::string value = request.bin ? *request.bin : request.category.value_or("");
    if (items.empty()) {
        throw Refusal(scope == CountScope::All ? "count.no_items" : "count.no_items/scope",
                      {{"scope", toText(scope)}, {"value", value}});
    }
    const CountNo number{tx.database().query(sql::LastCount{.storeId = tx.storeId()})->lastNo + 1};
    const sql::InsertCount insert{.storeId = tx.storeId(),
                                  .countNo = number.value,
                                  .countedOn = request.on,
                                  .scope = toText(scope),
                                  .scopeValue = value,
                                  .lastMovement = tx.counters().movement,
                                  .eventSeq = tx.event().value};
    tx.facts().add(books::facts::kCountSession, insert.binds());
    tx.database().execute(insert);
    insertLines(tx, number, items);
    tx.record("count.start", "count " + std::to_string(number.value),
              foundation::JsonObject()
                  .add("on", toText(request.on))
                  .add("items", static_cast<std::int64_t>(items.size()))
                  .text());
    return {.number = number,
            .on = request.on,
            .scope = scope,
            .scopeValue = value,
            .lastMovement = tx.counters().movement,
            .startedBy = tx.actor().name,
            .startedAt = tx.actor().now};
}

} // namespace giftbox::gifting
