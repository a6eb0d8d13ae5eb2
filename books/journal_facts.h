#pragma once

#include "books/facts.h"

/// The facts of the journal.
namespace giftbox::books::facts {

extern const FactTable kJournalAccount;
extern const FactTable kJournalBatch;
extern const FactTable kJournalLine;
extern const FactTable kJournalPosting;

} // namespace giftbox::books::facts
