#include "inventory/stock.h"

#include "foundation/database/field_rows.h"
#include "inventory/statements.h"

namespace giftbox::inventory {

namespace {

template <class R>
StockLine lineOf(const R& row)
{
    StockLine line;
    readFields<Item>(itemFields(), row, line);
    line.item = books::ItemNo{row.itemNo};
    line.units = row.units;
    line.cost = row.cost;
    line.lastUnits = row.lastUnits;
    line.lastCost = row.lastCost;
    return line;
}

} // namespace

void stockNow(const books::ReadTransaction& tx, const std::function<void(const StockLine&)>& visit)
{
    for (const auto& row : tx.database().query(sql::StockNow{.storeId = tx.storeId()})) {
        visit(lineOf(row));
    }
}

std::vector<StockLine> stockAfter(const books::ReadTransaction& tx, std::string_view after,
                                  std::int64_t most)
{
    std::vector<StockLine> lines;
    for (const auto& row : tx.database().query(
             sql::StockAfter{.storeId = tx.storeId(), .after = after, .most = most})) {
        lines.push_back(lineOf(row));
    }
    return lines;
}

void stockOn(const books::ReadTransaction& tx, foundation::Date day,
             const std::function<void(const StockLine&)>& visit)
{
    for (const auto& row : tx.database().query(
             sql::StockOn{.storeId = tx.storeId(), .day = day, .month = day.month()})) {
        StockLine line = lineOf(row);
        if (row.thenSku) {
            line.sku = *row.thenSku;
        }
        if (row.thenName) {
            line.name = *row.thenName;
            line.category = row.thenCategory.value_or("");
            line.reorderPoint = row.thenReorderPoint;
            line.parLevel = row.thenParLevel;
        }
        visit(line);
    }
}

std::optional<RestockLine> proposeRestock(const StockLine& line)
{
    if (!line.isLow()) {
        return std::nullopt;
    }
    const std::int64_t par = std::max(line.parLevel.value_or(0), *line.reorderPoint + 1);
    const std::int64_t packs = (par - line.units + line.packSize - 1) / line.packSize;
    RestockLine buy;
    static_cast<StockLine&>(buy) = line;
    buy.parLevel = par;
    buy.unitsToBuy = packs * line.packSize;
    if (line.lastUnits > 0) {
        buy.estimatedCost = portion(line.lastCost, buy.unitsToBuy, line.lastUnits);
    }
    return buy;
}

} // namespace giftbox::inventory
