#include "books/set_store.h"
#include "tests/web/api/api_fixture.h"

namespace giftbox::web::today_pages_test {
namespace {

using access::Role;

/// The server's clock shows 2026-06-15 12:00 in UTC.
class TodayPages : public ApiFixture {
protected:
    void prepare() override
    {
        ApiFixture::prepare();
        administrator_ = loggedInAs(Role::Administrator);
        director_ = loggedInAs(Role::PartsDirector);
        program_ = tokenOf(Role::PartsDirector);
    }
    void keeps(const std::string& zone, const std::string& from = "2026-07-01")
    {
        write([&](auto& tx) {
            books::setStore(tx, {.timeZone = zone, .timeZoneFrom = tests::day(from)});
            return 0;
        });
    }
    void isMidnightOf(const std::string& instant)
    {
        waitMs(foundation::parseInstant(instant).unixMs - 1'781'524'800'000);
        administrator_ = loggedInAs(Role::Administrator);
        director_ = loggedInAs(Role::PartsDirector);
    }
    Response receive(const std::string& on, const std::string& confirm = {})
    {
        return post(at("/receive"),
                    {{"sku", "HAT"},
                     {"units", "1"},
                     {"cost", "10.00"},
                     {"on", on},
                     {"source", "purchase"},
                     {"confirm", confirm}},
                    director_);
    }
    void isRefused(const std::string& path, const std::string& token, const std::string& body,
                   const std::string& code, const std::string& key = {})
    {
        const std::string before = allRows();
        refused(change(path, token, body, key), 422, code, before);
    }
    std::string administrator_;
    std::string director_;
    std::string program_;
};
GIFTBOX_ON_BOTH_ENGINES(TodayPages);

TEST_P(TodayPages, FormsAndRefusalsGoByTheClocksOfTheStore)
{
    keeps("America/New_York");
    isMidnightOf("2026-11-01T03:30:00Z");
    EXPECT_EQ(parsed(get(at("/receive"), director_)).value("on"), "2026-10-31");
    const Response refused = receive("2026-11-01");
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(
        parsed(refused).says("The date, 2026-11-01, is in the future; today is 2026-10-31"));
    EXPECT_EQ(receive("2026-10-31").status, 303);
    waitMs(31LL * 60 * 1000);
    director_ = loggedInAs(Role::PartsDirector);
    EXPECT_EQ(parsed(get(at("/receive"), director_)).value("on"), "2026-11-01");
}

TEST_P(TodayPages, TimesAreThoseThatTheClocksOfTheStoreShowed)
{
    const tests::ParsedPage utc = parsed(get(at("/settings"), administrator_));
    EXPECT_EQ(utc.fact("Time zone"), "UTC, where it is 2026-06-15 12:00");
    keeps("America/New_York", "2026-06-15");
    const tests::ParsedPage page = parsed(get(at("/settings"), administrator_));
    EXPECT_EQ(page.fact("Time zone"), "America/New_York, where it is 2026-06-15 08:00");
    EXPECT_TRUE(parsed(get(at("/audit"), administrator_)).says("2026-06-15 00:0"))
        << "what was recorded a few seconds after midnight, while the clocks were those of UTC";
}

TEST_P(TodayPages, SettingsTakeAnotherTimeZone)
{
    const Response form = get(at("/settings/set"), administrator_);
    EXPECT_TRUE(parsed(form).says("Now UTC. Leave it empty to keep that"));
    const auto set = [&](const std::string& zone, const std::string& from) {
        return post(at("/settings/set"),
                    {{"locale", "iso"},
                     {"time_zone", zone},
                     {"time_zone_from", from},
                     {"seen", fieldOf(form, "seen")}},
                    administrator_);
    };
    const Response unknown = set("Mars/Olympus", "");
    EXPECT_EQ(unknown.status, 422);
    EXPECT_TRUE(parsed(unknown).refuses("time_zone", "There is no time zone \"Mars/Olympus\""));
    EXPECT_EQ(set("UTC", "").status, 303) << "nothing is new";
    EXPECT_EQ(read([](const auto& tx) { return tx.store().timeZones.text(); }), "UTC");
    EXPECT_EQ(set("Asia/Tokyo", "2026-07-01").status, 303);
    EXPECT_EQ(read([](const auto& tx) { return tx.store().timeZones.text(); }),
              "UTC; from 2026-07-01 Asia/Tokyo");
}

TEST_P(TodayPages, AFormAsksAboutADayLongPast)
{
    const Response asked = receive("2024-06-15");
    EXPECT_EQ(asked.status, 422);
    EXPECT_TRUE(parsed(asked).says("2024-06-15 is more than a year before today"));
    EXPECT_FALSE(parsed(asked).isChecked("confirm")) << "it asks";
    EXPECT_FALSE(parsed(get(at("/receive"), director_)).hasField("confirm"));
    EXPECT_TRUE(parsed(receive("2999-06-15", "yes")).isChecked("confirm")) << "it stays ticked";
    EXPECT_EQ(receive("2024-06-15", "yes").status, 303);
}

TEST_P(TodayPages, TheApiGoesByTheClocksOfTheStore)
{
    keeps("Pacific/Kiritimati");
    isMidnightOf("2026-10-31T10:30:00Z");
    const std::string body = R"({"units":1,"cost":"10.00"})";
    EXPECT_EQ(rowsOf(change("/items/HAT/receive", program_, body))[0]["received_on"], "2026-11-01");
    isRefused("/items/HAT/receive", program_, R"({"units":1,"cost":"10.00","on":"2026-11-02"})",
              "date.in_future");
}

TEST_P(TodayPages, TheApiAsksAboutADayLongPast)
{
    const std::string body = R"({"units":1,"cost":"10.00","on":"2024-06-01"})";
    isRefused("/items/HAT/receive", program_, body, "date.far", "old");
    isRefused("/items/HAT/receive?confirm=0", program_, body, "date.far");
    EXPECT_EQ(
        rowsOf(change("/items/HAT/receive?confirm=1", program_, body, "old"))[0]["received_on"],
        "2024-06-01");
}

TEST_P(TodayPages, TheApiSetsTheTimeZone)
{
    const std::string token = tokenOf(Role::Administrator);
    isRefused("/settings", token, R"({"time_zone":"Mars/Olympus"})", "store.time_zone");
    const Json row = rowsOf(change(
        "/settings", token, R"({"time_zone":"Asia/Tokyo","time_zone_from":"2026-07-01"})"))[0];
    EXPECT_EQ(row["time_zone"], "UTC; from 2026-07-01 Asia/Tokyo");
}

} // namespace
} // namespace giftbox::web::today_pages_test
