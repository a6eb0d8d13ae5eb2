#include "exchange/stock_file.h"

#include "inventory/shelf.h"
#include "inventory/stock.h"

namespace giftbox::exchange {

namespace {

std::vector<ImportColumn> stockColumns()
{
    return {{"sku"},
            {"name", false},
            {"kind", false},
            {"category", false},
            {"units"},
            {"cost"},
            {"reorder_point", false},
            {"par_level", false},
            // The boxes that `stock` shows beside the shelf are not part of it.
            {"packed_units", false},
            {"packed_cost", false}};
}

} // namespace

StockFile::StockFile(const books::ReadTransaction& tx, ImportSource source)
    : file_(std::move(source), stockColumns(), tx.store().currency)
{
    while (file_.next()) {
        readRow();
    }
}

void StockFile::readRow()
{
    StockRow row{.line = file_.line(),
                 .item = {},
                 .units = file_.requiredInteger(Units),
                 .cost = file_.amount(Cost)};
    row.item.sku = file_.code(Sku);
    row.item.name = file_.text(Name);
    row.item.category = file_.text(Category);
    row.item.reorderPoint = file_.integer(ReorderPoint);
    row.item.parLevel = file_.integer(ParLevel);
    if (!file_.code(Kind).empty()) {
        file_.holds(row.line, Kind,
                    [&] { row.item.kind = inventory::parseItemKind(file_.code(Kind)); });
    }
    if (row.units != 0 && file_.rowIsGood()) {
        file_.holds(row.line, Units, [&] { inventory::requireUnits(row.units); });
    }
    if (row.units == 0 && row.cost != foundation::Money{0} && file_.rowIsGood()) {
        file_.reject(Cost, "The row has no units, so its cost must be 0.");
    }
    if (file_.isHopeless()) {
        return;
    }
    const auto [there, isNew] = lines_.try_emplace(row.item.sku, row.line);
    if (!isNew) {
        file_.reject(Sku, "Line " + std::to_string(there->second) + " already has item " +
                              row.item.sku + ". Keep one.");
    }
    if (file_.rowIsGood()) {
        rows_.push_back(std::move(row));
    }
}

void StockFile::compare(const books::ReadTransaction& tx)
{
    std::map<std::string, inventory::StockLine, foundation::LessFolded> shelf;
    inventory::stockNow(tx, [&](const inventory::StockLine& line) { shelf[line.sku] = line; });
    for (const StockRow& row : rows_) {
        const inventory::StockLine& there = shelf[row.item.sku];
        if (there.units != row.units) {
            file_.rejectAt(row.line, Units,
                           "The file has " + std::to_string(row.units) +
                               ", but the movements leave " + std::to_string(there.units) + ".");
        }
        if (there.cost != row.cost) {
            file_.rejectAt(row.line, Cost,
                           "The file has " + tx.store().amount(row.cost) +
                               ", but the movements leave " + tx.store().amount(there.cost) + ".");
        }
    }
    for (const auto& [sku, there] : shelf) {
        if (there.units != 0 && !lines_.contains(sku)) {
            file_.rejectAt(1, Sku,
                           "Item " + sku + " is missing. The movements leave " +
                               std::to_string(there.units) + " units for " +
                               tx.store().amount(there.cost) + ".");
        }
    }
}

} // namespace giftbox::exchange
