#include "foundation/row_writer.h"
#include "reports/gift_report.h"
#include "reports/limit_rows.h"
#include "reports/use_tax.h"
#include "web/pages/pages.h"
#include "web/ui/csv_file.h"
#include "web/ui/list.h"

namespace giftbox::web {

using books::ReadTransaction;
using foundation::Date;

namespace {

constexpr std::int32_t kOneYear = 10'000; // of `yyyymmdd`

/// What the address asks for. Default: the tax year of today.
reports::GiftsWanted giftsWanted(const RequestContext& context, const books::Store& store)
{
    const auto year = maybeIntegerIn(context.query, "year");
    return {.year = reports::requireTaxYear(
                year.value_or(budget::taxYearOf(store, context.today()).number() / kOneYear)),
            .recipient = {},
            .onlyMissing = context.query.has("missing")};
}

struct GiftSums {
    foundation::Money cost;
    foundation::Money lost;
    std::int64_t incomplete = 0;
};

std::string taxClassShown(std::string_view taxClass)
{
    return taxClass == "gift"        ? "Gift"
           : taxClass == "promotion" ? "Promotion"
           : taxClass == "employee"  ? "Employee"
                                     : "Not deductible";
}

Table giftTable(const RequestContext& context, const std::vector<reports::GivenGift>& gifts)
{
    Table table({{"For"},
                 {"Relationship"},
                 {"Given"},
                 {"Box"},
                 {"Description"},
                 {"Business purpose"},
                 {"Tax class"},
                 {.title = "Cost", .isNumber = true, .isMain = true},
                 {"Counted", true},
                 {"Deductible", true},
                 {"Not deductible", true},
                 {"Missing"}},
                context.format);
    for (const reports::GivenGift& one : gifts) {
        const std::string box = std::to_string(one.box);
        table.text(context.recipientShown(one.name, one.recipient))
            .text(context.wordsShown(one.relationship))
            .day(one.givenOn)
            .link("Box " + box, context.address("boxes/" + box))
            .text(one.description)
            .text(context.wordsShown(one.purpose))
            .text(taxClassShown(one.taxClass))
            .amount(one.cost)
            .amount(one.counted)
            .amount(one.deductible)
            .amount(one.cost - one.deductible)
            .text(one.missing());
        table.endRow(one.isComplete() ? "" : "low");
    }
    return table;
}

std::vector<View> useTaxTable(const RequestContext& context, const ReadTransaction& tx,
                              const reports::TaxYear& year)
{
    Table table({{"Month"},
                 {"Units", true},
                 {.title = "Cost", .isNumber = true, .isMain = true},
                 {"From unpacked boxes", true}},
                context.format);
    reports::visitUseTax(tx, year.first.month(), year.last.month(),
                         [&](const reports::UseTaxOfMonth& one) {
                             table.month(one.month).number(one.units);
                             table.amount(one.cost).amount(one.returned).endRow();
                         });
    return table.views("No parts transfers were given away in this year.");
}

std::vector<View> limitTable(const RequestContext& context, const ReadTransaction& tx)
{
    Table table({{"Limit"},
                 {.title = "Amount", .isMain = true},
                 {"Kind"},
                 {"In any"},
                 {"What counts"},
                 {"From"},
                 {"To"},
                 {"If exceeded"},
                 {"Source"}},
                context.format);
    const foundation::Locale locale(tx.store().locale);
    for (const reports::LimitLine& one :
         reports::limitLines(tx.store(), context.today().month(), &locale)) {
        table.text(one.title).text(one.amount).text(one.kind).text(one.window).text(one.counts);
        table.day(one.from);
        one.to ? table.day(*one.to) : table.text("");
        table.badge(one.action).text(one.source).endRow();
    }
    return table.views("");
}

} // namespace

Response giftsPage(RequestContext& context)
{
    return context.read([&](const ReadTransaction& tx) {
        const reports::GiftsWanted wanted = giftsWanted(context, tx.store());
        const reports::TaxYear year = reports::taxYear(tx.store(), wanted.year);
        GiftSums sums;
        std::vector<reports::GivenGift> gifts;
        reports::giftsOfYear(tx, wanted.year, [&](const reports::GivenGift& one) {
            sums.cost += one.cost;
            sums.lost += one.cost - one.deductible;
            sums.incomplete += one.isComplete() ? 0 : 1;
            const bool isShown = !wanted.onlyMissing || !one.isComplete();
            if (isShown && std::ssize(gifts) < kRowsOfList) {
                gifts.push_back(one);
            }
        });
        const std::string query = "?" + context.request.query;
        View useTax;
        useTax.list("table", useTaxTable(context, tx, year));
        View limits;
        limits.list("table", limitTable(context, tx));
        View view;
        view.list("table", listOf(context, tx, giftTable(context, gifts),
                                  {.place = "gifts",
                                   .one = "box",
                                   .many = "boxes",
                                   .empty = wanted.onlyMissing ? "Nothing is missing."
                                                               : "No box was given in this year."}))
            .list("use_tax", {useTax})
            .list("limits", {limits})
            .text("first", context.format.shown(year.first))
            .text("last", context.format.shown(year.last))
            .text("currency", tx.store().currency.code)
            .text("cost", context.format.shown(sums.cost))
            .text("lost", context.format.shown(sums.lost))
            .number("incomplete", sums.incomplete)
            .text("year", std::to_string(wanted.year))
            .flag("only_missing", wanted.onlyMissing)
            .text("csv", context.address("gifts.csv") + query)
            .text("xlsx", context.address("gifts.xlsx") + query)
            .text("json", context.address("gifts.json") + query)
            .flag("may_set", context.may(access::Action::EditSettings))
            .text("settings", context.address("settings"))
            .text("defaults", context.address("limits/defaults"));
        return context.page("gifts", "Gifts and taxes", view);
    });
}

Response giftsTable(RequestContext& context)
{
    return context.read([&](const ReadTransaction& tx) {
        return rowsFile(context.request.path, "gifts", tx.store(), [&](foundation::RowWriter& out) {
            reports::writeGifts(tx, giftsWanted(context, tx.store()),
                                *foundation::makeHidingWriter(out, context.seen()));
        });
    });
}

Response giftsJson(RequestContext& context)
{
    Response response;
    response.spool = std::make_unique<Spool>();
    context.read([&](const ReadTransaction& tx) {
        const auto out = foundation::makeJsonWriter(
            [&](std::string_view bytes) { response.spool->append(bytes); }, tx.store().currency);
        reports::writeGifts(tx, giftsWanted(context, tx.store()),
                            *foundation::makeHidingWriter(*out, context.seen()));
        return true;
    });
    response.add("Content-Type", "application/json")
        .add("Content-Disposition", "attachment; filename=\"gifts.json\"");
    return response;
}

} // namespace giftbox::web
