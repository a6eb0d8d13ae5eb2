#include "foundation/date.h"

#include "foundation/refusal.h"

#include <gtest/gtest.h>

#include <sstream>

namespace giftbox::foundation::date_test {
namespace {

/// `CODE: SENTENCE`; empty without a refusal.
std::string refusalOf(auto action)
{
    try {
        action();
    } catch (const Refusal& refusal) {
        return refusal.code() + ": " + refusal.sentence();
    }
    return {};
}

TEST(ParseDate, ReadsEveryKindOfDay)
{
    EXPECT_EQ(parseDate("2026-11-22").number(), 20261122);
    EXPECT_EQ(parseDate("1900-01-01").number(), 19000101);
    EXPECT_EQ(parseDate("9999-12-31").number(), 99991231);
    EXPECT_EQ(parseDate("2024-02-29").number(), 20240229);
    EXPECT_EQ(parseDate("2000-02-29").number(), 20000229);
}

TEST(ParseDate, RefusesAnotherShape)
{
    for (const std::string_view text : {"",
                                        "2026",
                                        "2026-11",
                                        "2026-1-22",
                                        "2026-11-2",
                                        "20261122",
                                        "22.11.2026",
                                        "11/22/2026",
                                        "2026/11/22",
                                        " 2026-11-22",
                                        "2026-11-22 ",
                                        "2026-11-22T00:00:00Z",
                                        "2026-11-2x",
                                        "+026-11-22",
                                        "-026-11-22",
                                        "2026-11-+2",
                                        "2026-1a-22",
                                        "2026-11\u201322",
                                        "\uFF12026-11-22",
                                        "2026--1-22",
                                        "2026-11--2"}) {
        EXPECT_EQ(refusalOf([&] { parseDate(text); }).rfind("date.malformed: ", 0), 0U)
            << '[' << text << ']';
    }
    EXPECT_EQ(
        refusalOf([] { parseDate("22.11.2026"); }),
        "date.malformed: \"22.11.2026\" is not a date like YYYY-MM-DD: it is written differently.");
}

TEST(ParseDate, SaysWhyThereIsNoSuchDay)
{
    EXPECT_EQ(
        refusalOf([] { parseDate("2026-02-29"); }),
        "date.malformed: \"2026-02-29\" is not a date like YYYY-MM-DD: 2026-02 has only 28 days.");
    EXPECT_EQ(
        refusalOf([] { parseDate("1900-02-29"); }),
        "date.malformed: \"1900-02-29\" is not a date like YYYY-MM-DD: 1900-02 has only 28 days.");
    EXPECT_EQ(
        refusalOf([] { parseDate("2026-04-00"); }),
        "date.malformed: \"2026-04-00\" is not a date like YYYY-MM-DD: 2026-04 has only 30 days.");
    EXPECT_EQ(
        refusalOf([] { parseDate("2026-13-01"); }),
        "date.malformed: \"2026-13-01\" is not a date like YYYY-MM-DD: there is no month 13.");
    EXPECT_EQ(
        refusalOf([] { parseDate("2026-00-01"); }),
        "date.malformed: \"2026-00-01\" is not a date like YYYY-MM-DD: there is no month 00.");
    EXPECT_EQ(refusalOf([] { parseDate("1899-12-31"); }),
              "date.malformed: \"1899-12-31\" is not a date like YYYY-MM-DD: the year must be from "
              "1900 to 9999.");
}

TEST(ParseMonth, ReadsAMonth)
{
    EXPECT_EQ(parseMonth("2026-11").number(), 202611);
    EXPECT_EQ(parseMonth("1900-01").number(), 190001);
    EXPECT_EQ(parseMonth("9999-12").number(), 999912);
}

TEST(ParseMonth, RefusesAnythingElse)
{
    for (const std::string_view text : {"", "2026", "2026-1", "202611", "2026-111", "2026/11",
                                        "2026-11-01", " 2026-11", "2026-1x", "x026-11"}) {
        EXPECT_EQ(refusalOf([&] { parseMonth(text); }).rfind("month.malformed: ", 0), 0U)
            << '[' << text << ']';
    }
    EXPECT_EQ(refusalOf([] { parseMonth("2026-13"); }),
              "month.malformed: \"2026-13\" is not a month like YYYY-MM: there is no month 13.");
    EXPECT_EQ(refusalOf([] { parseMonth("0026-11"); }),
              "month.malformed: \"0026-11\" is not a month like YYYY-MM: the year must be from "
              "1900 to 9999.");
}

TEST(Month, KnowsItsFirstAndLastDay)
{
    EXPECT_EQ(Month(202602).firstDay(), Date(20260201));
    EXPECT_EQ(Month(202602).lastDay(), Date(20260228));
    EXPECT_EQ(Month(202402).lastDay(), Date(20240229));
    EXPECT_EQ(Month(202612).lastDay(), Date(20261231));
    EXPECT_EQ(Month(202611).lastDay(), Date(20261130));
}

TEST(Month, StepsOverTheEndOfTheYear)
{
    EXPECT_EQ(Month(202612).next(), Month(202701));
    EXPECT_EQ(Month(202701).previous(), Month(202612));
    EXPECT_EQ(Month(202611).next(), Month(202612));
    EXPECT_EQ(Month(202612).previous(), Month(202611));
}

TEST(Month, IsOrdered)
{
    EXPECT_LT(Month(202612), Month(202701));
    EXPECT_EQ(Date(20261122).month(), Month(202611));
    EXPECT_LT(Date(20261130), Date(20261201));
    EXPECT_EQ(Month().number(), 190001);
    EXPECT_EQ(Date().number(), 19000101);
}

TEST(ToText, PrintsDatesAndMonths)
{
    EXPECT_EQ(toText(Date(20260203)), "2026-02-03");
    EXPECT_EQ(toText(Month(202602)), "2026-02");
    std::ostringstream out;
    out << Date(20260203) << ' ' << Month(202602);
    EXPECT_EQ(out.str(), "2026-02-03 2026-02");
}

TEST(ToText, PrintsInstantsInUtcAndCutsMilliseconds)
{
    EXPECT_EQ(toText(Instant{0}), "1970-01-01T00:00:00Z");
    EXPECT_EQ(toText(Instant{999}), "1970-01-01T00:00:00Z");
    EXPECT_EQ(toText(Instant{1'000'000'000'999}), "2001-09-09T01:46:40Z");
    EXPECT_EQ(toText(Instant{951'782'399'000}), "2000-02-28T23:59:59Z");
    EXPECT_EQ(toText(Instant{951'782'400'000}), "2000-02-29T00:00:00Z");
    EXPECT_EQ(toText(Instant{-1}), "1969-12-31T23:59:59Z");
}

TEST(Date, IsOneThatExists)
{
    EXPECT_THROW(Date(20260229), std::logic_error);
    EXPECT_THROW(Date(20261301), std::logic_error);
    EXPECT_THROW(Date(18991231), std::logic_error);
    EXPECT_THROW(Date(0), std::logic_error);
    EXPECT_THROW(Date(-20260228), std::logic_error);
    EXPECT_THROW(Month(202613), std::logic_error);
    EXPECT_THROW(Month(202600), std::logic_error);
    EXPECT_THROW(Month(999912).next(), std::logic_error);
    EXPECT_THROW(Month(190001).previous(), std::logic_error);
}

} // namespace
} // namespace giftbox::foundation::date_test
