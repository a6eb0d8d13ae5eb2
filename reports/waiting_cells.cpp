#include "reports/waiting_cells.h"

#include "reports/cells.h"

namespace giftbox::reports {

using foundation::Column;
using foundation::ColumnType;
using foundation::RowWriter;

std::vector<Column> withWaitingFigures(std::vector<Column> columns)
{
    columns.insert(columns.end(), {{"waiting_boxes", "Boxes that wait", ColumnType::Integer},
                                   {"waiting_cost", "Their cost", ColumnType::Amount},
                                   {"room_once_given", "Room once given", ColumnType::Amount}});
    return columns;
}

std::vector<Column> withWaiting(std::vector<Column> columns)
{
    columns = withWaitingFigures(std::move(columns));
    columns.push_back({"waiting", "Waiting", ColumnType::Text});
    return columns;
}

void writeWaitingFigures(const gifting::MonthRoom& room, RowWriter& out)
{
    const gifting::WaitingBoxes& waiting = room.waiting;
    if (waiting.boxes() == 0) {
        out.empty();
        out.empty();
        out.empty();
        return;
    }
    out.integer(waiting.boxes());
    out.amount(waiting.cost());
    amountOrEmpty(out, room.onceGiven());
}

void writeWaiting(const books::Store& store, const gifting::MonthRoom& room, RowWriter& out)
{
    writeWaitingFigures(room, out);
    out.sentences(sentencesOf(store, room.waiting));
}

} // namespace giftbox::reports
