#include "accounting/close_month.h"
#include "accounting/reopen_month.h"
#include "budget/month_book.h"
#include "budget/set_cap.h"
#include "operations/table.h"
#include "reports/close_checklist.h"
#include "reports/list_events.h"
#include "reports/month_rows.h"

#include <algorithm>

namespace giftbox::operations {

namespace {

constexpr std::string_view kCapChoices =
    "cap:box.total|box.contents|month.program|month.restock action:stop|warn|end "
    "roll_over:none|surplus|deficit|both";

constexpr FieldInfo kCap{.name = "cap",
                         .title = "Cap",
                         .help = "which cap",
                         .need = Required,
                         .option = "CAP",
                         .choices = "box.total|box.contents|month.program|month.restock"};

void writeBudget(const ReadTransaction& tx, foundation::Month month, RowWriter& out)
{
    out.begin(reports::capsOfMonthColumns());
    reports::writeCapsOfMonth(tx, month, out);
    out.end();
}

/// The state of the month in which a cap takes effect.
void readBudgetFrom(Call& call, const ReadTransaction& tx, RowWriter& out)
{
    writeBudget(tx, call.month("from"), out);
}

/// The cap that applies from the month on; no row where there is none.
void readCapFrom(Call& call, const ReadTransaction& tx, RowWriter& out)
{
    const auto there = capOf(budget::loadMonth(tx, call.month("from")).caps,
                             budget::parseCapName(call.text("cap")));
    out.begin(reports::capSetColumns());
    if (there) {
        reports::writeCapSet(*there, "", out);
    }
    out.end();
}

void readCaps(Call&, const ReadTransaction& tx, RowWriter& out)
{
    out.begin(reports::capChangeColumns());
    for (const budget::CapChange& change : budget::listCapChanges(tx)) {
        reports::writeCapChange(change, out);
    }
    out.end();
}

void readBudget(Call& call, const ReadTransaction& tx, RowWriter& out)
{
    call.isYes("history") ? readCaps(call, tx, out) : writeBudget(tx, call.month("month"), out);
}

void setCap(Call& call, WriteTransaction& tx, RowWriter& out)
{
    const budget::Cap cap{
        .name = budget::parseCapName(call.text("cap")),
        .from = call.month("from"),
        .amount = call.amount("amount", tx.store().currency),
        .action = budget::parseCapAction(call.text("action")),
        .rollOver = budget::parseRollOver(call.maybeText("roll_over").value_or("none")),
        .rollOverMost =
            call.maybeAmount("roll_over_most", tx.store().currency).value_or(foundation::Money{}),
        .warnPercent = call.maybeInteger("warn_percent").value_or(0)};
    budget::setCap(tx, cap, call.text("reason"));
    writeRow(out, reports::capSetColumns(),
             [&] { reports::writeCapSet(cap, call.text("reason"), out); });
}

void endCap(Call& call, WriteTransaction& tx, RowWriter& out)
{
    const budget::Cap ended = budget::endCap(tx, budget::parseCapName(call.text("cap")),
                                             call.month("from"), call.text("reason"));
    writeRow(out, reports::capSetColumns(),
             [&] { reports::writeCapSet(ended, call.text("reason"), out); });
}

void closeMonth(Call& call, WriteTransaction& tx, RowWriter& out)
{
    const auto closed =
        accounting::closeMonth(tx, call.maybeMonth("month").value(),
                               call.isYes("with_empty") ? accounting::EarlierMonths::CloseWhenEmpty
                                                        : accounting::EarlierMonths::AreClosed);
    writeRow(out, reports::closedMonthColumns(),
             [&] { reports::writeClosedMonth(tx, closed, out); });
}

void reopenMonth(Call& call, WriteTransaction& tx, RowWriter& out)
{
    const auto reopened =
        accounting::reopenMonth(tx, call.maybeMonth("month").value(), call.text("reason"));
    writeRow(out, reports::reopenedMonthColumns(),
             [&] { reports::writeReopenedMonth(reopened, out); });
}

void readChecklist(Call& call, const ReadTransaction& tx, RowWriter& out)
{
    const foundation::Month month =
        call.maybeMonth("month").value_or(accounting::nextToClose(tx).value_or(call.today.month()));
    reports::writeCloseChecklist(reports::closeChecklist(tx, month, call.today), out);
}

const std::vector<Column>& eventColumns()
{
    static const std::vector<Column> columns = {
        {"event", "No.", ColumnType::Integer},    {"recorded_at", "Recorded", ColumnType::Date},
        {"actor", "By", ColumnType::Text},        {"action", "Event", ColumnType::Code},
        {"subject", "Subject", ColumnType::Text}, {"detail", "Details", ColumnType::Text}};
    return columns;
}

void readEvents(Call& call, const ReadTransaction& tx, RowWriter& out)
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

std::vector<Operation> caps()
{
    return {
        {.command = "budget set",
         .address = "/budget",
         .summary = "set a cap starting in a month; earlier caps stay on record",
         .action = Action::SetCaps,
         .fields = {kCap,
                    {.name = "amount",
                     .type = Amount,
                     .title = "Amount",
                     .help = "the limit",
                     .need = Required,
                     .option = "AMOUNT"},
                    {.name = "from",
                     .type = Month,
                     .title = "From",
                     .help = "first month of the cap",
                     .need = Required},
                    {.name = "action",
                     .title = "If exceeded",
                     .help = "stop blocks the step; warn only warns",
                     .need = Required,
                     .choices = "stop|warn"},
                    {.name = "roll_over",
                     .title = "Rolls over",
                     .help = "what of a closed month rolls over into the next: surplus, deficit or "
                             "both; default: none",
                     .choices = "none|surplus|deficit|both"},
                    {.name = "roll_over_most",
                     .type = Amount,
                     .title = "Rolls over at most",
                     .help = "default: any amount"},
                    {.name = "warn_percent",
                     .type = Integer,
                     .title = "Warn at (percent)",
                     .help = "share of the limit above which it warns, 1 to 99; default: never",
                     .value = "PERCENT",
                     .least = 1,
                     .most = 99},
                    kReason},
         .columns = {"Cap", reports::capSetColumns, kCapChoices},
         .write = setCap,
         .answer = Answer::Row,
         .example = "month.program 750.00 --from 2026-11 --action stop --reason \"holiday season\"",
         .seen = readBudgetFrom,
         .inverse = {.command = "budget set",
                     .column = "cap",
                     .thing = readCapFrom,
                     .earlier = "amount action roll_over roll_over_most warn_percent",
                     .same = "from",
                     .whenNew = "budget end"}},
        {.command = "budget end",
         .address = "/budget/end",
         .summary = "end a cap: from a month on there is no such limit",
         .effect = "A cap that was set to start later still starts. Earlier caps stay on record.",
         .action = Action::SetCaps,
         .fields = {kCap,
                    {.name = "from",
                     .type = Month,
                     .title = "From",
                     .help = "first month without the cap",
                     .need = Required},
                    kReason},
         .columns = {"Cap", reports::capSetColumns, kCapChoices},
         .write = endCap,
         .answer = Answer::Row,
         .example = "box.contents --from 2027-01 --reason \"the total is enough\"",
         .inverse = {.command = "budget set",
                     .column = "cap",
                     .thing = readCapFrom,
                     .earlier = "amount action roll_over roll_over_most warn_percent",
                     .same = "from"}},
        {.command = "budget show",
         .address = "/budget",
         .summary = "caps for a month: cap, spent, committed, remaining",
         .action = Action::ViewReport,
         .fields = {{.name = "month",
                     .type = Month,
                     .title = "Month",
                     .help = "default: this month",
                     .option = "MONTH"},
                    {.name = "history",
                     .type = YesNo,
                     .title = "History",
                     .help = "all caps ever set, with their reasons",
                     .asked = foundation::Asked::OnCommandLine,
                     .isFlag = true}},
         .columns = {"CapOfMonth", reports::capsOfMonthColumns, kCapChoices},
         .read = readBudget,
         .example = "2026-11"},
        {.address = "/budget/history",
         .summary = "all caps ever set",
         .action = Action::ViewReport,
         .columns = {"CapChange", reports::capChangeColumns, kCapChoices},
         .read = readCaps}};
}

std::vector<Operation> months()
{
    return {{.command = "close",
             .address = "/months/{month}/close",
             .summary = "close a month; packed boxes carry over",
             .effect = "Nothing more can be recorded in the month. An administrator may open it "
                       "again until a batch of it is posted.",
             .action = Action::CloseMonth,
             .fields = {{.name = "month",
                         .type = Month,
                         .title = "Month",
                         .help = "month to close; months close in order",
                         .need = Required,
                         .option = "MONTH"},
                        {.name = "with_empty",
                         .type = YesNo,
                         .title = "With empty months",
                         .help = "also close earlier months without activity",
                         .isFlag = true}},
             .columns = {"ClosedMonth", reports::closedMonthColumns},
             .write = closeMonth,
             .answer = Answer::Row,
             .example = "2026-10",
             .inverse = {.command = "month reopen", .same = "month"}},
            {.command = "month checklist",
             .address = "/months/checklist",
             .summary = "what to look at before a month is closed",
             .action = Action::ViewReport,
             .fields = {{.name = "month",
                         .type = Month,
                         .title = "Month",
                         .help = "month to close; default: the next one",
                         .option = "MONTH"}},
             .columns = {"CloseCheck", reports::closeChecklistColumns, "state:done|open"},
             .read = readChecklist,
             .example = "2026-10"},
            {.command = "month reopen",
             .address = "/months/{month}/reopen",
             .summary = "open the last closed month again",
             .effect = "What its close moved on, and is still packed or planned, counts in it "
                       "again. Batches of it that were not posted are superseded: make new ones.",
             .action = Action::ReopenMonth,
             .fields = {{.name = "month",
                         .type = Month,
                         .title = "Month",
                         .help = "the last closed month",
                         .need = Required,
                         .option = "MONTH"},
                        kReason},
             .columns = {"ReopenedMonth", reports::reopenedMonthColumns},
             .write = reopenMonth,
             .answer = Answer::Row,
             .example = "2026-10 --reason \"an invoice came late\"",
             .inverse = {.command = "close", .same = "month"}},
            {.command = "audit",
             .address = "/events",
             .summary = "the audit log, newest first",
             .action = Action::Audit,
             .fields = {{.name = "actor", .title = "Actor", .help = "only events by this user"},
                        {.name = "action",
                         .title = "Event",
                         .help = "start of the event code; box. matches all box events"}},
             .columns = {"Event", eventColumns},
             .read = readEvents,
             .example = "--action box. -o audit.csv",
             .isPaged = true}};
}

} // namespace

std::vector<Operation> moneyOperations()
{
    std::vector<Operation> all = caps();
    std::ranges::move(months(), std::back_inserter(all));
    return all;
}

} // namespace giftbox::operations
