#include "accounting/open_books.h"
#include "foundation/database/schema.h"
#include "tests/support/old_schema.h"
#include "tests/support/program.h"
#include "tests/support/raw_database.h"
#include "tests/support/server_database.h"
#include "tests/support/store_fixture.h"

#include <filesystem>
#include <unistd.h>

// A backup is made before a migration changes a database that has a store.

namespace giftbox::tests::open_books_test {
namespace {

namespace fs = std::filesystem;
using foundation::Database;

constexpr int kOldSchema = 5;

class OpenBooks : public ProgramFixture {
protected:
    void SetUp() override
    {
        ProgramFixture::SetUp();
        if (IsSkipped()) {
            return;
        }
        if (GetParam() == Engine::Postgresql) {
            useDatabase(own_.emplace(url()).url());
        }
        makeSchema(url(), kOldSchema);
    }

    void addStore() const
    {
        const RawDatabase database(url());
        database.execute("INSERT INTO store (store_id, code, name, legal_entity, currency, "
                         "created_at) VALUES (1, 'OLD', 'Old Motors', '', 'USD', 0)");
        database.execute(
            "INSERT INTO store_books (store_id, labor_rate_minor, labor_minutes, costing_method, "
            "closed_through, last_item, last_recipient, last_lot, last_movement, last_box, "
            "last_cap, last_event, chain_hash) VALUES (1, 0, 0, 'FIFO', 0, 0, 0, 0, 0, 0, 0, 0, '" +
            std::string(64, '0') + "')");
    }

    accounting::Opening opening()
    {
        return {.now = {1'781'481'600'000},
                .dumpFolder = file("dumps"),
                .note = [this](const std::string& sentence) { said_.push_back(sentence); }};
    }

    int schema() const
    {
        Database database = Database::open(url());
        return foundation::databaseSchemaVersion(database).value_or(0);
    }

    std::string backup() const
    {
        const std::string path = url().substr(0, url().find('?'));
        return GetParam() == Engine::Sqlite ? url() + ".before-upgrade-20260615T000000Z"
                                            : file("dumps/" + path.substr(path.rfind('/') + 1) +
                                                   ".before-upgrade-20260615T000000Z.dump");
    }

    const std::vector<std::string>& said() const { return said_; }

private:
    std::optional<ServerDatabase> own_;
    std::vector<std::string> said_;
};

TEST_P(OpenBooks, BacksUpADatabaseWithAStoreBeforeItIsChanged)
{
    addStore();
    EXPECT_TRUE(accounting::openBooks(url(), opening()));
    EXPECT_EQ(schema(), foundation::programSchemaVersion());
    ASSERT_EQ(said().size(), 1U);
    EXPECT_NE(said().front().find("the database had schema 5"), std::string::npos);
    EXPECT_NE(said().front().find(backup()), std::string::npos);
    if (GetParam() == Engine::Sqlite) {
        EXPECT_EQ(RawDatabase(backup()).column("SELECT MAX(number) FROM schema_version"),
                  std::vector<std::string>{"5"});
        EXPECT_EQ(RawDatabase(backup()).column("SELECT code FROM store"),
                  std::vector<std::string>{"OLD"});
    } else {
        EXPECT_TRUE(readFile(backup()).starts_with("PGDMP"));
    }
    EXPECT_EQ(fs::status(backup()).permissions(), fs::perms(0600));
    // Only once.
    EXPECT_TRUE(accounting::openBooks(url(), opening()));
    EXPECT_EQ(said().size(), 1U);
}

TEST_P(OpenBooks, NeedsNoBackupOfADatabaseWithoutAStore)
{
    accounting::makeBooks(url(), opening());
    EXPECT_EQ(schema(), foundation::programSchemaVersion());
    EXPECT_TRUE(said().empty());
    EXPECT_FALSE(fs::exists(backup()));
}

TEST_P(OpenBooks, LeavesTheDatabaseAsItIsWhenTheBackupCannotBeMade)
{
    addStore();
    if (GetParam() == Engine::Sqlite) {
        fs::create_directory(backup()); // a name that no file can take
        writeFile(backup() + "/x", "");
    } else {
        writeFile(file("dumps"), "no folder");
    }
    EXPECT_EQ(codeOf([&] { accounting::openBooks(url(), opening()); }), "upgrade.no_backup");
    EXPECT_EQ(schema(), kOldSchema);
    EXPECT_TRUE(said().empty());
}

TEST_P(OpenBooks, LeavesNoBackupOfAnUpgradeThatFailed)
{
    addStore();
    RawDatabase(url()).execute("CREATE TABLE backup (x bigint)"); // in the way of migration 6
    for (int tries = 0; tries < 2; ++tries) {
        EXPECT_THROW(accounting::openBooks(url(), opening()), foundation::DatabaseError);
    }
    EXPECT_EQ(schema(), kOldSchema);
    EXPECT_FALSE(fs::exists(backup()));
}

TEST_P(OpenBooks, OfTwoProgramsThatStartAtOnceOneMakesTheBackup)
{
    addStore();
    const std::vector<Ended> ended =
        runAtOnce({line("item list --store OLD"), line("item list --store OLD"),
                   line("item list --store OLD")});
    int notes = 0;
    for (const Ended& one : ended) {
        EXPECT_TRUE(one.done()) << one;
        notes += one.err.find("a backup from before the upgrade") == std::string::npos ? 0 : 1;
    }
    EXPECT_EQ(notes, 1);
}

GIFTBOX_ON_BOTH_ENGINES(OpenBooks);

} // namespace
} // namespace giftbox::tests::open_books_test
