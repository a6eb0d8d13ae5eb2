#include "reports/gift_report.h"

#include "gifting/box_tax.h"
#include "reports/cells.h"
#include "reports/statements.h"

#include <algorithm>

namespace giftbox::reports {

using books::ReadTransaction;
using foundation::Cells;
using foundation::Column;
using foundation::ColumnType;
using foundation::Date;
using foundation::Money;
using foundation::Month;

namespace {

constexpr std::int32_t kOneYear = 10'000; // of `yyyymmdd`
constexpr std::string_view kGift = gifting::kTaxClasses.front();
constexpr std::string_view kNotDeductible = gifting::kTaxClasses.back();

/// The first day of the tax year that starts in the year, as it is set for its last month.
Date startOf(const books::Store& store, std::int32_t year)
{
    constexpr std::int32_t kDecember = 12;
    const auto start = static_cast<std::int32_t>(
        store.settings.at(books::Setting::TaxYearStart, Month(year * 100 + kDecember)));
    return Date(year * kOneYear + start);
}

Date endOf(const books::Store& store, std::int32_t year)
{
    return Date(startOf(store, year).number() + kOneYear);
}

GivenGift giftOf(const sql::GiftsOfYear::Row& row)
{
    return {.recipient = std::string(row.code),
            .name = std::string(row.name),
            .relationship = std::string(row.relationship),
            .box = row.boxNo,
            .givenOn = *row.givenOn,
            .description = std::string(row.description.value_or("")),
            .purpose = std::string(row.purpose.value_or("")),
            .taxClass = std::string(row.taxClass),
            .cost = row.cost,
            .counted = row.counted,
            .deductible = row.cost};
}

} // namespace

TaxYear taxYear(const books::Store& store, std::int32_t year)
{
    const Date end = endOf(store, year);
    return {.first = startOf(store, year),
            .last = end == end.month().firstDay() ? end.month().previous().lastDay()
                                                  : Date(end.number() - 1)};
}

std::int32_t requireTaxYear(std::int64_t year)
{
    constexpr std::int64_t kFirst = 1900;
    constexpr std::int64_t kLast = 9998; // the next one has a calendar, too
    if (year < kFirst || year > kLast) {
        throw foundation::Refusal("report.year",
                                  {{"year", year}, {"first", kFirst}, {"last", kLast}});
    }
    return static_cast<std::int32_t>(year);
}

std::string GivenGift::missing() const
{
    std::string text;
    const auto add = [&](const std::string& value, const char* what) {
        text += value.empty() ? (text.empty() ? "" : ", ") + std::string(what) : "";
    };
    add(relationship, "relationship");
    add(description, "description");
    add(purpose, "purpose");
    return text;
}

const budget::GiftLimit* yearLimitOf(const books::Store& store)
{
    const auto& all = budget::giftLimits();
    const auto found = std::ranges::find_if(all, [&](const budget::GiftLimit& one) {
        return one.currency == store.currency.code && one.window == budget::LimitWindow::TaxYear;
    });
    return found == all.end() ? nullptr : &*found;
}

Money deductibleOf(const budget::GiftLimit& limit, Money amount, const GivenGift& gift,
                   Money before, Money whole)
{
    if (!gift.isComplete() || gift.taxClass == kNotDeductible) {
        return {};
    }
    if (gift.taxClass != kGift) {
        return gift.cost;
    }
    if (limit.kind == budget::LimitKind::Cliff) {
        return whole > amount ? Money{} : gift.cost;
    }
    const Money left = std::max(Money{}, amount - before);
    return gift.cost - gift.counted + std::min(left, gift.counted);
}

void giftsOfYear(const ReadTransaction& tx, std::int32_t year,
                 const std::function<void(const GivenGift&)>& visit)
{
    const budget::GiftLimit* const limit = yearLimitOf(tx.store());
    const Date first = startOf(tx.store(), year);
    const Date end = endOf(tx.store(), year);
    const auto use =
        limit == nullptr ? std::nullopt : useOf(tx.store(), *limit, {}, budget::Gift{.on = first});
    const bool countsPackaging = limit == nullptr || limit->countsPackaging;
    const Money imprinted = limit == nullptr ? Money{} : limit->imprinted.value_or(Money{});
    for (const auto& row : tx.database().query(sql::GiftsOfYear{.storeId = tx.storeId(),
                           .countsPackaging = countsPackaging ? 1 : 0,
                           .imprintedMost = imprinted,
                           .firstMonth = first.month(),
                           .lastMonth = end.month(),
                           .firstDay = first,
                           .endDay = end})) {
        GivenGift gift = giftOf(row);
        if (use) {
            gift.deductible = deductibleOf(*limit, use->amount, gift, row.before, row.whole);
        } else if (!gift.isComplete() || gift.taxClass == kNotDeductible) {
            gift.deductible = {};
        }
        visit(gift);
    }
}

const std::vector<Column>& giftColumns()
{
    static const std::vector<Column> columns = {
        {"recipient", "For", ColumnType::Code, Cells::MaybeEmpty},
        {"name", "Name", ColumnType::Text, Cells::MaybeEmpty},
        {"relationship", "Relationship", ColumnType::Text, Cells::MaybeEmpty},
        {"box", "Box", ColumnType::Integer},
        {"given_on", "Given", ColumnType::Date},
        {"description", "Description", ColumnType::Text, Cells::MaybeEmpty},
        {"purpose", "Business purpose", ColumnType::Text, Cells::MaybeEmpty},
        {"tax_class", "Tax class", ColumnType::Code},
        {"cost", "Cost", ColumnType::Amount},
        {"counted", "Counted", ColumnType::Amount},
        {"deductible", "Deductible", ColumnType::Amount},
        {"not_deductible", "Not deductible", ColumnType::Amount},
        {"missing", "Missing", ColumnType::Text, Cells::MaybeEmpty}};
    return columns;
}

void writeGifts(const ReadTransaction& tx, const GiftsWanted& wanted, foundation::RowWriter& out)
{
    out.begin(giftColumns());
    giftsOfYear(tx, wanted.year, [&](const GivenGift& gift) {
        const bool isOther = !wanted.recipient.empty() && wanted.recipient != gift.recipient;
        if (isOther || (wanted.onlyMissing && gift.isComplete())) {
            return;
        }
        writeRecipient(gift.recipient, gift.name, out);
        wordsOrEmpty(out, gift.relationship);
        out.integer(gift.box);
        out.date(gift.givenOn);
        gift.description.empty() ? out.empty() : out.text(gift.description);
        wordsOrEmpty(out, gift.purpose);
        out.code(gift.taxClass);
        out.amount(gift.cost);
        out.amount(gift.counted);
        out.amount(gift.deductible);
        out.amount(gift.cost - gift.deductible);
        gift.isComplete() ? out.empty() : out.text(gift.missing());
        out.endRow();
    });
    out.end();
}

} // namespace giftbox::reports
