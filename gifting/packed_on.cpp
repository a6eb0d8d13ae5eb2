#include "gifting/packed_on.h"

#include "gifting/box_row.h"

#include <algorithm>

namespace giftbox::gifting {

using books::ReadTransaction;
using foundation::Date;
using foundation::Month;
using foundation::Row;
using foundation::Rows;

namespace {

budget::BoxCost costOf(const Row& row, int first)
{
    return {.contents = {row.integer(first)},
            .packaging = {row.integer(first + 1)},
            .labor = {row.integer(first + 2)}};
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
    Rows rows = tx.database().query(
        "gifting/packed_on",
        {{"store_id", tx.storeId()}, {"day", day.number()}, {"month", day.month().number()}});
    rows.next();
    return {.boxes = rows.row().integer(0), .cost = costOf(rows.row(), 1)};
}

PackedItems packedItemsOn(const ReadTransaction& tx, Date day)
{
    PackedItems items;
    for (Rows rows = tx.database().query(
             "gifting/packed_items_on",
             {{"store_id", tx.storeId()}, {"day", day.number()}, {"month", day.month().number()}});
         rows.next();) {
        items[rows.row().integer(0)] = {.units = rows.row().integer(1),
                                        .cost = {rows.row().integer(2)}};
    }
    return items;
}

void listPackedOn(const ReadTransaction& tx, Date day, const std::function<void(const Box&)>& visit)
{
    for (Rows rows = tx.database().query(
             "gifting/boxes_packed_on",
             {{"store_id", tx.storeId()}, {"day", day.number()}, {"month", day.month().number()}});
         rows.next();) {
        Box box = boxOf(rows.row());
        box.state = BoxState::Packed;
        box.givenOn = box.unpackedOn = std::nullopt;
        box.giveOverride = std::nullopt;
        visit(box);
    }
}

std::map<Month, PackedBoxes> packedAtMonthEnds(const ReadTransaction& tx, Month first, Month last)
{
    std::map<Month, PackedBoxes> ends;
    Rows rows = tx.database().query("gifting/packed_by_month",
                                    {{"store_id", tx.storeId()}, {"first", first.number()}});
    while (rows.next()) {
        const Row row = rows.row();
        const Month packed(static_cast<std::int32_t>(row.integer(0)));
        const auto ended = row.maybeInteger(1);
        for (Month month = std::max(packed, first);
             month <= last && (!ended || month.number() < *ended); month = month.next()) {
            ends[month].add(row.integer(2), costOf(row, 3));
            if (month == last) {
                break; // the last month of the calendar has none after it
            }
        }
    }
    return ends;
}

} // namespace giftbox::gifting
