#include "reports/nomination_counts.h"

#include "foundation/fold.h"

#include <array>
#include <map>

namespace giftbox::reports {

using foundation::Column;
using foundation::ColumnType;
using foundation::Rows;

namespace {

/// Of one adviser and department, however they were spelled.
struct Counts {
    std::string adviser;
    std::string department;
    std::array<std::int64_t, 5> numbers{};
};

/// By the folded forms of adviser and department.
std::map<std::pair<std::string, std::string>, Counts>
countsOf(const books::ReadTransaction& tx, foundation::Month first, foundation::Month last)
{
    std::map<std::pair<std::string, std::string>, Counts> all;
    Rows rows = tx.database().query(
        "reports/nomination_counts",
        {{"store_id", tx.storeId()}, {"first", first.number()}, {"last", last.number()}});
    while (rows.next()) {
        const foundation::Row row = rows.row();
        Counts& counts =
            all.try_emplace({foundation::folded(row.text(0)), foundation::folded(row.text(1))},
                            Counts{row.string(0), row.string(1), {}})
                .first->second;
        // The same spelling whatever the order of the rows.
        counts.adviser = std::min(counts.adviser, row.string(0));
        counts.department = std::min(counts.department, row.string(1));
        for (std::size_t i = 0; i < counts.numbers.size(); ++i) {
            counts.numbers[i] += row.integer(static_cast<int>(i) + 2);
        }
    }
    return all;
}

} // namespace

void writeNominationCounts(const books::ReadTransaction& tx, foundation::Month first,
                           foundation::Month last, foundation::RowWriter& out)
{
    static const std::vector<Column> columns = {{"adviser", "Adviser", ColumnType::Text},
                                                {"department", "Department", ColumnType::Text},
                                                {"nominated", "Nominated", ColumnType::Integer},
                                                {"chosen", "Chosen", ColumnType::Integer},
                                                {"given", "Given", ColumnType::Integer},
                                                {"declined", "Declined", ColumnType::Integer},
                                                {"withdrawn", "Withdrawn", ColumnType::Integer}};
    out.begin(columns);
    for (const auto& [key, counts] : countsOf(tx, first, last)) {
        out.text(counts.adviser);
        out.text(counts.department);
        for (const std::int64_t number : counts.numbers) {
            out.integer(number);
        }
        out.endRow();
    }
    out.end();
}

} // namespace giftbox::reports
