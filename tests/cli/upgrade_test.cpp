#include "foundation/database/database.h"
#include "foundation/database/sql_text.h"
#include "tests/support/program.h"
#include "tests/support/raw_database.h"
#include "tests/support/server_database.h"

#include <gtest/gtest.h>

#include <optional>

namespace giftbox::tests {
namespace {

using foundation::Access;
using foundation::Engine;

/// The output of the schema 5 program; see tests/data/schema-5/README.md.
std::string kept(const std::string& name)
{
    const Ended unpacked =
        run({.words = {"gzip", "-dc",
                       std::string(GIFTBOX_SOURCE_DIR) + "/tests/data/schema-5/" + name + ".gz"}});
    EXPECT_TRUE(unpacked.done()) << unpacked;
    return unpacked.out;
}

void makeSchema5(const std::string& url)
{
    foundation::Database database = foundation::Database::open(url);
    database.begin(Access::Write);
    database.runText("CREATE TABLE schema_version (number bigint NOT NULL, name text NOT NULL,"
                     " CONSTRAINT schema_version_pk PRIMARY KEY (number))",
                     "schema");
    for (const foundation::Migration& migration : foundation::loadMigrations(Engine::Postgresql)) {
        if (migration.number > 5) {
            break;
        }
        for (const std::string& statement : migration.statements) {
            database.runText(statement, migration.name);
        }
    }
    database.commit();
}

std::string valuesOf(const RawDatabase::Cells& cells)
{
    std::string values;
    for (const std::string& cell : cells) {
        std::string quoted;
        for (const char c : cell) {
            quoted += c == '\'' ? "''" : std::string(1, c);
        }
        values += (values.empty() ? "" : ",") + (cell == "NULL" ? cell : "'" + quoted + "'");
    }
    return values;
}

/// A server database at schema 5 with every row of the file, in any order; verify checks the keys.
void fillServer(const std::string& url, const RawDatabase& file)
{
    makeSchema5(url);
    const RawDatabase server(url);
    server.execute("SET session_replication_role = replica");
    server.execute("BEGIN");
    server.execute("DELETE FROM user_counter");
    for (const std::string& table : file.column(
             "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'")) {
        std::string columns;
        for (const std::string& column :
             file.column("SELECT name FROM pragma_table_info('" + table + "') ORDER BY cid")) {
            columns += (columns.empty() ? "" : ",") + column;
        }
        for (const RawDatabase::Cells& cells : file.rows("SELECT " + columns + " FROM " + table)) {
            server.execute("INSERT INTO " + table + " (" + columns + ") VALUES (" +
                           valuesOf(cells) + ")");
        }
    }
    server.execute("COMMIT");
}

/// The books of schema 5 on either engine, not upgraded yet.
class Upgrade : public ProgramFixture {
protected:
    void SetUp() override
    {
        ProgramFixture::SetUp();
        if (IsSkipped()) {
            return;
        }
        const std::string path = file("schema-5.db");
        writeFile(path, kept("books.db"));
        before_ = RawDatabase(path).rows(kEvents);
        if (GetParam() == Engine::Postgresql) {
            own_.emplace(url());
            fillServer(own_->url(), RawDatabase(path));
            useDatabase(own_->url());
        } else {
            useDatabase(path);
        }
        useStore("SAMPLE");
    }

    static constexpr const char* kEvents =
        "SELECT event_seq, recorded_at, actor, action, subject, detail, hash FROM event "
        "ORDER BY event_seq";

    /// Upgrades with the first command. A server's backup goes to the user's data folder.
    Ended upgrade()
    {
        CommandLine verify = line("verify");
        verify.variables.push_back("XDG_DATA_HOME=" + folder());
        Ended ended = run(verify);
        EXPECT_TRUE(ended.done()) << ended;
        return ended;
    }

    /// Every earlier row and column is unchanged; there may be new columns.
    void expectAsBefore(const std::string& name, const std::string& words)
    {
        const CsvRows before = rowsOfCsv(kept(name));
        const CsvRows now = rowsOfCsv(does(words + " -O csv"));
        ASSERT_EQ(before.size(), now.size()) << words;
        ASSERT_FALSE(before.empty()) << words;
        for (std::size_t row = 0; row < before.size(); ++row) {
            for (const auto& [column, cell] : before[row]) {
                ASSERT_TRUE(now[row].contains(column)) << words << ": " << column;
                EXPECT_EQ(now[row].at(column), cell == "parts" ? "parts_transfer" : cell)
                    << words << ": row " << row + 1 << ", " << column;
            }
        }
    }

    std::optional<ServerDatabase> own_;
    std::vector<RawDatabase::Cells> before_;
};
INSTANTIATE_TEST_SUITE_P(, Upgrade, testing::Values(Engine::Sqlite, Engine::Postgresql),
                         [](const auto& engine) {
                             return engine.param == Engine::Sqlite ? "Sqlite" : "Postgresql";
                         });

TEST_P(Upgrade, OfAYearOfSchema5VerifiesAndGivesTheSameReports)
{
    upgrade();
    expectVerified();
    expectAsBefore("report.csv", "report month --from 2025-09 --to 2026-11");
    expectAsBefore("stock.csv", "stock --as-of 2026-08-31");
    expectAsBefore("exceptions.csv", "report exceptions 2026-10");
    expectAsBefore("boxes.csv", "export boxes");
    expectAsBefore("receipts.csv", "export receipts");
    expectAsBefore("movements.csv", "export movements --from 2025-09-01 --to 2026-11-30");
}

TEST_P(Upgrade, IsSaidWithItsBackupAndTheWordsThatAreAlike)
{
    const Ended upgraded = upgrade();
    EXPECT_NE(upgraded.err.find("the database had schema 5"), std::string::npos) << upgraded;
    EXPECT_NE(upgraded.err.find(folder() + "/"), std::string::npos) << upgraded;
    EXPECT_NE(upgraded.err.find("4 codes or names differ"), std::string::npos) << upgraded;
    const std::string alike = does("alike -O csv");
    for (const char* word : {"hat-navy", "c001", "thank-you box", "Bo"}) {
        EXPECT_NE(alike.find(word), std::string::npos) << alike;
    }
    EXPECT_EQ(runs("verify").err, "");
}

TEST_P(Upgrade, LeavesEveryEventAndItsHashAsItWas)
{
    upgrade();
    std::vector<RawDatabase::Cells> now = RawDatabase(url()).rows(kEvents);
    ASSERT_GE(now.size(), before_.size());
    now.resize(before_.size());
    EXPECT_EQ(now, before_);
}

TEST_P(Upgrade, CanBeWorkedWithAndClosedAndMoved)
{
    upgrade();
    does(
        {"receive", "PEN", "12", "--cost", "10.20", "--reference", "PO-new", "--on", "2026-11-20"});
    does("box give 200 --on 2026-11-21");
    does("close 2026-10");
    does("export store -o " + file("moved.db"));
    expectVerified();
    useDatabase(file("moved.db"));
    expectVerified();
}

} // namespace
} // namespace giftbox::tests
