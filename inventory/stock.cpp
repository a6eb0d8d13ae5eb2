#include "inventory/stock.h"

#include "inventory/statements.h"

namespace giftbox::inventory {

namespace {

template <class R>
StockLine lineOf(const R& row)
{
    return {.item = books::ItemNo{row.itemNo},
            .sku = std::string(row.sku),
            .name = std::string(row.name),
            .kind = parseItemKind(row.kind),
            .category = std::string(row.category),
            .units = row.units,
            .cost = row.cost,
            .reorderLevel = row.reorderLevel,
            .parLevel = row.parLevel,
            .packSize = row.packSize,
            .leadDays = row.leadDays,
            .supplier = std::string(row.supplier),
            .retired = row.retired != 0,
            .lastUnits = row.lastUnits,
            .lastCost = row.lastCost};
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
        visit(lineOf(row));
    }
}

std::optional<RestockLine> proposeRestock(const StockLine& line)
{
    if (!line.isLow()) {
        return std::nullopt;
    }
    const std::int64_t par = std::max(line.parLevel.value_or(0), *line.reorderLevel + 1);
    const std::int64_t packs = (par - line.units + line.packSize - 1) / line.packSize;
    RestockLine buy{.sku = line.sku,
                    .name = line.name,
                    .supplier = line.supplier,
                    .unitsThere = line.units,
                    .reorderLevel = *line.reorderLevel,
                    .parLevel = par,
                    .packSize = line.packSize,
                    .unitsToBuy = packs * line.packSize,
                    .estimatedCost = std::nullopt,
                    .leadDays = line.leadDays};
    if (line.lastUnits > 0) {
        buy.estimatedCost = portion(line.lastCost, buy.unitsToBuy, line.lastUnits);
    }
    return buy;
}

} // namespace giftbox::inventory
