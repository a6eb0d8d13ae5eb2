#pragma once

#include "purchasing/delivery_line.h"
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
    std::vector<DeliveryLine> lines = {};
};

struct ReceivedLine {
    Receipt receipt;
    ReceivedLot lot;
};

struct ReceivedDelivery {
    DeliveryNo number;
    std::vector<ReceivedLine> lines; ///< in the order of the delivery
};

/// Receives all lines of a delivery, or none [delivery]: each is a receipt with a lot of its own, under the rules of
/// receiveStock. Throws one Refusal with every fault of every line, and of the document: as receiveStock and
/// delivery_line do, and `delivery.no_lines`, `delivery.item_needed`, `delivery.too_many_lines`,
/// `delivery.total_differs`, `text.missing` (a parts transfer without a reference or who authorized it).
ReceivedDelivery receiveDelivery(books::WriteTransaction& tx, const Delivery& typed);

} // namespace giftbox::purchasing
