#include "foundation/csv.h"
#include "foundation/date.h"
#include "foundation/money.h"
#include "foundation/text.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <limits>
#include <numeric>
#include <sstream>

namespace giftbox::foundation::foundation_properties_test {
namespace {

/// Wide enough for the exact products of the oracle, which must not use the method of money.cpp.
__extension__ typedef __int128 Exact;

constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max();

Currency currencyWith(int exponent) { return {.code = "XTS", .exponent = exponent}; }

/// All sizes from a few units to the limits; RapidCheck alone stays near its size.
rc::Gen<std::int64_t> anyMinor()
{
    return rc::gen::oneOf(rc::gen::arbitrary<std::int64_t>(),
                          rc::gen::inRange<std::int64_t>(-1000, 1000),
                          rc::gen::inRange<std::int64_t>(-kMost, kMost),
                          rc::gen::element<std::int64_t>(-kMost - 1, -kMost, kMost, kMost - 1, 0));
}

rc::Gen<std::int64_t> positiveUpTo(std::int64_t most)
{
    return rc::gen::oneOf(rc::gen::inRange<std::int64_t>(1, std::min<std::int64_t>(most, 100) + 1),
                          rc::gen::inRange<std::int64_t>(1, most));
}

rc::Gen<std::vector<std::int64_t>> anyWeights()
{
    const auto weight = rc::gen::weightedOneOf<std::int64_t>(
        {{1, rc::gen::just<std::int64_t>(0)},
         {4, rc::gen::inRange<std::int64_t>(0, 10)},
         {2, rc::gen::inRange<std::int64_t>(0, kMost / 1'000'000)}});
    return rc::gen::suchThat(
        rc::gen::container<std::vector<std::int64_t>>(weight), [](const auto& weights) {
            return std::ranges::any_of(weights, [](std::int64_t w) { return w > 0; });
        });
}

void appendUtf8(std::string& out, std::uint32_t codePoint)
{
    const auto continuation = [&](unsigned shift) {
        out += static_cast<char>(0x80U | ((codePoint >> shift) & 0x3FU));
    };
    if (codePoint < 0x80) {
        out += static_cast<char>(codePoint);
    } else if (codePoint < 0x800) {
        out += static_cast<char>(0xC0U | (codePoint >> 6U));
        continuation(0);
    } else if (codePoint < 0x10000) {
        out += static_cast<char>(0xE0U | (codePoint >> 12U));
        continuation(6);
        continuation(0);
    } else {
        out += static_cast<char>(0xF0U | (codePoint >> 18U));
        continuation(12);
        continuation(6);
        continuation(0);
    }
}

/// Any characters except NUL, with many that are special in CSV or spreadsheets.
rc::Gen<std::string> anyText()
{
    const auto character = rc::gen::oneOf(
        rc::gen::element<std::uint32_t>('"', ',', '\r', '\n', ' ', '\'', '=', '+', '-', '@', '\t',
                                        0xFF1D, 0xFF0B, 0xFF0D, 0xFF20, 0xFEFF),
        rc::gen::inRange<std::uint32_t>(1, 0x80), rc::gen::inRange<std::uint32_t>(0x80, 0xD800),
        rc::gen::inRange<std::uint32_t>(0xE000, 0x110000));
    return rc::gen::map(rc::gen::container<std::vector<std::uint32_t>>(character),
                        [](const auto& codePoints) {
                            std::string text;
                            for (const std::uint32_t codePoint : codePoints) {
                                appendUtf8(text, codePoint);
                            }
                            return text;
                        });
}

bool looksDangerous(const std::string& text)
{
    for (const std::string start :
         {"=", "+", "-", "@", "\t", "\r", "\n", "\uFF1D", "\uFF0B", "\uFF0D", "\uFF20"}) {
        if (text.starts_with(start)) {
            return true;
        }
    }
    return false;
}

std::int64_t sumOf(const std::vector<std::int64_t>& numbers)
{
    return std::accumulate(numbers.begin(), numbers.end(), std::int64_t{0});
}

RC_GTEST_PROP(ParseMoney, ReadsBackWhatToTextPrinted, ())
{
    const Money amount{*anyMinor()};
    for (const int exponent : {0, 2, 3}) {
        const Currency currency = currencyWith(exponent);
        RC_ASSERT(parseMoney(toText(amount, currency), currency) == amount);
    }
}

RC_GTEST_PROP(Allocate, SumsToTheTotal, ())
{
    const Money total{*anyMinor()};
    Exact sum = 0;
    for (const Money part : allocate(total, *anyWeights())) {
        sum += part.minor;
    }
    RC_ASSERT(sum == total.minor);
}

RC_GTEST_PROP(Allocate, MirrorsNegativeTotals, ())
{
    const Money total{
        *rc::gen::suchThat(anyMinor(), [](std::int64_t minor) { return minor >= -kMost; })};
    const auto weights = *anyWeights();
    auto mirrored = allocate(-total, weights);
    for (Money& part : mirrored) {
        part = -part;
    }
    RC_ASSERT(mirrored == allocate(total, weights));
}

RC_GTEST_PROP(Allocate, StaysWithinOneUnitOfTheExactShare, ())
{
    const Money total{*anyMinor()};
    const auto weights = *anyWeights();
    const Exact whole = sumOf(weights);
    const auto parts = allocate(total, weights);
    RC_ASSERT(parts.size() == weights.size());
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const Exact difference = Exact{parts[i].minor} * whole - Exact{total.minor} * weights[i];
        RC_ASSERT((difference < whole && difference > -whole));
    }
}

RC_GTEST_PROP(Allocate, BreaksTiesForTheEarliest, ())
{
    const Money total{*rc::gen::inRange<std::int64_t>(0, 100'000)};
    const auto count = *rc::gen::inRange<std::size_t>(1, 50);
    const auto parts = allocate(total, std::vector<std::int64_t>(count, *positiveUpTo(1000)));
    RC_ASSERT(std::ranges::is_sorted(parts, std::ranges::greater{}));
    RC_ASSERT(parts.front().minor - parts.back().minor <= 1);
}

RC_GTEST_PROP(Portion, StaysBetweenNothingAndAllAndWithinHalfAUnit, ())
{
    const Money total{*anyMinor()};
    const std::int64_t whole = *positiveUpTo(kMost);
    const std::int64_t part = *rc::gen::inRange<std::int64_t>(0, whole);
    const Money taken = portion(total, part, whole);
    RC_ASSERT((std::min(total, Money{0}) <= taken && taken <= std::max(total, Money{0})));
    const Exact difference = (Exact{taken.minor} * whole - Exact{total.minor} * part) * 2;
    const Exact awayFromZero = total.minor >= 0 ? difference : -difference;
    RC_ASSERT((awayFromZero <= whole && awayFromZero > -whole));
}

RC_GTEST_PROP(Portion, MirrorsNegativeTotals, ())
{
    const Money total{
        *rc::gen::suchThat(anyMinor(), [](std::int64_t minor) { return minor >= -kMost; })};
    const std::int64_t whole = *positiveUpTo(kMost);
    const std::int64_t part = *rc::gen::inRange<std::int64_t>(0, whole);
    RC_ASSERT(portion(-total, part, whole) == -portion(total, part, whole));
}

RC_GTEST_PROP(Portion, ConservesTheTotalWhenTakenBitByBit, ())
{
    const Money total{
        *rc::gen::suchThat(anyMinor(), [](std::int64_t minor) { return minor >= 0; })};
    Money costLeft = total;
    Exact taken = 0;
    std::int64_t unitsLeft = *positiveUpTo(kMost);
    while (unitsLeft > 0) {
        const std::int64_t units = *positiveUpTo(unitsLeft);
        const Money cost = portion(costLeft, units, unitsLeft);
        RC_ASSERT((cost >= Money{0} && cost <= costLeft));
        costLeft -= cost;
        taken += cost.minor;
        unitsLeft -= units;
        RC_ASSERT(taken + costLeft.minor == total.minor);
        if (unitsLeft > 0 && *rc::gen::inRange(0, 8) == 0) {
            const Money rest = portion(costLeft, unitsLeft, unitsLeft);
            taken += rest.minor;
            costLeft -= rest;
            unitsLeft = 0;
        }
    }
    RC_ASSERT(costLeft == Money{0});
    RC_ASSERT(taken == total.minor);
}

RC_GTEST_PROP(CsvReader, ReadsBackWhatAppendCsvCellWrote, ())
{
    const auto columns = *rc::gen::inRange<std::size_t>(2, 8);
    const auto records = *rc::gen::container<std::vector<std::vector<std::string>>>(
        rc::gen::container<std::vector<std::string>>(columns, anyText()));
    const std::string lineEnd = *rc::gen::element<std::string>("\n", "\r\n");
    std::string file = "header" + lineEnd;
    for (const auto& record : records) {
        for (std::size_t i = 0; i < columns; ++i) {
            file += i > 0 ? "," : "";
            appendCsvCell(file, record[i]);
        }
        file += lineEnd;
    }
    std::istringstream in(file);
    CsvReader reader(in, "round-trip.csv");
    RC_ASSERT(reader.next());
    for (const auto& record : records) {
        RC_ASSERT(reader.next());
        RC_ASSERT(!reader.problem());
        RC_ASSERT(reader.size() == columns);
        for (std::size_t i = 0; i < columns; ++i) {
            RC_ASSERT(reader.cell(i) == record[i]);
        }
    }
    RC_ASSERT(!reader.next());
}

RC_GTEST_PROP(Unguarded, TakesOffWhatGuardedPutOn, ())
{
    const std::string apostrophes(*rc::gen::inRange<std::size_t>(0, 4), '\'');
    const std::string text = apostrophes + *anyText();
    RC_ASSERT(unguarded(guarded(text)) == text);
}

RC_GTEST_PROP(Guarded, NeverLeavesADangerousFirstCharacter, ())
{
    const std::string text = *anyText();
    RC_ASSERT(!looksDangerous(guarded(text)));
}

RC_GTEST_PROP(FirstInvalidUtf8, FindsNothingInWellFormedText, ())
{
    const std::string text = *anyText();
    RC_ASSERT(!firstInvalidUtf8(text));
    RC_ASSERT(firstInvalidUtf8(text + "\xFF") == text.size());
}

RC_GTEST_PROP(Printable, LeavesNoControlCharacterInAnyBytes, ())
{
    const std::string shown = printable(*rc::gen::arbitrary<std::string>());
    RC_ASSERT(!firstInvalidUtf8(shown));
    RC_ASSERT(
        std::ranges::none_of(shown, [](char c) { return (c >= 0 && c < 0x20) || c == 0x7F; }));
}

RC_GTEST_PROP(ParseDate, ReadsBackWhatToTextPrinted, ())
{
    const Month month(*rc::gen::inRange(1900, 10000) * 100 + *rc::gen::inRange(1, 13));
    const Date date(*rc::gen::inRange(month.firstDay().number(), month.lastDay().number() + 1));
    RC_ASSERT(parseDate(toText(date)) == date);
    RC_ASSERT(parseMonth(toText(month)) == month);
    RC_ASSERT(date.month() == month);
}

RC_GTEST_PROP(Month, ComesBackAfterAStepAndAStepBack, ())
{
    const Month month(*rc::gen::inRange(1901, 9999) * 100 + *rc::gen::inRange(1, 13));
    RC_ASSERT(month.next().previous() == month);
    RC_ASSERT(month.next() > month);
    RC_ASSERT(month.lastDay() < month.next().firstDay());
}

} // namespace
} // namespace giftbox::foundation::foundation_properties_test
