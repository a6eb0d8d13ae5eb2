#include "books/create_store.h"
#include "cli/commands.h"
#include "cli/context.h"
#include "cli/import_input.h"
#include "cli/run_operation.h"
#include "cli/store_file.h"
#include "exchange/export_kinds.h"
#include "exchange/import_bills.h"
#include "exchange/import_boxes.h"
#include "exchange/import_counts.h"
#include "exchange/import_deliveries.h"
#include "exchange/import_items.h"
#include "exchange/import_movements.h"
#include "exchange/import_orders.h"
#include "exchange/import_receipts.h"
#include "exchange/import_recipients.h"
#include "exchange/import_returns.h"
#include "exchange/import_stock.h"
#include "exchange/import_suppliers.h"
#include "exchange/read_fields.h"
#include "foundation/text.h"
#include "gifting/recipient.h"
#include "operations/call.h"
#include "reports/store_rows.h"

#include <iostream>

namespace giftbox::cli {

using foundation::Column;
using foundation::ColumnType;
using foundation::Refusal;
using foundation::RowWriter;

int initStore(Context& context)
{
    const Arguments& given = context.arguments();
    const std::string code = given.maybeText("--store").value_or(context.environment().store);
    if (code.empty()) {
        throw UsageError("giftbox init needs --store CODE: a short code for the store");
    }
    foundation::Said said = operations::saidOf(saidIn(context, books::newStoreFields()).fields);
    said.emplace("store", code);
    said.try_emplace("time_zone", context.environment().machineZone);
    const books::Store store =
        changed(books::storeFields(), books::Store(), said, foundation::Stage::New);
    books::requireValid(store);
    const books::Actor actor = context.actor(); // checked before a database is created
    context.output().open();
    books::createStore(context.makeDatabase(), store, actor);
    const auto out = context.output().writer(store.currency, Shape::Record);
    std::vector<Column> columns = reports::storeColumns();
    columns.push_back({"database", "Database", ColumnType::Text});
    out->begin(columns);
    writeCells(books::storeFields(), store, *out);
    out->text(context.shownDatabase());
    out->endRow();
    out->end();
    context.output().finish();
    return 0;
}

int exportFile(Context& context)
{
    const Arguments& given = context.arguments();
    const std::string what = given.text("WHAT");
    if (what == "store") {
        return exportStoreFile(context);
    }
    const exchange::ExportKind* const kind = exchange::findExportKind(what);
    if (kind == nullptr) {
        std::string names;
        for (const exchange::ExportKind& one : exchange::exportKinds()) {
            names += std::string(one.name) + ", ";
        }
        throw UsageError("there is no export " + what + "; expected " + names + "or store");
    }
    const foundation::Period period =
        foundation::periodOf(given.maybeDate("--from"), given.maybeDate("--to"));
    return context.read([&](const books::ReadTransaction& tx) {
        const auto out = context.output().writer(tx.store().currency, Shape::Rows, Format::Csv);
        kind->write(tx, period, *out);
    });
}

namespace {

using Importer =
    std::function<exchange::ImportSummary(books::WriteTransaction&, exchange::ImportSource)>;

Importer importerOf(Context& context, const std::string& what)
{
    if (what == "items") {
        return exchange::importItems;
    }
    if (what == "recipients") {
        return exchange::importRecipients;
    }
    if (what == "suppliers") {
        return exchange::importSuppliers;
    }
    if (what == "orders") {
        return exchange::importOrders;
    }
    if (what == "deliveries") {
        return exchange::importDeliveries;
    }
    if (what == "receipts") {
        return exchange::importReceipts;
    }
    if (what == "freight") {
        return exchange::importFreight;
    }
    if (what == "bills") {
        return exchange::importBills;
    }
    if (what == "returns") {
        return exchange::importReturns;
    }
    if (what == "boxes") {
        return exchange::importBoxes;
    }
    if (what == "counts") {
        return [&context](books::WriteTransaction& tx, exchange::ImportSource source) {
            return exchange::importCounts(tx, std::move(source), context.day());
        };
    }
    if (what == "stock") {
        return [&context](books::WriteTransaction& tx, exchange::ImportSource source) {
            return exchange::importStock(tx, std::move(source), context.day());
        };
    }
    throw UsageError(
        "there is no import " + what +
        "; expected items, suppliers, recipients, orders, deliveries, receipts, freight, bills, "
        "returns, counts, boxes, movements, stock, or store");
}

/// Whether things that are there may change; only then there is a column for it.
enum class Counts { Added, AlsoChanged };

void beginSummary(RowWriter& out, Counts counts = Counts::Added)
{
    std::vector<Column> columns = {{"file", "File", ColumnType::Text},
                                   {"added", "Added", ColumnType::Integer},
                                   {"unchanged", "Unchanged", ColumnType::Integer},
                                   {"refused", "Refused", ColumnType::Integer}};
    if (counts == Counts::AlsoChanged) {
        columns.insert(columns.begin() + 2, {"changed", "Changed", ColumnType::Integer});
    }
    out.begin(columns);
}

void writeSummary(const std::string& file, const exchange::ImportSummary& summary, RowWriter& out,
                  Counts counts = Counts::Added)
{
    out.text(file);
    out.integer(summary.added);
    if (counts == Counts::AlsoChanged) {
        out.integer(summary.changed);
    }
    out.integer(summary.unchanged);
    out.integer(0);
    out.endRow();
}

/// The single file of most imports.
int importOne(Context& context, const std::string& what, const Importer& importer)
{
    ImportInput file(context, "FILE");
    const bool isUpdate =
        context.arguments().has("--update") || context.arguments().has("--update-only");
    const Counts counts = isUpdate ? Counts::AlsoChanged : Counts::Added;
    const auto once = [&] {
        return context.change(Shape::Record, [&](books::WriteTransaction& tx, RowWriter& out) {
            const auto summary = importer(tx, file.table(tx, what));
            for (const std::string& change : summary.changes) {
                std::cerr << change << "\n";
            }
            if (summary.added + summary.changed > 0) {
                file.keepReading(tx, what);
            }
            beginSummary(out, counts);
            writeSummary(file.name(), summary, out, counts);
            out.end();
        });
    };
    while (true) {
        try {
            return once();
        } catch (const Refusal& refusal) {
            if (!file.leaveOut(refusal)) {
                throw;
            }
        }
    }
}

int importJournals(Context& context)
{
    const Arguments& given = context.arguments();
    if (!given.has("--boxes")) {
        throw UsageError(
            "giftbox import movements needs --boxes FILE: the file from export boxes of "
            "the same store");
    }
    ImportInput movements(context, "FILE");
    ImportInput boxes(context, "--boxes");
    std::optional<ImportInput> stock;
    if (given.has("--stock")) {
        stock.emplace(context, "--stock");
    }
    return context.change(Shape::Rows, [&](books::WriteTransaction& tx, RowWriter& out) {
        exchange::MovementFiles files{.movements = movements.source(), .boxes = boxes.source()};
        if (stock) {
            files.stock.emplace(stock->source());
        }
        const auto imported = exchange::importMovements(tx, std::move(files));
        beginSummary(out);
        writeSummary(movements.name(), {.added = imported.movements, .unchanged = 0}, out);
        writeSummary(boxes.name(), {.added = imported.boxes, .unchanged = 0}, out);
        out.end();
    });
}

/// An option of one kind of import.
void requireFor(const Arguments& given, const char* option, const char* what)
{
    if (given.has(option) && given.text("WHAT") != what) {
        throw UsageError(std::string(option) + " is for import " + what + " only");
    }
}

} // namespace

int importFile(Context& context)
{
    const Arguments& given = context.arguments();
    const std::string what = given.text("WHAT");
    requireFor(given, "--boxes", "movements");
    requireFor(given, "--stock", "movements");
    if (given.has("--on") && what != "stock" && what != "counts") {
        throw UsageError("--on is for import stock and counts only");
    }
    if (given.has("--bad-rows") && !exchange::readFieldsOf(what)) {
        throw UsageError("--bad-rows is for items, recipients, receipts and counts only");
    }
    if (what == "store") {
        return importStoreFile(context);
    }
    return what == "movements" ? importJournals(context)
                               : importOne(context, what, importerOf(context, what));
}

} // namespace giftbox::cli
