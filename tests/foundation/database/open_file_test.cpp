#include "foundation/database/open_file.h"

#include "foundation/database/database.h"
#include "foundation/refusal.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <functional>

namespace giftbox::foundation::open_file_test {
namespace {

namespace fs = std::filesystem;

class OpenFileTest : public testing::Test {
protected:
    OpenFileTest()
    {
        std::string folder = (fs::temp_directory_path() / "giftbox-file-XXXXXX").string();
        if (mkdtemp(folder.data()) == nullptr) {
            throw std::runtime_error("cannot make " + folder);
        }
        folder_ = folder;
        fs::create_directory(folder_ / "books");
        Database made = Database::open(path());
        made.runText("CREATE TABLE schema_version (n INTEGER)", "test");
        made.backupTo(folder_ / "backup.db", [](std::int64_t, std::int64_t) {});
    }
    ~OpenFileTest() override { fs::remove_all(folder_); }

    std::string path() const { return folder_ / "books" / "books.db"; }

    static void write(Database& database)
    {
        database.begin(Access::Write);
        try {
            database.runText("INSERT INTO schema_version VALUES (1)", "test");
            database.commit();
        } catch (...) {
            database.rollback();
            throw;
        }
    }
    static void expectRefused(const std::function<void()>& work)
    {
        try {
            work();
            ADD_FAILURE() << "was not refused";
        } catch (const Refusal& refusal) {
            EXPECT_EQ(refusal.code(), "database.replaced");
        }
    }
    /// No connection, old or new, may write to a file that nobody finds again.
    void expectNothingIsKept(const std::function<void()>& harm)
    {
        Database database = Database::open(path());
        Database other = Database::open(path());
        write(database);
        EXPECT_NO_THROW(database.requireSameFile());
        harm();
        expectRefused([&] { write(database); });
        expectRefused([&] { write(other); });
        expectRefused([&] { other.runText("INSERT INTO schema_version VALUES (2)", "test"); });
        expectRefused([&] { database.requireSameFile(); });
        expectRefused([&] { (void)Database::open(path()); });
        Rows rows = database.query("foundation/database/has_schema_version", {});
        EXPECT_TRUE(rows.next()) << "what is there is still read";
    }

    fs::path folder_;
};

TEST_F(OpenFileTest, IsNotAnotherOneForWhoOpenedItMeanwhile)
{
    Session late(path());
    fs::rename(folder_ / "backup.db", path());
    expectRefused([&] { (void)OpenFile(path(), late); });
}

TEST_F(OpenFileTest, IsNotAnotherOneForWhoOpensTheOneThatHasReplacedIt)
{
    Database database = Database::open(path());
    fs::rename(folder_ / "backup.db", path());
    Session late(path());
    expectRefused([&] { (void)OpenFile(path(), late); });
}

TEST_F(OpenFileTest, KeepsNothingOnceTheFileIsReplaced)
{
    expectNothingIsKept([&] { fs::rename(folder_ / "backup.db", path()); });
    Database database = Database::open(path());
    EXPECT_NO_THROW(write(database)) << "the file that is there now is the one, once all is closed";
}

TEST_F(OpenFileTest, KeepsNothingOnceTheFileIsRemoved)
{
    expectNothingIsKept([&] { fs::remove(path()); });
    EXPECT_FALSE(fs::exists(path())) << "no empty file takes its place";
}

TEST_F(OpenFileTest, KeepsNothingOnceTheLogIsRemoved)
{
    expectNothingIsKept([&] { fs::remove(path() + "-wal"); });
}

TEST_F(OpenFileTest, KeepsNothingOnceTheIndexOfTheLogIsRemoved)
{
    expectNothingIsKept([&] { fs::remove(path() + "-shm"); });
}

TEST_F(OpenFileTest, KeepsNothingOnceTheFolderIsMoved)
{
    expectNothingIsKept([&] { fs::rename(folder_ / "books", folder_ / "elsewhere"); });
}

TEST_F(OpenFileTest, KeepsNothingOnceALinkLeadsElsewhere)
{
    const fs::path link = folder_ / "link.db";
    fs::create_symlink(path(), link);
    Database database = Database::open(link);
    write(database);
    fs::remove(link);
    fs::create_symlink(folder_ / "backup.db", link);
    expectRefused([&] { write(database); });
}

TEST_F(OpenFileTest, LetsFilesBeReplacedThatNobodyHasOpen)
{
    for (int i = 0; i < 3; ++i) {
        fs::copy_file(folder_ / "backup.db", folder_ / "next.db");
        fs::rename(folder_ / "next.db", path());
        Database first = Database::open(path());
        write(first);
        Database second = Database::open(path());
        first = Database::open(path());
        write(second);
        write(first);
    }
}

} // namespace
} // namespace giftbox::foundation::open_file_test
