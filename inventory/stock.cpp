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

template <class R>
StockLine withReserved(const R& row)
{
    StockLine line = lineOf(row);
    line.reserved = row.reservedUnits;
    return line;
}

} // namespace

void stockNow(const books::ReadTransaction& tx, const std::function<void(const StockLine&)>& visit)
{
    for (const auto& row : tx.database().query(sql::StockNow{.storeId = tx.storeId()})) {
        visit(withReserved(row));
    }
}

std::vector<StockLine> stockAfter(const books::ReadTransaction& tx, std::string_view after,
                                  std::int64_t most)
{
    std::vector<StockLine> lines;
    for (const auto& row : tx.database().query(
             sql::StockAfter{.storeId = tx.storeId(), .after = after, .most = most})) {
        lines.push_back(withReserved(row));
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

std::optional<RestockLine> proposeRestock(const StockLine& line, std::int64_t onOrder)
{
    if (!line.isLow()) {
        return std::nullopt;
    }
    const std::int64_t par = std::max(line.parLevel.value_or(0), *line.reorderPoint + 1);
    const std::int64_t need = par - line.available() - onOrder;
    if (need <= 0) {
        return std::nullopt;
    }
    const std::int64_t packs = (need + line.packSize - 1) / line.packSize;
    RestockLine buy;
    static_cast<StockLine&>(buy) = line;
    buy.parLevel = par;
    buy.unitsToBuy = packs * line.packSize;
    buy.onOrder = onOrder;
    if (line.lastUnits > 0) {
        buy.estimatedCost = portion(line.lastCost, buy.unitsToBuy, line.lastUnits);
    }
    return buy;
}

} // namespace giftbox::inventory
