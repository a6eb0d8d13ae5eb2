#include "cli/commands.h"
#include "cli/context.h"
#include "gifting/adjust_stock.h"
#include "gifting/receive_stock.h"
#include "inventory/stock.h"
#include "reports/export.h"
#include "reports/item_rows.h"

namespace giftbox::cli {

using foundation::Money;
using foundation::RowWriter;

namespace {

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

} // namespace

int receive(Context& context)
{
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
        out.begin(reports::receivedColumns());
        reports::writeReceived(tx.store(), receipt, received, out);
        out.end();
    });
}

int stock(Context& context)
{
    const Arguments& given = context.arguments();
    auto sku = given.maybeText("SKU");
    return context.read([&](const books::ReadTransaction& tx) {
        if (sku) {
            sku = inventory::requireItem(tx, *sku).item.sku;
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
    return context.read([&](const books::ReadTransaction& tx) {
        const auto out = context.output().writer(tx.store().currency, Shape::Rows);
        Money estimated;
        std::int64_t unknown = 0;
        out->begin(reports::restockColumns());
        inventory::stockNow(tx, [&](const inventory::StockLine& line) {
            if (const auto buy = inventory::proposeRestock(line)) {
                reports::writeRestockLine(*buy, *out);
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
        out.begin(reports::adjustmentColumns());
        reports::writeAdjustment(done, out);
        out.end();
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
        out.begin(reports::adjustmentColumns());
        reports::writeAdjustment(done, out);
        out.end();
    });
}

} // namespace giftbox::cli
