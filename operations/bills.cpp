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

} // namespace

std::vector<Operation> billOperations()
{
    return {{.command = "bill record",
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
             .example = "307.20 --supplier \"Cap Works\" --reference 88-1203 --delivery 7"},
            {.command = "receipt unbilled",
             .address = "/unbilled",
             .summary = "what was received and not billed, oldest first",
             .columns = {"UnbilledLot", reports::unbilledColumns},
             .read = readUnbilled,
             .isPaged = true}};
}

} // namespace giftbox::operations
