#include "operations/table.h"
#include "reports/return_rows.h"

namespace giftbox::operations {

namespace {

constexpr FieldInfo kReturn{.name = "no",
                            .type = Integer,
                            .title = "Return",
                            .help = "number of the return, as in its answer and in lists",
                            .need = Required,
                            .option = "NO"};

void writeReturned(const purchasing::ReturnedUnits& returned, RowWriter& out)
{
    writeRow(out, reports::returnedUnitsColumns(),
             [&] { reports::writeReturnedUnits(returned, out); });
}

void returnUnits(Call& call, WriteTransaction& tx, RowWriter& out)
{
    writeReturned(purchasing::returnToSupplier(tx, {.lot = books::LotNo{call.integer("no")},
                                                    .units = call.integer("units"),
                                                    .on = call.day("on"),
                                                    .reason = call.text("reason")}),
                  out);
}

void reverseReturn(Call& call, WriteTransaction& tx, RowWriter& out)
{
    writeReturned(purchasing::reverseReturn(tx, call.integer("no"), call.text("reason")), out);
}

void creditReturn(Call& call, WriteTransaction& tx, RowWriter& out)
{
    const auto credited =
        purchasing::creditReturn(tx, {.movement = call.integer("no"),
                                      .amount = call.amount("amount", tx.store().currency),
                                      .on = call.day("on"),
                                      .reference = call.text("reference")});
    writeRow(out, reports::creditedReturnColumns(),
             [&] { reports::writeCreditedReturn(credited, out); });
}

void readReturns(Call& call, const ReadTransaction& tx, RowWriter& out)
{
    const auto found = purchasing::returnsBefore(tx, call.afterNumber(), call.limit() + 1);
    const auto most = static_cast<std::size_t>(call.limit());
    out.begin(reports::supplierReturnColumns());
    for (std::size_t i = 0; i < std::min(found.size(), most); ++i) {
        reports::writeSupplierReturn(found[i], out);
    }
    out.end();
    if (found.size() > most) {
        call.next = std::to_string(found[most - 1].movement);
    }
}

constexpr RowShape kReturnedUnits{"ReturnedUnits", reports::returnedUnitsColumns};

/// Of a receipt.
Operation receiptReturn()
{
    return {.command = "receipt return",
            .address = "/lots/{no}/return",
            .summary = "return units of a receipt to the supplier",
            .effect = "The units leave the shelf at what they cost in this receipt, whatever is "
                      "older. The restock total of the month gets the amount back.",
            .action = Action::ReceiveStock,
            .fields = {{.name = "no",
                        .type = Integer,
                        .title = "Lot",
                        .help = "lot number of the receipt",
                        .need = Required,
                        .option = "LOT"},
                       {.name = "units",
                        .type = Integer,
                        .title = "Units",
                        .help = "number of units",
                        .need = Required,
                        .option = "UNITS"},
                       kReason,
                       kOn},
            .columns = kReturnedUnits,
            .write = returnUnits,
            .answer = Answer::Row,
            .example = "12 6 --reason \"wrong color\"",
            .inverse = {"return reverse", "return"}};
}

} // namespace

std::vector<Operation> returnOperations()
{
    return {receiptReturn(),
            {.command = "return credit",
             .address = "/returns/{no}/credit",
             .summary = "record what the supplier credits for a return",
             .effect = "What the credit falls short of the cost of the units is a variance of the "
                       "month.",
             .action = Action::ReceiveStock,
             .fields = {kReturn,
                        {.name = "amount",
                         .type = Amount,
                         .title = "Credit",
                         .help = "amount credited for all units together",
                         .need = Required,
                         .option = "AMOUNT"},
                        {.name = "reference",
                         .title = "Credit note",
                         .help = "number of the supplier's credit note",
                         .need = Required},
                        kOn},
             .columns = {"CreditedReturn", reports::creditedReturnColumns},
             .write = creditReturn,
             .answer = Answer::Row,
             .example = "41 35.00 --reference CN-118",
             .oneWay = "You cannot undo a credit. What its amount is wrong by can be put right by "
                       "correcting the receipt."},
            {.command = "return reverse",
             .address = "/returns/{no}/reverse",
             .summary = "reverse a return that was a mistake, if it is not credited",
             .effect = "The units come back to the shelf at the cost they left with. The return "
                       "stays in the list with its reversal.",
             .action = Action::ReceiveStock,
             .fields = {kReturn, kReason},
             .columns = kReturnedUnits,
             .write = reverseReturn,
             .answer = Answer::Row,
             .example = "41 --reason \"the supplier did not take them\"",
             .oneWay = "You cannot undo a reversal, but you can return the units again."},
            {.command = "return list",
             .address = "/returns",
             .summary = "returns to suppliers, newest first, with what was credited",
             .columns = {"SupplierReturn", reports::supplierReturnColumns,
                         "state:sent|credited|reversed"},
             .read = readReturns,
             .isPaged = true}};
}

} // namespace giftbox::operations
