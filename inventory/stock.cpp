#include "inventory/stock.h"

namespace giftbox::inventory {

using foundation::Money;
using foundation::Row;
using foundation::Rows;

namespace {

StockLine lineOf(const Row& row)
{
    return {.item = books::ItemNo{row.integer(0)},
            .sku = row.string(1),
            .name = row.string(2),
            .kind = parseItemKind(row.text(3)),
            .category = row.string(4),
            .units = row.integer(5),
            .cost = {row.integer(6)},
            .reorderLevel = row.maybeInteger(7),
            .parLevel = row.maybeInteger(8),
            .packSize = row.integer(9),
            .leadDays = row.maybeInteger(10),
            .supplier = row.string(11),
            .retired = row.integer(12) != 0,
            .lastUnits = row.integer(13),
            .lastCost = {row.integer(14)}};
}

} // namespace

void stockNow(const books::ReadTransaction& tx, const std::function<void(const StockLine&)>& visit)
{
    for (Rows rows = tx.database().query("inventory/stock_now", {{"store_id", tx.storeId()}});
         rows.next();) {
        visit(lineOf(rows.row()));
    }
}

std::vector<StockLine> stockAfter(const books::ReadTransaction& tx, std::string_view after,
                                  std::int64_t most)
{
    std::vector<StockLine> lines;
    for (Rows rows =
             tx.database().query("inventory/stock_after",
                                 {{"store_id", tx.storeId()}, {"after", after}, {"most", most}});
         rows.next();) {
        lines.push_back(lineOf(rows.row()));
    }
    return lines;
}

void stockOn(const books::ReadTransaction& tx, foundation::Date day,
             const std::function<void(const StockLine&)>& visit)
{
    Rows rows = tx.database().query(
        "inventory/stock_on",
        {{"store_id", tx.storeId()}, {"day", day.number()}, {"month", day.month().number()}});
    while (rows.next()) {
        visit(lineOf(rows.row()));
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
