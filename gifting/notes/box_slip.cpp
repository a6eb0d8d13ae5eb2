#include "gifting/notes/box_slip.h"

#include "foundation/database/field_rows.h"
#include "foundation/fold.h"
#include "gifting/notes/statements.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace giftbox::gifting {

using books::ReadTransaction;
using foundation::Refusal;

namespace {

/// The current items of these lines, in the order of walking along the shelf.
template <class Line>
std::vector<SlipLine> slipLines(const ReadTransaction& tx, const std::vector<Line>& lines)
{
    foundation::Batch skus = sql::ItemsOnSlip::batch();
    for (const Line& line : lines) {
        skus.add(line.sku);
    }
    std::map<std::string, SlipLine> items;
    tx.database().queryForEach(
        sql::ItemsOnSlip{.storeId = tx.storeId()}, skus, [&](const sql::ItemsOnSlip::Row& row) {
            readFields<inventory::Item>(inventory::itemFields(), row, items[std::string(row.sku)]);
        });
    std::vector<SlipLine> all;
    for (const Line& line : lines) {
        all.push_back(items.at(line.sku));
        all.back().units = line.units;
    }
    std::ranges::stable_sort(all, {}, [](const SlipLine& line) {
        return std::tuple(line.kind, line.bin.empty(), foundation::folded(line.bin));
    });
    return all;
}

BoxSlip slipOf(const ReadTransaction& tx, const gifting::PlannedBox& box)
{
    return {.box = box.number,
            .state = std::string(toText(box.state)),
            .recipientCode = box.recipientCode,
            .recipientName = box.recipientName,
            .month = box.month,
            .lines = slipLines(tx, linesOf(tx, box))};
}

BoxSlip slipOf(const ReadTransaction& tx, const gifting::Box& box)
{
    BoxSlip slip{.box = box.number,
                 .state = std::string(toText(box.state)),
                 .recipientCode = box.recipientCode,
                 .recipientName = box.recipientName,
                 .month = box.month,
                 .lines = {}};
    if (box.state != gifting::BoxState::Unpacked) {
        slip.lines = slipLines(tx, linesOf(tx, box));
    }
    return slip;
}

} // namespace

BoxSlip boxSlip(const ReadTransaction& tx, books::BoxNo number)
{
    const auto planned = gifting::findPlannedBox(tx, number);
    BoxSlip slip = planned ? slipOf(tx, *planned) : slipOf(tx, gifting::requireBox(tx, number));
    if (slip.lines.empty()) {
        throw Refusal("box.nothing_in_it", {{"number", number.value}, {"state", slip.state}});
    }
    return slip;
}

} // namespace giftbox::gifting
