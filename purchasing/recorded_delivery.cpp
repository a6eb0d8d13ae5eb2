#include "purchasing/recorded_delivery.h"

#include "foundation/refusal.h"
#include "purchasing/statements.h"

#include <limits>

namespace giftbox::purchasing {

std::vector<RecordedDelivery> deliveriesBefore(const books::ReadTransaction& tx,
                                               std::optional<DeliveryNo> before, std::int64_t most)
{
    std::vector<RecordedDelivery> found;
    const std::int64_t end = before ? before->value : std::numeric_limits<std::int64_t>::max();
    for (const auto& row : tx.database().query(
             sql::ListDeliveries{.storeId = tx.storeId(), .before = end, .most = most})) {
        found.push_back({.number = {row.deliveryNo},
                         .receivedOn = row.receivedOn,
                         .source = std::string(row.source),
                         .supplier = std::string(row.supplier),
                         .reference = std::string(row.reference),
                         .authorizedBy = std::string(row.authorizedBy),
                         .lines = row.lines,
                         .units = row.units,
                         .cost = row.cost});
    }
    return found;
}

std::optional<RecordedDelivery> findDelivery(const books::ReadTransaction& tx, DeliveryNo number)
{
    const auto found = deliveriesBefore(tx, DeliveryNo{number.value + 1}, 1);
    return found.empty() || found.front().number != number ? std::nullopt
                                                           : std::optional(found.front());
}

RecordedDelivery requireDelivery(const books::ReadTransaction& tx, DeliveryNo number)
{
    const auto found = findDelivery(tx, number);
    if (!found) {
        throw foundation::Refusal("delivery.unknown", {{"number", number.value}});
    }
    return *found;
}

std::vector<DeliveredLot> lotsOf(const books::ReadTransaction& tx, DeliveryNo number)
{
    std::vector<DeliveredLot> lots;
    for (const auto& row : tx.database().query(
             sql::LotsOfDelivery{.storeId = tx.storeId(), .deliveryNo = number.value})) {
        lots.push_back(
            {.lot = {row.lotNo},
             .sku = std::string(row.sku),
             .name = std::string(row.name),
             .receivedUnits = row.receivedUnits,
             .receivedCost = row.receivedCost,
             .units = row.units,
             .cost = row.cost,
             .unitsLeft = row.unitsLeft,
             .reversedOn = row.reversedOn,
             .order = row.orderNo ? std::optional(OrderNo{*row.orderNo}) : std::nullopt});
    }
    return lots;
}

} // namespace giftbox::purchasing
