#include "reports/shelf_rows.h"

#include "reports/cells.h"

namespace giftbox::reports {

using books::ReadTransaction;
using foundation::Cells;
using foundation::Column;
using foundation::ColumnType;
using foundation::RowWriter;
using inventory::StockLine;

const std::vector<Column>& stockColumns()
{
    static const std::vector<Column> columns = {
        {"sku", "SKU", ColumnType::Code},
        {"name", "Name", ColumnType::Text},
        {"kind", "Kind", ColumnType::Code},
        {"category", "Category", ColumnType::Text},
        {"units", "Units", ColumnType::Integer},
        {"cost", "Cost", ColumnType::Amount},
        {"reorder_point", "Reorder point", ColumnType::Integer, Cells::MaybeEmpty},
        {"par_level", "Par", ColumnType::Integer, Cells::MaybeEmpty}};
    return columns;
}

void writeStockCells(const inventory::StockLine& line, RowWriter& out)
{
    out.code(line.sku);
    out.text(line.name);
    out.code(toText(line.kind));
    out.text(line.category);
    out.integer(line.units);
    out.amount(line.cost);
    integerOrEmpty(out, line.reorderPoint);
    integerOrEmpty(out, line.parLevel);
}

const std::vector<Column>& shelfColumns()
{
    static const std::vector<Column> columns = [] {
        std::vector<Column> all = stockColumns();
        all.push_back({"packed_units", "Packed", ColumnType::Integer});
        all.push_back({"packed_cost", "Packed cost", ColumnType::Amount});
        return all;
    }();
    return columns;
}

void writeShelf(const ReadTransaction& tx, const std::optional<foundation::Date>& on,
                const std::function<bool(const StockLine&)>& wanted, RowWriter& out)
{
    std::vector<StockLine> lines;
    const auto keep = [&](const StockLine& line) {
        if (wanted(line)) {
            lines.push_back(line);
        }
    };
    if (on) {
        inventory::stockOn(tx, *on, keep);
    } else {
        inventory::stockNow(tx, keep);
    }
    writeShelfLines(lines, gifting::packedItemsOn(tx, on.value_or(inventory::kEver)), out);
}

void writeShelfLines(std::span<const StockLine> lines, const gifting::PackedItems& packed,
                     RowWriter& out)
{
    out.begin(shelfColumns());
    for (const StockLine& line : lines) {
        writeStockCells(line, out);
        const auto at = packed.find(line.item.value);
        const auto [units, cost] = at == packed.end() ? gifting::PackedItem{} : at->second;
        out.integer(units);
        out.amount(cost);
        out.endRow();
    }
    out.end();
}

std::string packedSentence(const gifting::PackedBoxes& packed, const books::Store& store)
{
    return std::to_string(packed.boxes) + (packed.boxes == 1 ? " box" : " boxes") +
           " packed and not yet given: contents " + store.amount(packed.cost.contents) +
           ", packaging " + store.amount(packed.cost.packaging);
}

} // namespace giftbox::reports
