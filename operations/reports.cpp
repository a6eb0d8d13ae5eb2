#include "operations/reports.h"

#include "accounting/verify_books.h"
#include "exchange/month_package.h"
#include "operations/table.h"
#include "reports/alike.h"
#include "reports/corrections.h"
#include "reports/exceptions.h"
#include "reports/month_paper.h"
#include "reports/month_pipeline.h"
#include "reports/monthly_cost.h"
#include "reports/nomination_counts.h"

#include <algorithm>

namespace giftbox::operations {

using foundation::Refusal;

namespace {

constexpr int kMonthsAsked = 12;

/// The one month; none where a span of months is asked for.
std::optional<foundation::Month> oneMonth(const Call& call)
{
    const auto month = call.maybeMonth("month");
    if (month && (call.has("from") || call.has("to"))) {
        throw Refusal("month.range/one");
    }
    return month;
}

MonthSpan requireSpan(MonthSpan span)
{
    if (span.first > span.last) {
        throw Refusal("month.range", {{"from", span.first}, {"to", span.last}});
    }
    return span;
}

void readCosts(Call& call, const ReadTransaction& tx, RowWriter& out)
{
    MonthSpan span = monthsOfCosts(call, tx);
    if (call.after()) {
        const foundation::Month after = foundation::parseMonth(*call.after());
        if (after >= span.last) {
            reports::writeMonthlyCosts({}, out);
            return;
        }
        span.first = std::max(span.first, after.next());
    }
    foundation::Month last = span.first;
    for (std::int64_t i = 1; i < call.limit() && last < span.last; ++i) {
        last = last.next();
    }
    reports::writeMonthlyCosts(reports::monthlyCosts(tx, span.first, last), out);
    if (last < span.last) {
        call.next = toText(last);
    }
}

const std::vector<Column>& costColumns()
{
    static const std::vector<Column> columns(reports::monthlyCostColumns().begin(),
                                             reports::monthlyCostColumns().end());
    return columns;
}

void readStory(Call& call, const ReadTransaction& tx, RowWriter& out)
{
    reports::writePipelineLines(reports::monthPipeline(tx, call.month("month")), out);
}

void readNominationCounts(Call& call, const ReadTransaction& tx, RowWriter& out)
{
    const MonthSpan span = monthsAsked(call);
    reports::writeNominationCounts(tx, span.first, span.last, out);
}

void readCorrections(Call& call, const ReadTransaction& tx, RowWriter& out)
{
    const MonthSpan span = monthsAsked(call);
    reports::writeCorrections(reports::corrections(tx, span.first, span.last), out);
}

void readExceptions(Call& call, const ReadTransaction& tx, RowWriter& out)
{
    const MonthSpan span = monthsAsked(call);
    reports::writeExceptions(tx, span.first, span.last, out);
}

void givePackage(Call& call, const ReadTransaction& tx, RowWriter&)
{
    call.given.type = "application/zip";
    call.given.file = exchange::writeMonthPackage(
        tx, call.month("month"), [&](const ReadTransaction& reader, foundation::Month month) {
            return reports::printMonth(reader, month, call.today);
        });
}

void readAlike(Call&, const ReadTransaction& tx, RowWriter& out) { reports::writeAlike(tx, out); }

const std::vector<Column>& differenceColumns()
{
    static const std::vector<Column> columns = {{"difference", "Difference", ColumnType::Text}};
    return columns;
}

void verify(Call& call, const ReadTransaction& tx, RowWriter& out)
{
    out.begin(differenceColumns());
    for (const std::string& difference : accounting::verifyBooks(tx, call.progress)) {
        out.text(difference);
        out.endRow();
    }
    out.end();
}

} // namespace

MonthSpan monthsAsked(const Call& call)
{
    const foundation::Month month = oneMonth(call).value_or(call.today.month());
    const foundation::Month first = call.maybeMonth("from").value_or(month);
    return requireSpan(
        {.first = first, .last = call.maybeMonth("to").value_or(std::max(first, month))});
}

MonthSpan monthsOfCosts(const Call& call, const ReadTransaction& tx)
{
    if (const auto month = oneMonth(call)) {
        return {.first = *month, .last = *month};
    }
    const auto facts = budget::monthsWithFacts(tx);
    MonthSpan span;
    span.last = call.maybeMonth("to").value_or(facts ? facts->last : call.today.month());
    span.first = span.last;
    for (int i = 1; i < kMonthsAsked && facts && span.first > facts->first; ++i) {
        span.first = span.first.previous();
    }
    span.first = call.maybeMonth("from").value_or(span.first);
    return requireSpan(span);
}

namespace {

Operation monthPackage()
{
    return {.address = "/report/package",
            .summary = "a month as one ZIP archive: a page to print, a workbook, tables, digests",
            .action = Action::Export,
            .fields = {kReportMonth},
            .read = givePackage,
            .gives = "application/zip"};
}

std::vector<Operation> checks()
{
    return {
        {.command = "verify",
         .summary = "verify the books; silent when they are correct",
         .action = Action::Audit,
         .columns = {"Difference", differenceColumns},
         .read = verify,
         .example = "&& echo the books hold"},
        {.command = "alike",
         .summary = "list codes, names, and barcodes that differ in spelling but count as the same",
         .action = Action::Audit,
         .columns = {"Alike", reports::alikeColumns},
         .read = readAlike}};
}

} // namespace

std::vector<Operation> reportOperations()
{
    std::vector<Operation> all = {
        {.command = "report month",
         .address = "/report",
         .summary = "program cost and recipients, one row per month",
         .action = Action::ViewReport,
         .fields = {kOnlyMonth, kFromMonth, kToMonth},
         .columns = {"MonthlyCost", costColumns},
         .read = readCosts,
         .example = "--from 2026-01 --to 2026-12 -o report.csv",
         .isPaged = true},
        {.command = "report pipeline",
         .address = "/report/story",
         .summary = "pipeline of a month: nominated, selected, packed, handed over, waiting",
         .action = Action::ViewReport,
         .fields = {kReportMonth},
         .columns = {"PipelineLine", reports::storyColumns,
                     "stage:declined|nominated|selected|approved|planned|packed|given"},
         .read = readStory,
         .example = "2026-12"},
        {.command = "report nominations",
         .address = "/report/nominations",
         .summary = "outcome of nominations, by adviser and department",
         .action = Action::ViewReport,
         .fields = {kOnlyMonth, kFromMonth, kToMonth},
         .columns = {"NominationCount", reports::nominationCountColumns},
         .read = readNominationCounts,
         .example = "--from 2026-07 --to 2026-12"},
        {.command = "report exceptions",
         .address = "/report/exceptions",
         .summary = "selections with warnings, cap warnings, and overrides",
         .action = Action::ViewReport,
         .fields = {kOnlyMonth, kFromMonth, kToMonth},
         .columns = {"Exception", reports::exceptionColumns},
         .read = readExceptions,
         .example = "2026-12"},
        {.command = "report corrections",
         .address = "/report/corrections",
         .summary = "write-offs and counts by reason, units over and under side by side",
         .action = Action::ViewReport,
         .fields = {kOnlyMonth, kFromMonth, kToMonth},
         .columns = {"Corrections", reports::correctionColumns},
         .read = readCorrections,
         .example = "2026-12"}};
    all.push_back(monthPackage());
    std::ranges::move(checks(), std::back_inserter(all));
    return all;
}

} // namespace giftbox::operations
