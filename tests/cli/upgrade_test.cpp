#include "tests/support/old_schema.h"
#include "tests/support/program.h"
#include "tests/support/server_database.h"

#include <gtest/gtest.h>

#include <map>
#include <optional>

namespace giftbox::tests::upgrade_test {
namespace {

using foundation::Engine;

/// What the program of schema 5 wrote; see tests/data/schema-5/README.md.
std::string kept(const std::string& name) { return unpacked("schema-5/" + name + ".gz"); }

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
            makeSchema(own_->url(), 5);
            insertRows(own_->url(), rowsAsSql(RawDatabase(path)));
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

    /// Today's word for a column or a value of the earlier file.
    static std::string wordNow(const std::string& before)
    {
        static const std::map<std::string, std::string> words = {{"reorder_level", "reorder_point"},
                                                                 {"parts", "parts_transfer"},
                                                                 {"choice", "selection"}};
        const auto found = words.find(before);
        return found == words.end() ? before : found->second;
    }

    /// Every earlier row and column is unchanged but for renamed words and the sentences of `what`; there may be new
    /// columns.
    void expectAsBefore(const std::string& file, const std::string& words)
    {
        const CsvRows before = rowsOfCsv(kept(file));
        const CsvRows now = rowsOfCsv(does(words + " -O csv"));
        ASSERT_EQ(before.size(), now.size()) << words;
        ASSERT_FALSE(before.empty()) << words;
        for (std::size_t row = 0; row < before.size(); ++row) {
            for (const auto& [column, cell] : before[row]) {
                const std::string name = wordNow(column);
                ASSERT_TRUE(now[row].contains(name)) << words << ": " << column;
                EXPECT_TRUE(name == "what" || now[row].at(name) == wordNow(cell))
                    << cell << " is " << now[row].at(name) << " in " << words << ": row " << row + 1
                    << ", " << column;
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
} // namespace giftbox::tests::upgrade_test
