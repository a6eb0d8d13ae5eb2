#include "reports/journal_rows.h"

#include "reports/cells.h"

namespace giftbox::reports {

using accounting::JournalRoleRule;
using foundation::Cells;
using foundation::Column;
using foundation::ColumnType;
using foundation::Money;
using foundation::RowWriter;

const std::vector<Column>& accountColumns()
{
    static const std::vector<Column> columns = {
        {"role", "Role", ColumnType::Code},
        {"title", "Name", ColumnType::Text},
        {"account", "Account", ColumnType::Text, Cells::MaybeEmpty},
        {"from", "From", ColumnType::Date, Cells::MaybeEmpty},
        {"what", "What is booked there", ColumnType::Text},
        {"department", "Department", ColumnType::Text, Cells::MaybeEmpty}};
    return columns;
}

void writeAccount(accounting::JournalRole role,
                  const std::optional<accounting::MappedAccount>& mapped, RowWriter& out)
{
    const JournalRoleRule& rule = accounting::ruleOf(role);
    out.code(rule.text);
    out.text(rule.title);
    if (mapped) {
        out.text(mapped->account);
        out.month(mapped->from);
    } else {
        out.empty();
        out.empty();
    }
    out.text(rule.what);
    const bool isOfOne = mapped && !mapped->department.empty();
    textOrEmpty(out, isOfOne ? std::optional(mapped->department) : std::nullopt);
    out.endRow();
}

void writeAccounts(const accounting::AccountMap& accounts, RowWriter& out)
{
    out.begin(accountColumns());
    for (const JournalRoleRule& rule : accounting::kJournalRoles) {
        writeAccount(rule.role, accounts.of(rule.role), out);
        for (const accounting::MappedAccount& mapped : accounts.allOf(rule.role)) {
            if (!mapped.department.empty()) {
                writeAccount(rule.role, mapped, out);
            }
        }
    }
    out.end();
}

const std::vector<Column>& chartColumns()
{
    static const std::vector<Column> columns = {{"accounts", "Accounts", ColumnType::Integer},
                                                {"uploaded_by", "Uploaded by", ColumnType::Text}};
    return columns;
}

void writeChart(const accounting::Chart& chart, RowWriter& out)
{
    out.begin(chartColumns());
    out.integer(chart.accounts);
    out.text(chart.actor);
    out.endRow();
    out.end();
}

const std::vector<Column>& chartAccountColumns()
{
    static const std::vector<Column> columns = {
        {"line", "Line", ColumnType::Integer},
        {"account", "Account", ColumnType::Text},
        {"name", "Name", ColumnType::Text, Cells::MaybeEmpty}};
    return columns;
}

void writeChartAccount(const accounting::ChartAccount& one, RowWriter& out)
{
    out.integer(one.line);
    out.text(one.account);
    textOrEmpty(out, one.name.empty() ? std::nullopt : std::optional(one.name));
    out.endRow();
}

const std::vector<Column>& boxDepartmentColumns()
{
    static const std::vector<Column> columns = {{"box", "Box", ColumnType::Integer},
                                                {"department", "Department", ColumnType::Text}};
    return columns;
}

void writeBoxDepartment(books::BoxNo number, const accounting::BoxDepartment& one, RowWriter& out)
{
    out.begin(boxDepartmentColumns());
    out.integer(number.value);
    out.text(one.department);
    out.endRow();
    out.end();
}

const std::vector<Column>& defaultDepartmentColumns()
{
    static const std::vector<Column> columns = {{"department", "Department", ColumnType::Text},
                                                {"from", "From", ColumnType::Date}};
    return columns;
}

void writeDefaultDepartment(const std::string& department, foundation::Month from, RowWriter& out)
{
    out.begin(defaultDepartmentColumns());
    out.text(department);
    out.month(from);
    out.endRow();
    out.end();
}

const std::vector<Column>& batchColumns()
{
    static const std::vector<Column> columns = {
        {"no", "No.", ColumnType::Integer},
        {"key", "Key", ColumnType::Code},
        {"month", "Month", ColumnType::Date},
        {"state", "State", ColumnType::Code},
        {"entries", "Entries", ColumnType::Integer},
        {"lines", "Lines", ColumnType::Integer},
        {"debit", "Debits", ColumnType::Amount},
        {"credit", "Credits", ColumnType::Amount},
        {"posted_as", "Posted as", ColumnType::Text, Cells::MaybeEmpty},
        {"voided_by", "Voided by", ColumnType::Integer, Cells::MaybeEmpty},
        {"voids", "Voids", ColumnType::Integer, Cells::MaybeEmpty},
        {"reason", "Reason", ColumnType::Text, Cells::MaybeEmpty},
        {"digest", "SHA-256", ColumnType::Code}};
    return columns;
}

void writeBatch(const accounting::JournalBatch& batch, RowWriter& out)
{
    out.integer(batch.number);
    out.code(batch.key);
    out.month(batch.month);
    out.code(batch.state());
    out.integer(batch.entries);
    out.integer(batch.lines);
    out.amount(batch.debit);
    out.amount(batch.debit);
    textOrEmpty(out, batch.postedAs);
    integerOrEmpty(out, batch.voidedBy);
    integerOrEmpty(out, batch.voids > 0 ? std::optional(batch.voids) : std::nullopt);
    textOrEmpty(out, batch.reason.empty() ? std::nullopt : std::optional(batch.reason));
    out.code(batch.digest);
    out.endRow();
}

const std::vector<Column>& entryColumns()
{
    static const std::vector<Column> columns = {
        {"entry", "Entry", ColumnType::Integer},
        {"date", "Date", ColumnType::Date},
        {"memo", "What", ColumnType::Text},
        {"role", "Role", ColumnType::Code},
        {"account", "Account", ColumnType::Text, Cells::MaybeEmpty},
        {"debit", "Debit", ColumnType::Amount, Cells::MaybeEmpty},
        {"credit", "Credit", ColumnType::Amount, Cells::MaybeEmpty},
        {"control", "Control", ColumnType::Text},
        {"source", "Source", ColumnType::Text, Cells::MaybeEmpty},
        {"event", "Event", ColumnType::Integer, Cells::MaybeEmpty},
        {"department", "Department", ColumnType::Text, Cells::MaybeEmpty}};
    return columns;
}

const std::vector<Column>& batchedEntryColumns()
{
    static const std::vector<Column> columns = [] {
        std::vector<Column> all = {{"batch", "Batch", ColumnType::Code, Cells::MaybeEmpty}};
        all.insert(all.end(), entryColumns().begin(), entryColumns().end());
        return all;
    }();
    return columns;
}

namespace {

std::optional<std::string_view> unlessEmpty(const std::string& text)
{
    return text.empty() ? std::nullopt : std::optional<std::string_view>(text);
}

/// `before` writes the cells ahead of those of a line.
template <class Before>
void writeLines(const accounting::LedgerEntry& entry, RowWriter& out, Before before)
{
    for (const accounting::AccountLine& line : entry.lines) {
        const bool isDebit = line.amount > Money{};
        before();
        out.integer(entry.number);
        out.date(entry.head.on);
        out.text(memoOf(entry.head));
        out.code(toText(line.role));
        textOrEmpty(out, unlessEmpty(line.account));
        isDebit ? out.amount(line.amount) : out.empty();
        isDebit ? out.empty() : out.amount(-line.amount);
        out.text(entry.head.control);
        textOrEmpty(out, unlessEmpty(entry.head.subject));
        integerOrEmpty(out, entry.head.event > 0 ? std::optional(entry.head.event) : std::nullopt);
        textOrEmpty(out, unlessEmpty(line.department));
        out.endRow();
    }
}

} // namespace

void writeEntry(const accounting::LedgerEntry& entry, RowWriter& out)
{
    writeLines(entry, out, [] {});
}

void writeEntry(const accounting::LedgerEntry& entry, RowWriter& out, const std::string& batch)
{
    writeLines(entry, out, [&] { textOrEmpty(out, unlessEmpty(batch)); });
}

} // namespace giftbox::reports
