#pragma once

#include "books/facts.h"

/// The facts of the journal.
namespace giftbox::books::facts {

extern const FactTable kJournalAccount;
extern const FactTable kJournalBatch;
extern const FactTable kJournalLine;
extern const FactTable kJournalPosting;
extern const FactTable kBoxDepartment;
extern const FactTable kDefaultDepartment;
extern const FactTable kBoxTax;
extern const FactTable kGiftDefault;
extern const FactTable kChartAccount;

} // namespace giftbox::books::facts
