#include "tests/support/store_fixture.h"

#include <array>

namespace giftbox::tests::set_aside_test {
namespace {

using foundation::Access;
using foundation::Database;
using foundation::DatabaseError;

constexpr std::array<std::string_view, 1> kTables = {"login_failure"};

/// The files that a connection writes next to a SQLite file.
class SetAside : public StoreFixture {
protected:
    static void count(Database& database, std::string_view subject)
    {
        database.begin(Access::Write);
        (void)database.query("access/lock_failures", {{"subject_hash", subject}}).next();
        database.execute("access/update_failures",
                         {{"subject_hash", subject}, {"failures", 7}, {"last_at", 8}});
        database.commit();
    }
    std::vector<std::string> failures()
    {
        return raw().column("SELECT subject_hash FROM login_failure ORDER BY subject_hash");
    }
    bool needsOwnDatabase() const override { return true; }
};
INSTANTIATE_TEST_SUITE_P(, SetAside, testing::Values(Engine::Sqlite), engineName);

TEST_P(SetAside, NeedsNoLockAndIsSeenByNobodyElseUntilItIsBroughtBack)
{
    count(database(), "there");
    Database other = Database::open(url());
    other.setAside(kTables);
    other.takeAnew("login_failure");
    database().begin(Access::Write);
    count(other, "aside");
    EXPECT_EQ(failures(), (std::vector<std::string>{"there"}));
    {
        const foundation::Impatience none(other, std::chrono::milliseconds(0));
        EXPECT_THROW(other.bringBack(kTables), DatabaseError) << "another writes";
    }
    count(other, "more");
    database().commit();
    other.bringBack(kTables);
    EXPECT_EQ(failures(), (std::vector<std::string>{"aside", "more", "there"}));
    count(other, "as ever");
    EXPECT_EQ(failures(), (std::vector<std::string>{"as ever", "aside", "more", "there"}));
}

TEST_P(SetAside, IsGoneWithItsConnection)
{
    {
        Database other = Database::open(url());
        other.setAside(kTables);
        count(other, "aside");
    }
    EXPECT_TRUE(failures().empty());
}

/// A private copy of the books.
class PrivateCopy : public StoreFixture {};
INSTANTIATE_TEST_SUITE_P(, PrivateCopy, testing::Values(Engine::Sqlite), engineName);

TEST_P(PrivateCopy, HasAllThatIsThereAndNobodyWaits)
{
    item("HAT");
    Database other = Database::open(url());
    database().begin(Access::Write);
    Database copy = *other.privateCopy();
    books::write(copy, store(), actor(), [](auto& tx) {
        inventory::insertItem(tx, {.sku = "MUG", .name = "Mug"});
        tx.record("item.add", "item MUG", "{}");
        return 0;
    });
    database().rollback();
    int items = 0;
    const auto visit = [&](const inventory::NumberedItem&) { ++items; };
    books::read(copy, store(), [&](const auto& tx) { return inventory::listItems(tx, visit), 0; });
    EXPECT_EQ(items, 2);
    items = 0;
    read([&](const auto& tx) { return inventory::listItems(tx, visit), 0; });
    EXPECT_EQ(items, 1);
}

} // namespace
} // namespace giftbox::tests::set_aside_test
