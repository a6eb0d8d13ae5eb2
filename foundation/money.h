#pragma once

#include <compare>
#include <cstdint>
#include <iosfwd>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace giftbox::foundation {

struct Figure;

/// An ISO 4217 currency. `exponent` is the number of digits after the point (USD 2, JPY 0, KWD 3).
struct Currency {
    std::string code;
    int exponent = 2;

    bool operator==(const Currency&) const = default;
};

/// Looks up an ISO 4217 code such as `USD` (upper case). Throws Refusal `currency.unknown`.
Currency currencyOf(std::string_view code);

/// An exact amount in minor units (cents for USD), without a currency: all amounts of a store are in its currency.
struct Money {
    std::int64_t minor = 0;

    auto operator<=>(const Money&) const = default;
};

/// An amount in a sentence.
struct Amount {
    Money money;
    Currency currency;
};
Figure figureOf(const Amount& amount);

/// Exact sums. Throw Refusal `money.overflow` if the result does not fit in 64 bits.
Money operator+(Money a, Money b);
Money operator-(Money a, Money b);
Money operator-(Money a);
Money& operator+=(Money& a, Money b);
Money& operator-=(Money& a, Money b);
std::ostream& operator<<(std::ostream& out, Money amount);

/// Strict: an optional `-`, digits, and at most `exponent` digits after a point that has digits on both sides. Throws
/// Refusal `money.malformed` (empty, too many digits after the point, grouping, symbols, exponents, spaces, non-ASCII
/// digits) or `money.overflow` (over 64 bits). The sentence has the text (shortened, made printable) and the expected
/// form.
Money parseMoney(std::string_view text, const Currency& currency);

/// Exact, with all digits of the currency, without grouping or symbol: `-12.50`, `0.05`, `1200` (JPY).
std::string toText(Money amount, const Currency& currency);

/// `total * part / whole`, rounded half up (half away from zero for a negative total, mirroring the positive); the
/// product is wider than 64 bits. Requires whole > 0, part >= 0. Throws Refusal `money.overflow`.
Money portion(Money total, std::int64_t part, std::int64_t whole);

/// Splits `total` by `weights` into parts that add up to it exactly: largest remainder, ties to the earliest; a
/// negative total mirrors the positive one. Requires at least one weight, all >= 0, sum > 0 within 64 bits.
std::vector<Money> allocate(Money total, std::span<const std::int64_t> weights);

} // namespace giftbox::foundation
