#pragma once

#include "purchasing/receive_delivery.h"

namespace giftbox::purchasing {

/// A delivery in the books, with the sums of its lines as they were received.
struct RecordedDelivery {
    DeliveryNo number;
    foundation::Date receivedOn;
    std::string source;
    std::string supplier;
    std::string reference;
    std::string authorizedBy;
    std::int64_t lines = 0;
    std::int64_t units = 0;
    foundation::Money cost;
};

/// A line of a delivery in the books: its lot, as it was received and as corrections have it since.
struct DeliveredLot {
    books::LotNo lot;
    std::string sku;
    std::string name;
    std::int64_t receivedUnits = 0;
    foundation::Money receivedCost;
    std::int64_t units = 0;
    foundation::Money cost;
    std::int64_t unitsLeft = 0;
    std::optional<foundation::Date> reversedOn;
    std::optional<OrderNo> order; ///< that it came for
};

std::optional<RecordedDelivery> findDelivery(const books::ReadTransaction& tx, DeliveryNo number);
/// Throws Refusal `delivery.unknown`.
RecordedDelivery requireDelivery(const books::ReadTransaction& tx, DeliveryNo number);
/// In the order of the delivery.
std::vector<DeliveredLot> lotsOf(const books::ReadTransaction& tx, DeliveryNo number);
/// The last ones, newest first: at most `most`, of those before `before` if it is given.
std::vector<RecordedDelivery> deliveriesBefore(const books::ReadTransaction& tx,
                                               std::optional<DeliveryNo> before, std::int64_t most);

} // namespace giftbox::purchasing
