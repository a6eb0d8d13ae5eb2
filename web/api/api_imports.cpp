#include "web/api/api_table.h"
#include "web/uploads/import_desk.h"
#include "web/uploads/uploaded_file.h"

namespace giftbox::web {

using access::Action;
using books::WriteTransaction;
using foundation::Column;
using foundation::ColumnType;
using foundation::RowWriter;
using enum ApiType;

namespace {

constexpr ApiField kImport[] = {
    {"ignored", Text, false, "Columns that nobody needs, parted by commas."},
    {"on", Date, false, "The day that stock is received; today when left out."}};

const std::vector<Column>& importedColumns()
{
    static const std::vector<Column> columns = {{"kind", "Kind", ColumnType::Code},
                                                {"added", "Added", ColumnType::Integer},
                                                {"unchanged", "Unchanged", ColumnType::Integer}};
    return columns;
}

/// One file at a time, so that the other workers are there for everybody else.
void prepareImport(ApiCall& call, foundation::Database&)
{
    static std::mutex turn;
    if (importKind(call.part).hasBoxes) {
        throw foundation::Refusal("import.kind/movements");
    }
    requireCsv(call.file);
    call.turn = std::unique_lock(turn, std::try_to_lock);
    if (!call.turn) {
        throw foundation::Refusal("import.busy/program");
    }
}

void importFile(ApiCall& call, WriteTransaction& tx, RowWriter& out)
{
    const ImportKind& kind = importKind(call.part);
    const auto summary =
        importBytes(tx, kind,
                    {.bytes = call.file,
                     .name = "the file", // its own name does not come with it
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

const ApiRoute kRoutes[] = {{"/imports/{kind}",
                             "Import a CSV file of items, recipients, receipts, boxes or stock, "
                             "whole or not at all; a dry run "
                             "checks it",
                             Action::Import, kImport, importedColumns, nullptr, importFile, false,
                             prepareImport, true}};

} // namespace

std::span<const ApiRoute> apiImportRoutes() { return kRoutes; }

} // namespace giftbox::web
