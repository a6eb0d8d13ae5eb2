#include "reports/close_checklist.h"

#include "accounting/account_map.h"
#include "accounting/close_month.h"
#include "accounting/journal_facts.h"
#include "foundation/database/backup_list.h"
#include "reports/cells.h"
#include "reports/statements.h"

#include <chrono>
#include <set>

namespace giftbox::reports {

using books::ReadTransaction;
using foundation::Cells;
using foundation::Column;
using foundation::ColumnType;
using foundation::Date;
using foundation::Month;

namespace {

/// A backup is made every night.
constexpr std::int64_t kBackupDays = 1;

std::int64_t daysFrom(Date first, Date last)
{
    const auto of = [](Date day) {
        return std::chrono::sys_days(std::chrono::year(day.number() / 10000) /
                                     (day.number() / 100 % 100) / (day.number() % 100));
    };
    return (of(last) - of(first)).count();
}

std::int64_t monthsFrom(Month first, Month last)
{
    const auto of = [](Month month) { return month.number() / 100 * 12 + month.number() % 100; };
    return of(last) - of(first);
}

/// What stands in no batch of the month: its entries, and the roles among them without an account.
struct OpenJournal {
    std::int64_t entries = 0;
    std::int64_t roles = 0;
};

OpenJournal openJournal(const ReadTransaction& tx, Month month)
{
    const accounting::AccountMap accounts(tx, month);
    std::set<accounting::DepartmentRole> missing;
    OpenJournal open;
    accounting::eachEntry(tx, accounting::unbatched(tx, month),
                          [&](const accounting::Entry& entry) {
                              (void)accounts.booked(entry, ++open.entries, &missing);
                          });
    open.roles = static_cast<std::int64_t>(missing.size());
    return open;
}

CloseCheck left(std::string_view name, std::string_view title, std::int64_t number,
                std::string_view toDo, std::string page)
{
    return {.name = name,
            .title = title,
            .number = number,
            .isDone = number == 0,
            .toDo = toDo,
            .page = std::move(page)};
}

CloseCheck backupCheck(const ReadTransaction& tx, Date today)
{
    const auto backup = foundation::lastGoodBackup(tx.database());
    CloseCheck check{.name = "backup_days",
                     .title = "Days since the last backup",
                     .number = {},
                     .toDo = "Your server administrator runs giftbox backup.",
                     .page = {}};
    if (backup) {
        const Date madeOn = books::dayOf(tx.store(), backup->madeAt, "UTC");
        check.number = std::max<std::int64_t>(0, daysFrom(madeOn, today));
        check.isDone = *check.number <= kBackupDays;
    }
    return check;
}

} // namespace

std::vector<CloseCheck> closeChecklist(const ReadTransaction& tx, Month month, Date today)
{
    const Month due = accounting::nextToClose(tx).value_or(month);
    const auto row = tx.database().query(sql::CloseChecklist{
        .storeId = tx.storeId(), .lastDay = month.lastDay(), .firstOpen = due, .month = month});
    const OpenJournal journal = openJournal(tx, month);
    const std::string of = "?month=" + toText(month);
    return {left("earlier_months", "Earlier months to close",
                 std::max<std::int64_t>(0, monthsFrom(due, month)),
                 "Close the earlier months first.", "close"),
            left("days_left", "Days until the month is over",
                 std::max<std::int64_t>(0, daysFrom(today, month.lastDay()) + 1),
                 "Wait until the month is over.", ""),
            left("open_counts", "Open counts", row->openCounts,
                 "Post them or cancel them: once the month is closed, their days are closed, too.",
                 "counts"),
            left("planned_boxes", "Boxes planned and not packed", row->plannedBoxes,
                 "Pack or cancel them; else they carry over to the next month.", "boxes" + of),
            left("packed_boxes", "Boxes packed and not handed over", row->packedBoxes,
                 "Record those that were handed over; else they carry over to the next month.",
                 "boxes"),
            left("unsigned_notes", "Boxes handed over without all signatures", row->unsignedNotes,
                 "Mark the notes as signed.", "notes" + of),
            left("unbilled_receipts", "Receipts on no bill", row->unbilledReceipts,
                 "Enter their bills, if your store enters bills.", "unbilled"),
            left("unmapped_accounts", "Accounts of the journal that are missing", journal.roles,
                 "Map them, if your store posts the journal.", "accounts" + of),
            left("unbatched_entries", "Entries in no batch of the journal", journal.entries,
                 "Make a batch, if your store posts the journal.", "journal" + of),
            backupCheck(tx, today)};
}

const std::vector<Column>& closeChecklistColumns()
{
    static const std::vector<Column> columns = {
        {"check", "Check", ColumnType::Code},
        {"what", "What", ColumnType::Text},
        {"state", "State", ColumnType::Code},
        {"number", "Number", ColumnType::Integer, Cells::MaybeEmpty},
        {"to_do", "What to do", ColumnType::Text, Cells::MaybeEmpty},
        {"page", "Page", ColumnType::Code, Cells::MaybeEmpty}};
    return columns;
}

void writeCloseChecklist(const std::vector<CloseCheck>& checks, foundation::RowWriter& out)
{
    out.begin(closeChecklistColumns());
    for (const CloseCheck& check : checks) {
        out.code(check.name);
        out.text(check.title);
        out.code(check.isDone ? "done" : "open");
        integerOrEmpty(out, check.number);
        check.isDone ? out.empty() : out.text(check.toDo);
        check.page.empty() ? out.empty() : out.code(check.page);
        out.endRow();
    }
    out.end();
}

} // namespace giftbox::reports
