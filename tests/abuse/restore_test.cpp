#include "tests/support/program.h"
#include "tests/support/raw_database.h"
#include "tests/support/seed.h"
#include "tests/support/server_database.h"
#include "tests/support/store_fixture.h"

#include <chrono>
#include <filesystem>
#include <random>
#include <thread>

// Restoring backups: after a crash, under kill -9, during other work, and from files that are not backups.

namespace giftbox::tests::restore_test {
namespace {

namespace fs = std::filesystem;

class Restore : public ProgramFixture {
protected:
    void SetUp() override
    {
        ProgramFixture::SetUp();
        if (IsSkipped()) {
            return;
        }
        if (isServer()) {
            server_ = url();
            useDatabase(own_.emplace(server_).url());
        }
        does("init --name Test --currency USD");
        does("item add HAT --name Cap --kind contents");
        does("receive HAT 10 --cost 50.00 --on 2025-03-01");
    }

    bool isServer() const { return GetParam() == Engine::Postgresql; }

    /// An empty database next to the existing one.
    std::string another()
    {
        return isServer() ? others_.emplace_back(std::make_unique<ServerDatabase>(server_))->url()
                          : file("another-" + std::to_string(++count_) + ".db");
    }

    std::vector<std::string> restoring(const std::string& backup) const
    {
        std::vector<std::string> words = {"restore", backup, "-O", "csv"};
        if (isServer()) {
            words.emplace_back("--replace");
        }
        return words;
    }

    std::string units() const { return rowsOfCsv(does("stock -O csv")).at(0).at("units"); }

    /// The previous database is next to it, complete, and provides its rows again.
    std::string keptBeside() const
    {
        for (const auto& entry : fs::directory_iterator(folder())) {
            const std::string name = entry.path().filename();
            if (name.find(".before-restore-") != std::string::npos) {
                return entry.path();
            }
        }
        return "";
    }

    void expectRefused(const std::string& code, const std::vector<std::string>& words) const
    {
        const std::string before = everyRow();
        const Ended ended = runs(words);
        EXPECT_TRUE(ended.isRefused(code)) << ended;
        EXPECT_EQ(ended.out, "");
        EXPECT_EQ(everyRow(), before) << ended;
        EXPECT_EQ(keptBeside(), "");
        expectVerified();
    }

private:
    std::string server_;
    std::optional<ServerDatabase> own_;
    std::vector<std::unique_ptr<ServerDatabase>> others_;
    int count_ = 0;
};

TEST_P(Restore, BringsBackTheBooksOfTheBackupAndSaysWhatIsNewer)
{
    does("backup copy");
    const std::string before = everything();
    EXPECT_NE(does(restoring("copy")).find(",3,0,\r\n"), std::string::npos);
    does("receive HAT 5 --cost 10.00 --on 2025-03-02");
    does("write-off HAT 1 --reason lost --on 2025-03-02");
    does("init --name Second --currency EUR --store SECOND");
    const CsvRows said = rowsOfCsv(does(restoring("copy")));
    ASSERT_EQ(said.size(), 2U);
    for (const auto& row : said) {
        const bool isSecond = row.at("store") == "SECOND";
        EXPECT_EQ(row.at("events"), isSecond ? "0" : "3");
        EXPECT_EQ(row.at("newer"), isSecond ? "1" : "2");
        EXPECT_EQ(row.at("since").size(), std::string("2025-03-02T08:00:00Z").size());
    }
    EXPECT_EQ(everything(), before);
    expectVerified();
    does("receive HAT 1 --cost 1.00 --on 2025-03-03");
    expectVerified();
}

TEST_P(Restore, CountsWhatIsNewerFromWhereTheTwoPart)
{
    does("backup copy");
    does("receive HAT 1 --cost 1.00 --on 2025-03-02");
    does("receive HAT 1 --cost 1.00 --on 2025-03-02");
    does("backup later");
    does(restoring("copy"));
    does("receive HAT 7 --cost 1.00 --on 2025-03-02");
    // The two have different events 4.
    EXPECT_NE(does(restoring("later")).find(",5,1,"), std::string::npos);
    EXPECT_EQ(units(), "12");
}

TEST_P(Restore, FillsAnEmptyDatabase)
{
    does("backup copy");
    const std::string before = everything();
    useDatabase(another());
    EXPECT_NE(does({"restore", "copy", "-O", "csv"}).find(",3,0,\r\n"), std::string::npos);
    EXPECT_EQ(everything(), before);
    expectVerified();
    EXPECT_EQ(keptBeside(), "");
}

TEST_P(Restore, IsRefusedWhileSomebodyHasTheDatabaseOpen)
{
    does("backup copy");
    does("receive HAT 5 --cost 10.00 --on 2025-03-02");
    {
        const RawDatabase other(url());
        (void)other.column("SELECT code FROM store");
        expectRefused("restore.in_use", restoring("copy"));
    }
    CommandLine serve = line("");
    serve.words = {"bash", "-c", "exec \"$0\" serve --listen 127.0.0.1:0 --workers 1 2>serve.log",
                   GIFTBOX_PROGRAM};
    {
        // Without visitors, no worker has opened the database yet.
        const Started server(serve);
        for (int i = 0;
             i < 200 && readFile(file("serve.log")).find("serving at") == std::string::npos; ++i) {
            std::this_thread::sleep_for(std::chrono::milliseconds(50));
        }
        expectRefused("restore.in_use", restoring("copy"));
    }
    EXPECT_EQ(units(), "15");
    does(restoring("copy"));
    EXPECT_EQ(units(), "10");
}

TEST_P(Restore, IsRefusedForWhatIsNoGoodBackup)
{
    does("backup copy");
    const std::string copy = readFile(file("copy"));
    writeFile(file("text"), "a letter, and not a short one at that, to somebody");
    writeFile(file("empty"), "");
    writeFile(file("cut"), copy.substr(0, copy.size() / 2));
    expectRefused("file.unreadable", restoring("gone"));
    for (const char* name : {"text", "empty", "cut"}) {
        expectRefused("restore.not_a_backup", restoring(name));
    }
    // A file of the other engine.
    const std::string begin = isServer() ? std::string("SQLite format 3\0", 16) : "PGDMP";
    writeFile(file("other"), begin + std::string(8192, '\0'));
    expectRefused("restore.not_a_backup", restoring("other"));
    // A file of another program.
    const std::string foreign = another();
    {
        const RawDatabase database(foreign);
        database.execute("CREATE TABLE bookmark (url text)");
    }
    std::vector<std::string> words = restoring("copy");
    words.insert(words.end(), {"--db", foreign});
    expectRefused("restore.not_giftbox", words);
    EXPECT_EQ(RawDatabase(foreign).column("SELECT COUNT(*) FROM bookmark"),
              std::vector<std::string>{"0"});
}

TEST_P(Restore, IsRefusedForABackupWhoseBooksDoNotHoldOrAreNewer)
{
    const std::string original = url();
    does("backup copy");
    useDatabase(another());
    does("restore copy");
    RawDatabase(url()).execute("UPDATE event SET actor = 'nobody' WHERE event_seq = 2");
    const Ended bad = runs("backup bad");
    EXPECT_EQ(bad.status, 4) << bad;
    EXPECT_NE(bad.err.find("the backup is not good: its books do not verify"), std::string::npos)
        << bad;
    RawDatabase(url()).execute("INSERT INTO schema_version (number, name) VALUES (99, 'later')");
    if (isServer()) {
        ASSERT_TRUE(tests::run({.words = {"pg_dump", "--format=custom", "--file=newer", url()},
                                .folder = folder()})
                        .done());
    } else {
        fs::copy_file(url(), file("newer"));
    }
    useDatabase(original);
    expectRefused("restore.damaged", restoring("bad"));
    expectRefused("schema.newer", restoring("newer"));
}

TEST_P(Restore, OnlyAGoodBackupIsNotedAsOne)
{
    const auto noted = [&] {
        return RawDatabase(url()).column("SELECT place FROM backup WHERE is_good = 1");
    };
    does("backup copy");
    EXPECT_EQ(noted(), std::vector<std::string>{file("copy")});
    fs::create_directory(file("many"));
    does({"backup", "--dir", "many", "--keep", "2d,1w"});
    EXPECT_EQ(noted().size(), 2U);
    RawDatabase(url()).execute("UPDATE event SET actor = 'nobody' WHERE event_seq = 2");
    for (int i = 0; i < 2; ++i) {
        std::this_thread::sleep_for(std::chrono::milliseconds(1100)); // names have whole seconds
        EXPECT_EQ(runs("backup --dir many --keep 1d").status, 4);
    }
    EXPECT_EQ(noted().size(), 2U);
    int good = 0;
    int bad = 0;
    for (const auto& entry : fs::directory_iterator(file("many"))) {
        const bool isBad = entry.path().string().find(".unverified.") != std::string::npos;
        ++(isBad ? bad : good);
        EXPECT_EQ(fs::status(entry.path()).permissions(), fs::perms(0600));
    }
    EXPECT_EQ(good, 1) << "a backup that is not good removes no good one";
    EXPECT_EQ(bad, 1) << "and of such only the newest stays";
    EXPECT_TRUE(runs("backup --dir nowhere").isRefused("backup.no_folder"));
    for (const char* wrong : {"backup", "backup copy --keep 1d", "backup copy2 --dir many",
                              "backup --dir many --keep 1", "backup --dir many --keep d",
                              "backup --dir many --keep 0d", "backup --dir many --keep 1d,2d",
                              "backup --dir many --keep 1d,", "backup --dir many --keep 1y"}) {
        EXPECT_EQ(runs(wrong).status, 2) << wrong;
    }
}

/// A restore may die at any moment.
TEST_P(Restore, KilledAtAnyMomentLeavesTheOldBooksOrTheNew)
{
    does({"import", "items", "-"}, [] {
        std::string csv = "sku,name,kind,category,unit\n";
        for (int i = 0; i < 4000; ++i) {
            csv += "I-" + std::to_string(i) + "," + std::string(150, 'x') + ",contents,x,each\n";
        }
        return csv;
    }());
    does("backup copy");
    const auto begin = std::chrono::steady_clock::now();
    does(restoring("copy"));
    const std::chrono::duration<std::int64_t, std::micro> whole =
        std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() -
                                                              begin);
    std::mt19937_64 random(testSeed());
    std::uniform_int_distribution<std::int64_t> delay(0, whole.count() * 5 / 4);
    int killed = 0;
    int restored = 0;
    const int rounds = isServer() ? 10 : 25;
    for (int round = 0; round < rounds && !HasFailure(); ++round) {
        does("receive HAT 1 --cost 1.00 --on 2025-03-02");
        Started started(giftbox(restoring("copy")));
        std::this_thread::sleep_for(std::chrono::microseconds(delay(random)));
        started.killAll();
        const Ended ended = started.wait();
        killed += ended.status == -9 ? 1 : 0;
        EXPECT_TRUE(ended.status == -9 || ended.done()) << ended;
        const CsvRows stock = rowsOfCsv(does("stock HAT -O csv"));
        const std::string now = stock.empty() ? "" : stock.front().at("units");
        EXPECT_TRUE(now == "10" || now == "11") << now << ended;
        EXPECT_TRUE(now == "10" || !ended.done()) << ended;
        restored += now == "10" ? 1 : 0;
        expectVerified();
        if (now == "11") {
            does("write-off HAT 1 --reason tried --on 2025-03-02");
        }
    }
    EXPECT_GT(killed, rounds / 4);
    does(restoring("copy"));
    EXPECT_EQ(units(), "10");
    for (const char* left : {".restore-part", ".restore-kept", "-journal"}) {
        EXPECT_FALSE(fs::exists(url() + left)) << left;
    }
    if (isServer()) {
        EXPECT_EQ(RawDatabase(url()).column(
                      "SELECT nspname FROM pg_namespace WHERE nspname LIKE 'giftbox%'"),
                  std::vector<std::string>{});
    }
}

GIFTBOX_ON_BOTH_ENGINES(Restore);

/// States that only a file can be in.
class RestoreFile : public Restore {};

TEST_P(RestoreFile, PlaysNoOldLogOverTheBackup)
{
    does("backup copy");
    const std::string before = everything();
    // A process dies with the file open: the latest changes are only in the log.
    CommandLine dies = line("");
    dies.words = {"bash", "-c",
                  "export P=\"$0\"; sqlite3 store.db 'SELECT code FROM store' '.shell \"$P\" "
                  "receive HAT 5 --cost 10.00 --on 2025-03-02 --confirm; kill -9 $PPID'",
                  GIFTBOX_PROGRAM};
    (void)run(dies);
    ASSERT_GT(fs::file_size(url() + "-wal"), 0U);
    const std::string log = readFile(url() + "-wal");
    does("restore copy");
    EXPECT_FALSE(fs::exists(url() + "-wal") || fs::exists(url() + "-shm"));
    EXPECT_EQ(everything(), before);
    expectVerified();
    // The replaced database is kept together with its log.
    const std::string restored = url();
    useDatabase(keptBeside());
    EXPECT_EQ(units(), "15");
    expectVerified();
    // Also when the log belongs to a missing file, or to one overwritten by cp.
    useDatabase(restored);
    writeFile(url() + "-wal", log);
    fs::remove(url());
    does("restore copy");
    EXPECT_EQ(everything(), before);
    fs::copy_file(file("copy"), url(), fs::copy_options::overwrite_existing);
    writeFile(url() + "-wal", log);
    does("restore copy");
    EXPECT_EQ(everything(), before);
    expectVerified();
}

TEST_P(RestoreFile, PutsABackupInThePlaceOfAFileThatIsDamaged)
{
    does("backup copy");
    const std::string before = everything();
    const std::string image = readFile(url());
    for (const std::string& bytes :
         {std::string("no database at all, and long enough to be looked at as one"),
          std::string(8192, '\0'), image.substr(0, image.size() / 2),
          image.substr(0, 4096) + std::string(image.size() - 4096, '\xA5')}) {
        fs::remove(url() + "-wal");
        writeFile(url(), bytes);
        const Ended ended = runs("restore copy");
        EXPECT_TRUE(ended.done()) << ended;
        EXPECT_NE(ended.err.find("it is not readable"), std::string::npos) << ended;
        EXPECT_EQ(everything(), before);
        EXPECT_NE(keptBeside(), "");
        fs::remove(keptBeside());
        expectVerified();
    }
}

TEST_P(RestoreFile, LeavesTheOldBooksWhereThereIsNoRemaining)
{
    does("backup copy");
    does("receive HAT 5 --cost 10.00 --on 2025-03-02");
    const std::string before = everything();
    int failed = 0;
    for (int kilobytes = 40; kilobytes <= 400; kilobytes += 60) {
        CommandLine line = giftbox({"restore", "copy"});
        line.words.insert(line.words.begin(),
                          {"prlimit", "--fsize=" + std::to_string(kilobytes * 1024)});
        const Ended ended = run(line);
        if (ended.done()) {
            break;
        }
        ++failed;
        EXPECT_EQ(ended.status, 3) << ended;
        EXPECT_EQ(everything(), before) << kilobytes << ended;
        EXPECT_EQ(keptBeside(), "") << ended;
        expectVerified();
    }
    EXPECT_GT(failed, 2);
}

TEST_P(RestoreFile, SaysThatACopyOfAFileInUseMayLackItsEnd)
{
    does("backup copy");
    fs::copy_file(url(), file("copied"));
    const std::string warning = "not a backup made by Giftbox";
    does("verify --db copy"); // which creates a log
    EXPECT_EQ(runs("restore copy").err.find(warning), std::string::npos);
    const Ended ended = runs("restore copied");
    EXPECT_TRUE(ended.done()) << ended;
    EXPECT_NE(ended.err.find(warning), std::string::npos) << ended;
    EXPECT_FALSE(fs::exists(file("copied-wal"))) << "the file stays as it is";
    const std::string kept = keptBeside();
    EXPECT_EQ(runs({"restore", kept}).err.find(warning), std::string::npos);
    EXPECT_TRUE(runs("restore store.db").isRefused("restore.not_a_backup"));
}

INSTANTIATE_TEST_SUITE_P(, RestoreFile, testing::Values(Engine::Sqlite), engineName);

class RestoreServer : public Restore {};

TEST_P(RestoreServer, ReplacesBooksOnlyWhenToldTo)
{
    does("backup copy");
    does("receive HAT 5 --cost 10.00 --on 2025-03-02");
    expectRefused("restore.not_empty", {"restore", "copy"});
    does({"restore", "copy", "--replace"});
    EXPECT_EQ(units(), "10");
    // The previous books stay in the database and are not part of the next backup.
    const auto kept = RawDatabase(url()).column(
        "SELECT nspname FROM pg_namespace WHERE nspname LIKE 'before_restore_%'");
    ASSERT_EQ(kept.size(), 1U);
    EXPECT_EQ(RawDatabase(url()).column("SELECT MAX(event_seq) FROM " + kept.front() + ".event"),
              std::vector<std::string>{"4"});
    does("backup again");
    useDatabase(another());
    does("restore again");
    EXPECT_EQ(units(), "10");
    EXPECT_EQ(RawDatabase(url()).column(
                  "SELECT nspname FROM pg_namespace WHERE nspname LIKE 'before_restore_%'"),
              std::vector<std::string>{});
}

TEST_P(RestoreServer, KeepsWhatWasThereBesideARestoreOfTheSameSecond)
{
    does("backup copy");
    // As if there were one in each second of the next minute.
    RawDatabase(url()).execute(R"(DO $$ BEGIN
        FOR second IN 0..60 LOOP
            EXECUTE 'CREATE SCHEMA before_restore_'
                || to_char((now() AT TIME ZONE 'UTC') + second * INTERVAL '1 second', 'YYYYMMDD"t"HH24MISS"z"');
        END LOOP; END $$)");
    does({"restore", "copy", "--replace"});
    EXPECT_EQ(RawDatabase(url()).column(
                  "SELECT COUNT(*) FROM pg_namespace WHERE nspname LIKE 'before_restore_%z_2'"),
              std::vector<std::string>{"1"});
    EXPECT_EQ(units(), "10");
}

INSTANTIATE_TEST_SUITE_P(, RestoreServer, testing::Values(Engine::Postgresql), engineName);

} // namespace
} // namespace giftbox::tests::restore_test
