#include "web/ui/store_format.h"

#include "foundation/refusal.h"
#include "foundation/text.h"
#include "web/ui/shown_sentence.h"

#include <algorithm>
#include <cctype>
#include <optional>

namespace giftbox::web {

using foundation::Refusal;

namespace {

constexpr std::size_t kClockLength = 10; // T23:59:59Z

/// Whether a figure beside it is a part of a word: of a SKU, a name, an instant.
bool isOfWord(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return std::isalnum(byte) != 0 || c == '_' || c == '/' || (byte & 0x80U) != 0;
}

/// Whether this is the second half of a moment: `T23:59:59Z`.
bool isTime(std::string_view text)
{
    return text.size() >= kClockLength && text[0] == 'T' && text[kClockLength - 1] == 'Z';
}

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
    if (locale_.decimalMark() == '.') {
        return foundation::parseMoney(text, currency_);
    }
    std::string plain(text);
    std::ranges::replace(plain, '.', ' '); // it parts thousands there, which nothing may
    std::ranges::replace(plain, locale_.decimalMark(), '.');
    try {
        return foundation::parseMoney(plain, currency_);
    } catch (const Refusal& refusal) {
        if (refusal.code() == "money.overflow") {
            throw Refusal("money.overflow", foundation::quoted(text) + " is more than can be kept");
        }
        throw Refusal("money.malformed", foundation::quoted(text) + " is no amount; write it as " +
                                             typed({1250}) + ", with nothing between thousands");
    }
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

std::string StoreFormat::sentence(std::string_view said) const
{
    const std::string text = shownSentence(said);
    std::string shown;
    bool isQuoted = false;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = std::min(text.find_first_of("-0123456789", at), text.size());
        std::size_t end = std::min(text.find_first_not_of("-.0123456789", begin), text.size());
        while (end > begin && text[end - 1] == '.') { // which ends the sentence
            --end;
        }
        const std::string before = text.substr(at, begin - at);
        isQuoted = isQuoted != (std::ranges::count(before, '"') % 2 != 0);
        std::string figure = text.substr(begin, end - begin);
        std::string_view after = std::string_view(text).substr(end);
        if (isTime(after)) {
            figure += after.substr(0, kClockLength);
            after.remove_prefix(kClockLength);
            end += kClockLength;
        }
        const bool isPart =
            (begin > 0 && isOfWord(text[begin - 1])) || (!after.empty() && isOfWord(after.front()));
        shown += before;
        shown += isQuoted || isPart ? figure : shownWithin(figure, after);
        at = end;
    }
    return shown;
}

std::string StoreFormat::shownWithin(const std::string& figure, std::string_view after) const
{
    if (figure.ends_with('Z')) {
        const auto moment = parsed([&] { return shownMoment(figure); });
        return moment.value_or(figure);
    }
    const bool isDay = figure.find('-', 1) != std::string::npos;
    const bool isAmount = !currency_.code.empty() && after.starts_with(" " + currency_.code);
    return isDay || isAmount ? shownFigure(figure) : figure;
}

} // namespace giftbox::web
