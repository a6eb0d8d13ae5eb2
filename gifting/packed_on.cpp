#include "gifting/packed_on.h"

#include "gifting/statements.h"

#include <algorithm>

namespace giftbox::gifting {

using books::ReadTransaction;
using foundation::Date;
using foundation::Month;

namespace {

template <class R>
budget::BoxCost costOf(const R& row)
{
    return {.contents = row.contents, .packaging = row.packaging, .labor = row.labor};
}

} // namespace

void PackedBoxes::add(std::int64_t more, const budget::BoxCost& costOfThem)
{
    boxes += more;
    cost.contents += costOfThem.contents;
    cost.packaging += costOfThem.packaging;
    cost.labor += costOfThem.labor;
}

PackedBoxes packedOn(const ReadTransaction& tx, Date day)
{
    const auto row = tx.database().query(
        sql::PackedOn{.storeId = tx.storeId(), .day = day, .month = day.month()});
    return {.boxes = row->boxes, .cost = costOf(*row)};
}

PackedItems packedItemsOn(const ReadTransaction& tx, Date day)
{
    PackedItems items;
    for (const auto& row : tx.database().query(
             sql::PackedItemsOn{.storeId = tx.storeId(), .day = day, .month = day.month()})) {
        items[row.itemNo] = {.units = row.units, .cost = row.cost};
    }
    return items;
}

void listPackedOn(const ReadTransaction& tx, Date day, const std::function<void(const Box&)>& visit)
{
    for (const auto& row : tx.database().query(
             sql::BoxesPackedOn{.storeId = tx.storeId(), .day = day, .month = day.month()})) {
        Box box = boxOf(row);
        box.state = BoxState::Packed;
        box.givenOn = box.unpackedOn = std::nullopt;
        box.giveOverride = std::nullopt;
        visit(box);
    }
}

std::map<Month, PackedBoxes> packedAtMonthEnds(const ReadTransaction& tx, Month first, Month last)
{
    std::map<Month, PackedBoxes> ends;
    for (const auto& row :
         tx.database().query(sql::PackedByMonth{.storeId = tx.storeId(), .first = first})) {
        for (Month month = std::max(row.packedMonth, first);
             month <= last && (!row.endedMonth || month < *row.endedMonth); month = month.next()) {
            ends[month].add(row.boxes, costOf(row));
            if (month == last) {
                break; // the calendar's last month has no next
            }
        }
    }
    return ends;
}

} // namespace giftbox::gifting
