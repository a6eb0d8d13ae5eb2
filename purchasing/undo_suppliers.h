#pragma once

#include "purchasing/supplier_book.h"

namespace giftbox::purchasing {

/// A supplier of an import that keeps it from being undone.
struct SupplierInTheWay {
    NumberedSupplier supplier;
    bool isUsed = false; ///< else it was changed since
};

struct UndoneSuppliers {
    std::int64_t removed = 0;
    std::int64_t restored = 0;
    std::vector<SupplierInTheWay> inTheWay = {}; ///< if there are any, nothing was undone
};

/// What an import of suppliers recorded.
struct ImportedSuppliers {
    books::EventSeq event;
    books::LotNo firstLot; ///< the first lot that could name one of them
};

/// Undoes what an event did with suppliers [import-undo]: takes away those that it added, whose codes and names are
/// free then, and gives those that it changed their earlier values, as a version of its own. The rows stay, since
/// orders name them. The caller records the event.
UndoneSuppliers undoSuppliers(books::WriteTransaction& tx, const ImportedSuppliers& imported);

} // namespace giftbox::purchasing
