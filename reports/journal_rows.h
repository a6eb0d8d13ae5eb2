#pragma once

#include "accounting/account_map.h"
#include "accounting/journal_batch.h"
#include "foundation/row_writer.h"

namespace giftbox::reports {

/// The rows that edges show of the journal: the columns, and the rows.

/// Every role with its account for a month, mapped or not.
const std::vector<foundation::Column>& accountColumns();
void writeAccount(accounting::JournalRole role,
                  const std::optional<accounting::MappedAccount>& mapped,
                  foundation::RowWriter& out);

const std::vector<foundation::Column>& batchColumns();
void writeBatch(const accounting::JournalBatch& batch, foundation::RowWriter& out);

/// One row for each line.
const std::vector<foundation::Column>& entryColumns();
void writeEntry(const accounting::LedgerEntry& entry, foundation::RowWriter& out);
/// The same after the key of the batch; empty for none.
const std::vector<foundation::Column>& batchedEntryColumns();
void writeEntry(const accounting::LedgerEntry& entry, foundation::RowWriter& out,
                const std::string& batch);

} // namespace giftbox::reports
