#include "tests/support/program.h"
#include "tests/support/raw_database.h"
#include "tests/support/server_database.h"
#include "tests/support/store_fixture.h"

#include <filesystem>
#include <unistd.h>

// Full disks, read-only files, and files that are not databases: status 3 with a sentence, and no data is lost.

namespace giftbox::tests::storage_test {
namespace {

using Texts = std::vector<std::string>;

const Texts kChange = {"receive", "HAT", "1", "--cost", "1.00", "--on", "2025-03-02"};

bool says(const Ended& ended, const std::string& sentence)
{
    return ended.err.find(sentence) != std::string::npos;
}

/// Status 3 and one line of error text.
void expectFailed(const Ended& ended, const std::string& sentence)
{
    EXPECT_EQ(ended.status, 3) << ended;
    EXPECT_TRUE(ended.err.starts_with("giftbox: ") && says(ended, sentence))
        << "expected \"" << sentence << "\"" << ended;
    EXPECT_EQ(std::count(ended.err.begin(), ended.err.end(), '\n'), 1) << ended;
}

std::string manyReceipts(int rows)
{
    std::string csv = "received_on,sku,units,total_cost,reference,supplier\n";
    for (int i = 0; i < rows; ++i) {
        csv +=
            "2025-03-03,HAT,1,1.00,INV-" + std::to_string(i) + "," + std::string(200, 'x') + "\n";
    }
    return csv;
}

class Storage : public ProgramFixture {
protected:
    void SetUp() override
    {
        ProgramFixture::SetUp();
        if (IsSkipped()) {
            return;
        }
        does("init --name Test --currency USD");
        does("item add HAT --name Cap --kind contents");
        does("receive HAT 10 --cost 50.00 --on 2025-03-01");
    }
};

TEST_P(Storage, ResultsThatDoNotFitEndWithStatusThree)
{
    for (const Texts& words : {Texts{"stock"},
                               {"export", "movements"},
                               {"report", "month"},
                               {"item", "show", "HAT"},
                               {"--help"},
                               {"receive", "--help"},
                               {"--version"},
                               {"man"},
                               {"completion"}}) {
        CommandLine line = giftbox(words);
        line.outputTo = "/dev/full";
        expectFailed(run(line), "output.failed: cannot write the result: No space left on device");
    }
    // Large enough to fail while it is being written.
    does({"import", "receipts", "-"}, manyReceipts(2000));
    for (const char* format : {"table", "csv", "json"}) {
        CommandLine line = giftbox({"export", "receipts", "-O", format});
        line.outputTo = "/dev/full";
        expectFailed(run(line), "No space left on device");
    }
    expectVerified();
}

TEST_P(Storage, AChangeWhoseResultDoesNotFitIsKeptAndSaysSo)
{
    CommandLine line = giftbox(kChange);
    line.outputTo = "/dev/full";
    expectFailed(run(line), "No space left on device; the change is recorded, so do not repeat it");
    EXPECT_NE(does("stock -O csv").find(",11,51.00,"), std::string::npos);
    // With a request key, repeating is safe.
    line.words.insert(line.words.end(), {"--request-key", "once"});
    expectFailed(run(line), "the change is recorded");
    line.outputTo.reset();
    EXPECT_TRUE(run(line).done());
    EXPECT_NE(does("stock -O csv").find(",12,52.00,"), std::string::npos);
    expectVerified();
}

TEST_P(Storage, AServerOrFileThatIsNotThereIsNamedWithoutItsPassword)
{
    for (const char* command : {"stock", "verify", "init --name X --currency USD"}) {
        CommandLine line = ProgramStore::line(command);
        line.words.insert(line.words.end(),
                          {"--db", "postgresql://ann:secret@localhost/none?host=" + folder()});
        const Ended ended = run(line);
        expectFailed(ended, "database.failed: ");
        EXPECT_FALSE(says(ended, "secret")) << ended;
    }
    if (GetParam() == foundation::Engine::Postgresql) {
        const auto at = url().find('@');
        const std::string withPassword = url().substr(0, at) + ":secret" + url().substr(at);
        const Ended ended = runs({"--db", withPassword, "init", "--name", "X", "--currency", "USD",
                                  "--store", newStoreCode()});
        EXPECT_TRUE(ended.done() && ended.out.find("secret") == std::string::npos) << ended;
    }
}

TEST_P(Storage, ADatabaseOfANewerProgramIsLeftAlone)
{
    std::optional<ServerDatabase> own;
    if (GetParam() == foundation::Engine::Postgresql) {
        useDatabase(own.emplace(url()).url());
        does("init --name Test --currency USD");
    }
    {
        const RawDatabase database(url());
        database.execute("INSERT INTO schema_version (number, name) VALUES (99, '0099_later.sql')");
    }
    const std::string rows = everyRow();
    for (const char* command : {"stock", "receive HAT 1 --cost 1.00 --on 2025-03-02", "verify",
                                "export movements", "init --name X --currency USD --store OTHER"}) {
        const Ended ended = runs(command);
        EXPECT_TRUE(ended.isRefused("schema.newer")) << ended;
        EXPECT_EQ(ended.out, "") << ended;
    }
    EXPECT_EQ(everyRow(), rows);
}

GIFTBOX_ON_BOTH_ENGINES(Storage);

/// SQLite only, where the files belong to the test.
class StorageFiles : public Storage {
protected:
    /// The program in the test's folder, where other users may run it.
    void SetUp() override
    {
        Storage::SetUp();
        std::filesystem::copy_file(GIFTBOX_PROGRAM, file("program"));
        std::filesystem::permissions(folder(), std::filesystem::perms(0755));
    }

    /// The command after `prefix`, for example one that sets a limit.
    CommandLine behind(Texts prefix, const Texts& words, const std::string& input = "") const
    {
        CommandLine line = giftbox(words, input);
        prefix.insert(prefix.end(), line.words.begin(), line.words.end());
        line.words = prefix;
        return line;
    }

    /// Runs as a user with only the rights that the files give.
    Ended asStranger(const Texts& words) const
    {
        CommandLine line = giftbox(words);
        line.words.front() = file("program");
        if (geteuid() == 0) {
            const Texts prefix = {"setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"};
            line.words.insert(line.words.begin(), prefix.begin(), prefix.end());
        }
        return run(line);
    }

    void setRights(const std::string& name, unsigned rights) const
    {
        std::filesystem::permissions(name, std::filesystem::perms(rights));
    }
};

TEST_P(StorageFiles, AFileThatMayNotGrowLosesNothing)
{
    const std::string receipts = manyReceipts(800);
    const std::string before = everything();
    int failed = 0;
    int done = 0;
    // From almost no disk space to enough, through every part of a commit.
    for (int kilobytes = 20; kilobytes <= 1600; kilobytes += kilobytes < 200 ? 20 : 100) {
        const Ended ended = run(behind({"prlimit", "--fsize=" + std::to_string(kilobytes * 1024)},
                                       {"import", "receipts", "-"}, receipts));
        if (ended.done()) {
            ++done;
            break;
        }
        ++failed;
        expectFailed(ended, "database.failed: ");
        EXPECT_TRUE(says(ended, "nothing was changed")) << ended;
        EXPECT_EQ(everything(), before) << kilobytes << ended;
        expectVerified();
    }
    EXPECT_GT(failed, 3);
    EXPECT_EQ(done, 1);
    EXPECT_NE(everything(), before);
    expectVerified();
}

TEST_P(StorageFiles, AResultFileThatMayNotGrowIsNotLeftInHalf)
{
    does({"import", "receipts", "-"}, manyReceipts(800));
    writeFile(file("receipts.csv"), "what was there before");
    const Ended ended =
        run(behind({"prlimit", "--fsize=40960"}, {"export", "receipts", "-o", "receipts.csv"}));
    expectFailed(ended, "output.failed: cannot write receipts.csv: File too large");
    EXPECT_EQ(readFile(file("receipts.csv")), "what was there before");
    EXPECT_FALSE(std::filesystem::exists(file("receipts.csv.part")));
    const Ended copy = run(behind({"prlimit", "--fsize=40960"}, {"backup", "copy.db"}));
    expectFailed(copy, "copy.db");
    EXPECT_FALSE(std::filesystem::exists(file("copy.db")) ||
                 std::filesystem::exists(file("copy.db.part")));
    expectVerified();
}

TEST_P(StorageFiles, WhoMayNotWriteIsToldSo)
{
    const std::string before = everything();
    std::filesystem::create_directory(file("closed"));
    const Texts init = {"init", "--name", "X", "--currency", "USD", "--store", "X"};
    // Neither the folder nor the file is writable.
    setRights(file("store.db"), 0444);
    setRights(folder(), 0555);
    expectFailed(asStranger(kChange), "you cannot write to the database; nothing was changed");
    expectFailed(asStranger(init), "you cannot write to the database");
    expectFailed(asStranger({"stock", "-o", "stock.csv"}), "");
    // The folder is writable: a user who can read the file can read the books.
    setRights(folder(), 0777);
    EXPECT_TRUE(asStranger({"stock"}).done());
    expectFailed(asStranger(kChange), "you cannot write to the database; nothing was changed");
    expectFailed(asStranger(init), "you cannot write to the database");
    // Neither the file nor the folder is readable.
    setRights(file("store.db"), 0000);
    expectFailed(asStranger({"stock"}), "you cannot open the database; nothing was changed");
    expectFailed(asStranger(kChange), "you cannot open the database; nothing was changed");
    setRights(file("store.db"), 0644);
    setRights(file("closed"), 0000);
    for (const Texts& words : {Texts{"stock"}, kChange}) {
        Texts elsewhere = words;
        elsewhere.insert(elsewhere.end(), {"--db", "closed/store.db"});
        expectFailed(asStranger(elsewhere), "you cannot open the database");
    }
    Texts new_ = init;
    new_.insert(new_.end(), {"--db", "closed/new/store.db"});
    expectFailed(
        asStranger(new_),
        "file.failed: filesystem error: cannot make the folder: Permission denied [closed/new]");
    expectFailed(asStranger({"stock", "-o", "closed/stock.csv"}),
                 "cannot write closed/stock.csv: Permission denied");
    expectFailed(asStranger({"backup", "closed/copy.db"}), "");
    setRights(file("closed"), 0755);
    EXPECT_EQ(everything(), before);
    expectVerified();
}

TEST_P(StorageFiles, AReadOnlyFileInAFolderThatMayNotBeWrittenIsReadVerifiedAndExported)
{
    const std::string before = everything();
    std::filesystem::create_directory(file("shelf"));
    std::filesystem::create_directory(file("mine"));
    does(Texts{"backup", "shelf/backup.db"});
    std::filesystem::copy_file(file("store.db"), file("shelf/copied.db"));
    // A database that claims to be from an older program.
    std::filesystem::copy_file(file("store.db"), file("shelf/older.db"));
    RawDatabase(file("shelf/older.db")).execute("DELETE FROM schema_version WHERE number > 5");
    for (const char* name : {"backup.db", "copied.db", "older.db"}) {
        setRights(file("shelf/") + name, 0444);
    }
    setRights(file("shelf"), 0555);
    setRights(file("mine"), 0777);
    for (const char* name : {"shelf/backup.db", "shelf/copied.db"}) {
        const auto on = [&](Texts words) {
            words.insert(words.end(), {"--db", name});
            return asStranger(words);
        };
        for (const Texts& words : {Texts{"stock"},
                                   {"verify"},
                                   {"export", "movements"},
                                   {"export", "store", "-o", "mine/" + std::string(name + 6)},
                                   {"backup", "mine/copy-of-" + std::string(name + 6)}}) {
            const Ended ended = on(words);
            EXPECT_TRUE(ended.done()) << ended;
        }
        expectFailed(on(kChange), "you cannot write to the database; nothing was changed. "
                                  "It is read-only");
        useDatabase(file(name));
        EXPECT_EQ(everything(), before);
        useDatabase(file("store.db"));
    }
    const Ended older = asStranger({"stock", "--db", "shelf/older.db"});
    EXPECT_TRUE(older.isRefused("schema.read_only")) << older;
    int files = 0;
    for (const auto& entry : std::filesystem::directory_iterator(file("shelf"))) {
        files += entry.is_regular_file() ? 1 : 0;
    }
    EXPECT_GE(files, 3);
    setRights(file("shelf"), 0755);
}

TEST_P(StorageFiles, WhatHoldsTheBooksIsItsOwnersAlone)
{
    does(Texts{"backup", "copy.db"});
    does({"export", "store", "-o", "moved.db"});
    for (const char* const name : {"store.db", "copy.db", "moved.db"}) {
        EXPECT_EQ(std::filesystem::status(file(name)).permissions(), std::filesystem::perms(0600))
            << name;
    }
    setRights(file("store.db"), 0660);
    does(kChange);
    EXPECT_EQ(std::filesystem::status(file("store.db")).permissions(), std::filesystem::perms(0660))
        << "who let others in did so on purpose";
}

TEST_P(StorageFiles, AFileThatMayNotBeReadIsNotImported)
{
    writeFile(file("items.csv"), "sku,name,kind,category,unit\n");
    setRights(file("items.csv"), 0000);
    setRights(folder(), 0777);
    setRights(file("store.db"), 0666);
    EXPECT_TRUE(asStranger({"import", "items", "items.csv"}).isRefused("file.unreadable"));
}

TEST_P(StorageFiles, WhatIsNoDatabaseIsLeftAlone)
{
    const std::string image = readFile(file("store.db"));
    const std::vector<std::pair<const char*, std::string>> files = {
        {"text.db", "This is a letter, not a database. It is long enough to be read as the header "
                    "of one, and says nothing of the kind.\n"},
        {"csv.db", manyReceipts(100)},
        {"zeros.db", std::string(8192, '\0')},
        {"cut.db", image.substr(0, image.size() / 2)},
        {"header.db", image.substr(0, 100)},
        {"hole.db", image.substr(0, 4096) + std::string(image.size() - 4096, '\xA5')}};
    for (const auto& [name, bytes] : files) {
        for (const char* command :
             {"stock", "verify", "export movements", "receive HAT 1 --cost 1.00 --on 2025-03-02",
              "init --name X --currency USD --store X", "backup copy.db"}) {
            writeFile(file(name), bytes);
            CommandLine line = ProgramStore::line(command);
            line.words.insert(line.words.end(), {"--db", name});
            expectFailed(run(line),
                         "the file is damaged or not a Giftbox database; restore a backup");
            EXPECT_EQ(readFile(file(name)), bytes) << name;
            EXPECT_FALSE(std::filesystem::exists(file("copy.db")));
        }
    }
}

TEST_P(StorageFiles, AnEmptyFileOrAnotherProgramsDatabaseHoldsNoStore)
{
    writeFile(file("empty.db"), "");
    {
        const RawDatabase other(file("other.db"));
        other.execute("CREATE TABLE bookmark (url text)");
    }
    for (const char* name : {"empty.db", "other.db"}) {
        for (const char* command :
             {"stock", "verify", "receive HAT 1 --cost 1.00 --on 2025-03-02"}) {
            CommandLine line = ProgramStore::line(command);
            line.words.insert(line.words.end(), {"--db", name});
            const Ended ended = run(line);
            EXPECT_TRUE(ended.isRefused("store.none")) << ended;
        }
    }
    EXPECT_EQ(RawDatabase(file("other.db")).column("SELECT name FROM sqlite_master"),
              Texts{"bookmark"});
}

INSTANTIATE_TEST_SUITE_P(, StorageFiles, testing::Values(foundation::Engine::Sqlite), engineName);

} // namespace
} // namespace giftbox::tests::storage_test
