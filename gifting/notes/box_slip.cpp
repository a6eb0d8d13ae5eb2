#include "gifting/notes/box_slip.h"

#include <algorithm>

namespace giftbox::gifting {

using books::ReadTransaction;
using foundation::Refusal;

namespace {

BoxSlip slipOf(const ReadTransaction& tx, const gifting::PlannedBox& box)
{
    return {.box = box.number,
            .state = std::string(toText(box.state)),
            .recipientCode = box.recipientCode,
            .recipientName = box.recipientName,
            .month = box.month,
            .lines = linesOf(tx, box)};
}

BoxSlip slipOf(const ReadTransaction& tx, const gifting::Box& box)
{
    BoxSlip slip{.box = box.number,
                 .state = std::string(toText(box.state)),
                 .recipientCode = box.recipientCode,
                 .recipientName = box.recipientName,
                 .month = box.month,
                 .lines = {}};
    if (box.state == gifting::BoxState::Unpacked) {
        return slip;
    }
    for (const gifting::PackedLine& line : linesOf(tx, box)) {
        slip.lines.push_back({.sku = line.sku,
                              .name = line.name,
                              .size = line.size,
                              .kind = line.kind,
                              .units = line.units});
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
    std::ranges::stable_partition(slip.lines, [](const gifting::PlannedLine& line) {
        return line.kind == inventory::ItemKind::Contents;
    });
    return slip;
}

} // namespace giftbox::gifting
