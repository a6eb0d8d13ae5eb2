#include "foundation/locale.h"

#include "foundation/refusal.h"

#include <gtest/gtest.h>

#include <limits>

namespace giftbox::foundation::locale_test {
namespace {

const Currency kUsd{.code = "USD", .exponent = 2};
const Currency kJpy{.code = "JPY", .exponent = 0};
const Currency kKwd{.code = "KWD", .exponent = 3};
constexpr Money kAmount{123456789};

struct Written {
    std::string locale;
    std::string day;
    std::string month;
    std::string amount;
    char mark;
};

class LocaleOf : public testing::TestWithParam<Written> {};

TEST_P(LocaleOf, WritesDaysAndAmountsAsPeopleDoThere)
{
    const Written& there = GetParam();
    const Locale locale(there.locale);
    EXPECT_EQ(locale.shown(Date(20260102)), there.day);
    EXPECT_EQ(locale.shown(Month(202601)), there.month);
    EXPECT_EQ(locale.shown(kAmount, kUsd), there.amount);
    EXPECT_EQ(locale.decimalMark(), there.mark);
}

// Days and separators from CLDR.
INSTANTIATE_TEST_SUITE_P(
    , LocaleOf,
    testing::Values(Written{"", "2026-01-02", "2026-01", "1,234,567.89", '.'},
                    Written{"en-US", "1/2/2026", "Jan 2026", "1,234,567.89", '.'},
                    Written{"en-GB", "02/01/2026", "Jan 2026", "1,234,567.89", '.'},
                    Written{"de-DE", "02.01.2026", "Jan 2026", "1.234.567,89", ','},
                    Written{"sv-SE", "2026-01-02", "Jan 2026", "1\u00A0234\u00A0567,89", ','},
                    Written{"en-IN", "02/01/2026", "Jan 2026", "12,34,567.89", '.'},
                    Written{"ja-JP", "2026/01/02", "Jan 2026", "1,234,567.89", '.'}),
    [](const auto& written) {
        std::string name = written.param.locale.empty() ? "Iso" : written.param.locale;
        std::erase(name, '-');
        return name;
    });

TEST(Locale, WritesEveryAmountWithAllDigitsOfItsCurrency)
{
    const Locale locale("de-DE");
    EXPECT_EQ(locale.shown(Money{-5}, kUsd), "-0,05");
    EXPECT_EQ(locale.shown(Money{-123456}, kUsd), "-1.234,56");
    EXPECT_EQ(locale.shown(Money{0}, kUsd), "0,00");
    EXPECT_EQ(locale.shown(Money{1200}, kJpy), "1.200");
    EXPECT_EQ(locale.shown(Money{1200}, kKwd), "1,200");
    EXPECT_EQ(Locale().shown(Money{std::numeric_limits<std::int64_t>::min()}, kJpy),
              "-9,223,372,036,854,775,808");
    EXPECT_EQ(locale.shown(std::int64_t{1234567}), "1.234.567");
}

TEST(Locale, IsRefusedWhereItIsNotKnownOrHasOtherDigits)
{
    for (const char* tag : {"en", "de-XX", "xx-US", "en_US", "C", "iso", " en-US", "ar-EG", "fa-IR",
                            "en-US-x", "<b>", "\xC3\x28"}) {
        try {
            static_cast<void>(Locale(tag));
            FAIL() << tag;
        } catch (const Refusal& refusal) {
            EXPECT_EQ(refusal.code(), "store.locale") << tag;
            EXPECT_NE(refusal.sentence().find("en-US"), std::string::npos);
        }
    }
}

} // namespace
} // namespace giftbox::foundation::locale_test
