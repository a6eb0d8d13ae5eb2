#include "gifting/box_tax.h"
#include "gifting/recipient.h"
#include "operations/reports.h"
#include "operations/table.h"
#include "reports/gift_report.h"
#include "reports/limit_rows.h"
#include "reports/use_tax.h"

#include <algorithm>

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

const std::vector<Column>& giftDefaultColumns()
{
    static const std::vector<Column> columns = {
        {"from", "From", ColumnType::Date},
        {"tax_class", "Tax class", ColumnType::Code},
        {"purpose", "Business purpose", ColumnType::Text, foundation::Cells::MaybeEmpty},
        {"relationship", "Relationship", ColumnType::Text, foundation::Cells::MaybeEmpty}};
    return columns;
}

void writeDefaults(const gifting::GiftDefaults& defaults, foundation::Month month, RowWriter& out)
{
    writeRow(out, giftDefaultColumns(), [&] {
        out.month(month);
        out.code(defaults.taxClass);
        defaults.purpose.empty() ? out.empty() : out.text(defaults.purpose);
        defaults.relationship.empty() ? out.empty() : out.text(defaults.relationship);
        out.endRow();
    });
}

void readDefaults(Call& call, const ReadTransaction& tx, RowWriter& out)
{
    writeDefaults(gifting::giftDefaults(tx, call.month("month")), call.month("month"), out);
}

void readDefaultsFrom(Call& call, const ReadTransaction& tx, RowWriter& out)
{
    writeDefaults(gifting::giftDefaults(tx, call.month("from")), call.month("from"), out);
}

void setDefaults(Call& call, WriteTransaction& tx, RowWriter& out)
{
    writeDefaults(gifting::setGiftDefaults(tx, call.month("from"),
                                           {.taxClass = call.maybeText("tax_class"),
                                            .purpose = call.maybeText("purpose"),
                                            .relationship = call.maybeText("relationship")}),
                  call.month("from"), out);
}

std::vector<Operation> giftDefaults()
{
    constexpr RowShape kShape{"GiftDefaults", giftDefaultColumns,
                              "tax_class:gift|promotion|employee|not_deductible"};
    return {
        {.command = "limit defaults",
         .address = "/limits/defaults",
         .summary = "what boxes without a tax class, purpose or relationship of their own have",
         .action = Action::ViewReport,
         .fields = {{.name = "month",
                     .type = Month,
                     .title = "Month",
                     .help = "default: this month",
                     .option = "MONTH"}},
         .columns = kShape,
         .read = readDefaults},
        {.command = "limit set-defaults",
         .address = "/limits/defaults",
         .summary = "set what boxes without a tax class, purpose or relationship of their own "
                    "have from a month on",
         .effect = "What is left out stays as it is.",
         .action = Action::EditSettings,
         .fields = {{.name = "from",
                     .type = Month,
                     .title = "From",
                     .help = "first month; default: this month"},
                    {.name = "tax_class",
                     .title = "Tax class",
                     .help = "what boxes are for the tax law",
                     .choices = "gift|promotion|employee|not_deductible"},
                    {.name = "purpose",
                     .title = "Business purpose",
                     .help = "why boxes are given, where nobody was nominated"},
                    {.name = "relationship",
                     .title = "Relationship",
                     .help = "of recipients without a group, such as customer"}},
         .columns = kShape,
         .write = setDefaults,
         .answer = Answer::Row,
         .example = "--from 2026-12 --purpose \"customer retention\" --relationship customer",
         .inverse = {.command = "limit set-defaults", .thing = readDefaultsFrom, .same = "from"},
         .oneWay = "A purpose or a relationship that was set can be changed, not removed."}};
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
                "Boxes with something missing that the law asks for come first. The relationship "
                "is the recipient's group; the purpose is that of the box, or the reasons of "
                "nominations; where they are missing, the store's defaults. This is no tax advice.",
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
            .columns = {"Gift", reports::giftColumns,
                        "tax_class:gift|promotion|employee|not_deductible"},
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
    std::vector<Operation> all = {
        {.command = "limit list",
         .address = "/limits",
         .summary = "gift limits of tax laws, and what the store does when a box passes one",
         .effect = "The settings of the store say what it does. What is listed is no tax advice.",
         .action = Action::ViewReport,
         .columns = {"GiftLimit", reports::limitColumns, "kind:cap|cliff action:none|warn|block"},
         .read = readLimits},
        giftReport(),
        useTaxReport()};
    std::ranges::move(giftDefaults(), std::back_inserter(all));
    return all;
}

} // namespace giftbox::operations
