#include "foundation/database/back_up_database.h"
#include "foundation/database/database_url.h"
#include "foundation/database/private_file.h"

#include <gtest/gtest.h>

namespace giftbox::foundation::database_url_test {
namespace {

constexpr const char* kFile = "/srv/books/store.one.db";
constexpr const char* kServer = "postgresql://ann:secret@host:5433/giftbox?host=/run/a";

TEST(DatabaseUrl, SaysWhereAFileIsAndThatAServersDatabaseHasNone)
{
    EXPECT_EQ(fileOf(kFile), kFile);
    EXPECT_EQ(fileOf(kServer), std::nullopt);
    EXPECT_TRUE(hasOneWriter(kFile));
    EXPECT_FALSE(hasOneWriter(kServer));
}

TEST(DatabaseUrl, NamesTheDatabaseAndItsBackups)
{
    EXPECT_EQ(databaseNameOf(kFile), "store.one.db");
    EXPECT_EQ(databaseNameOf(kServer), "giftbox");
    EXPECT_EQ(backupEnding(kFile), ".db");
    EXPECT_EQ(backupEnding(kServer), ".dump");
}

TEST(DatabaseUrl, LeavesItToAServerWhoMayWrite)
{
    EXPECT_FALSE(mayWriteDatabase("/no/such/folder/store.db"));
    EXPECT_TRUE(mayWriteDatabase(kServer));
}

} // namespace
} // namespace giftbox::foundation::database_url_test
