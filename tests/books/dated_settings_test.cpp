#include "books/dated_settings.h"

#include "foundation/date.h"
#include "tests/support/first_settings.h"
#include "tests/support/seed.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>

namespace giftbox::tests::dated_settings_test {
namespace {

using books::DatedSettings;
using books::EventSeq;
using books::Setting;
using foundation::parseMonth;

DatedSettings wages()
{
    DatedSettings settings(tests::firstSettings(15, 2400));
    settings.add({Setting::LaborRate, parseMonth("2027-01"), EventSeq{10}, 2600});
    settings.add({Setting::LaborRate, parseMonth("2026-06"), EventSeq{20}, 2500});
    settings.add({Setting::LaborMinutes, parseMonth("2026-06"), EventSeq{20}, 20});
    settings.add({Setting::LaborRate, parseMonth("2027-01"), EventSeq{30}, 2700});
    return settings;
}

TEST(DatedSettings, HoldFromTheirMonthUntilALaterMonthDoes)
{
    const struct {
        Setting setting;
        const char* month;
        std::int64_t value;
    } kCases[] = {
        {Setting::LaborRate, "1900-01", 2400},       {Setting::LaborRate, "2026-05", 2400},
        {Setting::LaborRate, "2026-06", 2500},       {Setting::LaborRate, "2026-12", 2500},
        {Setting::LaborRate, "2027-01", 2700},       {Setting::LaborRate, "2999-12", 2700},
        {Setting::LaborMinutes, "2026-05", 15},      {Setting::LaborMinutes, "2027-01", 20},
        {Setting::MinimumGiftInterval, "2027-01", 6}};
    for (const auto& [setting, month, value] : kCases) {
        EXPECT_EQ(wages().at(setting, parseMonth(month)), value) << toText(setting) << month;
    }
}

TEST(DatedSettings, AreKnownAsTheyWereWhenAnEventWasRecorded)
{
    const auto january = [](std::int64_t event) {
        return wages().at(Setting::LaborRate, parseMonth("2027-01"), EventSeq{event});
    };
    EXPECT_EQ(january(10), 2400) << "an event does not know what it sets itself";
    EXPECT_EQ(january(11), 2600);
    EXPECT_EQ(january(30), 2600) << "the earlier month set later does not reach over it";
    EXPECT_EQ(january(31), 2700);
}

TEST(DatedSettings, KnowEverythingThatHeldInAMonth)
{
    const auto rates = [](const char* month, std::int64_t event) {
        return wages().everAt(Setting::LaborRate, parseMonth(month), EventSeq{event});
    };
    EXPECT_EQ(rates("2027-01", 99), (std::vector<std::int64_t>{2400, 2600, 2600, 2700}));
    EXPECT_EQ(rates("2026-06", 20), (std::vector<std::int64_t>{2400, 2400}));
}

TEST(DatedSettings, ComeBackFromTheirText)
{
    EXPECT_EQ(wages().text(), "labor_rate 202701 10 2600 labor_rate 202606 20 2500 "
                              "labor_minutes 202606 20 20 labor_rate 202701 30 2700");
    EXPECT_EQ(DatedSettings(tests::firstSettings(15, 2400), wages().text()).rows(), wages().rows());
    EXPECT_EQ(DatedSettings(tests::firstSettings(15, 2400)).text(), "");
    for (const char* damaged : {"labor_rate", "labor_rate 202701 10", "labor_rate 202713 10 1",
                                "labor 202701 10 1", "labor_rate 202701 10 2600x", "x"}) {
        EXPECT_THROW(DatedSettings(tests::firstSettings(0, 0), damaged), std::logic_error)
            << damaged;
    }
}

TEST(DatedSettings, HoldWhateverIsSetInWhateverOrderAsMonthByMonthWritingDoes)
{
    SCOPED_TRACE(storyName(0));
    std::mt19937 random(storySeed(0));
    const auto pick = [&](std::int32_t below) {
        return static_cast<std::int32_t>(random() % static_cast<std::uint32_t>(below));
    };
    for (int story = 0; story < 200; ++story) {
        DatedSettings settings(tests::firstSettings(0, 1));
        // The naive way: for each month, the row with the latest start, and of those the latest recorded.
        std::map<std::int32_t, std::int64_t> byMonth;
        for (std::int64_t event = 1; event <= 1 + pick(12); ++event) {
            const std::int32_t from = 202601 + pick(12);
            const std::int64_t value = pick(5000);
            byMonth[from] = value;
            settings.add({Setting::LaborRate, foundation::Month(from), EventSeq{event}, value});
            settings.add(
                {Setting::MinimumGiftInterval, foundation::Month(from), EventSeq{event}, 7});
        }
        for (std::int32_t month = 202601; month <= 202612; ++month) {
            const auto next = byMonth.upper_bound(month);
            const std::int64_t expected = next == byMonth.begin() ? 1 : std::prev(next)->second;
            ASSERT_EQ(settings.at(Setting::LaborRate, foundation::Month(month)), expected)
                << settings.text() << " in " << month;
            const auto ever = settings.everAt(Setting::LaborRate, foundation::Month(month));
            ASSERT_NE(std::ranges::find(ever, expected), ever.end());
        }
    }
}

} // namespace
} // namespace giftbox::tests::dated_settings_test
