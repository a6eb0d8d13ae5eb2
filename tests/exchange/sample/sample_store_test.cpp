#include "books/create_store.h"
#include "exchange/sample/sample_dates.h"
#include "exchange/sample/sample_store.h"
#include "gifting/box.h"
#include "gifting/planned_box.h"
#include "gifting/selection/nomination.h"
#include "tests/support/store_fixture.h"

namespace giftbox::tests::sample_store_test {
namespace {

TEST(WithDatesUpTo, MovesEveryDayAndMonthByAsManyMonths)
{
    const auto moved = [](const char* now, std::string_view text) {
        return exchange::withDatesUpTo(month(now), text);
    };
    EXPECT_EQ(moved("2026-11", "a,2026-10-31,2025-09"), "a,2026-10-31,2025-09");
    EXPECT_EQ(moved("2027-03", "2026-10-31"), "2027-02-28") << "the last day of a shorter month";
    EXPECT_EQ(moved("2028-03", "2026-10-31;2026-11"), "2028-02-29;2028-03");
    EXPECT_EQ(moved("2026-01", "2025-12-03"), "2025-02-03") << "earlier, too";
    EXPECT_EQ(moved("2026-12", "PO-202509-11 2000000000015 12-34 2025-1"),
              "PO-202509-11 2000000000015 12-34 2025-1");
}

/// A sample store beside another one.
class SampleStore : public StoreFixture {
protected:
    void prepare() override
    {
        item("MUG-01");
        stock("MUG-01", 5, "10.00", "2026-06-01");
        recipient("C-1");
        pack("C-1", {{"MUG-01", 1}}, "2026-06-10");
        own_ = store();
    }
    bool needsOwnDatabase() const override { return true; }

    std::string add() { return exchange::addSampleStore(database(), own_, actor()); }
    std::string remove() { return exchange::removeSampleStore(database(), actor()); }
    const std::string& own() const { return own_; }

    std::int64_t count(const std::string& what)
    {
        return std::stoll(raw().column("SELECT COUNT(*) FROM " + what).front());
    }
    /// Of the open store.
    std::int64_t inStore(const std::string& what)
    {
        return count(what + (what.find("WHERE") == std::string::npos ? " WHERE " : " AND ") +
                     "store_id = " + storeId());
    }

private:
    std::string own_;
};
GIFTBOX_ON_BOTH_ENGINES(SampleStore);

TEST_P(SampleStore, ShowsSomethingOnEveryPageUpToTheCurrentMonth)
{
    for (const char* today : {"2026-06-15", "2026-07-01", "2027-02-28", "2028-02-29"}) {
        SCOPED_TRACE(today);
        itIs(today);
        useStore(add());
        EXPECT_EQ(store(), "SAMPLE");
        EXPECT_EQ(verify(), std::vector<std::string>{});
        const std::string now = std::string(today).substr(0, 4) + std::string(today).substr(5, 2);
        for (const char* state : {"given", "packed"}) {
            EXPECT_GT(inStore("box WHERE month = " + now + " AND state = '" + state + "'"), 0)
                << state;
        }
        EXPECT_EQ(inStore("box WHERE packed_on > " + std::to_string(day(today).number())), 0);
        EXPECT_EQ(inStore("planned_box WHERE state = 'planned'"), 2);
        EXPECT_GT(inStore("nomination WHERE month = " + now), 5);
        EXPECT_EQ(inStore("recipient WHERE unconfirmed = 1"), 1);
        EXPECT_EQ(inStore("selection WHERE approved_event = 0"), 1);
        EXPECT_EQ(inStore("closed_month"), 13);
        EXPECT_GT(inStore("note_signature WHERE signed_event > 0"), 0);
        EXPECT_GT(inStore("cap_exception"), 0);
        remove();
        useStore(own());
    }
}

TEST_P(SampleStore, IsRemovedWithEveryRowAndLeavesOthersAsTheyAre)
{
    const std::string before = allRows();
    useStore(add());
    const std::string id = storeId();
    raw().execute("INSERT INTO app_user (user_id, login, display_name, password_hash, "
                  "password_version, disabled) VALUES (1, 'ada', 'Ada', 'x', 1, 0)");
    for (const std::string& one : {id, std::string("1")}) {
        raw().execute("INSERT INTO user_role (store_id, user_id, role) VALUES (" + one +
                      ", 1, 'adviser')");
        raw().execute(
            "INSERT INTO saved_view (store_id, user_id, page, name, query, role) VALUES (" + one +
            ", 1, 'stock', 'mine', '', '')");
    }
    EXPECT_EQ(remove(), "SAMPLE");
    useStore(own());
    EXPECT_EQ(count("store"), 1);
    EXPECT_EQ(inStore("user_role"), 1);
    EXPECT_EQ(inStore("saved_view"), 1);
    std::vector<std::string> tables = raw().storeTables();
    tables.insert(tables.end(), {"api_token", "user_role", "saved_view"});
    for (const std::string& table : tables) {
        EXPECT_EQ(count(table + " WHERE store_id = " + id), 0) << table;
    }
    raw().execute("DELETE FROM user_role");
    raw().execute("DELETE FROM saved_view");
    EXPECT_EQ(allRows(), before);
    EXPECT_EQ(verify(), std::vector<std::string>{});
}

TEST_P(SampleStore, IsOneInADatabaseAndNoOtherStoreIsRemoved)
{
    EXPECT_REFUSAL("sample.none", remove());
    add();
    const Refusal refusal = EXPECT_REFUSAL("sample.exists", add());
    EXPECT_EQ(refusal.sentence(), "The sample store SAMPLE is already there. Look around with "
                                  "`--store SAMPLE`, or remove it with `giftbox sample remove`.");
    remove();
    EXPECT_REFUSAL("sample.none", remove());
    books::createStore(database(),
                       {.code = "Sample",
                        .name = "Ours",
                        .currency = foundation::currencyOf("USD"),
                        .timeZones = foundation::ZoneHistory::always("UTC")},
                       actor());
    EXPECT_REFUSAL("store.exists", add());
    EXPECT_REFUSAL("sample.none", remove());
    EXPECT_EQ(count("store"), 2);
}

TEST_P(SampleStore, IsMarkedInTheDigestOfItsFirstEvent)
{
    useStore(add());
    booksAreFalsified();
    raw().execute("UPDATE store SET sample = 0 WHERE store_id = " + storeId());
    EXPECT_FALSE(verify().empty());
}

} // namespace
} // namespace giftbox::tests::sample_store_test
