#include "reports/selection_rows.h"

#include "reports/cells.h"
#include "reports/waiting_cells.h"

namespace giftbox::reports {

using foundation::Cells;
using foundation::Column;
using foundation::ColumnType;
using foundation::Personal;
using foundation::RowWriter;
using gifting::Candidate;

namespace {

/// `Bo (service): laughs at our jokes; Cy (parts): …`.
std::string reasonsOf(const Candidate& one)
{
    std::string text;
    for (const gifting::Reason& reason : one.reasons) {
        text += (text.empty() ? "" : "; ") + reason.adviser + " (" + reason.department +
                "): " + reason.words;
    }
    return text;
}

} // namespace

const std::vector<Column>& nominationColumns()
{
    static const std::vector<Column> columns = {
        {"nomination", "Nomination", ColumnType::Integer},
        {"month", "Month", ColumnType::Date},
        {"recipient", "Recipient", ColumnType::Code, Cells::MaybeEmpty},
        {"name", "Name", ColumnType::Text, Cells::MaybeEmpty},
        {"adviser", "Adviser", ColumnType::Text},
        {"department", "Department", ColumnType::Text},
        {"reason", "Reason", ColumnType::Text, Cells::MaybeEmpty},
        {"state", "State", ColumnType::Code},
        {"answer", "Answer", ColumnType::Text, Cells::MaybeEmpty}};
    return columns;
}

void writeNomination(const gifting::Nomination& one, RowWriter& out)
{
    out.integer(one.number.value);
    out.month(one.month);
    writeRecipient(one.recipientCode, one.recipientName, out);
    out.text(one.adviser);
    out.text(one.department);
    out.personal(Personal::Words, one.reason);
    out.code(toText(one.state));
    wordsOrEmpty(out, one.answer);
    out.endRow();
}

const std::vector<Column>& candidateColumns()
{
    static const std::vector<Column> columns = {
        {"recipient", "Recipient", ColumnType::Code, Cells::MaybeEmpty},
        {"name", "Name", ColumnType::Text, Cells::MaybeEmpty},
        {"nominators", "Nominators", ColumnType::Integer},
        {"reasons", "Reasons", ColumnType::Text, Cells::MaybeEmpty},
        {"last_given_on", "Last box given", ColumnType::Date, Cells::MaybeEmpty},
        {"times_passed_over", "Times passed over", ColumnType::Integer},
        {"warnings", "Warnings", ColumnType::Text, Cells::MaybeEmpty},
        {"listed", "On the list", ColumnType::Code, Cells::MaybeEmpty},
        {"exception_reason", "Exception reason", ColumnType::Text, Cells::MaybeEmpty},
        {"selected_by", "Selected by", ColumnType::Text, Cells::MaybeEmpty},
        {"approved_by", "Approved by", ColumnType::Text, Cells::MaybeEmpty}};
    return columns;
}

void writeCandidate(const Candidate& one, RowWriter& out)
{
    const gifting::Selection selection = one.selection.value_or(gifting::Selection{});
    writeRecipient(one.code, one.name, out);
    out.integer(static_cast<std::int64_t>(one.reasons.size()));
    out.personal(Personal::Words, reasonsOf(one));
    dateOrEmpty(out, one.standing.lastGivenOn);
    out.integer(one.timesPassedOver);
    wordsOrEmpty(out, textOf(shownWarnings(one.warnings)));
    one.selection ? out.code(selection.isApproved() ? "approved" : "selected") : out.empty();
    wordsOrEmpty(out, selection.exceptionReason);
    sentenceOrEmpty(out, selection.selectedBy);
    sentenceOrEmpty(out, selection.approvedBy);
    out.endRow();
}

const std::vector<Column>& removedSelectionColumns()
{
    static const std::vector<Column> columns = {
        {"recipient", "Recipient", ColumnType::Code, Cells::MaybeEmpty},
        {"month", "Removed from", ColumnType::Date},
        {"reason", "Reason", ColumnType::Text, Cells::MaybeEmpty}};
    return columns;
}

void writeRemovedSelection(const RemovedSelection& one, RowWriter& out)
{
    out.personal(Personal::Code, one.recipient);
    out.month(one.month);
    out.personal(Personal::Words, one.reason);
    out.endRow();
}

const std::vector<Column>& approvedColumns()
{
    static const std::vector<Column> columns =
        withWaiting({{"month", "Month", ColumnType::Date},
                     {"approved", "Approved now", ColumnType::Integer},
                     {"all", "On the list", ColumnType::Integer},
                     {"remaining_month_program", "Remaining in the month", ColumnType::Amount,
                      Cells::MaybeEmpty}});
    return columns;
}

void writeApproved(const books::Store& store, foundation::Month month,
                   const gifting::ApprovedList& list, RowWriter& out)
{
    out.month(month);
    out.integer(list.approved);
    out.integer(list.all);
    amountOrEmpty(out, list.remaining.left);
    writeWaiting(store, list.remaining, out);
    out.endRow();
}

} // namespace giftbox::reports
