#include "exchange/reading/values.h"

#include <gtest/gtest.h>

namespace giftbox::tests::values_test {
namespace {

using exchange::DateOrder;
using exchange::Evidence;
using exchange::plainAmount;
using exchange::plainDate;
using exchange::plainWhole;

std::string amount(std::string_view cell, char mark)
{
    return plainAmount(cell, mark).value_or("none");
}

TEST(ReadValues, TakeAmountsAsPeopleWriteThem)
{
    struct Case {
        std::string_view cell;
        std::string_view point;
        std::string_view comma;
    };
    static constexpr Case kCases[] = {
        {"12.50", "12.50", "none"},
        {"12,50", "none", "12.50"},
        {"$1,051.20", "1051.20", "none"},
        {"\xC2\xA3"
         "4,250.00",
         "4250.00", "none"},
        {"1.234,99", "none", "1234.99"},
        {"1 234,99 \xE2\x82\xAC", "none", "1234.99"},
        {"1'234.50", "1234.50", "none"},
        {"1,234", "1234", "1.234"},
        {"(5.00)", "-5.00", "none"},
        {"-5", "-5", "-5"},
        {"5.00-", "-5.00", "none"},
        {"USD 7.00", "7.00", "none"},
        {"7.00 USD", "7.00", "none"},
        {".50", "0.50", "none"},
        {"35.2", "35.2", "none"},
        {"1,00,000.00", "100000.00", "none"},
        {"5 6", "none", "none"},
        {"A12", "none", "none"},
        {"1.2.3", "none", "none"},
        {"12.", "none", "none"},
        {"2 x 6", "none", "none"},
        {"", "none", "none"},
        {"-", "none", "none"},
        {"n/a", "none", "none"},
    };
    for (const Case& one : kCases) {
        EXPECT_EQ(amount(one.cell, '.'), one.point) << one.cell;
        EXPECT_EQ(amount(one.cell, ','), one.comma) << one.cell;
    }
}

TEST(ReadValues, TakeWholeNumbersOnly)
{
    EXPECT_EQ(plainWhole("1,200", '.'), "1200");
    EXPECT_EQ(plainWhole("5.00", '.'), "5");
    EXPECT_EQ(plainWhole("5.5", '.'), std::nullopt);
    EXPECT_EQ(plainWhole("1.200", ','), "1200");
    EXPECT_EQ(plainWhole("few", '.'), std::nullopt);
}

TEST(ReadValues, TakeDatesInTheOrderOfTheColumn)
{
    struct Case {
        std::string_view cell;
        DateOrder order;
        std::string_view date;
    };
    static constexpr Case kCases[] = {
        {"2026-11-03", DateOrder::DayFirst, "2026-11-03"},
        {"2026/1/3", DateOrder::MonthFirst, "2026-01-03"},
        {"2021-10-13T08:00:00Z", DateOrder::YearFirst, "2021-10-13"},
        {"2021-10-13 08:00", DateOrder::YearFirst, "2021-10-13"},
        {"11/5/22", DateOrder::MonthFirst, "2022-11-05"},
        {"11/5/22", DateOrder::DayFirst, "2022-05-11"},
        {"29.10.2025", DateOrder::DayFirst, "2025-10-29"},
        {"29.10.2025", DateOrder::MonthFirst, "none"},
        {"13/45/2022", DateOrder::MonthFirst, "none"},
        {"5 Nov 2026", DateOrder::YearFirst, "2026-11-05"},
        {"Nov 5, 2026", DateOrder::DayFirst, "2026-11-05"},
        {"November 5, 2026", DateOrder::DayFirst, "2026-11-05"},
        {"11/5/2022", DateOrder::YearFirst, "none"},
        {"09/30/0202", DateOrder::MonthFirst, "0202-09-30"},
        {"soon", DateOrder::MonthFirst, "none"},
        {"2026", DateOrder::MonthFirst, "none"},
        {"", DateOrder::MonthFirst, "none"},
    };
    for (const Case& one : kCases) {
        EXPECT_EQ(plainDate(one.cell, one.order).value_or("none"), one.date) << one.cell;
    }
}

TEST(ReadValues, RecognizeTheDecimalMarkOverTheColumn)
{
    const auto markOf = [](std::initializer_list<std::string_view> cells) {
        Evidence evidence;
        for (const auto cell : cells) {
            evidence.see(cell);
        }
        return evidence.decimalMark().value_or('?');
    };
    EXPECT_EQ(markOf({"12,50", "1.234"}), ',');
    EXPECT_EQ(markOf({"1,234", "5.00"}), '.');
    EXPECT_EQ(markOf({"1,234", "5"}), '?');
    EXPECT_EQ(markOf({"1.234,99"}), ',');
    EXPECT_EQ(markOf({"12,50", "12.50"}), '?');
}

TEST(ReadValues, RecognizeTheOrderOfDatesOverTheColumn)
{
    const auto orderOf = [](std::initializer_list<std::string_view> cells) {
        Evidence evidence;
        for (const auto cell : cells) {
            evidence.see(cell);
        }
        return evidence.dateOrder()         ? nameOf(*evidence.dateOrder())
               : evidence.isDateOrderOpen() ? "open"
                                            : "none";
    };
    EXPECT_EQ(orderOf({"11/5/22", "9/17/22"}), "mdy");
    EXPECT_EQ(orderOf({"5/11/22", "17/9/22"}), "dmy");
    EXPECT_EQ(orderOf({"5/11/22", "1/9/22"}), "open");
    EXPECT_EQ(orderOf({"01.11.2025"}), "dmy");
    EXPECT_EQ(orderOf({"2025-11-01"}), "ymd");
    EXPECT_EQ(orderOf({"text"}), "none");
    EXPECT_EQ(orderOf({"17/9/22", "9/17/22"}), "none");
}

TEST(ReadValues, MultiplyExactlyAndRoundHalfUp)
{
    EXPECT_EQ(exchange::product("2.50", "100", 2), "250.00");
    EXPECT_EQ(exchange::product("0.0125", "1000", 2), "12.50");
    EXPECT_EQ(exchange::product("0.333", "1", 2), "0.33");
    EXPECT_EQ(exchange::product("0.335", "1", 2), "0.34");
    EXPECT_EQ(exchange::product("-1.50", "3", 2), "-4.50");
    EXPECT_EQ(exchange::product("5", "3", 0), "15");
    EXPECT_EQ(exchange::product("0.001", "3", 3), "0.003");
    EXPECT_EQ(exchange::product("99999999999999999999", "3", 2), std::nullopt);
    EXPECT_EQ(exchange::product("999999999999", "999999999999", 2), std::nullopt);
}

TEST(ReadValues, TakeMarksInSomeLanguages)
{
    EXPECT_EQ(exchange::plainMark("Ja"), "1");
    EXPECT_EQ(exchange::plainMark("TRUE"), "1");
    EXPECT_EQ(exchange::plainMark("no"), "0");
    EXPECT_EQ(exchange::plainMark("maybe"), std::nullopt);
}

} // namespace
} // namespace giftbox::tests::values_test
