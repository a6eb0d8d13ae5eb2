#include "operations/call.h"
#include "web/api/api_table.h"
#include "web/uploads/import_queue.h"
#include "web/uploads/uploaded_file.h"

namespace giftbox::web {

using access::Action;
using books::WriteTransaction;
using foundation::Column;
using foundation::ColumnType;
using foundation::FieldInfo;
using foundation::RowWriter;
using operations::Call;
using enum foundation::FieldType;

namespace {

const std::vector<Column>& importedColumns()
{
    static const std::vector<Column> columns = {{"kind", "Kind", ColumnType::Code},
                                                {"added", "Added", ColumnType::Integer},
                                                {"unchanged", "Unchanged", ColumnType::Integer}};
    return columns;
}

/// Imports run one at a time, so that other workers stay free.
void prepareImport(Call& call, foundation::Database&)
{
    static std::mutex turn;
    if (importKind(call.text("kind")).hasBoxes) {
        throw foundation::Refusal("import.kind/movements");
    }
    requireCsv(call.file);
    call.turn = std::unique_lock(turn, std::try_to_lock);
    if (!call.turn) {
        throw foundation::Refusal("import.busy/program");
    }
}

void importFile(Call& call, WriteTransaction& tx, RowWriter& out)
{
    const ImportKind& kind = importKind(call.text("kind"));
    const auto summary =
        importBytes(tx, kind,
                    {.bytes = call.file,
                     .name = "the file", // the request carries no name
                     .ignored = columnsNamed(call.text("ignored")),
                     .on = call.day("on"),
                     .beyond = call.isDryRun ? exchange::Beyond::Count : exchange::Beyond::Stop});
    out.begin(importedColumns());
    out.code(kind.name);
    out.integer(summary.added);
    out.integer(summary.unchanged);
    out.endRow();
    out.end();
}

} // namespace

ApiRoute importRoute()
{
    return {.address = "/imports/{kind}",
            .summary = "import a CSV file of items, recipients, receipts, boxes, or stock, all or "
                       "nothing; a dry run only checks it",
            .action = Action::Import,
            .fields = {{.name = "kind",
                        .title = "Kind",
                        .help = "kind of file",
                        .need = foundation::Need::Required},
                       {.name = "ignored",
                        .title = "Ignored",
                        .help = "columns to ignore, separated by commas"},
                       {.name = "on",
                        .type = Date,
                        .title = "Day",
                        .help = "date the stock is received; default: today"}},
            .columns = {"ImportedFile", importedColumns},
            .write = importFile,
            .answer = operations::Answer::Row,
            .prepare = prepareImport,
            .takes = "text/csv"};
}

} // namespace giftbox::web
