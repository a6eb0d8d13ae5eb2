#include "reports/nomination_counts.h"

#include "foundation/fold.h"
#include "reports/statements.h"

#include <algorithm>
#include <array>
#include <functional>
#include <map>

namespace giftbox::reports {

using foundation::Column;
using foundation::ColumnType;

namespace {

/// The counts of one adviser and department, in any spelling.
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
    for (const auto& row : tx.database().query(
             sql::NominationCounts{.storeId = tx.storeId(), .first = first, .last = last})) {
        const std::string adviser(row.adviser);
        const std::string department(row.department);
        Counts& counts =
            all.try_emplace({foundation::folded(adviser), foundation::folded(department)},
                            Counts{adviser, department, {}})
                .first->second;
        // The same spelling for any order of the rows.
        counts.adviser = std::min(counts.adviser, adviser);
        counts.department = std::min(counts.department, department);
        const std::array numbers = {row.nominated, row.selected, row.given, row.declined,
                                    row.withdrawn};
        std::ranges::transform(counts.numbers, numbers, counts.numbers.begin(), std::plus());
    }
    return all;
}

} // namespace

const std::vector<Column>& nominationCountColumns()
{
    static const std::vector<Column> columns = {{"adviser", "Adviser", ColumnType::Text},
                                                {"department", "Department", ColumnType::Text},
                                                {"nominated", "Nominated", ColumnType::Integer},
                                                {"selected", "Selected", ColumnType::Integer},
                                                {"given", "Handed over", ColumnType::Integer},
                                                {"declined", "Declined", ColumnType::Integer},
                                                {"withdrawn", "Withdrawn", ColumnType::Integer}};
    return columns;
}

void writeNominationCounts(const books::ReadTransaction& tx, foundation::Month first,
                           foundation::Month last, foundation::RowWriter& out)
{
    out.begin(nominationCountColumns());
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
