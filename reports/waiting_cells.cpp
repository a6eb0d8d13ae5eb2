#include "reports/waiting_cells.h"

#include "reports/cells.h"

namespace giftbox::reports {

using foundation::Cells;
using foundation::Column;
using foundation::ColumnType;
using foundation::RowWriter;

std::vector<Column> withWaitingFigures(std::vector<Column> columns)
{
    columns.insert(
        columns.end(),
        {{"waiting_boxes", "Boxes waiting", ColumnType::Integer, Cells::MaybeEmpty},
         {"waiting_cost", "Cost of boxes waiting", ColumnType::Amount, Cells::MaybeEmpty},
         {"remaining_once_given", "Remaining once given", ColumnType::Amount, Cells::MaybeEmpty}});
    return columns;
}

std::vector<Column> withWaiting(std::vector<Column> columns)
{
    columns = withWaitingFigures(std::move(columns));
    columns.push_back({"waiting", "Waiting", ColumnType::Text, Cells::MaybeEmpty});
    return columns;
}

void writeWaitingFigures(const gifting::MonthRemaining& remaining, RowWriter& out)
{
    const gifting::WaitingBoxes& waiting = remaining.waiting;
    if (waiting.boxes() == 0) {
        out.empty();
        out.empty();
        out.empty();
        return;
    }
    out.integer(waiting.boxes());
    out.amount(waiting.cost());
    amountOrEmpty(out, remaining.onceGiven());
}

void writeWaiting(const books::Store& store, const gifting::MonthRemaining& remaining,
                  RowWriter& out)
{
    writeWaitingFigures(remaining, out);
    out.sentences(sentencesOf(store, remaining.waiting));
}

} // namespace giftbox::reports
