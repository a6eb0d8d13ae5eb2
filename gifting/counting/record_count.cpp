#include "gifting/counting/record_count.h"

#include "books/count_facts.h"
#include "foundation/json.h"
#include "foundation/refusal.h"
#include "gifting/adjust_stock.h"
#include "gifting/counting/statements.h"
#include "inventory/item.h"
#include "inventory/shelf.h"

namespace giftbox::gifting {

using books::WriteTransaction;
using foundation::Batch;
using foundation::Refusal;

namespace {

[[noreturn]] void refuseItem(const std::string& sku, CountNo number)
{
    throw Refusal("count.item_not_in", {{"sku", sku}, {"number", number.value}});
}

/// A line that was counted so often before.
CountLine requireLine(const WriteTransaction& tx, CountNo number, const std::string& code)
{
    const inventory::NumberedItem item = inventory::requireItem(tx, code);
    const auto row = tx.database().query(sql::FindCountLine{
        .storeId = tx.storeId(), .countNo = number.value, .itemNo = item.number.value});
    if (!row) {
        refuseItem(item.item.sku, number);
    }
    CountLine line{.item = item.number,
                   .sku = item.item.sku,
                   .name = item.item.name,
                   .category = item.item.category,
                   .bin = item.item.bin,
                   .expected = row->expected};
    line.entry = CountEntry{.turn = row->turns};
    return line;
}

/// What the books have of the item where it was counted: now, or at the end of the day of a count started later.
std::int64_t unitsInBooks(WriteTransaction& tx, const CountSession& count, const std::string& sku)
{
    const foundation::Date started = dayOf(tx.store(), count.startedAt, tx.actor().machineZone);
    return unitsBefore(tx, sku, count.on < started ? count.on : tx.today(), tx.counters().movement);
}

CountEntry newEntry(WriteTransaction& tx, const CountSession& count, const CountLine& line,
                    const CountedUnits& counted)
{
    requireCount(counted.units);
    if (counted.foundCost) {
        inventory::requireCost(tx.store(), *counted.foundCost);
    }
    return {.turn = (line.entry ? line.entry->turn : 0) + 1,
            .units = counted.units,
            .books = counted.isFromStart ? line.expected : unitsInBooks(tx, count, line.sku),
            .lastMovement = counted.isFromStart ? count.lastMovement : tx.counters().movement,
            .foundCost = counted.foundCost,
            .by = tx.actor().name,
            .at = tx.actor().now};
}

void addRow(Batch& rows, const CountLine& line)
{
    const CountEntry& entry = *line.entry;
    rows.add(line.item.value)
        .add(entry.turn)
        .add(entry.units)
        .add(entry.books)
        .add(entry.lastMovement);
    entry.foundCost ? rows.add(entry.foundCost->minor) : rows.addNull();
}

void insertRows(WriteTransaction& tx, CountNo number, const Batch& rows)
{
    const sql::InsertCountEntries insert{
        .storeId = tx.storeId(), .countNo = number.value, .eventSeq = tx.event().value};
    tx.facts().add(books::facts::kCountEntry, rows, insert.binds());
    tx.database().executeForEach(insert, rows);
}

} // namespace

CountLine recordCount(WriteTransaction& tx, CountNo number, const CountedUnits& counted)
{
    const CountSession count = requireOpenCount(tx, number);
    tx.requireOpen(count.on);
    CountLine line = requireLine(tx, number, counted.sku);
    line.entry = newEntry(tx, count, line, counted);
    Batch rows = sql::InsertCountEntries::batch();
    addRow(rows, line);
    insertRows(tx, number, rows);
    tx.record("count.line", "count " + std::to_string(number.value),
              foundation::JsonObject()
                  .add("sku", line.sku)
                  .add("units", line.entry->units)
                  .add("turn", line.entry->turn)
                  .text());
    return line;
}

CountRecording::CountRecording(WriteTransaction& tx, CountNo number)
    : tx_(tx), count_(requireOpenCount(tx, number))
{
    tx.requireOpen(count_.on);
    for (CountLine& line : linesOfCount(tx, count_)) {
        lines_.emplace(line.sku, std::move(line));
    }
}

CountLine& CountRecording::lineOf(const std::string& code)
{
    auto at = lines_.find(code);
    if (at == lines_.end()) {
        at = lines_.find(inventory::requireItem(tx_, code).item.sku);
    }
    if (at == lines_.end()) {
        refuseItem(code, count_.number);
    }
    return at->second;
}

void CountRecording::add(const CountedUnits& counted)
{
    CountLine& line = lineOf(counted.sku);
    line.entry = newEntry(tx_, count_, line, counted);
    added_[line.item.value] = &line;
}

void CountRecording::write()
{
    Batch rows = sql::InsertCountEntries::batch();
    for (const auto& [item, line] : added_) {
        addRow(rows, *line);
    }
    if (!rows.empty()) {
        insertRows(tx_, count_.number, rows);
    }
    added_.clear();
}

} // namespace giftbox::gifting
