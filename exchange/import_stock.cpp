#include "exchange/import_stock.h"

#include "exchange/import_movements.h"
#include "exchange/stock_file.h"
#include "foundation/json.h"
#include "purchasing/receipt_run.h"

#include <set>

namespace giftbox::exchange {

namespace {

/// SKUs, regardless of capitals.
using Known = std::set<std::string, foundation::LessFolded>;

/// Adds the items missing from the catalog. Returns the complete catalog.
Known addItems(books::WriteTransaction& tx, StockFile& stock)
{
    Known known;
    inventory::listItems(tx,
                         [&](const inventory::NumberedItem& one) { known.insert(one.item.sku); });
    for (const StockRow& row : stock.rows()) {
        if (!known.contains(row.item.sku) &&
            stock.file().holdsAll(row.line, StockFile::Sku, [&] { requireValid(row.item); })) {
            insertItem(tx, row.item);
            known.insert(row.item.sku);
        }
    }
    return known;
}

} // namespace

ImportSummary importStock(books::WriteTransaction& tx, ImportSource source, foundation::Date on)
{
    requireNoMovements(tx, "stock");
    tx.requireOpen(on);
    StockFile stock(tx, std::move(source));
    if (stock.file().isHopeless()) {
        stock.file().throwIfBad();
    }
    const Known known = addItems(tx, stock);
    std::vector<purchasing::Receipt> receipts;
    std::vector<std::int64_t> lines;
    for (const StockRow& row : stock.rows()) {
        if (row.units != 0 && known.contains(row.item.sku)) {
            receipts.push_back({.sku = row.item.sku,
                                .units = row.units,
                                .cost = row.cost,
                                .receivedOn = on,
                                .reference = "opening",
                                .supplier = {},
                                .source = "parts_transfer",
                                .line = {},
                                .reason = row.cost.minor == 0 ? "opening stock" : ""});
            lines.push_back(row.line);
        }
    }
    purchasing::ReceiptRun run(tx);
    run.load(receipts);
    for (std::size_t i = 0; i < receipts.size(); ++i) {
        try {
            run.receive(receipts[i]);
        } catch (const foundation::Refusal& refusal) {
            stock.file().rejectAt(lines[i], StockFile::Cost, refusal);
        }
    }
    stock.file().throwIfBad();
    run.write();
    const auto added = static_cast<std::int64_t>(receipts.size());
    tx.record("import.stock", "stock", foundation::JsonObject().add("added", added).text());
    return {.added = added, .unchanged = 0};
}

} // namespace giftbox::exchange
