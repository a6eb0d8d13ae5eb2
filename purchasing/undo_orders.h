#pragma once

#include "purchasing/order.h"

namespace giftbox::purchasing {

/// An order of an import that keeps it from being undone.
struct OrderInTheWay {
    OrderNo number;
    bool isUsed = false; ///< something came for it; else it was changed since
};

struct UndoneOrders {
    std::int64_t undone = 0;
    std::vector<OrderInTheWay> inTheWay = {}; ///< if there are any, nothing was undone
};

/// Undoes what an event did with orders [import-undo]: each gets the step `undone`, after which a file may bring its
/// number again. The caller records the event.
UndoneOrders undoOrders(books::WriteTransaction& tx, books::EventSeq imported,
                        const std::string& reason);

} // namespace giftbox::purchasing
