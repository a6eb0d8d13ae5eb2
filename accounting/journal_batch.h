#pragma once

#include "accounting/journal/condense.h"
#include "books/books.h"

#include <limits>
#include <optional>

namespace giftbox::accounting {

/// No number is higher.
inline constexpr std::int64_t kNoBatchAfter = std::numeric_limits<std::int64_t>::max();

/// A batch of the journal, as it was made, and what became of it.
struct JournalBatch {
    std::int64_t number = 0;
    foundation::Month month;
    std::string key; ///< `GBN2611-1`, at most 12 characters
    std::int64_t entries = 0;
    std::int64_t lines = 0;
    foundation::Money debit; ///< and as much credit
    std::string digest;      ///< SHA-256 of its lines
    std::int64_t voids = 0;  ///< the number of the batch that it voids; 0: none
    std::string reason = {}; ///< for that
    std::optional<std::string> postedAs = {};
    std::optional<std::int64_t> voidedBy = {};
    /// Whether its month was opened again since: its facts stand in the next batch.
    bool isSuperseded = false;
    std::string actor = {};
    foundation::Instant madeAt = {};

    /// `open`, `posted`, `voided`, `superseded`.
    std::string_view state() const;
};

/// The number of the last one; 0: none.
std::int64_t lastBatch(const books::ReadTransaction& tx);
/// In the order made; `least` and `most` are numbers.
std::vector<JournalBatch> listBatches(const books::ReadTransaction& tx, std::int64_t least = 1,
                                      std::int64_t most = kNoBatchAfter);
/// Throws Refusal `journal.unknown`.
JournalBatch requireBatch(const books::ReadTransaction& tx, std::int64_t number);

/// The entries of a batch with numbers above `after`, at most so many, in order; all of them page by page.
void eachEntryOf(const books::ReadTransaction& tx, const JournalBatch& batch,
                 const Condenser::Take& take, std::int64_t after = 0,
                 std::int64_t most = kNoBatchAfter);
/// Each once, sorted; those that no earlier batch has.
std::vector<std::string> newAccountsOf(const books::ReadTransaction& tx, const JournalBatch& batch);
/// Each once, sorted.
std::vector<std::string> accountsOf(const books::ReadTransaction& tx, const JournalBatch& batch);

} // namespace giftbox::accounting
