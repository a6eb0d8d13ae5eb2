#include "foundation/database/database_url.h"
#include "foundation/database/server_programs.h"

#include "foundation/database/database.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <iterator>

namespace giftbox::foundation::server_programs_test {
namespace {

constexpr const char* kUrl = "postgresql://ann:p%40ss-of-ann@host/books?host=/socket";

/// Programs named like PostgreSQL's, which record the process data that everybody on the machine can read, and their
/// own environment.
class ServerPrograms : public testing::Test {
protected:
    void SetUp() override
    {
        std::string pattern = (std::filesystem::temp_directory_path() / "programs.XXXXXX").string();
        folder_ = ::mkdtemp(pattern.data());
        path_ = std::getenv("PATH");
        ::setenv("PATH", (folder_ + ":" + path_).c_str(), 1);
        ::setenv("SEEN", seen().c_str(), 1);
        for (const char* name : {"pg_dump", "pg_restore", "psql"}) {
            std::ofstream(folder_ + "/" + name)
                << "#!/bin/sh\n"
                   "cat /proc/[0-9]*/cmdline 2> /dev/null | tr '\\0' '\\n' >> \"$SEEN\"\n"
                   "echo \"$0 has ${PGPASSWORD:-none}\" >> \"$SEEN.environment\"\n";
            std::filesystem::permissions(folder_ + "/" + name, std::filesystem::perms::owner_all);
        }
    }
    void TearDown() override
    {
        ::setenv("PATH", path_.c_str(), 1);
        ::unsetenv("SEEN");
        std::filesystem::remove_all(folder_);
    }
    std::string seen() const { return folder_ + "/seen"; }
    static std::string textOf(const std::string& path)
    {
        std::ifstream file(path);
        return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    }
    void showNoPassword(const std::string& program) const
    {
        const std::string words = textOf(seen());
        EXPECT_NE(words.find(program), std::string::npos) << words;
        EXPECT_NE(words.find("postgresql://ann@host/books"), std::string::npos) << words;
        for (const char* password : {"p%40ss-of-ann", "p@ss-of-ann"}) {
            EXPECT_EQ(words.find(password), std::string::npos) << words;
        }
        EXPECT_NE(textOf(seen() + ".environment").find(program + " has p@ss-of-ann"),
                  std::string::npos);
    }

private:
    std::string folder_;
    std::string path_;
};

TEST_F(ServerPrograms, GetThePasswordWhereNobodyElseReadsIt)
{
    dumpServer(kUrl, "", "/dev/null");
    showNoPassword("pg_dump");
    loadDump("/dev/null", kUrl);
    showNoPassword("psql");
}

TEST(WithoutPassword, LeavesTheRestOfAUrl)
{
    EXPECT_EQ(withoutPassword(kUrl), "postgresql://ann@host/books?host=/socket");
    EXPECT_EQ(withoutPassword("postgresql://ann:a@b:c@host/books"), "postgresql://ann@host/books");
    EXPECT_EQ(withoutPassword("--db=postgresql://ann:secret@host/books"),
              "--db=postgresql://ann@host/books");
    EXPECT_EQ(withoutPassword("postgresql://ann@host/books?password=secret&host=/socket"),
              "postgresql://ann@host/books?host=/socket");
    EXPECT_EQ(withoutPassword("postgresql:///books?host=/socket&password=secret"),
              "postgresql:///books?host=/socket");
    for (const char* url : {"/home/ann/books.db", "postgresql://ann@host:5432/books", "books.db?x",
                            "postgresql://host/books?host=/a:b@c"}) {
        EXPECT_EQ(withoutPassword(url), url);
    }
}

TEST(WithoutPassword, IsWhatAConnectionThatFailsNames)
{
    for (const char* url : {"postgresql://ann:secret@127.0.0.1:1/books",
                            "postgresql://ann@127.0.0.1:1/books?password=secret"}) {
        try {
            Database::open(url);
            ADD_FAILURE() << url;
        } catch (const DatabaseError& error) {
            EXPECT_EQ(std::string(error.what()).find("secret"), std::string::npos) << error.what();
        }
    }
}

} // namespace
} // namespace giftbox::foundation::server_programs_test
