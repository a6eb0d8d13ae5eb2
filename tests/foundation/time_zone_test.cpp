#include "foundation/refusal.h"
#include "foundation/time_zone.h"

#include <gtest/gtest.h>

namespace giftbox::foundation::time_zone_test {
namespace {

/// `2026-11-01 01:30` in the time of the zone.
std::string clockIn(const std::string& zone, const std::string& instant)
{
    const LocalTime time = localTime(parseInstant(instant), zone);
    const auto digits = [](std::int64_t number) {
        return (number < 10 ? "0" : "") + std::to_string(number);
    };
    return toText(time.day) + " " + digits(time.minute / 60) + ":" + digits(time.minute % 60);
}

std::string dayBy(const ZoneHistory& zones, const std::string& instant)
{
    return toText(zones.at(parseInstant(instant), "").day);
}

TEST(TimeZone, IsKnownByItsNameInTheMachinesTzdata)
{
    for (const char* name : {"UTC", "America/New_York", "America/Argentina/Buenos_Aires",
                             "Etc/GMT+12", "Pacific/Kiritimati", "EST5EDT"}) {
        EXPECT_TRUE(isTimeZone(name)) << name;
    }
    for (const char* name :
         {"", "Mars/Olympus", "america/new_york", "America", "America/", "posix/UTC", "right/UTC",
          "/etc/localtime", "../zoneinfo/UTC", "UTC+2", "UTC+02:00", "CET-1CEST,M3.5.0,M10.5.0/3",
          "tzdata.zi", "leapseconds", "iso3166.tab", " UTC"}) {
        EXPECT_FALSE(isTimeZone(name)) << name;
        EXPECT_THROW(requireTimeZone(name), Refusal) << name;
    }
    EXPECT_TRUE(isTimeZone(machineTimeZone()));
}

TEST(TimeZone, SaysTheDayOnBothSidesOfItsMidnight)
{
    EXPECT_EQ(clockIn("UTC", "2026-11-01T00:00:00Z"), "2026-11-01 00:00");
    EXPECT_EQ(clockIn("America/New_York", "2026-11-01T03:59:59Z"), "2026-10-31 23:59");
    EXPECT_EQ(clockIn("America/New_York", "2026-11-01T04:00:00Z"), "2026-11-01 00:00");
    EXPECT_EQ(clockIn("Pacific/Kiritimati", "2026-12-31T09:59:59Z"), "2026-12-31 23:59");
    EXPECT_EQ(clockIn("Pacific/Kiritimati", "2026-12-31T10:00:00Z"), "2027-01-01 00:00");
    EXPECT_EQ(clockIn("Asia/Kolkata", "2026-02-28T18:30:00Z"), "2026-03-01 00:00");
}

TEST(TimeZone, ChangesItsClocksTwiceAYear)
{
    EXPECT_EQ(clockIn("America/New_York", "2026-03-08T06:59:00Z"), "2026-03-08 01:59");
    EXPECT_EQ(clockIn("America/New_York", "2026-03-08T07:00:00Z"), "2026-03-08 03:00");
    EXPECT_EQ(clockIn("America/New_York", "2026-11-01T05:30:00Z"), "2026-11-01 01:30");
    EXPECT_EQ(clockIn("America/New_York", "2026-11-01T06:30:00Z"), "2026-11-01 01:30");
    EXPECT_EQ(clockIn("America/New_York", "2026-11-02T04:59:59Z"), "2026-11-01 23:59")
        << "a day of 25 hours";
    // This day had no midnight, and Samoa had no December 30.
    EXPECT_EQ(clockIn("America/Sao_Paulo", "2018-11-04T02:59:59Z"), "2018-11-03 23:59");
    EXPECT_EQ(clockIn("America/Sao_Paulo", "2018-11-04T03:00:00Z"), "2018-11-04 01:00");
    EXPECT_EQ(clockIn("Pacific/Apia", "2011-12-30T09:59:59Z"), "2011-12-29 23:59");
    EXPECT_EQ(clockIn("Pacific/Apia", "2011-12-30T10:00:00Z"), "2011-12-31 00:00");
}

TEST(TimeZone, ThatIsNotKnownIsRefused) { EXPECT_THROW(localTime({}, "Mars/Olympus"), Refusal); }

TEST(ZoneHistory, IsKeptAsText)
{
    EXPECT_EQ(ZoneHistory().text(), "");
    EXPECT_EQ(ZoneHistory(""), ZoneHistory());
    const ZoneHistory one = ZoneHistory::always("America/New_York");
    EXPECT_EQ(one.text(), "America/New_York");
    const ZoneHistory two = one.changed(Date(20261201), "America/Chicago");
    EXPECT_EQ(two.text(), "America/New_York; from 2026-12-01 America/Chicago");
    for (const ZoneHistory& zones : {one, two, ZoneHistory().changed(Date(20261201), "UTC")}) {
        EXPECT_EQ(ZoneHistory(zones.text()), zones) << zones.text();
    }
    EXPECT_EQ(two.firstZone(), "America/New_York");
    EXPECT_FALSE(one.hasChanged());
    EXPECT_TRUE(two.hasChanged());
    EXPECT_TRUE(ZoneHistory().changed(Date(20261201), "UTC").hasChanged());
}

TEST(ZoneHistory, TakesWhatIsSetFromADayOnInThePlaceOfWhatWasToCome)
{
    const ZoneHistory zones = ZoneHistory::always("UTC")
                                  .changed(Date(20261201), "America/Chicago")
                                  .changed(Date(20270101), "America/Denver")
                                  .changed(Date(20261201), "Europe/Berlin");
    EXPECT_EQ(zones.text(), "UTC; from 2026-12-01 Europe/Berlin");
}

TEST(ZoneHistory, BeginsAnotherZoneOnceItIsThatDayThere)
{
    const ZoneHistory west = ZoneHistory::always("UTC").changed(Date(20261201), "America/New_York");
    EXPECT_EQ(dayBy(west, "2026-11-30T23:59:59Z"), "2026-11-30");
    EXPECT_EQ(dayBy(west, "2026-12-01T00:00:00Z"), "2026-12-01");
    EXPECT_EQ(dayBy(west, "2026-12-01T04:59:59Z"), "2026-12-01");
    EXPECT_EQ(dayBy(west, "2026-12-02T04:59:59Z"), "2026-12-01");
    EXPECT_EQ(dayBy(west, "2026-12-02T05:00:00Z"), "2026-12-02");
    const ZoneHistory east = ZoneHistory::always("UTC").changed(Date(20261201), "Asia/Tokyo");
    EXPECT_EQ(dayBy(east, "2026-11-30T14:59:59Z"), "2026-11-30");
    EXPECT_EQ(dayBy(east, "2026-11-30T15:00:00Z"), "2026-12-01");
}

TEST(ZoneHistory, NeverLetsTheDayGoBackHoweverFarApartTheZonesAre)
{
    const char* zones[] = {
        "UTC",        "Pacific/Pago_Pago", "Pacific/Tongatapu", "Pacific/Kiritimati",
        "Etc/GMT+12", "America/New_York"};
    for (const char* before : zones) {
        for (const char* after : zones) {
            const auto both = ZoneHistory::always(before).changed(Date(20261101), after);
            const Instant begin = parseInstant("2026-10-29T00:00:00Z");
            Date last;
            for (std::int64_t hour = 0; hour < 24 * 6; ++hour) {
                const Date day = both.at({begin.unixMs + hour * 3'600'000}, "").day;
                EXPECT_GE(day, last) << both.text();
                last = day;
            }
        }
    }
}

TEST(ZoneHistory, HasTheMachinesZoneBeforeAnyOther)
{
    const Instant night = parseInstant("2026-11-01T02:00:00Z");
    EXPECT_EQ(ZoneHistory().zoneAt(night, "America/New_York"), "America/New_York");
    EXPECT_EQ(ZoneHistory().at(night, "America/New_York").day, Date(20261031));
    EXPECT_EQ(ZoneHistory().at(night, "").day, Date(20261101));
    EXPECT_EQ(ZoneHistory::always("UTC").at(night, "America/New_York").day, Date(20261101));
}

} // namespace
} // namespace giftbox::foundation::time_zone_test
