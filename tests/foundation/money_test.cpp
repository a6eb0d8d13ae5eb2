#include "foundation/money.h"

#include "foundation/refusal.h"

#include <gtest/gtest.h>

#include <limits>
#include <sstream>

namespace giftbox::foundation::money_test {
namespace {

const Currency kUsd{.code = "USD", .exponent = 2};
const Currency kJpy{.code = "JPY", .exponent = 0};
const Currency kKwd{.code = "KWD", .exponent = 3};
constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max();
constexpr std::int64_t kLeast = std::numeric_limits<std::int64_t>::min();

std::string refusalOf(auto action)
{
    try {
        action();
    } catch (const Refusal& refusal) {
        return refusal.code();
    }
    return "no refusal";
}

std::string sentenceOf(auto action)
{
    try {
        action();
    } catch (const Refusal& refusal) {
        return refusal.sentence();
    }
    return "no refusal";
}

std::vector<Money> moneys(std::initializer_list<std::int64_t> minors)
{
    std::vector<Money> result;
    for (const std::int64_t minor : minors) {
        result.push_back(Money{minor});
    }
    return result;
}

void expectMalformed(std::string_view text, const Currency& currency = kUsd)
{
    EXPECT_EQ(refusalOf([&] { parseMoney(text, currency); }), "money.malformed")
        << '[' << text << ']';
}

TEST(CurrencyOf, KnowsTheExponentOfEachKindOfCurrency)
{
    EXPECT_EQ(currencyOf("USD").exponent, 2);
    EXPECT_EQ(currencyOf("AED").exponent, 2);
    EXPECT_EQ(currencyOf("ZWG").exponent, 2);
    EXPECT_EQ(currencyOf("JPY").exponent, 0);
    EXPECT_EQ(currencyOf("XPF").exponent, 0);
    EXPECT_EQ(currencyOf("KWD").exponent, 3);
    EXPECT_EQ(currencyOf("TND").exponent, 3);
    EXPECT_EQ(currencyOf("CLF").exponent, 4);
    EXPECT_EQ(currencyOf("EUR").code, "EUR");
}

TEST(CurrencyOf, RefusesWhatIsNoActiveCode)
{
    for (const std::string_view code :
         {"", "US", "USDX", "usd", "XXX", "XAU", "DEM", "$", "D A", " ", "SD "}) {
        EXPECT_EQ(refusalOf([&] { currencyOf(code); }), "currency.unknown") << '[' << code << ']';
    }
}

TEST(ParseMoney, ReadsPlainAmounts)
{
    struct Case {
        std::string_view text;
        const Currency& currency;
        std::int64_t minor;
    };
    const Case cases[] = {
        {"12.50", kUsd, 1250}, {"-3", kUsd, -300},   {"0.05", kUsd, 5},      {"0", kUsd, 0},
        {"5", kUsd, 500},      {"12.5", kUsd, 1250}, {"-0.01", kUsd, -1},    {"-0", kUsd, 0},
        {"007.10", kUsd, 710}, {"1250", kJpy, 1250}, {"-1250", kJpy, -1250}, {"1.234", kKwd, 1234},
        {"1.2", kKwd, 1200},   {"0.001", kKwd, 1},   {"-0.001", kKwd, -1},   {"12", kKwd, 12000},
    };
    for (const Case& c : cases) {
        EXPECT_EQ(parseMoney(c.text, c.currency), Money{c.minor})
            << c.text << ' ' << c.currency.code;
    }
}

TEST(ParseMoney, RefusesNothingAndSignsWithoutDigits)
{
    for (const std::string_view text : {"", "-", "--5", "5-", "-.", "."}) {
        expectMalformed(text);
    }
}

TEST(ParseMoney, RefusesAPointWithoutDigitsOnBothSides)
{
    for (const std::string_view text : {".5", "5.", "-.5", "-5.", "1.2.3", "1..2", "5.-1"}) {
        expectMalformed(text);
    }
}

TEST(ParseMoney, RefusesGroupingMarks)
{
    for (const std::string_view text :
         {"1,000.00", "1,000", "1'000", "1_000", "1 000", "1\u00A0000", "12,50"}) {
        expectMalformed(text);
    }
}

TEST(ParseMoney, RefusesSymbolsSignsAndExponents)
{
    for (const std::string_view text : {"$5", "5$", "\u20AC5", "USD 5", "+5", "1e3", "1E3", "0x1F",
                                        "NaN", "inf", "(5)", "5%", "\u22125", "'5"}) {
        expectMalformed(text);
    }
}

TEST(ParseMoney, RefusesSpaces)
{
    for (const std::string_view text : {" 5", "5 ", "- 5", "\t5", "5\r", "5\n", "5\u2009", " "}) {
        expectMalformed(text);
    }
}

TEST(ParseMoney, RefusesDigitsThatAreNotAscii)
{
    for (const std::string_view text :
         {"\u0661\u0662", "\uFF15", "1\u0662", "\u00B2", "\xFF", "5\xC2"}) {
        expectMalformed(text);
    }
    expectMalformed(std::string_view("5\0", 2));
}

TEST(ParseMoney, RefusesMoreDigitsThanTheCurrencyHas)
{
    expectMalformed("1.234", kUsd);
    expectMalformed("1.230", kUsd);
    expectMalformed("5.0", kJpy);
    expectMalformed("5.", kJpy);
    expectMalformed("1.2345", kKwd);
}

TEST(ParseMoney, ReadsTheWholeRangeOf64Bits)
{
    EXPECT_EQ(parseMoney("9223372036854775807", kJpy), Money{kMost});
    EXPECT_EQ(parseMoney("-9223372036854775808", kJpy), Money{kLeast});
    EXPECT_EQ(parseMoney("92233720368547758.07", kUsd), Money{kMost});
    EXPECT_EQ(parseMoney("-92233720368547758.08", kUsd), Money{kLeast});
    EXPECT_EQ(parseMoney("00000000000000000000000000000000001", kJpy), Money{1});
}

TEST(ParseMoney, RefusesWhatLeavesTheRangeOf64Bits)
{
    for (const std::string_view text :
         {"9223372036854775808", "-9223372036854775809", "99999999999999999999999"}) {
        EXPECT_EQ(refusalOf([&] { parseMoney(text, kJpy); }), "money.overflow") << text;
    }
    for (const std::string_view text :
         {"9223372036854775807", "92233720368547758.08", "-92233720368547758.09"}) {
        EXPECT_EQ(refusalOf([&] { parseMoney(text, kUsd); }), "money.overflow") << text;
    }
    EXPECT_EQ(refusalOf([] { parseMoney("9999999999999999999999x", kUsd); }), "money.malformed");
}

TEST(ParseMoney, SaysWhatWasReadAndWhatWasExpected)
{
    EXPECT_EQ(sentenceOf([] { parseMoney("1,000.00", kUsd); }),
              "\"1,000.00\" is not an amount: grouping marks are not allowed. Use digits, with at "
              "most 2 after the decimal point, such as 12.50.");
    EXPECT_EQ(sentenceOf([] { parseMoney("5.0", kJpy); }),
              "\"5.0\" is not an amount: JPY has no digits after the decimal point. Use whole JPY, "
              "such as "
              "1250.");
    EXPECT_EQ(sentenceOf([] { parseMoney("1.2345", kKwd); }),
              "\"1.2345\" is not an amount: KWD has 3 digits after the decimal point. Use digits, "
              "with at "
              "most 3 after the decimal point, such as 1.250.");
    EXPECT_EQ(sentenceOf([] { parseMoney("\x1B[2J", kUsd); }),
              "\"\\x1B[2J\" is not an amount: only the digits 0 to 9, a decimal point and a minus "
              "sign are "
              "allowed. Use digits, with at most 2 after the decimal point, such as 12.50.");
    EXPECT_EQ(sentenceOf([] { parseMoney("9223372036854775808", kUsd); }),
              "\"9223372036854775808\" is too large. The limit is 92233720368547758.07.");
}

TEST(ParseMoney, NamesTheFaultOfEachMalformedForm)
{
    const std::pair<std::string_view, std::string_view> cases[] = {
        {"", "it is empty"},
        {"-", "digits are missing"},
        {".5", "digits are missing"},
        {"5.", "digits are missing"},
        {"1.2.3", "more than one decimal point"},
        {"5-", "a minus sign may only stand in front"},
        {" 5", "spaces are not allowed"},
        {"1e3", "exponents are not allowed"},
        {"+5", "a plus sign is not allowed"},
        {"$5", "only the digits 0 to 9"},
    };
    for (const auto& [text, fault] : cases) {
        const std::string sentence = sentenceOf([&amount = text] { parseMoney(amount, kUsd); });
        EXPECT_NE(sentence.find(fault), std::string::npos) << sentence;
    }
}

TEST(ToText, PrintsAllDigitsOfTheCurrency)
{
    EXPECT_EQ(toText(Money{-1250}, kUsd), "-12.50");
    EXPECT_EQ(toText(Money{5}, kUsd), "0.05");
    EXPECT_EQ(toText(Money{50}, kUsd), "0.50");
    EXPECT_EQ(toText(Money{-5}, kUsd), "-0.05");
    EXPECT_EQ(toText(Money{0}, kUsd), "0.00");
    EXPECT_EQ(toText(Money{100}, kUsd), "1.00");
    EXPECT_EQ(toText(Money{1200}, kJpy), "1200");
    EXPECT_EQ(toText(Money{0}, kJpy), "0");
    EXPECT_EQ(toText(Money{-1}, kJpy), "-1");
    EXPECT_EQ(toText(Money{1}, kKwd), "0.001");
    EXPECT_EQ(toText(Money{12345}, kKwd), "12.345");
    EXPECT_EQ(toText(Money{kMost}, kUsd), "92233720368547758.07");
    EXPECT_EQ(toText(Money{kLeast}, kUsd), "-92233720368547758.08");
    EXPECT_EQ(toText(Money{kLeast}, kJpy), "-9223372036854775808");
}

TEST(MoneyOperators, AddAndSubtractExactly)
{
    EXPECT_EQ(Money{1250} + Money{-50}, Money{1200});
    EXPECT_EQ(Money{1250} - Money{1300}, Money{-50});
    EXPECT_EQ(-Money{5}, Money{-5});
    Money amount{10};
    amount += Money{5};
    EXPECT_EQ(amount, Money{15});
    amount -= Money{20};
    EXPECT_EQ(amount, Money{-5});
    EXPECT_EQ(Money{kMost} + Money{kLeast}, Money{-1});
}

TEST(MoneyOperators, RefuseOverflowAndLeaveTheAmountAlone)
{
    EXPECT_EQ(refusalOf([] { return Money{kMost} + Money{1}; }), "money.overflow");
    EXPECT_EQ(refusalOf([] { return Money{kLeast} + Money{-1}; }), "money.overflow");
    EXPECT_EQ(refusalOf([] { return Money{kLeast} - Money{1}; }), "money.overflow");
    EXPECT_EQ(refusalOf([] { return Money{0} - Money{kLeast}; }), "money.overflow");
    EXPECT_EQ(refusalOf([] { return -Money{kLeast}; }), "money.overflow");
    Money amount{kMost};
    EXPECT_EQ(refusalOf([&] { amount += Money{1}; }), "money.overflow");
    EXPECT_EQ(amount, Money{kMost});
    amount = Money{kLeast};
    EXPECT_EQ(refusalOf([&] { amount -= Money{1}; }), "money.overflow");
    EXPECT_EQ(amount, Money{kLeast});
}

TEST(MoneyOperators, PrintMinorUnits)
{
    std::ostringstream out;
    out << Money{-1250};
    EXPECT_EQ(out.str(), "-1250 minor");
}

TEST(Portion, RoundsHalvesAwayFromZero)
{
    EXPECT_EQ(portion(Money{1}, 1, 2), Money{1});
    EXPECT_EQ(portion(Money{-1}, 1, 2), Money{-1});
    EXPECT_EQ(portion(Money{1}, 1, 3), Money{0});
    EXPECT_EQ(portion(Money{2}, 1, 3), Money{1});
    EXPECT_EQ(portion(Money{-2}, 1, 3), Money{-1});
    EXPECT_EQ(portion(Money{1000}, 0, 7), Money{0});
    EXPECT_EQ(portion(Money{1000}, 7, 7), Money{1000});
    EXPECT_EQ(portion(Money{2500}, 45, 60), Money{1875});
    EXPECT_EQ(portion(Money{2501}, 30, 60), Money{1251});
}

TEST(Portion, MultipliesWiderThan64Bits)
{
    EXPECT_EQ(portion(Money{kMost}, kMost, kMost), Money{kMost});
    EXPECT_EQ(portion(Money{kLeast}, kMost, kMost), Money{kLeast});
    EXPECT_EQ(portion(Money{kMost}, kMost - 1, kMost), Money{kMost - 1});
    EXPECT_EQ(portion(Money{kLeast}, 1, 2), Money{kLeast / 2});
    EXPECT_EQ(portion(Money{kMost}, 1, 2), Money{kMost / 2 + 1});
}

TEST(Portion, RefusesOverflow)
{
    EXPECT_EQ(refusalOf([] { portion(Money{kMost}, 2, 1); }), "money.overflow");
    EXPECT_EQ(refusalOf([] { portion(Money{kMost}, kMost, 1); }), "money.overflow");
    EXPECT_EQ(refusalOf([] { portion(Money{kLeast}, kMost, 1); }), "money.overflow");
    EXPECT_EQ(refusalOf([] { portion(Money{kMost / 2 + 1}, 2, 1); }), "money.overflow");
    EXPECT_EQ(portion(Money{kLeast / 2}, 2, 1), Money{kLeast});
}

TEST(Allocate, GivesTheLargestRemaindersTheOddUnits)
{
    EXPECT_EQ(allocate(Money{100}, std::vector<std::int64_t>{1, 1, 1}), moneys({34, 33, 33}));
    EXPECT_EQ(allocate(Money{200}, std::vector<std::int64_t>{1, 1, 1}), moneys({67, 67, 66}));
    EXPECT_EQ(allocate(Money{10}, std::vector<std::int64_t>{1, 5}), moneys({2, 8}));
    EXPECT_EQ(allocate(Money{1}, std::vector<std::int64_t>{1, 2, 2}), moneys({0, 1, 0}));
}

TEST(Allocate, MirrorsNegativeTotals)
{
    EXPECT_EQ(allocate(Money{-100}, std::vector<std::int64_t>{1, 1, 1}), moneys({-34, -33, -33}));
    EXPECT_EQ(allocate(Money{-1}, std::vector<std::int64_t>{1, 2, 2}), moneys({0, -1, 0}));
}

TEST(Allocate, GivesNothingToAWeightOfZero)
{
    EXPECT_EQ(allocate(Money{101}, std::vector<std::int64_t>{0, 1, 0, 1}), moneys({0, 51, 0, 50}));
    EXPECT_EQ(allocate(Money{0}, std::vector<std::int64_t>{0, 1}), moneys({0, 0}));
}

TEST(Allocate, HoldsAtTheEndsOfTheRange)
{
    EXPECT_EQ(allocate(Money{kLeast}, std::vector<std::int64_t>{kMost}), moneys({kLeast}));
    EXPECT_EQ(allocate(Money{kMost}, std::vector<std::int64_t>{kMost - 1, 1}),
              moneys({kMost - 1, 1}));
    EXPECT_EQ(allocate(Money{kLeast}, std::vector<std::int64_t>{1, 1}),
              moneys({kLeast / 2, kLeast / 2}));
}

TEST(Portion, ChecksItsRequirements)
{
    EXPECT_THROW(portion(Money{1}, 1, 0), std::logic_error);
    EXPECT_THROW(portion(Money{1}, -1, 1), std::logic_error);
}

TEST(Allocate, ChecksItsRequirements)
{
    EXPECT_THROW(allocate(Money{1}, {}), std::logic_error);
    EXPECT_THROW(allocate(Money{1}, std::vector<std::int64_t>{0, 0}), std::logic_error);
    EXPECT_THROW(allocate(Money{1}, std::vector<std::int64_t>{2, -1}), std::logic_error);
    EXPECT_THROW(allocate(Money{1}, std::vector<std::int64_t>{kMost, 1}), std::logic_error);
}

} // namespace
} // namespace giftbox::foundation::money_test
