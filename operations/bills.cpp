#include "operations/table.h"
#include "reports/bill_rows.h"

namespace giftbox::operations {

namespace {

/// The numbers in a list. Throws Refusal `number.malformed` about the field.
template <class Number>
std::vector<Number> numbersIn(const Call& call, std::string_view name)
{
    std::vector<Number> numbers;
    for (const std::string& text : call.names(name)) {
        try {
            numbers.push_back({foundation::wholeNumber(text, name)});
        } catch (const foundation::Refusal& refusal) {
            throw refusal.about(name);
        }
    }
    return numbers;
}

void recordBill(Call& call, WriteTransaction& tx, RowWriter& out)
{
    const auto recorded = purchasing::recordBill(
        tx, {.supplier = call.text("supplier"),
             .reference = call.text("reference"),
             .on = call.day("on"),
             .amount = call.amount("amount", tx.store().currency),
             .deliveries = numbersIn<purchasing::DeliveryNo>(call, "deliveries"),
             .lots = numbersIn<books::LotNo>(call, "lots")});
    out.begin(reports::billedLotColumns());
    reports::writeBilledLots(tx.store(), recorded, out);
    out.end();
}

void readUnbilled(Call& call, const ReadTransaction& tx, RowWriter& out)
{
    const auto found = purchasing::unbilledAfter(tx, books::LotNo{call.afterNumber().value_or(0)},
                                                 call.limit() + 1);
    const auto most = static_cast<std::size_t>(call.limit());
    out.begin(reports::unbilledColumns());
    for (std::size_t i = 0; i < std::min(found.size(), most); ++i) {
        reports::writeUnbilled(found[i], call.today, out);
    }
    out.end();
    if (found.size() > most) {
        call.next = std::to_string(found[most - 1].lot.value);
    }
}

void readBills(Call& call, const ReadTransaction& tx, RowWriter& out)
{
    const auto found = purchasing::billsBefore(
        tx,
        {.supplier = call.text("supplier"),
         .period = foundation::periodOf(call.maybeDate("from"), call.maybeDate("to")),
         .state = call.text("state")},
        call.afterNumber(), call.limit() + 1);
    const auto most = static_cast<std::size_t>(call.limit());
    out.begin(reports::billColumns());
    for (std::size_t i = 0; i < std::min(found.size(), most); ++i) {
        reports::writeBill(found[i], out);
    }
    out.end();
    if (found.size() > most) {
        call.next = std::to_string(found[most - 1].number);
    }
}

void readBill(Call& call, const ReadTransaction& tx, RowWriter& out)
{
    const auto bill = purchasing::requireBill(tx, call.integer("no"));
    out.begin(reports::lotOfBillColumns());
    for (const purchasing::LotOfBill& lot : purchasing::lotsOfBill(tx, bill.number)) {
        reports::writeLotOfBill(lot, out);
    }
    out.end();
}

void reverseBill(Call& call, WriteTransaction& tx, RowWriter& out)
{
    const auto reversed = purchasing::reverseBill(tx, call.integer("no"), call.text("reason"));
    writeRow(out, reports::reversedBillColumns(),
             [&] { reports::writeReversedCharge(reversed, out); });
}

void readFreight(Call& call, const ReadTransaction& tx, RowWriter& out)
{
    const auto found = purchasing::freightBefore(tx, call.afterNumber(), call.limit() + 1);
    const auto most = static_cast<std::size_t>(call.limit());
    out.begin(reports::freightColumns());
    for (std::size_t i = 0; i < std::min(found.size(), most); ++i) {
        reports::writeFreight(found[i], out);
    }
    out.end();
    if (found.size() > most) {
        call.next = std::to_string(found[most - 1].number);
    }
}

void reverseFreight(Call& call, WriteTransaction& tx, RowWriter& out)
{
    const auto reversed = purchasing::reverseFreight(tx, call.integer("no"), call.text("reason"));
    writeRow(out, reports::reversedFreightColumns(),
             [&] { reports::writeReversedCharge(reversed, out); });
}

constexpr FieldInfo kBill{.name = "no",
                          .type = Integer,
                          .title = "Bill",
                          .help = "number of the bill, as in its answer and in lists",
                          .need = Required,
                          .option = "NO"};
constexpr std::string_view kChargeStates = "state:recorded|reversed";

Operation recordingOfBill()
{
    return {.command = "bill record",
            .address = "/bills",
            .summary = "record a supplier's bill for what was received",
            .effect = "The amount is shared between the lots by what they cost. Where it differs, "
                      "the cost of the receipt changes; the part of units that are gone is a "
                      "variance.",
            .action = Action::ReceiveStock,
            .fields = {{.name = "amount",
                        .type = Amount,
                        .title = "Amount",
                        .help = "amount of the bill, without freight",
                        .need = Required,
                        .option = "AMOUNT"},
                       {.name = "supplier",
                        .title = "Supplier",
                        .help = "supplier name",
                        .need = Required,
                        .value = "NAME"},
                       {.name = "reference",
                        .title = "Bill number",
                        .help = "the supplier's number of the bill",
                        .need = Required},
                       {.name = "on",
                        .type = Date,
                        .title = "Date of the bill",
                        .help = "date of the bill; default: today"},
                       {.name = "deliveries",
                        .type = Names,
                        .title = "Deliveries",
                        .help = "number of a delivery it is for, with all its lots not billed",
                        .option = "--delivery",
                        .value = "NO"},
                       {.name = "lots",
                        .type = Names,
                        .title = "Lots",
                        .help = "number of a lot it is for",
                        .option = "--lot",
                        .value = "LOT"}},
            .columns = {"BilledLot", reports::billedLotColumns},
            .write = recordBill,
            .example = "307.20 --supplier \"Cap Works\" --reference 88-1203 --delivery 7",
            .inverse = {"bill reverse", "bill"}};
}

Operation listOfBills()
{
    return {.command = "bill list",
            .address = "/bills",
            .summary = "bills, newest first",
            .fields =
                {{.name = "supplier",
                  .title = "Supplier",
                  .help = "only bills of this supplier: its code or name",
                  .value = "NAME"},
                 {.name = "from", .type = Date, .title = "From", .help = "first date of the bills"},
                 {.name = "to", .type = Date, .title = "To", .help = "last date"},
                 {.name = "state",
                  .title = "State",
                  .help = "only bills that are recorded, or only reversed ones",
                  .choices = "recorded|reversed"}},
            .columns = {"Bill", reports::billColumns, kChargeStates},
            .read = readBills,
            .example = "--supplier \"Cap Works\" --from 2026-06-01",
            .isPaged = true};
}

Operation reversalOfBill()
{
    return {.command = "bill reverse",
            .address = "/bills/{no}/reverse",
            .summary = "reverse a bill that was a mistake",
            .effect = "The cost of its receipts changes back by what the bill changed. The bill "
                      "stays in the list, its number may be used again, and what it was for may "
                      "be billed again.",
            .action = Action::ReceiveStock,
            .fields = {kBill, kReason},
            .columns = {"ReversedBill", reports::reversedBillColumns},
            .write = reverseBill,
            .answer = Answer::Row,
            .example = "3 --reason \"another store's bill\"",
            .oneWay = "You cannot undo a reversal, but you can record the bill again."};
}

Operation reversalOfFreight()
{
    return {.command = "freight reverse",
            .address = "/freight/{no}/reverse",
            .summary = "reverse freight that was a mistake",
            .effect = "The cost of its receipts changes back by their shares. The freight stays in "
                      "the list, and its reference may be used again.",
            .action = Action::ReceiveStock,
            .fields = {{.name = "no",
                        .type = Integer,
                        .title = "Freight",
                        .help = "number of the freight, as in its answer and in lists",
                        .need = Required,
                        .option = "NO"},
                       kReason},
            .columns = {"ReversedFreight", reports::reversedFreightColumns},
            .write = reverseFreight,
            .answer = Answer::Row,
            .example = "2 --reason \"charged twice\"",
            .oneWay = "You cannot undo a reversal, but you can add the freight again."};
}

} // namespace

std::vector<Operation> billOperations()
{
    return {recordingOfBill(),
            listOfBills(),
            {.command = "bill show",
             .address = "/bills/{no}",
             .summary = "the lots of a bill, with what it charges for each",
             .fields = {kBill},
             .columns = {"LotOfBill", reports::lotOfBillColumns},
             .read = readBill,
             .example = "3"},
            reversalOfBill(),
            {.command = "freight list",
             .address = "/freight",
             .summary = "freight of deliveries, newest first",
             .columns = {"Freight", reports::freightColumns,
                         "state:recorded|reversed by:value|units|lots"},
             .read = readFreight,
             .isPaged = true},
            reversalOfFreight(),
            {.command = "receipt unbilled",
             .address = "/unbilled",
             .summary = "what was received and not billed, oldest first",
             .columns = {"UnbilledLot", reports::unbilledColumns},
             .read = readUnbilled,
             .isPaged = true}};
}

} // namespace giftbox::operations
