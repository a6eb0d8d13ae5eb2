#include "foundation/money.h"

#include "foundation/check.h"
#include "foundation/refusal.h"
#include "foundation/text.h"

#include <boost/multiprecision/cpp_int.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>
#include <numeric>
#include <optional>
#include <ostream>

namespace giftbox::foundation {
namespace {

using Wide = boost::multiprecision::checked_int128_t;

constexpr std::int64_t kLargestMinor = std::numeric_limits<std::int64_t>::max();

struct CurrencyGroup {
    int exponent;
    std::string_view codes;
};

/// Active codes of ISO 4217, including funds codes, without metals, test codes and units without a minor unit.
constexpr std::array kCurrencies = {
    CurrencyGroup{
        2,
        "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BOV BRL BSD BTN BWP BYN BZD "
        "CAD CDF CHE CHF CHW CNY COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP "
        "GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK "
        "LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO "
        "NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS "
        "SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST "
        "XAD XCD XCG YER ZAR ZMW ZWG"},
    CurrencyGroup{0, "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF"},
    CurrencyGroup{3, "BHD IQD JOD KWD LYD OMR TND"},
    CurrencyGroup{4, "CLF UYW"},
};

bool isDigit(char c) { return c >= '0' && c <= '9'; }

[[noreturn]] void refuseOverflow(const std::string& what)
{
    throw Refusal("money.overflow/sum", {{"what", what}, {"most", kLargestMinor}});
}

Wide magnitudeOf(Money amount) { return abs(Wide(amount.minor)); }

/// Nothing if the signed value does not fit in 64 bits.
std::optional<Money> narrowed(const Wide& magnitude, Money signGiver)
{
    const bool negative = signGiver.minor < 0;
    if (magnitude > Wide(kLargestMinor) + (negative ? 1 : 0)) {
        return std::nullopt;
    }
    const auto bits = magnitude.convert_to<std::uint64_t>();
    return Money{static_cast<std::int64_t>(negative ? 0 - bits : bits)};
}

/// The form of an amount: digits only, `fraction` without the point.
struct Digits {
    bool negative = false;
    std::string_view whole;
    std::string_view fraction;
};

std::optional<Digits> splitAmount(std::string_view text, const Currency& currency)
{
    Digits digits;
    if (text.starts_with('-')) {
        digits.negative = true;
        text.remove_prefix(1);
    }
    const std::size_t point = text.find('.');
    digits.whole = text.substr(0, point);
    if (point != std::string_view::npos) {
        digits.fraction = text.substr(point + 1);
        if (digits.fraction.empty()) {
            return std::nullopt;
        }
    }
    const bool wellFormed = !digits.whole.empty() &&
                            digits.fraction.size() <= static_cast<std::size_t>(currency.exponent) &&
                            std::ranges::all_of(digits.whole, isDigit) &&
                            std::ranges::all_of(digits.fraction, isDigit);
    return wellFormed ? std::optional(digits) : std::nullopt;
}

/// Builds the value down from zero, because the smallest 64-bit number has no positive counterpart.
std::optional<std::int64_t> minorUnits(const Digits& digits, const Currency& currency)
{
    std::int64_t value = 0;
    bool fits = true;
    const auto push = [&](std::int64_t digit) {
        fits = fits && !__builtin_mul_overflow(value, std::int64_t{10}, &value) &&
               !__builtin_sub_overflow(value, digit, &value);
    };
    for (const char c : digits.whole) {
        push(c - '0');
    }
    for (const char c : digits.fraction) {
        push(c - '0');
    }
    for (std::size_t i = digits.fraction.size(); i < static_cast<std::size_t>(currency.exponent);
         ++i) {
        push(0);
    }
    if (!digits.negative) {
        fits = fits && !__builtin_sub_overflow(std::int64_t{0}, value, &value);
    }
    return fits ? std::optional(value) : std::nullopt;
}

std::string faultOfCharacter(char c)
{
    switch (c) {
    case ',':
    case '\'':
    case '_':
        return "grouping marks are not allowed";
    case ' ':
    case '\t':
    case '\r':
    case '\n':
        return "spaces are not allowed";
    case 'e':
    case 'E':
        return "exponents are not allowed";
    case '+':
        return "a plus sign is not allowed";
    case '-':
        return "a minus sign may only stand in front";
    default:
        return "only the digits 0 to 9, a decimal point and a minus sign are allowed";
    }
}

/// Requires a text refused by splitAmount.
std::string faultOf(std::string_view text, const Currency& currency)
{
    if (text.empty()) {
        return "it is empty";
    }
    const std::string_view unsignedText = text.substr(text.starts_with('-') ? 1 : 0);
    const auto stranger =
        std::ranges::find_if(unsignedText, [](char c) { return !isDigit(c) && c != '.'; });
    if (stranger != unsignedText.end()) {
        return faultOfCharacter(*stranger);
    }
    if (std::ranges::count(unsignedText, '.') > 1) {
        return "there is more than one decimal point";
    }
    if (unsignedText.empty() || unsignedText.starts_with('.') || unsignedText.ends_with('.')) {
        return "digits are missing";
    }
    return currency.code + " has " +
           (currency.exponent == 0 ? "no" : std::to_string(currency.exponent)) +
           " digits after the decimal point";
}

std::string expectedForm(const Currency& currency)
{
    if (currency.exponent == 0) {
        return "Use whole " + currency.code + ", such as 1250";
    }
    return "Use digits, with at most " + std::to_string(currency.exponent) +
           " after the decimal point, such as " + toText(Money{1250}, currency);
}

} // namespace

Currency currencyOf(std::string_view code)
{
    constexpr std::size_t kCodeLength = 3;
    constexpr std::size_t kStep = kCodeLength + 1;
    for (const CurrencyGroup& group : kCurrencies) {
        for (std::size_t at = 0; at < group.codes.size(); at += kStep) {
            if (group.codes.substr(at, kCodeLength) == code) {
                return Currency{.code = std::string(code), .exponent = group.exponent};
            }
        }
    }
    throw Refusal("currency.unknown", {{"code", code}});
}

Money operator+(Money a, Money b)
{
    Money sum;
    if (__builtin_add_overflow(a.minor, b.minor, &sum.minor)) {
        refuseOverflow("The sum of " + std::to_string(a.minor) + " and " + std::to_string(b.minor));
    }
    return sum;
}

Money operator-(Money a, Money b)
{
    Money difference;
    if (__builtin_sub_overflow(a.minor, b.minor, &difference.minor)) {
        refuseOverflow("The difference of " + std::to_string(a.minor) + " and " +
                       std::to_string(b.minor));
    }
    return difference;
}

Money operator-(Money a) { return Money{0} - a; }

Money& operator+=(Money& a, Money b) { return a = a + b; }

Money& operator-=(Money& a, Money b) { return a = a - b; }

std::ostream& operator<<(std::ostream& out, Money amount)
{
    // std::to_string, because a stream groups digits by its locale
    return out << std::to_string(amount.minor) << " minor";
}

Money parseMoney(std::string_view text, const Currency& currency)
{
    const std::optional<Digits> digits = splitAmount(text, currency);
    if (!digits) {
        throw Refusal("money.malformed", {{"text", text},
                                          {"fault", faultOf(text, currency)},
                                          {"expected", expectedForm(currency)}});
    }
    const std::optional<std::int64_t> minor = minorUnits(*digits, currency);
    if (!minor) {
        throw Refusal("money.overflow",
                      {{"text", text}, {"most", toText(Money{kLargestMinor}, currency)}});
    }
    return Money{*minor};
}

Figure figureOf(const Amount& amount)
{
    return {.kind = Figure::Kind::Amount,
            .text = toText(amount.money, amount.currency) + " " + amount.currency.code,
            .number = amount.money.minor,
            .sentences = {}};
}

std::string toText(Money amount, const Currency& currency)
{
    const auto exponent = static_cast<std::size_t>(currency.exponent);
    const auto bits = static_cast<std::uint64_t>(amount.minor);
    std::array<char, std::numeric_limits<std::uint64_t>::digits10 + 1> digits{};
    const char* const end =
        std::to_chars(digits.begin(), digits.end(), amount.minor < 0 ? 0 - bits : bits).ptr;
    const auto count = static_cast<std::size_t>(end - digits.data());

    std::string text;
    if (amount.minor < 0) {
        text += '-';
    }
    if (count > exponent) {
        text.append(digits.data(), count - exponent);
    } else {
        text += '0';
    }
    if (exponent > 0) {
        text += '.';
        text.append(exponent - std::min(exponent, count), '0');
        text.append(end - std::min(exponent, count), end);
    }
    return text;
}

Money portion(Money total, std::int64_t part, std::int64_t whole)
{
    GIFTBOX_CHECK(whole > 0 && part >= 0);
    const Wide rounded = (magnitudeOf(total) * part * 2 + whole) / (Wide(whole) * 2);
    const std::optional<Money> result = narrowed(rounded, total);
    if (!result) {
        refuseOverflow("The share " + std::to_string(part) + "/" + std::to_string(whole) + " of " +
                       std::to_string(total.minor));
    }
    return *result;
}

std::vector<Money> allocate(Money total, std::span<const std::int64_t> weights)
{
    GIFTBOX_CHECK(std::ranges::all_of(weights, [](std::int64_t weight) { return weight >= 0; }));
    const Wide whole = std::accumulate(weights.begin(), weights.end(), Wide(0));
    GIFTBOX_CHECK(whole > 0 && whole <= kLargestMinor);

    const Wide size = magnitudeOf(total);
    Wide left = size;
    std::vector<Wide> shares;
    std::vector<std::int64_t> remainders;
    for (const std::int64_t weight : weights) {
        const Wide product = size * weight;
        shares.emplace_back(product / whole);
        remainders.push_back(Wide(product % whole).convert_to<std::int64_t>());
        left -= shares.back();
    }

    std::vector<std::size_t> order(weights.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, std::greater{}, [&](std::size_t i) { return remainders[i]; });
    for (std::size_t i = 0; i < left.convert_to<std::size_t>(); ++i) {
        shares[order[i]] += 1;
    }

    std::vector<Money> parts;
    parts.reserve(shares.size());
    for (const Wide& share : shares) {
        parts.push_back(narrowed(share, total).value());
    }
    return parts;
}

} // namespace giftbox::foundation
