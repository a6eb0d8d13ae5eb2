#pragma once

#include "accounting/journal_batch.h"

namespace giftbox::accounting {

/// Makes the next batch of a month: every fact of it that was recorded so far and stands in no batch. Its lines are
/// kept as they are from then on; facts recorded later stand in the next batch, once. Throws Refusal
/// `journal.unmapped` (with all roles), `journal.nothing_new`.
JournalBatch makeBatch(books::WriteTransaction& tx, foundation::Month month);
/// Voids a batch by its mirror, which is a batch of its own; its facts are free for the next one. Throws Refusal
/// `journal.unknown`, `journal.is_void`, `journal.voided`, `journal.superseded`, `journal.void_later_first`,
/// `text.missing` (no reason).
JournalBatch voidBatch(books::WriteTransaction& tx, std::int64_t number, const std::string& reason);
/// Notes that a batch was posted in the ledger. Throws Refusal `journal.unknown`, `journal.is_posted`,
/// `journal.superseded`, `text.missing`.
JournalBatch markPosted(books::WriteTransaction& tx, std::int64_t number,
                        const std::string& reference);

} // namespace giftbox::accounting
