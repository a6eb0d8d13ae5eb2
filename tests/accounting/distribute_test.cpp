#include "accounting/table_places.h"
#include "accounting/upgrade_books.h"
#include "tests/support/fake_citus.h"
#include "tests/support/store_fixture.h"

#include <algorithm>
#include <chrono>
#include <set>
#include <thread>

namespace giftbox::tests::distribute_test {
namespace {

using foundation::Place;
using foundation::PlacedTable;

class Distribute : public StoreFixture {
protected:
    bool needsOwnDatabase() const override { return true; }
    void prepare() override
    {
        fakeCitus(url());
        openAnew();
    }
    /// A session that ends at once: the command wants to be alone.
    RawDatabase there() { return RawDatabase(url()); }
    void openAnew() { database() = foundation::Database::open(url()); }
    std::vector<PlacedTable> distribute()
    {
        return foundation::distribute(database(), accounting::tablePlaces());
    }
    std::vector<std::string> called()
    {
        return there().column("SELECT words FROM fake.called ORDER BY call_no");
    }
};
INSTANTIATE_TEST_SUITE_P(, Distribute, testing::Values(Engine::Postgresql), engineName);

std::set<std::string> namesAt(const std::vector<PlacedTable>& tables, Place place)
{
    std::set<std::string> names;
    for (const PlacedTable& table : tables) {
        if (table.place == place) {
            names.insert(table.name);
        }
    }
    return names;
}

TEST_P(Distribute, PutsTheBooksOfAStoreTogetherAndWhatIsSharedOnEveryNode)
{
    const std::vector<PlacedTable> placed = distribute();
    EXPECT_EQ(namesAt(placed, Place::EveryNode),
              (std::set<std::string>{"api_token", "app_user", "entity_account", "group_role",
                                     "legal_entity", "schema_version", "store", "user_counter",
                                     "user_role"}));
    EXPECT_EQ(namesAt(placed, Place::Coordinator),
              (std::set<std::string>{"backup", "known_place", "lock_out", "login_failure",
                                     "setup_link", "user_session"}));
    std::set<std::string> ofStores = namesAt(placed, Place::ByStore);
    EXPECT_EQ(ofStores.erase("saved_view"), 1U) << "a list of what people look at is in no books";
    std::vector<std::string> books = there().storeTables();
    std::erase(books, "store");
    std::erase(books, "saved_view");
    EXPECT_EQ(ofStores, std::set<std::string>(books.begin(), books.end()));
    const std::vector<std::string> calls = called();
    EXPECT_EQ(calls.size(), placed.size());
    EXPECT_EQ(std::ranges::count(calls, "store everywhere"), 1);
    EXPECT_EQ(std::ranges::count(calls, "store_books store_id default"), 1);
    EXPECT_EQ(std::ranges::count(calls, "item store_id store_books"), 1);
    EXPECT_EQ(std::ranges::count(calls, "backup here"), 1);
}

TEST_P(Distribute, PlacesATableAfterThoseThatItRefersTo)
{
    const std::vector<PlacedTable> placed = distribute();
    const auto placeOf = [&](const std::string& name) {
        return std::ranges::find(placed, name, &PlacedTable::name) - placed.begin();
    };
    const auto keys = there().rows("SELECT CAST(conrelid::regclass AS text), "
                                   "CAST(confrelid::regclass AS text) FROM pg_constraint WHERE "
                                   "contype = 'f' AND conrelid <> confrelid");
    EXPECT_GE(keys.size(), 15U);
    for (const auto& key : keys) {
        EXPECT_GT(placeOf(key[0]), placeOf(key[1])) << key[0] << " refers to " << key[1];
    }
}

TEST_P(Distribute, DoesOnlyWhatIsLeftToDo)
{
    distribute();
    EXPECT_EQ(distribute(), std::vector<PlacedTable>{});
    there().execute("CREATE TABLE public.later (store_id bigint NOT NULL PRIMARY KEY)");
    EXPECT_EQ(distribute(), (std::vector<PlacedTable>{{"later", Place::ByStore}}));
    EXPECT_EQ(called().back(), "later store_id store_books");
}

TEST_P(Distribute, ComesWithLaterMigrationsOnceItWasAsked)
{
    const auto placeNew = [&] {
        foundation::beginSchemaChange(database());
        foundation::placeNewTables(database(), accounting::tablePlaces());
        database().commit();
    };
    placeNew();
    EXPECT_EQ(called(), std::vector<std::string>{}) << "nobody asked for it yet";
    distribute();
    there().execute("CREATE TABLE public.later (store_id bigint NOT NULL PRIMARY KEY)");
    placeNew();
    EXPECT_EQ(called().back(), "later store_id store_books");
}

TEST_P(Distribute, IsRefusedOnAWorkerAndBesideOthers)
{
    there().execute("CREATE TABLE public.this_is_a_worker (a bigint PRIMARY KEY)");
    EXPECT_REFUSAL("distribute.not_coordinator", distribute());
    there().execute("DROP TABLE public.this_is_a_worker");
    const RawDatabase another(url());
    EXPECT_REFUSAL("distribute.in_use", distribute());
    EXPECT_EQ(called(), std::vector<std::string>{});
}

/// A store whose books are on another node, which is the same server here.
class StoreOnANode : public Distribute {
protected:
    void prepare() override
    {
        Distribute::prepare();
        distribute();
        raw(); // opened before the sessions are counted
        there().execute("INSERT INTO fake.pg_dist_placement VALUES (" + storeId() + ", 1)");
    }
    void nodeIs(const std::string& host, int port)
    {
        there().execute("INSERT INTO fake.pg_dist_node VALUES (1, '" + host + "', " +
                        std::to_string(port) + ")");
        openAnew();
    }
    std::string folderOfServer() { return there().column("SHOW unix_socket_directories").front(); }
    /// Whether so many sessions are open now or soon: one that has ended takes a moment to close.
    bool hasSessions(const std::string& count)
    {
        for (int tries = 0; tries < 100; ++tries) {
            if (raw().column("SELECT COUNT(*) FROM pg_stat_activity WHERE datname = "
                             "current_database() AND application_name = 'giftbox'") ==
                std::vector<std::string>{count}) {
                return true;
            }
            std::this_thread::sleep_for(std::chrono::milliseconds(50));
        }
        return false;
    }
};
INSTANTIATE_TEST_SUITE_P(, StoreOnANode, testing::Values(Engine::Postgresql), engineName);

TEST_P(StoreOnANode, IsReadAndWrittenThere)
{
    nodeIs(folderOfServer(), 5432);
    ASSERT_TRUE(hasSessions("2")) << "this test's and the program's";
    item("HAT-01");
    EXPECT_TRUE(hasSessions("3")) << "one more, to the node";
    item("HAT-02");
    EXPECT_EQ(verify(), std::vector<std::string>{});
    EXPECT_TRUE(hasSessions("3")) << "which is kept";
    EXPECT_REFUSAL("item.exists", item("HAT-01"));
}

TEST_P(StoreOnANode, IsReachedThroughTheOtherNodeWhereItsOwnAnswersNobody)
{
    nodeIs(folderOfServer(), 5431);
    item("HAT-01");
    EXPECT_EQ(verify(), std::vector<std::string>{});
    EXPECT_TRUE(hasSessions("2"));
}

class DistributeWithoutCitus : public StoreFixture {};
GIFTBOX_ON_BOTH_ENGINES(DistributeWithoutCitus);

TEST_P(DistributeWithoutCitus, IsRefused)
{
    EXPECT_REFUSAL("distribute.no_citus",
                   foundation::distribute(database(), accounting::tablePlaces()));
}

} // namespace
} // namespace giftbox::tests::distribute_test
