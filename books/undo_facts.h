#pragma once

#include "books/books.h"

namespace giftbox::books {

namespace facts {

extern const FactTable kImportBatch;
extern const FactTable kRemovedRow;

} // namespace facts

/// Items or recipients that are taken away. Their numbers stay used, and the digests of what they were stay known.
class RemovedRows {
public:
    /// `kind` is `item` or `recipient`; `added` is the event that added the rows.
    RemovedRows(std::string_view kind, EventSeq added);
    /// In the order of the numbers. `sku` is empty for a recipient.
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
