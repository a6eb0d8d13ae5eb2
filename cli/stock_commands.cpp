#include "cli/box_rows.h"
#include "cli/commands.h"
#include "cli/context.h"
#include "gifting/adjust_stock.h"
#include "gifting/receive_stock.h"
#include "inventory/stock.h"
#include "reports/export.h"

namespace giftbox::cli {

using foundation::Column;
using foundation::ColumnType;
using foundation::Money;
using foundation::RowWriter;

namespace {

void writeAdjustment(const std::string& sku, const gifting::Adjustment& done, RowWriter& out)
{
    static const std::vector<Column> columns = {
        {"sku", "Item", ColumnType::Code},
        {"units", "Units", ColumnType::Integer},
        {"cost", "Cost", ColumnType::Amount},
        {"units_now", "On the shelf now", ColumnType::Integer}};
    out.begin(columns);
    out.code(sku);
    out.integer(done.units);
    out.amount(done.cost);
    out.integer(done.unitsNow);
    out.endRow();
    out.end();
}

/// What is bought and what it is estimated to cost, under the list for people.
void writeRestockSum(Context& context, const books::ReadTransaction& tx, Money estimated,
                     std::int64_t unknown)
{
    const books::Store& store = tx.store();
    const budget::MonthState month = budget::loadMonth(tx, context.environment().today.month());
    std::string text = "\nEstimated in all: " + store.amount(estimated);
    if (unknown > 0) {
        text += ", and " + std::to_string(unknown) +
                (unknown == 1 ? " item that was" : " items that were") + " never bought before";
    }
    if (const auto room =
            roomUnder(capOf(month.caps, budget::CapName::MonthRestock), month.totals.restock)) {
        text += "\nRoom under month.restock in " + toText(context.environment().today.month()) +
                ": " + store.amount(*room);
        if (estimated > *room) {
            text += "; the list is " + store.amount(estimated - *room) + " over";
        }
    }
    context.output().write(text + "\n");
}

void writeRestockLine(const inventory::RestockLine& line, RowWriter& out)
{
    out.code(line.sku);
    out.text(line.name);
    out.text(line.supplier);
    out.integer(line.unitsThere);
    out.integer(line.reorderLevel);
    out.integer(line.parLevel);
    out.integer(line.packSize);
    out.integer(line.unitsToBuy);
    amountOrEmpty(out, line.estimatedCost);
    line.leadDays ? out.integer(*line.leadDays) : out.empty();
    out.endRow();
}

} // namespace

int receive(Context& context)
{
    static const std::vector<Column> columns = {
        {"lot", "Lot", ColumnType::Integer},
        {"reference", "Reference", ColumnType::Text},
        {"sku", "Item", ColumnType::Code},
        {"units", "Units", ColumnType::Integer},
        {"cost", "Cost", ColumnType::Amount},
        {"received_on", "Received", ColumnType::Date},
        {"room", "Room left under month.restock", ColumnType::Amount},
        {"warning", "Warning", ColumnType::Text}};
    const Arguments& given = context.arguments();
    return context.change(Shape::Record, [&](books::WriteTransaction& tx, RowWriter& out) {
        const gifting::Receipt receipt{.sku = given.text("SKU"),
                                       .units = given.integer("UNITS"),
                                       .cost = given.amount("--cost", tx.store().currency),
                                       .receivedOn = context.day(),
                                       .reference = given.maybeText("--reference"),
                                       .supplier = given.text("--supplier"),
                                       .source = given.maybeText("--source").value_or("purchase")};
        const gifting::ReceivedLot received = gifting::receiveStock(tx, receipt);
        out.begin(columns);
        out.integer(received.lot.value);
        out.text(received.reference);
        out.code(receipt.sku);
        out.integer(receipt.units);
        out.amount(receipt.cost);
        out.date(receipt.receivedOn);
        amountOrEmpty(out, received.room);
        received.verdict.warned.empty()
            ? out.empty()
            : out.text(sentenceOf(tx.store(), received.verdict.warned.front()));
        out.endRow();
        out.end();
    });
}

int stock(Context& context)
{
    const Arguments& given = context.arguments();
    const auto sku = given.maybeText("SKU");
    return context.read([&](const books::ReadTransaction& tx) {
        if (sku) {
            (void)inventory::requireItem(tx, *sku);
        }
        const auto out = context.output().writer(tx.store().currency, Shape::Rows);
        const auto wanted = [&](const inventory::StockLine& line) {
            return (!sku || line.sku == *sku) && (!given.has("--low") || line.isLow());
        };
        reports::writeStock(tx, given.maybeDate("--as-of"), wanted, *out);
    });
}

int restock(Context& context)
{
    static const std::vector<Column> columns = {
        {"sku", "SKU", ColumnType::Code},
        {"name", "Name", ColumnType::Text},
        {"supplier", "Supplier", ColumnType::Text},
        {"units", "There", ColumnType::Integer},
        {"reorder_level", "Reorder at", ColumnType::Integer},
        {"par_level", "Par", ColumnType::Integer},
        {"pack_size", "Pack", ColumnType::Integer},
        {"units_to_buy", "Buy", ColumnType::Integer},
        {"estimated_cost", "Estimated cost", ColumnType::Amount},
        {"lead_days", "Days", ColumnType::Integer}};
    return context.read([&](const books::ReadTransaction& tx) {
        const auto out = context.output().writer(tx.store().currency, Shape::Rows);
        Money estimated;
        std::int64_t unknown = 0;
        out->begin(columns);
        inventory::stockNow(tx, [&](const inventory::StockLine& line) {
            if (const auto buy = inventory::proposeRestock(line)) {
                writeRestockLine(*buy, *out);
                estimated += buy->estimatedCost.value_or(Money{});
                unknown += buy->estimatedCost ? 0 : 1;
            }
        });
        out->end();
        if (context.output().format() == Format::Table) {
            writeRestockSum(context, tx, estimated, unknown);
        }
    });
}

int writeOff(Context& context)
{
    const Arguments& given = context.arguments();
    return context.change(Shape::Record, [&](books::WriteTransaction& tx, RowWriter& out) {
        const auto done = gifting::writeOffStock(tx, {.sku = given.text("SKU"),
                                                      .units = given.integer("UNITS"),
                                                      .on = context.day(),
                                                      .reason = given.text("--reason")});
        writeAdjustment(given.text("SKU"), done, out);
    });
}

int count(Context& context)
{
    const Arguments& given = context.arguments();
    return context.change(Shape::Record, [&](books::WriteTransaction& tx, RowWriter& out) {
        const auto done = gifting::countStock(
            tx, {.sku = given.text("SKU"),
                 .units = given.integer("UNITS"),
                 .on = context.day(),
                 .reason = given.text("--reason"),
                 .foundCost = given.maybeAmount("--cost", tx.store().currency)});
        writeAdjustment(given.text("SKU"), done, out);
    });
}

} // namespace giftbox::cli
