#pragma once

#include "accounting/account_map.h"
#include "accounting/chart.h"
#include "accounting/department.h"
#include "accounting/journal_batch.h"
#include "foundation/row_writer.h"

namespace giftbox::reports {

/// The rows that edges show of the journal: the columns, and the rows.

/// Every role with its account for a month, mapped or not.
const std::vector<foundation::Column>& accountColumns();
void writeAccount(accounting::JournalRole role,
                  const std::optional<accounting::MappedAccount>& mapped,
                  foundation::RowWriter& out);
/// All of them: a row of each role for every department, and one of each department with an account of its own.
void writeAccounts(const accounting::AccountMap& accounts, foundation::RowWriter& out);

const std::vector<foundation::Column>& chartColumns();
void writeChart(const accounting::Chart& chart, foundation::RowWriter& out);
const std::vector<foundation::Column>& chartAccountColumns();
void writeChartAccount(const accounting::ChartAccount& one, foundation::RowWriter& out);

/// The department of a box; that of boxes without one of their own.
const std::vector<foundation::Column>& boxDepartmentColumns();
void writeBoxDepartment(books::BoxNo number, const accounting::BoxDepartment& one,
                        foundation::RowWriter& out);
const std::vector<foundation::Column>& defaultDepartmentColumns();
void writeDefaultDepartment(const std::string& department, foundation::Month from,
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
