#include "reports/nomination_counts.h"

namespace giftbox::reports {

using foundation::Column;
using foundation::ColumnType;
using foundation::Rows;

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
    Rows rows = tx.database().query(
        "reports/nomination_counts",
        {{"store_id", tx.storeId()}, {"first", first.number()}, {"last", last.number()}});
    while (rows.next()) {
        const foundation::Row row = rows.row();
        out.text(row.text(0));
        out.text(row.text(1));
        for (int column = 2; column < static_cast<int>(columns.size()); ++column) {
            out.integer(row.integer(column));
        }
        out.endRow();
    }
    out.end();
}

} // namespace giftbox::reports
