#include "reports/limit_rows.h"

#include "budget/gift_limit.h"
#include "reports/cells.h"

namespace giftbox::reports {

using foundation::Cells;
using foundation::Column;
using foundation::ColumnType;
using foundation::Month;

namespace {

std::string_view toText(budget::LimitAction action)
{
    return action == budget::LimitAction::Warn    ? "warn"
           : action == budget::LimitAction::Block ? "block"
                                                  : "none";
}

std::string written(foundation::Money amount, const foundation::Currency& currency,
                    const foundation::Locale* locale)
{
    return locale == nullptr ? foundation::toText(amount, currency)
                             : locale->shown(amount, currency);
}

std::string countsOf(const budget::GiftLimit& limit, const foundation::Currency& currency,
                     const foundation::Locale* locale)
{
    std::string text = limit.countsPackaging ? "contents and packaging" : "contents";
    if (limit.imprinted) {
        text += " without imprinted items up to " + written(*limit.imprinted, currency, locale);
    }
    return text;
}

LimitLine lineOf(const books::Store& store, Month month, const budget::GiftLimit& limit,
                 const budget::GiftLimit::Amount& amount, const foundation::Locale* locale)
{
    const foundation::Currency currency = foundation::currencyOf(limit.currency);
    return {.limit = limit.name,
            .title = limit.title,
            .country = limit.country,
            .amount = written(amount.amount, currency, locale) + " " + currency.code,
            .kind = std::string(toText(limit.kind)),
            .window = std::string(toText(limit.window)),
            .counts = countsOf(limit, currency, locale),
            .from = amount.from,
            .to = amount.to,
            .action = std::string(toText(actionOf(store, limit, month))),
            .source = limit.source};
}

} // namespace

const std::vector<Column>& limitColumns()
{
    static const std::vector<Column> columns = {{"limit", "Limit", ColumnType::Code},
                                                {"title", "Title", ColumnType::Text},
                                                {"country", "Country", ColumnType::Code},
                                                {"amount", "Amount", ColumnType::Code},

                                                {"kind", "Kind", ColumnType::Code},
                                                {"window", "In any", ColumnType::Code},
                                                {"counts", "What counts", ColumnType::Text},
                                                {"from", "From", ColumnType::Date},
                                                {"to", "To", ColumnType::Date, Cells::MaybeEmpty},
                                                {"action", "If exceeded", ColumnType::Code},
                                                {"source", "Source", ColumnType::Text}};
    return columns;
}

std::vector<LimitLine> limitLines(const books::Store& store, Month month,
                                  const foundation::Locale* locale)
{
    std::vector<LimitLine> lines;
    for (const budget::GiftLimit& limit : budget::giftLimits()) {
        for (const budget::GiftLimit::Amount& amount : limit.amounts) {
            lines.push_back(lineOf(store, month, limit, amount, locale));
        }
    }
    return lines;
}

void writeLimits(const books::Store& store, Month month, foundation::RowWriter& out)
{
    out.begin(limitColumns());
    for (const LimitLine& one : limitLines(store, month)) {
        out.code(one.limit);
        out.text(one.title);
        out.code(one.country);
        out.code(one.amount);
        out.code(one.kind);
        out.code(one.window);
        out.text(one.counts);
        out.date(one.from);
        dateOrEmpty(out, one.to);
        out.code(one.action);
        out.text(one.source);
        out.endRow();
    }
    out.end();
}

} // namespace giftbox::reports
