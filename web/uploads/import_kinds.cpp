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
#include "exchange/reading/read_table.h"
#include "foundation/text.h"
#include "gifting/box.h"
#include "reports/find_movements.h"
#include "web/ui/view_buffer.h"
#include "web/uploads/import_queue.h"

#include <algorithm>

namespace giftbox::web {

using foundation::Refusal;

namespace {

/// The import of a single file.
template <exchange::ImportSummary (*Import)(books::WriteTransaction&, exchange::ImportSource)>
exchange::ImportSummary importOne(books::WriteTransaction& tx, ImportInput input)
{
    return Import(tx, std::move(input.file));
}

exchange::ImportSummary importMovements(books::WriteTransaction& tx, ImportInput input)
{
    const auto imported = exchange::importMovements(tx, {.movements = std::move(input.file),
                                                         .boxes = std::move(input.boxes.value()),
                                                         .stock = std::move(input.stock)});
    return {.added = imported.movements, .unchanged = 0};
}

exchange::ImportSummary importStock(books::WriteTransaction& tx, ImportInput input)
{
    return exchange::importStock(tx, std::move(input.file), input.on);
}

exchange::ImportSummary importCounts(books::WriteTransaction& tx, ImportInput input)
{
    return exchange::importCounts(tx, std::move(input.file), input.on);
}

std::string stockPage(books::WriteTransaction&) { return "stock"; }

std::string ordersPage(books::WriteTransaction&) { return "orders"; }

std::string deliveriesPage(books::WriteTransaction&) { return "deliveries"; }

std::string suppliersPage(books::WriteTransaction&) { return "suppliers"; }

std::string billsPage(books::WriteTransaction&) { return "bills"; }

std::string returnsPage(books::WriteTransaction&) { return "returns"; }

std::string recipientsPage(books::WriteTransaction&) { return "recipients"; }

std::string monthOfReceipts(books::WriteTransaction& tx)
{
    const auto last = reports::requireLot(tx, books::LotNo{tx.counters().lot});
    return "movements?kind=received&month=" + toText(last.receivedOn.month());
}

std::string monthOfBoxes(books::WriteTransaction& tx)
{
    const auto last = gifting::requireBox(tx, books::BoxNo{tx.counters().box});
    return "boxes?month=" + toText(last.month);
}

std::string monthOfMovements(books::WriteTransaction& tx)
{
    return tx.counters().box > 0 ? monthOfBoxes(tx) : monthOfReceipts(tx);
}

constexpr ImportKind kKinds[] = {
    {"items", "Items: sku, name, kind, category, unit …", "items", importOne<exchange::importItems>,
     stockPage, false, true},
    {"suppliers", "Suppliers: supplier, name, email, terms …", "suppliers",
     importOne<exchange::importSuppliers>, suppliersPage, false, true},
    {"orders", "Orders: order, supplier, expected_on, sku, units …", "orders",
     importOne<exchange::importOrders>, ordersPage},
    {"deliveries", "Deliveries: delivery, received_on, sku, units, total_cost …", "deliveries",
     importOne<exchange::importDeliveries>, deliveriesPage},
    {"recipients", "Recipients: recipient, name, group …", "recipients",
     importOne<exchange::importRecipients>, recipientsPage, false, true},
    {"receipts", "Receipts: received_on, sku, units, total_cost, reference …", "receipts",
     importOne<exchange::importReceipts>, monthOfReceipts},
    {"freight", "Freight: supplier, freight, receipt, sku, amount …", "freight charges",
     importOne<exchange::importFreight>, deliveriesPage},
    {"bills", "Bills: supplier, bill, billed_on, receipt, sku, amount …", "bills",
     importOne<exchange::importBills>, billsPage},
    {"returns", "Returns to suppliers: returned_on, receipt, sku, units, reason …", "returns",
     importOne<exchange::importReturns>, returnsPage},
    {"boxes", "Boxes: box, recipient, packed_on, given_on, sku, units …", "boxes",
     importOne<exchange::importBoxes>, monthOfBoxes},
    {"counts", "Counts of the shelf: sku, units, reason …", "counts", importCounts, stockPage},
    {"stock", "Opening stock: sku, units, cost …", "lots", importStock, stockPage},
    {"movements", "Movements with boxes: rebuild a store's books", "movements", importMovements,
     monthOfMovements, true}};

} // namespace

std::span<const ImportKind> importKinds() { return kKinds; }

const ImportKind& importKind(std::string_view name)
{
    const auto found = std::ranges::find(kKinds, name, &ImportKind::name);
    if (found == std::end(kKinds)) {
        throw Refusal("import.kind", {{"name", name}});
    }
    return *found;
}

ImportedFile importBytes(books::WriteTransaction& tx, const ImportKind& kind,
                         const ImportedBytes& file)
{
    const auto fields = exchange::readFieldsOf(kind.name);
    ImportedFile imported;
    if (fields && !(file.how.answers.isEmpty() && exchange::isOwnTable(file.bytes, *fields))) {
        exchange::Answers answers = file.how.answers;
        for (const std::string& column : file.how.ignored) {
            answers.columns[column] = "";
        }
        imported.table = exchange::readImport(tx, kind.name, file.bytes, file.name, answers);
        exchange::requireMapped(imported.table->reading, file.name);
    }
    ViewBuffer buffer(imported.table ? imported.table->reading.text : file.bytes);
    std::istream in(&buffer);
    exchange::ImportSource source{.in = in,
                                  .fileName = file.name,
                                  .ignored = file.how.ignored,
                                  .progress = {},
                                  .beyond = file.beyond,
                                  .changes = file.how.changes,
                                  .zeroCodes = file.how.zeroCodes};
    if (imported.table) {
        source.ignored.clear();
        source.faults = imported.table->reading.faults;
    }
    imported.summary = kind.run(tx, {.file = std::move(source), .on = file.on});
    const bool isAny = imported.summary.added + imported.summary.changed > 0;
    if (imported.table && isAny && !file.how.mapping.empty()) {
        exchange::keepReading(tx, kind.name, *imported.table, file.how.mapping, file.name);
    }
    return imported;
}

std::vector<std::string> columnsNamed(std::string_view text)
{
    std::vector<std::string> names;
    while (!text.empty()) {
        const auto comma = std::min(text.find(','), text.size());
        std::string_view name = text.substr(0, comma);
        text.remove_prefix(std::min(comma + 1, text.size()));
        name.remove_prefix(std::min(name.find_first_not_of(' '), name.size()));
        name = name.substr(0, name.find_last_not_of(' ') + 1);
        if (!name.empty()) {
            names.emplace_back(name);
        }
    }
    return names;
}

} // namespace giftbox::web
