#include "reports/exceptions.h"

#include "budget/authorize.h"
#include "purchasing/order.h"
#include "reports/cells.h"
#include "reports/statements.h"

namespace giftbox::reports {

using books::ReadTransaction;
using foundation::Cells;
using foundation::Column;
using foundation::ColumnType;
using foundation::Instant;
using foundation::Month;
using foundation::Personal;
using foundation::RowWriter;

namespace {

/// Empty texts are unknown.
struct Exception {
    std::string kind;
    std::string subject;
    std::string recipient;
    std::string name;
    std::vector<foundation::Sentence> what;
    std::string reason;
    std::string who;
    Instant recordedAt;
    std::int64_t event = 0; ///< for caps
};

void write(const Exception& one, RowWriter& out)
{
    out.code(one.kind);
    out.code(one.subject);
    one.recipient.empty() ? out.empty() : out.personal(Personal::Code, one.recipient);
    one.name.empty() ? out.empty() : out.personal(Personal::Name, one.name);
    out.sentences(one.what);
    wordsOrEmpty(out, one.reason);
    out.text(one.who);
    out.code(toText(one.recordedAt));
    out.endRow();
}

void writeSelections(const ReadTransaction& tx, Month first, Month last, RowWriter& out)
{
    for (const auto& row : tx.database().query(sql::SelectionsOfMonths{
             .storeId = tx.storeId(), .firstMonth = first, .lastMonth = last})) {
        write({.kind = "selection",
               .subject = "month " + toText(row.month),
               .recipient = std::string(row.code),
               .name = std::string(row.name),
               .what = foundation::keptSentences(row.warnings),
               .reason = std::string(row.exceptionReason),
               .who = std::string(row.selectedBy),
               .recordedAt = row.recordedAt},
              out);
    }
}

std::string subjectOf(const sql::CapsPassed::Row& row)
{
    return row.boxNo     ? "box " + std::to_string(*row.boxNo)
           : row.orderNo ? "order " + toText(purchasing::OrderNo{*row.orderNo})
                         : "item " + std::string(*row.sku);
}

Exception exceptionOf(const ReadTransaction& tx, const sql::CapsPassed::Row& row)
{
    const budget::PassedCap passed = budget::passedOf(row);
    const bool isOverride = row.action == "overridden";
    return {.kind = isOverride ? "override" : "warning",
            .subject = subjectOf(row),
            .recipient = std::string(row.recipientCode.value_or("")),
            .name = std::string(row.recipientName.value_or("")),
            .what = {sentenceOf(tx.store(), passed)},
            .reason = std::string(isOverride ? row.reason.value_or("") : ""),
            .who = std::string(row.actor),
            .recordedAt = row.recordedAt,
            .event = row.eventSeq};
}

/// Caps exceeded in one step with the same effect are one exception.
void writeCaps(const ReadTransaction& tx, Month first, Month last, RowWriter& out)
{
    std::vector<Exception> passed;
    for (const auto& row : tx.database().query(
             sql::CapsPassed{.storeId = tx.storeId(), .firstMonth = first, .lastMonth = last})) {
        Exception one = exceptionOf(tx, row);
        const bool isOfLast = !passed.empty() && passed.back().event == one.event &&
                              passed.back().subject == one.subject &&
                              passed.back().kind == one.kind;
        if (isOfLast) {
            passed.back().what.push_back(one.what.front());
        } else {
            passed.push_back(std::move(one));
        }
    }
    for (const Exception& one : passed) {
        write(one, out);
    }
}

} // namespace

const std::vector<Column>& exceptionColumns()
{
    static const std::vector<Column> columns = {
        {"kind", "Kind", ColumnType::Code},
        {"subject", "Subject", ColumnType::Code},
        {"recipient", "For", ColumnType::Code, Cells::MaybeEmpty},
        {"name", "Name", ColumnType::Text, Cells::MaybeEmpty},
        {"what", "What", ColumnType::Text, Cells::MaybeEmpty},
        {"reason", "Reason", ColumnType::Text, Cells::MaybeEmpty},
        {"who", "Who", ColumnType::Text},
        {"recorded_at", "Recorded", ColumnType::Date}};
    return columns;
}

void writeExceptions(const ReadTransaction& tx, Month first, Month last, RowWriter& out)
{
    out.begin(exceptionColumns());
    writeSelections(tx, first, last, out);
    writeCaps(tx, first, last, out);
    out.end();
}

} // namespace giftbox::reports
