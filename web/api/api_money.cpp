#include "accounting/close_month.h"
#include "foundation/refusal.h"
#include "reports/list_events.h"
#include "reports/month_rows.h"
#include "reports/monthly_cost.h"
#include "web/api/api_table.h"

namespace giftbox::web {

using access::Action;
using books::ReadTransaction;
using books::WriteTransaction;
using foundation::Column;
using foundation::ColumnType;
using foundation::RowWriter;
using enum ApiType;

namespace {

constexpr int kMonthsAsked = 12;

constexpr ApiField kBudget[] = {{"month", Month, false, "This month when left out."}};
constexpr ApiField kSetCap[] = {
    {"cap", Text, true, "box.total, box.contents, month.program or month.restock."},
    {"amount", Amount, true, "The cap."},
    {"from", Month, true, "The month from which it holds."},
    {"action", Text, true, "stop or warn."},
    {"reason", Text, true, "Why; it is kept."},
    kSeen};
constexpr ApiField kClose[] = {
    {"with_empty", YesNo, false, "Whether the months before it that have no facts close too."}};
constexpr ApiField kReport[] = {
    {"from", Month, false, "The first month; without it the last twelve with facts."},
    {"to", Month, false, "The last month; without it the last with facts."}};
constexpr ApiField kEvents[] = {
    {"actor", Text, false, "Only what they did."},
    {"action", Text, false, "How it begins: box. is everything about boxes."}};

void writeBudget(const ReadTransaction& tx, foundation::Month month, RowWriter& out)
{
    out.begin(reports::capsOfMonthColumns());
    reports::writeCapsOfMonth(tx, month, out);
    out.end();
}

void readBudget(ApiCall& call, const ReadTransaction& tx, RowWriter& out)
{
    writeBudget(tx, call.month("month"), out);
}

/// Of the month from which a cap is to hold.
void readBudgetFrom(ApiCall& call, const ReadTransaction& tx, RowWriter& out)
{
    writeBudget(tx, call.month("from"), out);
}

void readCaps(ApiCall&, const ReadTransaction& tx, RowWriter& out)
{
    out.begin(reports::capChangeColumns());
    for (const budget::CapChange& change : budget::listCapChanges(tx)) {
        reports::writeCapChange(change, out);
    }
    out.end();
}

void setCap(ApiCall& call, WriteTransaction& tx, RowWriter& out)
{
    requireSeen(call, tx, readBudgetFrom);
    const budget::Cap cap{.name = budget::parseCapName(call.text("cap")),
                          .from = call.month("from"),
                          .amount = call.amount("amount", tx.store().currency),
                          .action = budget::parseCapAction(call.text("action"))};
    budget::setCap(tx, cap, call.text("reason"));
    out.begin(reports::capSetColumns());
    reports::writeCapSet(cap, call.text("reason"), out);
    out.end();
}

struct Span {
    foundation::Month first;
    foundation::Month last;
};

/// The months asked for, from behind `after` on; none when that was the last.
std::optional<Span> spanOf(const ApiCall& call, const ReadTransaction& tx)
{
    const auto facts = budget::monthsWithFacts(tx);
    Span span;
    span.last = call.maybeMonth("to").value_or(facts ? facts->last : call.today.month());
    span.first = span.last;
    for (int i = 1; i < kMonthsAsked && facts && span.first > facts->first; ++i) {
        span.first = span.first.previous();
    }
    span.first = call.maybeMonth("from").value_or(span.first);
    if (span.first > span.last) {
        throw foundation::Refusal("month.range", {{"from", span.first}, {"to", span.last}});
    }
    if (call.after()) {
        const foundation::Month after = foundation::parseMonth(*call.after());
        if (after >= span.last) {
            return std::nullopt;
        }
        span.first = std::max(span.first, after.next());
    }
    return span;
}

void readReport(ApiCall& call, const ReadTransaction& tx, RowWriter& out)
{
    const auto span = spanOf(call, tx);
    if (!span) {
        reports::writeMonthlyCosts({}, out);
        return;
    }
    foundation::Month last = span->first;
    for (std::int64_t i = 1; i < call.limit() && last < span->last; ++i) {
        last = last.next();
    }
    reports::writeMonthlyCosts(reports::monthlyCosts(tx, span->first, last), out);
    if (last < span->last) {
        call.next = toText(last);
    }
}

const std::vector<Column>& reportColumns()
{
    static const std::vector<Column> columns(reports::monthlyCostColumns().begin(),
                                             reports::monthlyCostColumns().end());
    return columns;
}

void closeMonth(ApiCall& call, WriteTransaction& tx, RowWriter& out)
{
    const auto closed = accounting::closeMonth(tx, foundation::parseMonth(call.part),
                                               call.maybeYesNo("with_empty").value_or(false)
                                                   ? accounting::EarlierMonths::CloseWhenEmpty
                                                   : accounting::EarlierMonths::AreClosed);
    out.begin(reports::closedMonthColumns());
    reports::writeClosedMonth(tx, closed, out);
    out.end();
}

const std::vector<Column>& eventColumns()
{
    static const std::vector<Column> columns = {
        {"event", "No.", ColumnType::Integer}, {"recorded_at", "Recorded", ColumnType::Date},
        {"actor", "Who", ColumnType::Text},    {"action", "Did", ColumnType::Code},
        {"subject", "To", ColumnType::Text},   {"detail", "Figures", ColumnType::Text}};
    return columns;
}

void readEvents(ApiCall& call, const ReadTransaction& tx, RowWriter& out)
{
    const reports::EventPage page = reports::listEvents(tx, {.actor = call.text("actor"),
                                                             .action = call.text("action"),
                                                             .before = call.afterNumber(),
                                                             .most = call.limit()});
    out.begin(eventColumns());
    for (const reports::RecordedEvent& event : page.events) {
        out.integer(event.seq.value);
        out.code(toText(event.recordedAt));
        out.text(event.actor);
        out.code(event.action);
        out.text(event.subject);
        out.text(event.detail);
        out.endRow();
    }
    out.end();
    if (page.next) {
        call.next = std::to_string(*page.next);
    }
}

using reports::capChangeColumns;
using reports::capSetColumns;
using reports::capsOfMonthColumns;
using reports::closedMonthColumns;

const ApiRoute kRoutes[] = {
    {"/budget", "The caps of a month: spent, committed and room", Action::ViewReport, kBudget,
     capsOfMonthColumns, readBudget},
    {"/budget/history",
     "Every cap that was set",
     Action::ViewReport,
     {},
     capChangeColumns,
     readCaps},
    {"/budget", "Set a cap", Action::SetCaps, kSetCap, capSetColumns, nullptr, setCap},
    {"/report", "The monthly cost report", Action::ViewReport, kReport, reportColumns, readReport,
     nullptr, true},
    {"/months/{month}/close", "Close a month for good", Action::CloseMonth, kClose,
     closedMonthColumns, nullptr, closeMonth},
    {"/events", "Who did what, newest first", Action::Audit, kEvents, eventColumns, readEvents,
     nullptr, true}};

} // namespace

std::span<const ApiRoute> apiMoneyRoutes() { return kRoutes; }

} // namespace giftbox::web
