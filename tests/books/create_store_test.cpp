#include "books/create_store.h"
#include "foundation/database/schema.h"
#include "tests/support/details.h"
#include "tests/support/first_settings.h"
#include "tests/support/store_fixture.h"

namespace giftbox::tests::create_store_test {
namespace {

using books::Store;

class CreateStore : public StoreFixture {
protected:
    Store wanted(const std::string& code)
    {
        return {.code = code,
                .name = "Harbor Motors",
                .legalEntity = "Harbor Inc.",
                .currency = foundation::currencyOf("KWD"),
                .settings = books::DatedSettings(tests::firstSettings(15, 1250)),
                .timeZones = foundation::ZoneHistory::always("UTC")};
    }
    void create(const Store& store) { books::createStore(database(), store, actor()); }
    /// Codes must be new in a database that other tests share.
    std::string freshCode()
    {
        const std::string first = store();
        const std::string code = openStore("USD", "0.00", 0).substr(2) + ".x";
        useStore(first);
        return code;
    }
    bool isListed(const std::string& code)
    {
        const auto codes = raw().column("SELECT code FROM store");
        return std::find(codes.begin(), codes.end(), code) != codes.end();
    }
};
GIFTBOX_ON_BOTH_ENGINES(CreateStore);

TEST_P(CreateStore, KeepsItsSettings)
{
    const std::string code = freshCode();
    create(wanted(code));
    useStore(code);
    const books::Store kept = read([](const auto& tx) { return tx.store(); });
    EXPECT_EQ(kept.code, code);
    EXPECT_EQ(kept.name, "Harbor Motors");
    EXPECT_EQ(kept.legalEntity, "Harbor Inc.");
    EXPECT_EQ(kept.currency, foundation::currencyOf("KWD"));
    EXPECT_EQ(kept.laborRate(month("2026-06")), Money{1250});
    EXPECT_EQ(kept.laborMinutes(month("2026-06")), 15);
    EXPECT_EQ(kept.costingMethod, "FIFO");
    EXPECT_EQ(kept.closedThrough, std::nullopt);
    EXPECT_EQ(verify(), std::vector<std::string>{});
}

TEST_P(CreateStore, IsItsFirstEvent)
{
    auto events = raw().rows(
        "SELECT event_seq, actor, action, detail FROM event WHERE store_id = " + storeId());
    events.front().back() = withoutDigests(events.front().back());
    EXPECT_EQ(events, (std::vector<RawDatabase::Cells>{
                          {"1", "ann", "store.create",
                           R"({"name":"Test store","currency":"USD","labor_rate":"30.00",)"
                           R"("labor_minutes":0,"costing_method":"FIFO","time_zone":"UTC"})"}}));
}

TEST_P(CreateStore, IsRefusedWhenTheCodeIsTaken)
{
    EXPECT_REFUSAL("store.exists", create(wanted(store())));
}

TEST_P(CreateStore, IsRefusedForACodeThatCannotBe)
{
    for (const std::string& code :
         {std::string(), std::string("two words"), std::string(21, 'S'), std::string("-S")}) {
        EXPECT_REFUSAL("store.code_malformed", create(wanted(code)));
        EXPECT_FALSE(isListed(code));
    }
}

TEST_P(CreateStore, IsRefusedForLaborBelowNothing)
{
    const std::string code = freshCode();
    Store wrong = wanted(code);
    wrong.settings.setFirst(books::Setting::LaborRate, -1);
    EXPECT_REFUSAL("store.setting", create(wrong));
    wrong = wanted(code);
    wrong.settings.setFirst(books::Setting::LaborMinutes, -1);
    EXPECT_REFUSAL("store.setting", create(wrong));
    EXPECT_FALSE(isListed(code));
}

TEST_P(CreateStore, IsRefusedForNamesThatCannotBe)
{
    const std::string code = freshCode();
    Store wrong = wanted(code);
    wrong.name = " ";
    EXPECT_REFUSAL("text.missing", create(wrong));
    wrong = wanted(code);
    wrong.legalEntity = "\xff";
    EXPECT_REFUSAL("text.malformed", create(wrong));
    wrong.legalEntity = std::string(1001, 'x');
    EXPECT_REFUSAL("text.too_long", create(wrong));
    EXPECT_FALSE(isListed(code));
}

TEST_P(CreateStore, LeavesTheOtherStoresAlone)
{
    item("MUG-01");
    const std::string before = allRows();
    create(wanted(freshCode()));
    EXPECT_EQ(allRows(), before);
}

class Migrate : public StoreFixture {};
GIFTBOX_ON_BOTH_ENGINES(Migrate);

TEST_P(Migrate, LeavesADatabaseThatIsUpToDateAsItIs)
{
    item("MUG-01");
    const std::string before = allRows();
    foundation::migrate(database(), {});
    EXPECT_EQ(allRows(), before);
    EXPECT_EQ(foundation::databaseSchemaVersion(database()), foundation::programSchemaVersion());
}

/// On a database of its own, since all tests share the one of PostgreSQL.
class MigrateOwnDatabase : public StoreFixture {};
INSTANTIATE_TEST_SUITE_P(, MigrateOwnDatabase, testing::Values(Engine::Sqlite), engineName);

TEST_P(MigrateOwnDatabase, IsRefusedForADatabaseOfANewerProgram)
{
    raw().execute("INSERT INTO schema_version (number, name) VALUES (9999, 'later')");
    const Refusal refusal = EXPECT_REFUSAL("schema.newer", foundation::migrate(database(), {}));
    EXPECT_EQ(refusal.sentence(),
              "The database has schema 9999, and this program knows schemas up to " +
                  std::to_string(foundation::programSchemaVersion()) +
                  ". Install the Giftbox version that wrote it, or a newer one.");
}

TEST_P(MigrateOwnDatabase, KnowsADatabaseThatIsNotOneYet)
{
    foundation::Database empty = foundation::Database::open(url() + ".empty");
    EXPECT_EQ(foundation::databaseSchemaVersion(empty), std::nullopt);
    foundation::migrate(empty, {});
    EXPECT_EQ(foundation::databaseSchemaVersion(empty), foundation::programSchemaVersion());
    EXPECT_EQ(books::listStores(empty).size(), 0U);
}

TEST_P(MigrateOwnDatabase, RunsAStepOnceAndUndoesAllMigrationsWhenItFails)
{
    constexpr const char* kMake = "CREATE TABLE stepped (n bigint NOT NULL)";
    const foundation::MigrationStep step = {
        .number = 3, .run = [](foundation::Database& database) {
            database.runText("CREATE TABLE stepped (n bigint NOT NULL)", "step");
        }};
    foundation::Database stepped = foundation::Database::open(url() + ".stepped");
    stepped.runText(kMake, "a table in the way of the step");
    EXPECT_THROW(foundation::migrate(stepped, {&step, 1}), foundation::DatabaseError);
    EXPECT_EQ(foundation::databaseSchemaVersion(stepped), 0);
    stepped.runText("DROP TABLE stepped", "out of the way");
    foundation::migrate(stepped, {&step, 1});
    foundation::migrate(stepped, {&step, 1});
    EXPECT_EQ(foundation::databaseSchemaVersion(stepped), foundation::programSchemaVersion());
    EXPECT_THROW(stepped.runText(kMake, "again"), foundation::DatabaseError);
}

} // namespace
} // namespace giftbox::tests::create_store_test
