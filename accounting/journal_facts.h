#pragma once

#include "accounting/journal/entry.h"
#include "books/books.h"

#include <limits>

namespace giftbox::accounting {

/// Facts of a month that were recorded after one event, and until another.
struct JournalSpan {
    foundation::Month month;
    std::int64_t afterEvent = 0;
    std::int64_t throughEvent = std::numeric_limits<std::int64_t>::max();
};

/// The part of a month that stands in no batch yet.
JournalSpan unbatched(const books::ReadTransaction& tx, foundation::Month month);

/// Makes entries of these facts: movements in the order recorded, boxes given by number, those taken back, bills. Only
/// what belongs to the month or was recorded since is read, page by page.
void eachEntry(const books::ReadTransaction& tx, const JournalSpan& span,
               const EntryMaker::Take& take);
/// With another recognition than the store's.
void eachEntry(const books::ReadTransaction& tx, const JournalSpan& span, Recognition recognition,
               const EntryMaker::Take& take);

} // namespace giftbox::accounting
