#include "inventory/stock.h"
#include "exchange/export.h"
#include "gifting/reverse_adjustment.h"
#include "operations/pages_by_key.h"
#include "operations/stock_fields.h"
#include "operations/stock_reasons.h"
#include "operations/table.h"
#include "reports/cells.h"
#include "reports/find_movements.h"
#include "reports/item_rows.h"
#include "reports/order_rows.h"
#include "reports/shelf_rows.h"

#include <algorithm>

namespace giftbox::operations {

namespace {

constexpr RowShape kAdjustmentRow{"Adjustment", reports::adjustmentColumns};

/// The kinds of movement are a table, books/movement_kind.h.
constexpr std::string_view kMovementChoices =
    "kind:receipt|issue|return|write-off|count|reversal|write-off-reversal|count-reversal|"
    "correction|variance|supplier-return|supplier-return-reversal|credit";

constexpr FieldInfo kMovement{.name = "no",
                              .type = Integer,
                              .title = "Movement",
                              .help = "number of the movement, as in its answer and in lists",
                              .need = Required,
                              .option = "NO"};

/// All items at once: for a past day, for one item, or for a list without pages.
void readWholeStock(Call& call, const ReadTransaction& tx, const std::string& sku, RowWriter& out)
{
    const auto low = call.maybeYesNo("low");
    Page page(call);
    const auto takes = [&](const inventory::StockLine& line) {
        return page.takes(line.sku,
                          (!low || line.isLow() == *low) && (sku.empty() || line.sku == sku));
    };
    reports::writeShelf(tx, call.maybeDate("as_of"), takes, out);
    page.finish();
}

void readStock(Call& call, const ReadTransaction& tx, RowWriter& out)
{
    requireAfterItem(call, tx);
    const std::string sku =
        call.has("sku") ? inventory::requireItem(tx, call.text("sku")).item.sku : "";
    if (call.has("as_of") || !sku.empty() || call.limit() > kLongestPage) {
        return readWholeStock(call, tx, sku, out);
    }
    const auto low = call.maybeYesNo("low");
    const auto lines = pageByKey(
        call, !low,
        [&](const std::string& after, std::int64_t most) {
            return inventory::stockAfter(tx, after, most);
        },
        [](const inventory::StockLine& line) { return line.sku; },
        [&](const inventory::StockLine& line) { return !low || line.isLow() == *low; });
    reports::writeShelfLines(lines, gifting::packedItemsOn(tx, inventory::kEver), out);
}

void readRestock(Call&, const ReadTransaction& tx, RowWriter& out)
{
    out.begin(reports::restockColumns());
    for (const purchasing::RestockLine& line : purchasing::restockList(tx)) {
        reports::writeRestockLine(line, out);
    }
    out.end();
}

/// Those of all movements up to who made it, without the item, and the movement that one corrects.
const std::vector<Column>& itemMovementColumns()
{
    static const std::vector<Column> columns = [] {
        std::vector<Column> some = exchange::movementColumns();
        some.erase(std::ranges::find(some, "recorded_at", &Column::name),
                   std::ranges::find(some, "corrects", &Column::name));
        std::erase_if(some, [](const Column& column) { return column.name == "sku"; });
        return some;
    }();
    return columns;
}

void readItemMovements(Call& call, const ReadTransaction& tx, RowWriter& out)
{
    const reports::FoundMovements found =
        reports::findMovements(tx, {.sku = call.text("sku"), .before = call.afterNumber()});
    const auto most = static_cast<std::size_t>(call.limit());
    out.begin(itemMovementColumns());
    for (std::size_t i = 0; i < std::min(found.movements.size(), most); ++i) {
        const reports::FoundMovement& one = found.movements[i];
        out.integer(one.seq);
        out.date(one.movedOn);
        out.code(one.kind);
        out.integer(one.lot.value);
        out.integer(one.units);
        out.amount(one.cost);
        one.box ? out.integer(one.box->value) : out.empty();
        reports::sentenceOrEmpty(out, one.reference);
        // For a box, the reason is about its recipient.
        one.box ? reports::wordsOrEmpty(out, one.reason)
                : reports::sentenceOrEmpty(out, one.reason);
        out.text(one.actor);
        reports::integerOrEmpty(out, one.corrects);
        out.endRow();
    }
    out.end();
    if (found.movements.size() > most) {
        call.next = std::to_string(found.movements[most - 1].seq);
    } else if (found.next) {
        call.next = std::to_string(*found.next);
    }
}

void readMovements(Call& call, const ReadTransaction& tx, RowWriter& out)
{
    const auto next =
        exchange::writeMovementsAfter(tx, call.afterNumber().value_or(0), call.limit(), out);
    if (next) {
        call.next = std::to_string(*next);
    }
}

void writeAdjusted(const gifting::Adjustment& done, RowWriter& out)
{
    writeRow(out, reports::adjustmentColumns(), [&] { reports::writeAdjustment(done, out); });
}

/// A write-off that costs more than the store's limit is recorded by a manager.
void requireManager(const Call& call, const books::Store& store, const gifting::Adjustment& done)
{
    const foundation::Money most{store.settings.at(books::Setting::WriteOffLimit, done.on.month())};
    if (most.minor > 0 && -done.cost > most && !call.caller.may(Action::Override)) {
        throw foundation::Refusal("write_off.over_limit", {{"units", -done.units},
                                                           {"sku", done.sku},
                                                           {"cost", store.money(-done.cost)},
                                                           {"most", store.money(most)}});
    }
}

void writeOff(Call& call, WriteTransaction& tx, RowWriter& out)
{
    const gifting::Adjustment done = gifting::writeOffStock(tx, {.sku = call.text("sku"),
                                                                 .units = call.integer("units"),
                                                                 .on = call.day("on"),
                                                                 .reason = reasonIn(call, tx)});
    requireManager(call, tx.store(), done);
    writeAdjusted(done, out);
}

void count(Call& call, WriteTransaction& tx, RowWriter& out)
{
    writeAdjusted(
        gifting::countStock(tx, {.sku = call.text("sku"),
                                 .units = call.integer("units"),
                                 .on = call.day("on"),
                                 .reason = reasonIn(call, tx),
                                 .foundCost = call.maybeAmount("cost", tx.store().currency),
                                 .expected = call.maybeInteger("expected"),
                                 .adjusts = call.isYes("adjust")}),
        out);
}

void reverseWriteOff(Call& call, WriteTransaction& tx, RowWriter& out)
{
    writeAdjusted(gifting::reverseWriteOff(tx, call.integer("no"), call.text("reason")), out);
}

void reverseCount(Call& call, WriteTransaction& tx, RowWriter& out)
{
    writeAdjusted(gifting::reverseCount(tx, call.integer("no"), call.text("reason")), out);
}

std::vector<Operation> looks()
{
    return {{.command = "stock",
             .address = "/stock",
             .summary = "stock on hand and its cost, by SKU",
             .fields = {{.name = "sku", .title = "Item", .help = "only this item", .option = "SKU"},
                        {.name = "as_of",
                         .type = Date,
                         .title = "As of",
                         .help = "at the end of this day; default: now"},
                        {.name = "low",
                         .type = YesNo,
                         .title = "Low",
                         .help = "only items at or below their reorder point",
                         .isFlag = true}},
             .columns = {"ShelfItem", reports::shelfColumns, "kind:contents|packaging"},
             .read = readStock,
             .example = "--low",
             .isPaged = true},
            {.command = "restock",
             .address = "/restock",
             .summary =
                 "items to buy, up to par in whole packs, without what is on order, with the "
                 "estimated cost against the restocking cap",
             .columns = {"RestockItem", reports::restockColumns},
             .read = readRestock,
             .example = "-o shopping.csv"},
            {.address = "/items/{sku}/movements",
             .summary = "movements of an item, newest first",
             .fields = {kSku},
             .columns = {"ItemMovement", itemMovementColumns, kMovementChoices},
             .read = readItemMovements,
             .isPaged = true},
            {.address = "/movements",
             .summary = "all movements, in the order recorded",
             .action = Action::Export,
             .columns = {"Movement", exchange::movementColumns, kMovementChoices},
             .read = readMovements,
             .isPaged = true}};
}

std::vector<Operation> stockChanges()
{
    return {
        {.command = "write-off",
         .address = "/items/{sku}/write-off",
         .summary = "write off damaged or lost units",
         .action = Action::WriteOff,
         .fields = {kSku, kUnitsOfStock, kStockReason, kReasonWords, kOn},
         .columns = kAdjustmentRow,
         .write = writeOff,
         .answer = Answer::Row,
         .example = "MUG-11 2 --reason damage --words dropped",
         .inverse = {"write-off reverse", "movement"}},
        {.command = "count",
         .address = "/items/{sku}/count",
         .summary = "record a count of the units on hand at the end of the day",
         .action = Action::CorrectStock,
         .fields = {kSku,
                    kUnitsOfStock,
                    kStockReason,
                    kReasonWords,
                    kOn,
                    {.name = "cost",
                     .type = Amount,
                     .title = "Cost of extra units",
                     .help =
                         "total cost of extra units; default: the cost of the latest lot bought",
                     .value = "TOTAL"},
                    {.name = "expected",
                     .type = Integer,
                     .title = "Expected",
                     .help = "units in the books when you counted; refused with count.overtaken if "
                             "the books have changed",
                     .value = "UNITS"},
                    {.name = "adjust",
                     .type = YesNo,
                     .title = "Adjust",
                     .help = "if the books have changed, adjust the count by the movements since",
                     .isFlag = true}},
         .columns = kAdjustmentRow,
         .write = count,
         .answer = Answer::Row,
         .example = "MUG-11 31 --reason \"year-end count\"",
         .inverse = {"count reverse", "movement"}}};
}

std::vector<Operation> stockReversals()
{
    return {{.command = "write-off reverse",
             .address = "/write-offs/{no}/reverse",
             .summary = "reverse a write-off that was a mistake",
             .effect = "The units come back to the shelf at the cost they left with. The write-off "
                       "stays in the list with its reversal.",
             .action = Action::WriteOff,
             .fields = {kMovement, kReason},
             .columns = kAdjustmentRow,
             .write = reverseWriteOff,
             .answer = Answer::Row,
             .example = "41 --reason \"found behind the shelf\"",
             .oneWay = "You cannot undo a reversal, but you can write the units off again."},
            {.command = "count reverse",
             .address = "/counts/{no}/reverse",
             .summary = "reverse a count that was a mistake",
             .effect = "Missing units come back at the cost they left with; units that were found "
                       "leave again, if none of them were used. The count stays in the list with "
                       "its reversal.",
             .action = Action::CorrectStock,
             .fields = {kMovement, kReason},
             .columns = kAdjustmentRow,
             .write = reverseCount,
             .answer = Answer::Row,
             .example = "42 --reason \"counted another bin\"",
             .oneWay = "You cannot undo a reversal, but you can count again."}};
}

} // namespace

void requireAfterItem(Call& call, const ReadTransaction& tx)
{
    if (call.after()) {
        call.spellAfter(inventory::requireItem(tx, *call.after()).item.sku);
    }
}

std::vector<Operation> stockOperations()
{
    std::vector<Operation> all = looks();
    std::ranges::move(receiptOperations(), std::back_inserter(all));
    std::ranges::move(stockChanges(), std::back_inserter(all));
    std::ranges::move(stockReversals(), std::back_inserter(all));
    return all;
}

} // namespace giftbox::operations
