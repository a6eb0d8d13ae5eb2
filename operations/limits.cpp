#include "gifting/recipient.h"
#include "operations/reports.h"
#include "operations/table.h"
#include "reports/gift_report.h"
#include "reports/limit_rows.h"
#include "reports/use_tax.h"

namespace giftbox::operations {

namespace {

void readLimits(Call& call, const ReadTransaction& tx, RowWriter& out)
{
    reports::writeLimits(tx.store(), call.today.month(), out);
}

void readGifts(Call& call, const ReadTransaction& tx, RowWriter& out)
{
    constexpr std::int32_t kYear = 10'000; // of `yyyymmdd`
    const std::int32_t now = budget::taxYearOf(tx.store(), call.today).number() / kYear;
    reports::writeGifts(
        tx,
        {.year = reports::requireTaxYear(call.maybeInteger("year").value_or(now)),
         .recipient = call.has("recipient")
                          ? gifting::requireRecipient(tx, call.text("recipient")).recipient.code
                          : "",
         .onlyMissing = call.isYes("missing")},
        out);
}

void readUseTax(Call& call, const ReadTransaction& tx, RowWriter& out)
{
    const MonthSpan span = monthsOfCosts(call, tx);
    reports::writeUseTax(tx, span.first, span.last, out);
}

Operation giftReport()
{
    return {.command = "report gifts",
            .address = "/report/gifts",
            .summary = "gifts of a tax year, as the tax law sees them, with what may be deducted",
            .effect =
                "Boxes with something missing that the law asks for come first: a recipient's "
                "group is the relationship, the reasons of nominations are the purpose. This is "
                "no tax advice.",
            .action = Action::ViewReport,
            .fields = {{.name = "year",
                        .type = Integer,
                        .title = "Year",
                        .help = "year in which the tax year starts; default: the current one",
                        .option = "YEAR",
                        .least = 1900,
                        .most = 9998},
                       {.name = "recipient",
                        .title = "Recipient",
                        .help = "only this recipient",
                        .value = "CODE"},
                       {.name = "missing",
                        .type = YesNo,
                        .title = "With something missing",
                        .help = "only boxes with something missing",
                        .isFlag = true}},
            .columns = {"Gift", reports::giftColumns},
            .read = readGifts,
            .example = "2026 -o gifts-2026.csv"};
}

Operation useTaxReport()
{
    return {
        .command = "report use-tax",
        .address = "/report/use-tax",
        .summary = "parts transfers given away, at cost, by month",
        .effect = "Where goods are taken out of resale stock and given away, some states tax them "
                  "at cost.",
        .action = Action::ViewReport,
        .fields =
            {{.name = "month",
              .type = Month,
              .title = "Month",
              .help = "only this month",
              .option = "MONTH",
              .asked = foundation::Asked::OnCommandLine},
             {.name = "from",
              .type = Month,
              .title = "From",
              .help = "first month",
              .value = "MONTH"},
             {.name = "to", .type = Month, .title = "To", .help = "last month", .value = "MONTH"}},
        .columns = {"UseTax", reports::useTaxColumns},
        .read = readUseTax,
        .example = "--from 2026-01 --to 2026-12"};
}

} // namespace

std::vector<Operation> limitOperations()
{
    return {
        {.command = "limit list",
         .address = "/limits",
         .summary = "gift limits of tax laws, and what the store does when a box passes one",
         .effect = "The settings of the store say what it does. What is listed is no tax advice.",
         .action = Action::ViewReport,
         .columns = {"GiftLimit", reports::limitColumns, "kind:cap|cliff action:none|warn|block"},
         .read = readLimits},
        giftReport(),
        useTaxReport()};
}

} // namespace giftbox::operations
