#include "books/create_store.h"
#include "books/set_store.h"
#include "tests/support/store_fixture.h"

namespace giftbox::tests::today_test {
namespace {

/// The current date of a store. A store uses UTC until a zone is set.
class Today : public StoreFixture {
protected:
    void prepare() override
    {
        item("MUG");
        recipient("C-1");
    }
    void keeps(const std::string& zone, const std::optional<std::string>& from = std::nullopt)
    {
        write([&](auto& tx) {
            books::setStore(tx, {.timeZone = zone,
                                 .timeZoneFrom = from ? std::optional(day(*from)) : std::nullopt});
            return 0;
        });
    }
    std::string today()
    {
        return toText(
            books::dryRun(database(), store(), actor(), [](const auto& tx) { return tx.today(); }));
    }
    std::string zones()
    {
        return read([](const auto& tx) { return tx.store().timeZones.text(); });
    }
    void receive(const std::string& on) { stock("MUG", 1, "1.00", on); }
};
GIFTBOX_ON_BOTH_ENGINES(Today);

TEST_P(Today, IsTheDayOfTheStoreOnBothSidesOfItsMidnight)
{
    keeps("America/New_York");
    itIsAt("2026-11-01T03:59:00Z");
    EXPECT_EQ(today(), "2026-10-31");
    const Refusal refusal = EXPECT_REFUSAL("date.in_future", receive("2026-11-01"));
    EXPECT_EQ(refusal.sentence(), "The date, 2026-11-01, is in the future; today is 2026-10-31. "
                                  "Enter today or an earlier day.");
    receive("2026-10-31");
    EXPECT_REFUSAL("month.not_over", close("2026-10"));
    itIsAt("2026-11-01T04:00:00Z");
    EXPECT_EQ(today(), "2026-11-01");
    receive("2026-11-01");
    close("2026-10");
    itIsAt("2026-12-01T04:59:00Z");
    EXPECT_EQ(today(), "2026-11-30") << "an hour later in winter";
    itIsAt("2026-12-01T05:00:00Z");
    EXPECT_EQ(today(), "2026-12-01");
}

TEST_P(Today, IsAnotherInAnotherStoreOfTheSameDatabase)
{
    const std::string first = store();
    keeps("Pacific/Kiritimati");
    openStore("USD", "0.00", 0);
    item("MUG");
    const std::string second = store();
    keeps("Etc/GMT+12");
    itIsAt("2026-06-20T11:00:00Z");
    EXPECT_EQ(today(), "2026-06-19");
    EXPECT_REFUSAL("date.in_future", receive("2026-06-20"));
    useStore(first);
    EXPECT_EQ(today(), "2026-06-21");
    receive("2026-06-21");
    useStore(second);
    receive("2026-06-19");
}

TEST_P(Today, IsFoundAgainWhereTheMachineLacksTheZone)
{
    booksAreFalsified();
    keeps("America/New_York");
    ASSERT_EQ(raw().execute("UPDATE store SET time_zones = 'Mars/Olympus' WHERE code = '" +
                            store() + "'"),
              1);
    EXPECT_REFUSAL("store.time_zone", today());
    itIsAt("2026-11-02T03:00:00Z");
    keeps("America/Chicago");
    EXPECT_EQ(today(), "2026-11-01");
}

TEST_P(Today, FollowsAnotherZoneFromADayOn)
{
    keeps("Asia/Tokyo", "2026-07-01");
    EXPECT_EQ(zones(), "UTC; from 2026-07-01 Asia/Tokyo");
    EXPECT_EQ(lastDetail(), R"({"time_zones":"UTC; from 2026-07-01 Asia/Tokyo"})");
    itIsAt("2026-06-20T16:00:00Z");
    EXPECT_EQ(today(), "2026-06-20");
    itIsAt("2026-06-30T14:59:00Z");
    EXPECT_EQ(today(), "2026-06-30");
    itIsAt("2026-06-30T15:00:00Z");
    EXPECT_EQ(today(), "2026-07-01");
    const std::string before = allRows();
    keeps("Asia/Tokyo");
    EXPECT_EQ(allRows(), before);
}

TEST_P(Today, FollowsAnotherZoneAtOnceWhereNothingIsRecordedYet)
{
    itIsAt("2026-06-15T02:00:00Z");
    keeps("America/New_York");
    EXPECT_EQ(zones(), "UTC; from 2026-06-14 America/New_York");
    EXPECT_EQ(today(), "2026-06-14");
}

TEST_P(Today, DoesNotGoBackBehindWhatIsRecorded)
{
    itIsAt("2026-06-15T02:00:00Z");
    receive("2026-06-15");
    const Refusal refusal =
        EXPECT_REFUSAL("store.time_zone_from", keeps("America/New_York", "2026-06-14"));
    EXPECT_EQ(refusal.sentence(),
              "With the time zone America/New_York from 2026-06-14 on, today would be 2026-06-14, "
              "but the books already reach 2026-06-15. Enter that day or a later one.");
    keeps("America/New_York");
    EXPECT_EQ(zones(), "UTC; from 2026-06-15 America/New_York");
    EXPECT_EQ(today(), "2026-06-15");
    itIsAt("2026-06-15T12:00:00Z");
    EXPECT_EQ(today(), "2026-06-15");
    itIsAt("2026-06-16T03:59:00Z");
    EXPECT_EQ(today(), "2026-06-15");
    itIsAt("2026-06-16T04:00:00Z");
    EXPECT_EQ(today(), "2026-06-16");
}

TEST_P(Today, DoesNotGoBackBehindABoxThatWasGiven)
{
    itIs("2026-06-14");
    receive("2026-06-14");
    const auto box = pack("C-1", {{"MUG", 1}}, "2026-06-14");
    itIsAt("2026-06-15T02:00:00Z");
    give(box, "2026-06-15");
    EXPECT_REFUSAL("store.time_zone_from", keeps("America/New_York", "2026-06-14"));
}

TEST_P(Today, DoesNotGoBackIntoAClosedMonth)
{
    receive("2026-05-01");
    itIsAt("2026-06-01T02:00:00Z");
    close("2026-05");
    EXPECT_REFUSAL("store.time_zone_from", keeps("America/New_York", "2026-05-31"));
    keeps("America/New_York");
    EXPECT_EQ(zones(), "UTC; from 2026-06-01 America/New_York");
}

TEST_P(Today, IsOfAZoneThatTheMachineKnows)
{
    EXPECT_REFUSAL("store.time_zone", keeps("Mars/Olympus"));
    EXPECT_REFUSAL("store.time_zone", keeps(""));
    EXPECT_REFUSAL("store.time_zone_from", keeps("Asia/Tokyo", "1900-01-01"));
    EXPECT_REFUSAL("store.time_zone_from", write([&](auto& tx) {
                       books::setStore(tx, {.timeZoneFrom = day("2026-07-01")});
                       return 0;
                   }));
    EXPECT_EQ(codeOf([&] {
                  books::createStore(database(),
                                     {.code = store() + "x",
                                      .name = "Nowhere Motors",
                                      .legalEntity = {},
                                      .currency = foundation::currencyOf("USD"),
                                      .timeZones = foundation::ZoneHistory::always("Mars/Olympus")},
                                     actor());
              }),
              "store.time_zone");
}

TEST_P(Today, OfAStoreThatHasSetNoZoneIsThatOfTheMachine)
{
    booksAreFalsified(); // like a store of an earlier schema, whose first event has no zone
    raw().execute("UPDATE store SET time_zones = '' WHERE store_id = " + storeId());
    books::Actor here = actor();
    here.now = foundation::parseInstant("2026-11-01T02:00:00Z");
    here.machineZone = "America/New_York";
    const auto todayHere = [&] {
        return toText(
            books::dryRun(database(), store(), here, [](const auto& tx) { return tx.today(); }));
    };
    EXPECT_EQ(todayHere(), "2026-10-31");
    here.machineZone = "";
    EXPECT_EQ(todayHere(), "2026-11-01");
    keeps("Asia/Tokyo");
    EXPECT_EQ(zones(), "from 2026-06-15 Asia/Tokyo");
    EXPECT_EQ(todayHere(), "2026-11-01");
}

TEST_P(Today, VerifyFindsAZoneThatNoEventHasSet)
{
    booksAreFalsified();
    const auto falsified = [&](const std::string& zones) {
        raw().execute("UPDATE store SET time_zones = '" + zones +
                      "' WHERE store_id = " + storeId());
        return verify().size();
    };
    EXPECT_EQ(falsified("Asia/Tokyo"), 1U);
    EXPECT_EQ(falsified("UTC; from 2026-06-01 Asia/Tokyo"), 1U);
    EXPECT_EQ(falsified("UTC"), 0U);
    keeps("Asia/Tokyo", "2026-07-01");
    EXPECT_EQ(falsified("UTC; from 2026-08-01 Asia/Tokyo"), 1U);
}

} // namespace
} // namespace giftbox::tests::today_test
