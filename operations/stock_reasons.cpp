#include "operations/stock_reasons.h"

#include "gifting/stock_reasons.h"
#include "operations/table.h"

namespace giftbox::operations {

namespace {

const std::vector<Column>& reasonColumns()
{
    static const std::vector<Column> columns = {{"reason", "Reason", ColumnType::Text},
                                                {"state", "State", ColumnType::Code}};
    return columns;
}

void writeReason(const gifting::StockReason& reason, RowWriter& out)
{
    out.text(reason.name);
    out.code(reason.isListed ? "listed" : "retired");
    out.endRow();
}

void readReasons(Call&, const ReadTransaction& tx, RowWriter& out)
{
    out.begin(reasonColumns());
    for (const gifting::StockReason& reason : gifting::StockReasons(tx).all()) {
        writeReason(reason, out);
    }
    out.end();
}

void addOne(Call& call, WriteTransaction& tx, RowWriter& out)
{
    const gifting::StockReason added = gifting::addReason(tx, call.text("reason"));
    writeRow(out, reasonColumns(), [&] { writeReason(added, out); });
}

void retireOne(Call& call, WriteTransaction& tx, RowWriter& out)
{
    const gifting::StockReason retired = gifting::retireReason(tx, call.text("reason"));
    writeRow(out, reasonColumns(), [&] { writeReason(retired, out); });
}

constexpr RowShape kReasonRow{"StockReason", reasonColumns, "state:listed|retired"};
constexpr FieldInfo kName{.name = "reason",
                          .title = "Reason",
                          .help = "the reason, without a colon",
                          .need = Required,
                          .option = "REASON"};

} // namespace

std::string reasonIn(const Call& call, const ReadTransaction& tx)
{
    return gifting::StockReasons(tx).recorded(call.text("reason"), call.text("words"));
}

std::vector<Operation> reasonOperations()
{
    return {{.command = "reason list",
             .address = "/reasons",
             .summary = "reasons of write-offs and counts",
             .columns = kReasonRow,
             .read = readReasons},
            {.command = "reason add",
             .address = "/reasons",
             .summary = "put a reason of write-offs and counts on the list",
             .action = Action::EditSettings,
             .fields = {kName},
             .columns = kReasonRow,
             .write = addOne,
             .answer = Answer::Row,
             .example = "\"given to a club\"",
             .inverse = {"reason retire", "reason"}},
            {.command = "reason retire",
             .address = "/reasons/{reason}/retire",
             .summary = "take a reason off the list",
             .effect = "What was recorded with it keeps it.",
             .action = Action::EditSettings,
             .fields = {kName},
             .columns = kReasonRow,
             .write = retireOne,
             .answer = Answer::Row,
             .example = "\"given to a club\"",
             .inverse = {"reason add", "reason"}}};
}

} // namespace giftbox::operations
