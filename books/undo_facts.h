#pragma once

#include "books/books.h"

namespace giftbox::books {

namespace facts {

extern const FactTable kImportBatch;
extern const FactTable kRemovedRow;

} // namespace facts

/// Items, recipients or suppliers that are taken away. Their numbers stay used, and the digests of what items and
/// recipients were stay known; suppliers keep their rows.
class RemovedRows {
public:
    /// `kind` is `item`, `recipient` or `supplier`; `added` is the event that added the rows.
    RemovedRows(std::string_view kind, EventSeq added);
    /// In the order of the numbers. `sku` is for items; `digest` is not for suppliers.
    void add(std::int64_t number, std::string_view sku, std::string_view digest);
    /// Keeps them as facts of the transaction's event. The caller deletes the rows.
    void write(WriteTransaction& tx);
    std::int64_t count() const { return static_cast<std::int64_t>(rows_.rows()); }

private:
    std::string kind_;
    EventSeq added_;
    foundation::Batch rows_;
};

} // namespace giftbox::books
