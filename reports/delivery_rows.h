#pragma once

#include "foundation/row_writer.h"
#include "purchasing/add_freight.h"

namespace giftbox::reports {

/// The rows that edges show of deliveries: the columns, and one row of each.
const std::vector<foundation::Column>& deliveryColumns();
void writeDelivery(const purchasing::RecordedDelivery& delivery, foundation::RowWriter& out);

/// The lines of a delivery.
const std::vector<foundation::Column>& deliveredLotColumns();
void writeDeliveredLot(const purchasing::DeliveredLot& lot, foundation::RowWriter& out);

/// The lines of a delivery that was just received.
const std::vector<foundation::Column>& receivedDeliveryColumns();
void writeReceivedDelivery(const books::Store& store, const purchasing::ReceivedDelivery& delivery,
                           foundation::RowWriter& out);

/// The shares of a freight amount that was just added.
const std::vector<foundation::Column>& freightShareColumns();
void writeFreightShares(const books::Store& store, const purchasing::AddedFreight& freight,
                        foundation::RowWriter& out);

} // namespace giftbox::reports
