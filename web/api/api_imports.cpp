#include "exchange/read_fields.h"
#include "exchange/reading/answers.h"
#include "operations/import_how.h"
#include "web/api/api_table.h"
#include "web/uploads/import_queue.h"
#include "web/uploads/uploaded_file.h"

#include <algorithm>
#include <iterator>

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
    static const std::vector<Column> columns = {
        {"kind", "Kind", ColumnType::Code},
        {"added", "Added", ColumnType::Integer},
        {"changed", "Changed", ColumnType::Integer},
        {"unchanged", "Unchanged", ColumnType::Integer},
        {"mapping", "Mapping", ColumnType::Text, foundation::Cells::MaybeEmpty},
        {"reading", "Reading", ColumnType::Text, foundation::Cells::MaybeEmpty}};
    return columns;
}

/// Imports run one at a time, so that other workers stay free.
void prepareImport(Call& call, foundation::Database&)
{
    static std::mutex turn;
    if (importKind(call.text("kind")).hasBoxes) {
        throw foundation::Refusal("import.kind/movements");
    }
    operations::requireTable(call, call.text("kind"));
    requireCsv(call.file, exchange::readFieldsOf(call.text("kind")) ? Encodings::AreRead
                                                                    : Encodings::Utf8Only);
    call.turn = std::unique_lock(turn, std::try_to_lock);
    if (!call.turn) {
        throw foundation::Refusal("import.busy/program");
    }
}

/// What the call says; a list of columns to ignore may stand in one value, separated by commas.
operations::ImportHow howOf(const Call& call)
{
    operations::ImportHow how = operations::importHow(call);
    std::vector<std::string> ignored;
    for (const std::string& names : how.ignored) {
        std::ranges::move(columnsNamed(names), std::back_inserter(ignored));
    }
    how.ignored = std::move(ignored);
    return how;
}

/// How it was read, a line for each thing that was recognized.
std::string readingOf(const exchange::ImportTable& table)
{
    std::string text;
    for (const std::string& line : exchange::described(table.reading)) {
        text += (text.empty() ? "" : "\n") + line;
    }
    return text;
}

void importFile(Call& call, WriteTransaction& tx, RowWriter& out)
{
    const ImportKind& kind = importKind(call.text("kind"));
    const ImportedFile imported =
        importBytes(tx, kind,
                    {.bytes = call.file,
                     .name = "the file", // the request carries no name
                     .how = howOf(call),
                     .on = call.day("on"),
                     .beyond = call.isDryRun ? exchange::Beyond::Count : exchange::Beyond::Stop});
    out.begin(importedColumns());
    out.code(kind.name);
    out.integer(imported.summary.added);
    out.integer(imported.summary.changed);
    out.integer(imported.summary.unchanged);
    const bool isKept = imported.table && !imported.table->mapping.empty();
    isKept ? out.text(imported.table->mapping) : out.empty();
    imported.table ? out.text(readingOf(*imported.table)) : out.empty();
    out.endRow();
    out.end();
}

std::vector<FieldInfo> fieldsOfImport()
{
    std::vector<FieldInfo> fields = {{.name = "kind",
                                      .title = "Kind",
                                      .help = "kind of file",
                                      .need = foundation::Need::Required},
                                     {.name = "on",
                                      .type = Date,
                                      .title = "Day",
                                      .help = "date the stock is received, or was counted; "
                                              "default: today"}};
    std::ranges::copy(operations::importFields(), std::back_inserter(fields));
    return fields;
}

} // namespace

ApiRoute importRoute()
{
    return {.address = "/imports/{kind}",
            .summary =
                "import a CSV file of items, suppliers, recipients, orders, deliveries, receipts, "
                "counts, boxes, or stock, all or nothing; a dry run only checks it",
            .action = Action::Import,
            .fields = fieldsOfImport(),
            .columns = {"ImportedFile", importedColumns},
            .write = importFile,
            .answer = operations::Answer::Row,
            .prepare = prepareImport,
            .takes = "text/csv"};
}

} // namespace giftbox::web
