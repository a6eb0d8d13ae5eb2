#include "web/ui/store_format.h"

#include "foundation/refusal.h"
#include "foundation/text.h"
#include "web/ui/typed_amount.h"

#include <algorithm>
#include <optional>

namespace giftbox::web {

using foundation::Refusal;

namespace {

template <class Parse>
auto parsed(Parse&& parse) -> std::optional<decltype(parse())>
{
    try {
        return parse();
    } catch (const Refusal&) {
        return std::nullopt;
    }
}

} // namespace

std::string StoreFormat::shown(foundation::Instant instant) const
{
    constexpr std::int64_t kHour = 60;
    const foundation::LocalTime time = clock_.zones.at(instant, clock_.machineZone);
    const auto digits = [](std::int64_t number) {
        return (number < 10 ? "0" : "") + std::to_string(number);
    };
    return shown(time.day) + " " + digits(time.minute / kHour) + ":" + digits(time.minute % kHour);
}

std::string StoreFormat::shownMoment(std::string_view text) const
{
    return shown(foundation::parseInstant(text));
}

std::string StoreFormat::withCode(foundation::Money amount) const
{
    return shown(amount) + " " + currency_.code;
}

std::string StoreFormat::typed(foundation::Money amount) const
{
    std::string text = toText(amount, currency_);
    std::ranges::replace(text, '.', locale_.decimalMark());
    return text;
}

foundation::Money StoreFormat::parseAmount(std::string_view text) const
{
    return readTypedAmount(text, currency_, locale_);
}

std::string StoreFormat::shownFigure(const std::string& text) const
{
    if (const auto day = parsed([&] { return foundation::parseDate(text); })) {
        return shown(*day);
    }
    if (const auto month = parsed([&] { return foundation::parseMonth(text); })) {
        return shown(*month);
    }
    const auto amount = parsed([&] { return foundation::parseMoney(text, currency_); });
    return amount && toText(*amount, currency_) == text ? shown(*amount) : text;
}

std::string StoreFormat::written(const foundation::Figure& value) const
{
    switch (value.kind) {
    case foundation::Figure::Kind::Day:
        return shown(foundation::Date(static_cast<std::int32_t>(value.number)));
    case foundation::Figure::Kind::Month:
        return shown(foundation::Month(static_cast<std::int32_t>(value.number)));
    case foundation::Figure::Kind::Moment:
        return shown(foundation::Instant{value.number});
    case foundation::Figure::Kind::Number:
        return shown(value.number);
    case foundation::Figure::Kind::Amount:
        return currency_.code.empty() ? value.text : withCode({value.number});
    default:
        return value.text;
    }
}

} // namespace giftbox::web
