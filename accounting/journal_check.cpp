#include "accounting/journal_check.h"

#include "accounting/journal_batch.h"
#include "accounting/journal_lines.h"
#include "books/journal_facts.h"

namespace giftbox::accounting {

using foundation::Money;

namespace {

void checkBatch(const books::ReadTransaction& tx, const JournalBatch& batch,
                Differences& differences)
{
    JournalSum sum;
    std::int64_t entries = 0;
    streamFacts(tx,
                sql::JournalLines{.storeId = tx.storeId(),
                                  .batchNo = batch.number,
                                  .after = std::int64_t{0},
                                  .upto = kNoBatchAfter},
                [&](const foundation::Row& cells) {
                    const sql::JournalLines::Row row(cells);
                    entries = row.entryNo;
                    sum.add(books::factText<sql::JournalLines, books::facts::kJournalLine>(cells),
                            row.amount);
                });
    if (sum.digest() != batch.digest || sum.lines() != batch.lines || sum.debit() != batch.debit ||
        entries != batch.entries || sum.balance() != Money{}) {
        differences.push_back("journal batch " + batch.key + ": its " +
                              std::to_string(sum.lines()) + " lines with debits of " +
                              tx.store().amount(sum.debit()) + " are not the " +
                              std::to_string(batch.lines) + " with " +
                              tx.store().amount(batch.debit) + " that it was made with");
    }
}

} // namespace

void checkJournal(const books::ReadTransaction& tx, Differences& differences)
{
    std::int64_t expected = 0;
    for (const JournalBatch& batch : listBatches(tx)) {
        if (batch.number != ++expected) {
            differences.push_back("journal batch " + std::to_string(expected) + ": missing");
            expected = batch.number;
        }
        checkBatch(tx, batch, differences);
    }
}

} // namespace giftbox::accounting
