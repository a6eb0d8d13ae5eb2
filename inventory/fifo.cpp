#include "inventory/fifo.h"

#include "foundation/check.h"

#include <ostream>

namespace giftbox::inventory {

std::ostream& operator<<(std::ostream& out, const LotDraw& draw)
{
    return out << "lot " << draw.lot << ": " << draw.units << " units, " << draw.cost;
}

std::vector<LotDraw> drawFifo(std::span<const OpenLot> oldestFirst, std::int64_t wanted)
{
    GIFTBOX_CHECK(wanted > 0);
    std::vector<LotDraw> draws;
    std::int64_t missing = wanted;
    for (const OpenLot& lot : oldestFirst) {
        if (lot.unitsLeft > missing) {
            draws.push_back({lot.number, missing, portion(lot.costLeft, missing, lot.unitsLeft)});
            return draws;
        }
        draws.push_back({lot.number, lot.unitsLeft, lot.costLeft});
        missing -= lot.unitsLeft;
        if (missing == 0) {
            return draws;
        }
    }
    throw InsufficientStock(wanted, wanted - missing);
}

foundation::Money fifoCost(std::span<const OpenLot> oldestFirst, std::int64_t wanted,
                           std::int64_t ahead)
{
    foundation::Money cost;
    for (const LotDraw& draw : drawFifo(oldestFirst, ahead + wanted)) {
        cost += draw.cost;
    }
    return ahead == 0 ? cost : cost - fifoCost(oldestFirst, ahead);
}

std::int64_t unitsOf(std::span<const OpenLot> lots)
{
    std::int64_t units = 0;
    for (const OpenLot& lot : lots) {
        units += lot.unitsLeft;
    }
    return units;
}

} // namespace giftbox::inventory
