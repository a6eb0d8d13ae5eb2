#pragma once

#include "purchasing/delivery_line.h"
#include "purchasing/order.h"
#include "purchasing/receipt.h"

#include <vector>

namespace giftbox::purchasing {

using DeliveryNo = foundation::Id<struct DeliveryTag>;

/// What arrives together: one document of a supplier or, with the number of the internal ticket as reference and who
/// authorized it, of the parts department.
struct Delivery {
    foundation::Date receivedOn;
    std::string source = "purchase"; ///< or `parts_transfer`
    std::string supplier = {};
    std::string reference = {}; ///< empty: none
    std::string authorizedBy = {};
    std::string reason = {}; ///< why lines cost what they do; needed for a line that costs nothing
    std::optional<foundation::Money> total = {}; ///< the sum of the lines on paper
    /// The order that it came for. Then the supplier may be left out, and a line without a cost costs what the order
    /// says, in proportion; without lines, all that is still to come is received.
    std::optional<OrderNo> order = {};
    std::vector<DeliveryLine> lines = {};
};

struct ReceivedLine {
    Receipt receipt;
    ReceivedLot lot;
};

} // namespace giftbox::purchasing
