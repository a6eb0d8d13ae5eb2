#include "cli/commands.h"
#include "cli/context.h"
#include "gifting/adjust_stock.h"
#include "inventory/stock.h"
#include "purchasing/receive_stock.h"
#include "reports/item_rows.h"
#include "reports/shelf_rows.h"

namespace giftbox::cli {

using foundation::RowWriter;

namespace {

/// What is bought and what it is estimated to cost, under the list for people.
void writeRestockSum(Context& context, const books::ReadTransaction& tx,
                     const foundation::PartialSum& estimated)
{
    const books::Store& store = tx.store();
    const budget::MonthState month = budget::loadMonth(tx, context.today().month());
    std::string text = "\nEstimated in all: " + reports::estimateOf(store, estimated).text();
    if (const auto room =
            roomUnder(capOf(month.caps, budget::CapName::MonthRestock), month.totals.restock)) {
        text += "\nRoom under month.restock in " + toText(context.today().month()) + ": " +
                store.amount(*room);
        if (estimated.known > *room) {
            text += std::string("; the list is ") + (estimated.isWhole() ? "" : "at least ") +
                    store.amount(estimated.known - *room) + " over";
        }
    }
    context.output().write(text + "\n");
}

} // namespace

int receive(Context& context)
{
    const Arguments& given = context.arguments();
    return context.change(Shape::Record, [&](books::WriteTransaction& tx, RowWriter& out) {
        const purchasing::Receipt receipt{.sku = given.text("SKU"),
                                          .units = given.integer("UNITS"),
                                          .cost = given.amount("--cost", tx.store().currency),
                                          .receivedOn = context.day(),
                                          .reference = given.maybeText("--reference"),
                                          .supplier = given.text("--supplier"),
                                          .source =
                                              given.maybeText("--source").value_or("purchase")};
        const purchasing::ReceivedLot received = purchasing::receiveStock(tx, receipt);
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
        const auto on = given.maybeDate("--as-of");
        reports::writeShelf(tx, on, wanted, *out);
        if (context.output().format() == Format::Table && !sku && !given.has("--low")) {
            const auto packed = gifting::packedOn(tx, on.value_or(inventory::kEver));
            context.output().write("Beside the shelf, " +
                                   reports::packedSentence(packed, tx.store()) + "\n");
        }
    });
}

int restock(Context& context)
{
    return context.read([&](const books::ReadTransaction& tx) {
        const auto out = context.output().writer(tx.store().currency, Shape::Rows);
        foundation::PartialSum estimated;
        out->begin(reports::restockColumns());
        inventory::stockNow(tx, [&](const inventory::StockLine& line) {
            if (const auto buy = inventory::proposeRestock(line)) {
                reports::writeRestockLine(*buy, *out);
                estimated.add(buy->estimatedCost);
            }
        });
        out->end();
        if (context.output().format() == Format::Table) {
            writeRestockSum(context, tx, estimated);
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
        const auto done =
            gifting::countStock(tx, {.sku = given.text("SKU"),
                                     .units = given.integer("UNITS"),
                                     .on = context.day(),
                                     .reason = given.text("--reason"),
                                     .foundCost = given.maybeAmount("--cost", tx.store().currency),
                                     .expected = given.maybeInteger("--expected"),
                                     .adjusts = given.has("--adjust")});
        out.begin(reports::adjustmentColumns());
        reports::writeAdjustment(done, out);
        out.end();
    });
}

} // namespace giftbox::cli
