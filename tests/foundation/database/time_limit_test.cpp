#include "tests/support/store_fixture.h"

#include <chrono>
#include <thread>

namespace giftbox::tests::time_limit_test {
namespace {

using foundation::Access;
using foundation::Database;
using foundation::DatabaseError;
using foundation::TimeIsUp;
using std::chrono::milliseconds;
using Clock = std::chrono::steady_clock;

class TimeLimits : public StoreFixture {
protected:
    void prepare() override { item("HAT"); }

    /// A statement that takes some minutes on the engine.
    void takeLong(Database& database)
    {
        database.runText(GetParam() == Engine::Sqlite
                             ? "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n "
                               "LIMIT 100000000000) SELECT COUNT(*) FROM n"
                             : "SELECT pg_sleep(300)",
                         "a long statement");
    }
    /// How long `work` takes until it is ended.
    static milliseconds untilEnded(const std::function<void()>& work)
    {
        const Clock::time_point began = Clock::now();
        EXPECT_THROW(work(), TimeIsUp);
        return std::chrono::duration_cast<milliseconds>(Clock::now() - began);
    }
};
GIFTBOX_ON_BOTH_ENGINES(TimeLimits);

TEST_P(TimeLimits, EndAStatementAndTheConnectionServesOn)
{
    database().limitTime(milliseconds(300));
    EXPECT_LT(untilEnded([&] { takeLong(database()); }), milliseconds(3000));
    EXPECT_LT(untilEnded([&] { item("CAP"); }), milliseconds(100)) << "what comes after, at once";
    database().limitTime(milliseconds(0));
    item("CAP");
    stock("CAP", 1, "1.00", "2026-06-01");
}

TEST_P(TimeLimits, LeaveNothingOfTheChangeThatTheyEnd)
{
    const std::string before = allRows();
    database().limitTime(milliseconds(300));
    EXPECT_LT(untilEnded([&] {
                  write([&](books::WriteTransaction& tx) {
                      inventory::insertItem(tx, {.sku = "MUG", .name = "Mug"});
                      tx.database().settle();
                      takeLong(tx.database());
                      return 0;
                  });
              }),
              milliseconds(3000));
    database().limitTime(milliseconds(0));
    EXPECT_EQ(allRows(), before);
    item("MUG");
}

TEST_P(TimeLimits, CountTheWaitForAnotherWriter)
{
    Database other = Database::open(url());
    const std::string before = allRows();
    {
        const books::WriteScope writer(database(), store(), actor());
        other.limitTime(milliseconds(300));
        const auto took = untilEnded([&] {
            books::write(other, store(), actor(), [](auto& tx) {
                return inventory::insertItem(tx, {.sku = "MUG", .name = "Mug"}), 0;
            });
        });
        EXPECT_GE(took, milliseconds(250));
        EXPECT_LT(took, milliseconds(3000));
    }
    EXPECT_EQ(allRows(), before);
    other.limitTime(milliseconds(5000));
    EXPECT_EQ(books::read(other, store(), [](const auto& tx) { return tx.store().code; }), store());
}

TEST_P(TimeLimits, AreOfOneConnectionAndUntilTheNext)
{
    Database other = Database::open(url());
    other.limitTime(milliseconds(100));
    std::this_thread::sleep_for(milliseconds(110));
    item("CAP");
    EXPECT_THROW(books::read(other, store(), [](const auto&) { return 0; }), TimeIsUp);
    other.limitTime(milliseconds(5000));
    EXPECT_EQ(books::read(other, store(), [](const auto&) { return 1; }), 1);
}

/// SQLite only, which has one writer at a time.
class Impatient : public TimeLimits {};
INSTANTIATE_TEST_SUITE_P(, Impatient, testing::Values(Engine::Sqlite), engineName);

TEST_P(Impatient, SaysThatTheDatabaseIsLockedAndWaitsAsBeforeLater)
{
    Database other = Database::open(url());
    database().begin(Access::Write);
    {
        const foundation::Impatience impatience(other, milliseconds(50));
        const Clock::time_point began = Clock::now();
        try {
            other.begin(Access::Write);
            ADD_FAILURE() << "it has begun";
        } catch (const DatabaseError& error) {
            EXPECT_TRUE(error.isUnwritable()) << error.nativeCode();
        }
        EXPECT_LT(Clock::now() - began, milliseconds(1000));
    }
    EXPECT_EQ(other.waitForWriters(milliseconds(60'000)), milliseconds(60'000));
    database().rollback();
    other.begin(Access::Write);
    other.rollback();
}

} // namespace
} // namespace giftbox::tests::time_limit_test
