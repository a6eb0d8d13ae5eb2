#include "reports/exceptions.h"

#include "reports/cells.h"

namespace giftbox::reports {

using books::ReadTransaction;
using foundation::Column;
using foundation::ColumnType;
using foundation::Instant;
using foundation::Month;
using foundation::Personal;
using foundation::Row;
using foundation::Rows;
using foundation::RowWriter;

namespace {

/// Texts that are empty are unknown.
struct Exception {
    std::string_view kind;
    std::string_view subject;
    std::string_view recipient;
    std::string_view what;
    std::string_view reason;
    std::string_view who;
    Instant recordedAt;
};

void write(const Exception& one, RowWriter& out)
{
    out.code(one.kind);
    out.code(one.subject);
    one.recipient.empty() ? out.empty() : out.personal(Personal::Code, one.recipient);
    out.text(one.what);
    wordsOrEmpty(out, one.reason);
    out.text(one.who);
    out.code(toText(one.recordedAt));
    out.endRow();
}

void writeChoices(const ReadTransaction& tx, Month month, RowWriter& out)
{
    const std::string list = "month " + toText(month);
    Rows rows = tx.database().query("reports/choices_of_month",
                                    {{"store_id", tx.storeId()}, {"month", month.number()}});
    while (rows.next()) {
        const Row row = rows.row();
        const std::string warnings = row.string(3);
        if (!warnings.empty()) {
            const std::string code = row.string(1);
            const std::string despite = row.string(4);
            const std::string who = row.string(5);
            write({.kind = "choice",
                   .subject = list,
                   .recipient = code,
                   .what = warnings,
                   .reason = despite,
                   .who = who,
                   .recordedAt = {row.integer(7)}},
                  out);
        }
    }
}

/// The column of the reason that was given with the step.
int reasonColumn(std::string_view action)
{
    return action == "box.plan" ? 5 : action == "box.give" ? 7 : 6;
}

void writeCaps(const ReadTransaction& tx, Month month, RowWriter& out)
{
    const std::string text = toText(month);
    Rows rows = tx.database().query(
        "reports/caps_passed",
        {{"store_id", tx.storeId()}, {"month", month.number()}, {"month_text", text}});
    while (rows.next()) {
        const Row row = rows.row();
        const std::string subject = row.string(1);
        const std::string recipient = row.string(2);
        const std::string who = row.string(8);
        Exception one{.kind = "warning",
                      .subject = subject,
                      .recipient = recipient,
                      .what = {},
                      .reason = {},
                      .who = who,
                      .recordedAt = {row.integer(9)}};
        if (const std::string warned = row.string(3); !warned.empty()) {
            one.what = warned;
            write(one, out);
        }
        if (const std::string overridden = row.string(4); !overridden.empty()) {
            const std::string reason = row.string(reasonColumn(row.text(0)));
            one.kind = "override";
            one.what = overridden;
            one.reason = reason;
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
