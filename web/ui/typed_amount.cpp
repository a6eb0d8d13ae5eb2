#include "web/ui/typed_amount.h"

#include "foundation/refusal.h"
#include "foundation/text.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>

namespace giftbox::web {

using foundation::Currency;
using foundation::Money;
using foundation::Refusal;

namespace {

/// A blank, or another sign between digits that is neither a point nor a comma.
constexpr char kGap = ' ';
constexpr std::size_t kGroup = 3; ///< digits between two separators

/// A sign, and the currencies that people write with it.
struct CurrencySign {
    std::string_view sign;
    std::string_view codes;
};
constexpr auto kCurrencySigns = std::to_array<CurrencySign>(
    {{"$", "USD CAD AUD NZD MXN SGD HKD TWD ARS CLP COP BBD BSD BZD JMD TTD"},
     {"US$", "USD"},
     {"C$", "CAD"},
     {"CA$", "CAD"},
     {"A$", "AUD"},
     {"AU$", "AUD"},
     {"NZ$", "NZD"},
     {"MX$", "MXN"},
     {"R$", "BRL"},
     {"€", "EUR"},
     {"£", "GBP EGP"},
     {"¥", "JPY CNY"},
     {"￥", "JPY CNY"},
     {"円", "JPY"},
     {"元", "CNY"},
     {"₩", "KRW"},
     {"₹", "INR"},
     {"₽", "RUB"},
     {"₺", "TRY"},
     {"₴", "UAH"},
     {"₪", "ILS"},
     {"฿", "THB"},
     {"₫", "VND"},
     {"₱", "PHP"},
     {"₦", "NGN"},
     {"zł", "PLN"},
     {"Kč", "CZK"},
     {"Ft", "HUF"},
     {"lei", "RON"},
     {"kr", "SEK NOK DKK ISK"},
     {"kr.", "DKK SEK NOK"},
     {"Fr", "CHF"},
     {"Fr.", "CHF"},
     {"SFr.", "CHF"},
     {"R", "ZAR"}});

bool isTypedDigit(char c) { return c >= '0' && c <= '9'; }
bool areTypedDigits(std::string_view text) { return std::ranges::all_of(text, isTypedDigit); }
bool isPointOrComma(char c) { return c == '.' || c == ','; }

/// With one sign for each kind of blank and apostrophe, and one for each minus.
std::string simplified(std::string_view text)
{
    constexpr auto kGaps = std::to_array<std::string_view>(
        {"\xC2\xA0", "\xE2\x80\xAF", "\xE2\x80\x89", "\t", "'", "\xE2\x80\x99"});
    constexpr std::string_view kMinus = "\xE2\x88\x92";
    std::string plain;
    while (!text.empty()) {
        const auto gap = std::ranges::find_if(
            kGaps, [&](std::string_view one) { return text.starts_with(one); });
        if (gap != kGaps.end()) {
            plain += kGap;
            text.remove_prefix(gap->size());
        } else if (text.starts_with(kMinus)) {
            plain += '-';
            text.remove_prefix(kMinus.size());
        } else {
            plain += text.front();
            text.remove_prefix(1);
        }
    }
    return std::string(foundation::trimmed(plain));
}

/// What was typed: the sign, the currency as it was written, and the digits with what is between them.
struct TypedParts {
    bool isNegative = false;
    std::string mark;
    std::string digits;
};

TypedParts partsOf(std::string_view text)
{
    const std::string plain = simplified(text);
    const auto isDigitAt = [&](std::size_t at) { return isTypedDigit(plain[at]); };
    TypedParts parts;
    std::size_t begin = 0;
    while (begin < plain.size() && !isDigitAt(begin)) {
        ++begin;
    }
    std::size_t end = plain.size();
    while (end > begin && !isDigitAt(end - 1)) {
        --end;
    }
    std::string before = plain.substr(0, begin);
    // A point at the beginning belongs to the digits, one behind letters to the currency.
    const bool isOfDigits = !before.empty() && isPointOrComma(before.back()) &&
                            (before.size() == 1 || before[before.size() - 2] == kGap ||
                             before[before.size() - 2] == '-' || before[before.size() - 2] == '$');
    if (isOfDigits) {
        before.pop_back();
    }
    parts.digits = plain.substr(begin - (isOfDigits ? 1 : 0), end - begin + (isOfDigits ? 1 : 0));
    if (const auto minus = before.find('-'); minus != std::string::npos) {
        parts.isNegative = true;
        before.erase(minus, 1);
    }
    const std::string_view after = foundation::trimmed(std::string_view(plain).substr(end));
    parts.mark = foundation::trimmed(before);
    parts.mark += after;
    return parts;
}

bool isListedCode(std::string_view codes, std::string_view code)
{
    return !code.empty() && codes.find(code) != std::string_view::npos;
}

std::string upperCase(std::string text)
{
    for (char& c : text) {
        c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    }
    return text;
}

bool isKnownCurrency(const std::string& code)
{
    try {
        static_cast<void>(foundation::currencyOf(code));
        return true;
    } catch (const Refusal&) {
        return false;
    }
}

/// Throws Refusal `money.other_currency`. Whether the mark is that of the currency.
bool isMarkOf(const Currency& currency, const std::string& mark, std::string_view text)
{
    if (mark.empty() || upperCase(mark) == currency.code) {
        return true;
    }
    bool isSign = isKnownCurrency(upperCase(mark));
    for (const CurrencySign& one : kCurrencySigns) {
        if (one.sign == mark) {
            if (isListedCode(one.codes, currency.code)) {
                return true;
            }
            isSign = true;
        }
    }
    if (isSign) {
        throw Refusal("money.other_currency",
                      {{"text", text}, {"mark", mark}, {"currency", currency.code}});
    }
    return false;
}

/// The digits of whole units without their separators; none if these are not one kind between groups of three.
std::optional<std::string> wholeOf(std::string_view digits, char group)
{
    std::string whole;
    std::size_t inGroup = 0;
    char separator = 0;
    for (const char c : digits) {
        if (isTypedDigit(c)) {
            whole += c;
            ++inGroup;
            continue;
        }
        const bool isFirst = separator == 0;
        const std::size_t most = c == kGap ? kGroup + 1 : kGroup; // 1234 567, as in Poland
        if ((c != group && c != kGap) || (!isFirst && c != separator) || inGroup == 0 ||
            (isFirst ? inGroup > most : inGroup != kGroup)) {
            return std::nullopt;
        }
        separator = c;
        inGroup = 0;
    }
    const bool isGrouped = inGroup == kGroup && !whole.starts_with('0');
    return separator == 0 || isGrouped ? std::optional(whole) : std::nullopt;
}

/// The amount with this decimal mark. Throws Refusal `money.overflow`.
std::optional<Money> amountWith(char mark, const TypedParts& parts, const Currency& currency)
{
    const std::string_view digits = parts.digits;
    const std::size_t at = std::min(digits.find(mark), digits.size());
    const auto whole = wholeOf(digits.substr(0, at), mark == '.' ? ',' : '.');
    const std::string_view part = at < digits.size() ? digits.substr(at + 1) : std::string_view();
    const bool isCut = at < digits.size() && part.empty();
    if (!whole || isCut || !areTypedDigits(part) ||
        part.size() > static_cast<std::size_t>(currency.exponent) ||
        (whole->empty() && part.empty())) {
        return std::nullopt;
    }
    return foundation::parseMoney((parts.isNegative ? "-" : "") + (whole->empty() ? "0" : *whole) +
                                      (part.empty() ? "" : "." + std::string(part)),
                                  currency);
}

} // namespace

Money readTypedAmount(std::string_view text, const Currency& currency,
                      const foundation::Locale& locale)
{
    constexpr Money kExample{123450};
    const TypedParts parts = partsOf(text);
    const char mark = locale.decimalMark();
    std::optional<Money> own;
    std::optional<Money> other;
    if (isMarkOf(currency, parts.mark, text)) {
        try {
            own = amountWith(mark, parts, currency);
            other = amountWith(mark == '.' ? ',' : '.', parts, currency);
        } catch (const Refusal&) {
            throw Refusal("money.overflow/typed", {{"text", text}});
        }
    }
    // With the store's own mark, or with no other reading, it is sure.
    if (own && (parts.digits.find(mark) != std::string::npos || !other || *other == *own)) {
        return *own;
    }
    if (own) {
        throw Refusal("money.malformed/either", {{"text", text},
                                                 {"one", locale.shown(*own, currency)},
                                                 {"other", locale.shown(*other, currency)}});
    }
    if (other) {
        throw Refusal("money.malformed/meant",
                      {{"text", text}, {"meant", locale.shown(*other, currency)}});
    }
    throw Refusal("money.malformed/typed",
                  {{"text", text}, {"example", locale.shown(kExample, currency)}});
}

} // namespace giftbox::web
