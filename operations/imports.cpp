#include "exchange/undo_import.h"
#include "operations/table.h"

namespace giftbox::operations {

using exchange::ImportBatch;

namespace {

const std::vector<Column>& importColumns()
{
    static const std::vector<Column> columns = {
        {"no", "No.", ColumnType::Integer},
        {"file", "File", ColumnType::Text},
        {"kind", "Kind", ColumnType::Code},
        {"added", "Added", ColumnType::Integer},
        {"changed", "Changed", ColumnType::Integer},
        {"recorded_at", "Imported", ColumnType::Date},
        {"actor", "By", ColumnType::Text},
        {"state", "State", ColumnType::Code},
        {"undo_reason", "Why it was undone", ColumnType::Text, Cells::MaybeEmpty}};
    return columns;
}

const std::vector<Column>& undoneColumns()
{
    static const std::vector<Column> columns = {{"no", "No.", ColumnType::Integer},
                                                {"file", "File", ColumnType::Text},
                                                {"kind", "Kind", ColumnType::Code},
                                                {"removed", "Removed", ColumnType::Integer},
                                                {"restored", "Restored", ColumnType::Integer},
                                                {"reversed", "Reversed", ColumnType::Integer}};
    return columns;
}

constexpr std::string_view kChoices =
    "kind:items|suppliers|recipients|orders|deliveries|receipts|bills|freight|counts|returns|"
    "boxes "
    "state:imported|undone";
constexpr std::string_view kKinds = kChoices.substr(0, kChoices.find(' '));

void writeImport(const ImportBatch& batch, RowWriter& out)
{
    out.integer(batch.number);
    out.text(batch.fileName);
    out.code(batch.kind);
    out.integer(batch.added);
    out.integer(batch.changed);
    out.code(toText(batch.recordedAt));
    out.text(batch.actor);
    out.code(batch.isUndone() ? "undone" : "imported");
    if (batch.undoReason.empty()) {
        out.empty();
    } else {
        out.personal(foundation::Personal::Words, batch.undoReason); // may be about a recipient
    }
    out.endRow();
}

void readImports(Call& call, const ReadTransaction& tx, RowWriter& out)
{
    auto batches = exchange::listImports(tx, call.afterNumber(), call.limit() + 1);
    const bool hasMore = std::ssize(batches) > call.limit();
    if (hasMore) {
        batches.pop_back();
        call.next = std::to_string(batches.back().number);
    }
    out.begin(importColumns());
    for (const ImportBatch& batch : batches) {
        writeImport(batch, out);
    }
    out.end();
}

void undo(Call& call, WriteTransaction& tx, RowWriter& out)
{
    const auto done = exchange::undoImport(
        tx,
        {.number = call.integer("no"), .reason = call.text("reason"), .sees = call.caller.sees()});
    writeRow(out, undoneColumns(), [&] {
        out.integer(done.batch.number);
        out.text(done.batch.fileName);
        out.code(done.batch.kind);
        out.integer(done.removed);
        out.integer(done.restored);
        out.integer(done.reversed);
        out.endRow();
    });
}

} // namespace

std::vector<Operation> importOperations()
{
    return {{.command = "import list",
             .address = "/imports",
             .summary = "list the imports that can be undone as a whole, newest first",
             .action = Action::Import,
             .columns = {"Import", importColumns, kChoices},
             .read = readImports,
             .isPaged = true},
            {.command = "import undo",
             .address = "/imports/{no}/undo",
             .summary = "undo an import as a whole",
             .effect = "Takes away what it added, gives what it changed the earlier values back, "
                       "and reverses its receipts, returns, counts, bills, freight or boxes. "
                       "Refused while anything stands on it.",
             .action = Action::Import,
             .fields = {{.name = "no",
                         .type = Integer,
                         .title = "Import",
                         .help = "number of the import",
                         .need = Required,
                         .option = "NO"},
                        kReason},
             .columns = {"UndoneImport", undoneColumns, kKinds},
             .write = undo,
             .answer = Answer::Row,
             .example = "3 --reason \"wrong file\"",
             .oneWay = "You cannot undo this, but you can import the file again."}};
}

} // namespace giftbox::operations
