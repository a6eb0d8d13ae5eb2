#include "reports/exceptions.h"

#include "reports/cells.h"
#include "reports/statements.h"

namespace giftbox::reports {

using books::ReadTransaction;
using foundation::Column;
using foundation::ColumnType;
using foundation::Instant;
using foundation::Month;
using foundation::Personal;
using foundation::RowWriter;

namespace {

/// Texts that are empty are unknown.
struct Exception {
    std::string_view kind;
    std::string_view subject;
    std::string_view recipient;
    std::vector<foundation::Sentence> what;
    std::string_view reason;
    std::string_view who;
    Instant recordedAt;
};

void write(const Exception& one, RowWriter& out)
{
    out.code(one.kind);
    out.code(one.subject);
    one.recipient.empty() ? out.empty() : out.personal(Personal::Code, one.recipient);
    out.sentences(one.what);
    wordsOrEmpty(out, one.reason);
    out.text(one.who);
    out.code(toText(one.recordedAt));
    out.endRow();
}

void writeChoices(const ReadTransaction& tx, Month month, RowWriter& out)
{
    const std::string list = "month " + toText(month);
    for (const auto& row :
         tx.database().query(sql::ChoicesOfMonth{.storeId = tx.storeId(), .month = month})) {
        if (!row.warnings.empty()) {
            write({.kind = "choice",
                   .subject = list,
                   .recipient = row.code,
                   .what = foundation::keptSentences(row.warnings),
                   .reason = row.despite,
                   .who = row.chosenBy,
                   .recordedAt = row.recordedAt},
                  out);
        }
    }
}

/// What was given with the step.
std::string_view reasonOf(const sql::CapsPassed::Row& row)
{
    return (row.action == "box.plan"   ? row.planOverride
            : row.action == "box.give" ? row.giveOverride
                                       : row.packOverride)
        .value_or("");
}

void writeCaps(const ReadTransaction& tx, Month month, RowWriter& out)
{
    const std::string text = toText(month);
    for (const auto& row : tx.database().query(
             sql::CapsPassed{.storeId = tx.storeId(), .month = month, .monthText = text})) {
        Exception one{.kind = "warning",
                      .subject = row.subject,
                      .recipient = row.recipientCode.value_or(""),
                      .what = foundation::keptSentences(row.warned.value_or("")),
                      .reason = {},
                      .who = row.actor,
                      .recordedAt = row.recordedAt};
        if (!one.what.empty()) {
            write(one, out);
        }
        one.what = foundation::keptSentences(row.overridden.value_or(""));
        if (!one.what.empty()) {
            one.kind = "override";
            one.reason = reasonOf(row);
            write(one, out);
        }
    }
}

} // namespace

void writeExceptions(const ReadTransaction& tx, Month month, RowWriter& out)
{
    static const std::vector<Column> columns = {
        {"kind", "Kind", ColumnType::Code},           {"subject", "Subject", ColumnType::Code},
        {"recipient", "For", ColumnType::Code},       {"what", "What", ColumnType::Text},
        {"reason", "Reason", ColumnType::Text},       {"who", "Who", ColumnType::Text},
        {"recorded_at", "Recorded", ColumnType::Date}};
    out.begin(columns);
    writeChoices(tx, month, out);
    writeCaps(tx, month, out);
    out.end();
}

} // namespace giftbox::reports
