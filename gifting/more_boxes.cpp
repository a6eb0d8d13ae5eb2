#include "gifting/more_boxes.h"

#include <algorithm>

namespace giftbox::gifting {

using budget::BoxCost;
using foundation::Money;
using inventory::ItemKind;

namespace {

/// Takes the units of one box from the lots.
Money packOne(RepeatedLine& line)
{
    Money cost;
    auto lot = line.lots.begin();
    for (const inventory::LotDraw& draw : inventory::drawFifo(line.lots, line.units)) {
        cost += draw.cost;
        lot->unitsLeft -= draw.units;
        lot->costLeft -= draw.cost;
        if (lot->unitsLeft == 0) {
            ++lot;
        }
    }
    line.lots.erase(line.lots.begin(), lot);
    return cost;
}

/// Planning takes nothing: the next box is estimated after the units reserved by then.
Money planOne(RepeatedLine& line)
{
    const Money cost = inventory::fifoCost(line.lots, line.units, line.reserved);
    line.reserved += line.units;
    return cost;
}

/// The cost of the next box, taken from the lines; none if an item is short, which `limitedBy` then names.
std::optional<BoxCost> costOfNext(Step step, std::vector<RepeatedLine>& lines, Money labor,
                                  std::string& limitedBy)
{
    BoxCost cost{.contents = {}, .packaging = {}, .labor = labor};
    for (RepeatedLine& line : lines) {
        if (line.available < line.units) {
            limitedBy = "item " + line.sku;
            return std::nullopt;
        }
        line.available -= line.units;
        (line.kind == ItemKind::Contents ? cost.contents : cost.packaging) +=
            step == Step::Packing ? packOne(line) : planOne(line);
    }
    return cost;
}

} // namespace

MoreBoxes countMoreBoxes(Step step, std::vector<RepeatedLine> lines, Money labor,
                         budget::MonthState month)
{
    MoreBoxes more;
    try {
        for (; more.boxes < kMostCounted; ++more.boxes) {
            const auto cost = costOfNext(step, lines, labor, more.limitedBy);
            const auto cap = cost ? budget::firstStop(month, *cost) : std::nullopt;
            if (cap) {
                more.limitedBy = "cap " + std::string(toText(*cap));
            }
            if (!more.limitedBy.empty()) {
                break;
            }
            month.totals.committed += cost->total();
        }
    } catch (const foundation::Refusal&) { // a sum over 64 bits: such a box would be refused
        more.limitedBy = "amounts that are too large";
    }
    return more;
}

} // namespace giftbox::gifting
