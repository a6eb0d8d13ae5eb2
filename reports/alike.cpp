#include "reports/alike.h"

#include <algorithm>
#include <array>
#include <vector>

namespace giftbox::reports {

using foundation::Column;
using foundation::ColumnType;

namespace {

/// What, the folded form, how it is spelled, whose it is.
using Alike = std::array<std::string, 4>;

/// In one order on every engine.
std::vector<Alike> allAlike(const books::ReadTransaction& tx)
{
    std::vector<Alike> all;
    auto rows = tx.database().query("reports/alike", {{"store_id", tx.storeId()}});
    while (rows.next()) {
        const auto row = rows.row();
        all.push_back({row.string(0), row.string(1), row.string(2), row.string(3)});
    }
    std::ranges::sort(all);
    return all;
}

} // namespace

void writeAlike(const books::ReadTransaction& tx, foundation::RowWriter& out)
{
    static const std::vector<Column> columns = {{"what", "What", ColumnType::Code},
                                                {"spelled", "Spelled", ColumnType::Text},
                                                {"of", "Of", ColumnType::Text}};
    out.begin(columns);
    for (const Alike& one : allAlike(tx)) {
        out.code(one[0]);
        out.text(one[2]);
        out.text(one[3]);
        out.endRow();
    }
    out.end();
}

} // namespace giftbox::reports
