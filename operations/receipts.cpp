#include "operations/stock_fields.h"
#include "operations/table.h"
#include "purchasing/receive_stock.h"
#include "reports/cells.h"
#include "reports/find_movements.h"
#include "reports/item_rows.h"
#include "reports/supplier_rows.h"

namespace giftbox::operations {

namespace {

constexpr FieldInfo kReceiptLot{.name = "no",
                                .type = Integer,
                                .title = "Lot",
                                .help = "lot number of the receipt",
                                .need = Required,
                                .option = "LOT"};

/// A receipt as it is now: the row of `supplier receipts`, and who it was bought from.
const std::vector<Column>& seenReceiptColumns()
{
    static const std::vector<Column> columns = [] {
        std::vector<Column> all = reports::purchaseColumns();
        all.push_back({"supplier", "Supplier", foundation::ColumnType::Text});
        return all;
    }();
    return columns;
}

void readReceipt(Call& call, const ReadTransaction& tx, RowWriter& out)
{
    const reports::FoundLot lot = reports::requireLot(tx, books::LotNo{call.integer("no")});
    writeRow(out, seenReceiptColumns(), [&] {
        out.integer(lot.number.value);
        out.date(lot.receivedOn);
        out.code(lot.sku);
        out.text(lot.name);
        out.integer(lot.units);
        out.amount(lot.cost);
        out.text(lot.reference);
        reports::dateOrEmpty(out, lot.reversedOn);
        out.text(lot.supplier);
        out.endRow();
    });
}

void receive(Call& call, WriteTransaction& tx, RowWriter& out)
{
    const purchasing::Receipt receipt{.sku = call.text("sku"),
                                      .units = call.integer("units"),
                                      .cost = call.amount("cost", tx.store().currency),
                                      .receivedOn = call.day("on"),
                                      .reference = call.maybeText("reference"),
                                      .supplier = call.text("supplier"),
                                      .source = call.maybeText("source").value_or("purchase"),
                                      .reason = call.text("reason")};
    const purchasing::ReceivedLot received = purchasing::receiveStock(tx, receipt);
    writeRow(out, reports::receivedColumns(),
             [&] { reports::writeReceived(tx.store(), receipt, received, out); });
}

void reverse(Call& call, WriteTransaction& tx, RowWriter& out)
{
    const auto reversed =
        purchasing::reverseReceipt(tx, books::LotNo{call.integer("no")}, call.text("reason"));
    writeRow(out, reports::reversedColumns(), [&] { reports::writeReversed(reversed, out); });
}

void correct(Call& call, WriteTransaction& tx, RowWriter& out)
{
    const auto corrected =
        purchasing::correctReceipt(tx, {.lot = books::LotNo{call.integer("no")},
                                        .units = call.maybeInteger("units"),
                                        .cost = call.maybeAmount("cost", tx.store().currency),
                                        .supplier = call.changedText("supplier"),
                                        .reference = call.changedText("reference"),
                                        .reason = call.text("reason")});
    writeRow(out, reports::correctedColumns(),
             [&] { reports::writeCorrected(tx.store(), corrected, out); });
}

} // namespace

std::vector<Operation> receiptOperations()
{
    return {
        {.command = "receive",
         .address = "/items/{sku}/receive",
         .summary = "receive stock as a new lot",
         .action = Action::ReceiveStock,
         .fields =
             {kSku,
              kUnitsOfStock,
              {.name = "cost",
               .type = Amount,
               .title = "Total cost",
               .help = "total cost (all units together)",
               .need = Required,
               .value = "TOTAL"},
              kOn,
              {.name = "reference",
               .title = "Reference",
               .help = "receipt number of the supplier or parts department"},
              {.name = "supplier", .title = "Supplier", .help = "supplier name", .value = "NAME"},
              {.name = "source",
               .title = "Source",
               .help = "purchase, or parts for a parts transfer; default: purchase",
               .choices = "purchase|parts_transfer"},
              {.name = "reason",
               .title = "Reason",
               .help = "why it costs what it does, such as sample or donation; needed for a cost "
                       "of 0",
               .value = "WHY"}},
         .columns = {"ReceivedLot", reports::receivedColumns},
         .write = receive,
         .answer = Answer::Row,
         .example = "HAT-01 24 --cost 156.00 --reference INV-2231 --supplier \"Cap Works\"",
         .inverse = {"receipt reverse", "lot"}},
        {.command = "receipt reverse",
         .address = "/lots/{no}/reverse",
         .summary = "reverse a receipt that was a mistake, if none of its units were used",
         .effect = "All units leave the shelf again at their cost. The receipt stays in the list "
                   "with its reversal, and its reference may be received again.",
         .action = Action::ReceiveStock,
         .fields = {kReceiptLot, kReason},
         .columns = {"ReversedReceipt", reports::reversedColumns},
         .write = reverse,
         .answer = Answer::Row,
         .example = "12 --reason \"entered twice\"",
         .oneWay = "You cannot undo a reversal, but you can receive the units again."},
        {.command = "receipt correct",
         .address = "/lots/{no}/correct",
         .summary = "correct the units, cost, supplier or reference of a receipt",
         .effect =
             "What is left of the receipt then costs its share of the corrected cost, and the "
             "rest of the change is a variance. The receipt stays in the list with its "
             "correction.",
         .action = Action::ReceiveStock,
         .fields = {kReceiptLot,
                    {.name = "units",
                     .type = Integer,
                     .title = "Units",
                     .help = "units received; default: unchanged",
                     .value = "UNITS"},
                    {.name = "cost",
                     .type = Amount,
                     .title = "Total cost",
                     .help = "total cost (all units together); default: unchanged",
                     .value = "TOTAL"},
                    {.name = "supplier",
                     .title = "Supplier",
                     .help = "supplier name; default: unchanged",
                     .value = "NAME",
                     .mayBeEmptied = true},
                    {.name = "reference",
                     .title = "Reference",
                     .help = "receipt number of the supplier or parts department; default: "
                             "unchanged"},
                    kReason},
         .columns = {"CorrectedReceipt", reports::correctedColumns},
         .write = correct,
         .answer = Answer::Row,
         .example = "12 --units 150 --reason \"typed 1500 for 150\"",
         .seen = readReceipt,
         .inverse = {"receipt correct", "lot", readReceipt}}};
}

} // namespace giftbox::operations
