#pragma once

#include "accounting/journal/print_layout.h"
#include "accounting/journal_batch.h"

namespace giftbox::accounting {

/// How a batch is written into a file.
struct JournalFile {
    std::string layout = "neutral";
    JournalDetail detail = JournalDetail::Fact;
    std::int64_t part = 0; ///< of a layout with a limit of rows; 0: the only one
};

/// Writes a batch in a layout: the same bytes every time. Memory does not grow with its lines. Throws Refusal
/// `journal.layout_unknown`, `journal.not_in_chart`, and as LayoutPrinter does.
void writeJournalFile(const books::ReadTransaction& tx, const JournalBatch& batch,
                      const JournalFile& file, foundation::Sink sink);
/// `GBN2611-1.csv`, or `GBN2611-1-part-2.csv`.
std::string nameOfFile(const JournalBatch& batch, const JournalFile& file);

/// Entries of what stands in no batch of the month yet, with the accounts as they are mapped now.
void previewJournal(const books::ReadTransaction& tx, foundation::Month month, JournalDetail detail,
                    const Condenser::Take& take);

} // namespace giftbox::accounting
