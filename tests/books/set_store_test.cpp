#include "books/set_store.h"
#include "tests/support/store_fixture.h"

namespace giftbox::tests {
namespace {

class SetStore : public StoreFixture {
protected:
    void waits(std::int64_t months)
    {
        write([&](auto& tx) {
            return books::setStore(tx, {.waitingMonths = months, .locale = {}}), 0;
        });
    }
    std::int64_t waitingMonths()
    {
        return read([](const auto& tx) { return tx.store().waitingMonths; });
    }
};
GIFTBOX_ON_BOTH_ENGINES(SetStore);

TEST_P(SetStore, KeepsHowManyMonthsAreWaited)
{
    EXPECT_EQ(waitingMonths(), 6);
    waits(9);
    waits(0);
    waits(120);
    EXPECT_EQ(waitingMonths(), 120);
    EXPECT_EQ(lastDetail(), R"({"waiting_months":120})");
    EXPECT_EQ(verify(), std::vector<std::string>{});
}

TEST_P(SetStore, IsRefusedForMonthsThatCannotBeAndRecordsNothingForThoseItHas)
{
    EXPECT_REFUSAL("store.waiting_months", waits(-1));
    EXPECT_REFUSAL("store.waiting_months", waits(121));
    EXPECT_REFUSAL("store.waiting_months", write([](auto& tx) {
                       books::setStore(tx, {.waitingMonths = std::optional<std::int64_t>()});
                       return 0;
                   }));
    waits(7);
    const std::string before = allRows();
    waits(7);
    EXPECT_EQ(allRows(), before);
}

TEST_P(SetStore, KeepsHowDaysAndAmountsAreWritten)
{
    const auto writes = [&](const std::string& locale) {
        write([&](auto& tx) {
            return books::setStore(tx, {.waitingMonths = {}, .locale = locale}), 0;
        });
        return read([](const auto& tx) { return tx.store().locale; });
    };
    EXPECT_EQ(writes("en-US"), "en-US");
    EXPECT_EQ(lastDetail(), R"({"waiting_months":6,"locale":"en-US"})");
    waits(9);
    EXPECT_EQ(lastDetail(), R"({"waiting_months":9,"locale":"en-US"})") << "what is not said stays";
    const std::string before = allRows();
    writes("en-US");
    EXPECT_EQ(allRows(), before);
    EXPECT_REFUSAL("store.locale", writes("en-XX"));
    EXPECT_EQ(verify(), std::vector<std::string>{});
    EXPECT_EQ(writes(""), "");
    EXPECT_EQ(lastDetail(), R"({"waiting_months":9})");
    EXPECT_EQ(verify(), std::vector<std::string>{});
}

TEST_P(SetStore, LeavesALocaleAloneThatIsNotKnownHereAndNotSpokenOf)
{
    booksAreFalsified();
    raw().execute("UPDATE store SET locale = 'xx-YY' WHERE store_id = " + storeId());
    waits(9);
    EXPECT_EQ(lastDetail(), R"({"waiting_months":9,"locale":"xx-YY"})");
}

TEST_P(SetStore, VerifyFindsMonthsThatNoEventHasSet)
{
    booksAreFalsified();
    const auto falsify = [&](int months) {
        raw().execute("UPDATE store_books SET waiting_months = " + std::to_string(months) +
                      " WHERE store_id = " + storeId());
        return verify();
    };
    EXPECT_EQ(falsify(5),
              (std::vector<std::string>{
                  "store " + store() +
                  ": its waiting months 5, locale iso and time zone UTC are what no event "
                  "has set"}));
    EXPECT_EQ(falsify(6), std::vector<std::string>{});
    waits(9);
    EXPECT_EQ(falsify(6).size(), 1U);
    EXPECT_EQ(falsify(9), std::vector<std::string>{});
    raw().execute("UPDATE store SET locale = 'en-US' WHERE store_id = " + storeId());
    EXPECT_EQ(verify().size(), 1U);
}

} // namespace
} // namespace giftbox::tests
