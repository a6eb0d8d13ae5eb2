#include "reports/alike.h"

#include "reports/statements.h"

#include <algorithm>
#include <compare>
#include <string>
#include <vector>

namespace giftbox::reports {

using foundation::Column;
using foundation::ColumnType;

namespace {

struct Alike {
    std::string what;
    std::string folded;
    std::string spelled;
    std::string whose;
    auto operator<=>(const Alike&) const = default;
};

/// In the same order on every engine.
std::vector<Alike> allAlike(const books::ReadTransaction& tx)
{
    std::vector<Alike> all;
    for (const auto& row : tx.database().query(sql::Alike{.storeId = tx.storeId()})) {
        all.push_back({.what = std::string(row.what),
                       .folded = std::string(row.folded),
                       .spelled = std::string(row.spelled),
                       .whose = std::string(row.whose)});
    }
    std::ranges::sort(all);
    return all;
}

} // namespace

const std::vector<Column>& alikeColumns()
{
    static const std::vector<Column> columns = {{"what", "What", ColumnType::Code},
                                                {"spelled", "Spelled", ColumnType::Text},
                                                {"of", "Of", ColumnType::Text}};
    return columns;
}

void writeAlike(const books::ReadTransaction& tx, foundation::RowWriter& out)
{
    out.begin(alikeColumns());
    for (const Alike& one : allAlike(tx)) {
        out.code(one.what);
        out.text(one.spelled);
        out.text(one.whose);
        out.endRow();
    }
    out.end();
}

} // namespace giftbox::reports
