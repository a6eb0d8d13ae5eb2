#include "tests/support/sqlite_file.h"

#include "accounting/upgrade_books.h"

#include <cstdlib>
#include <filesystem>
#include <unistd.h>

namespace giftbox::tests {

namespace {

/// These tests do not depend on the effects of a power failure.
std::unique_ptr<foundation::Database> openUnsafely(const std::string& path)
{
    auto database = std::make_unique<foundation::Database>(foundation::Database::open(path));
    database->runText("PRAGMA synchronous=OFF", "test settings");
    return database;
}

} // namespace

std::unique_ptr<foundation::Database> newSqliteFile(const std::string& path)
{
    if (const char* kept = std::getenv("GIFTBOX_TEST_TABLES")) {
        const std::string own = kept + ("." + std::to_string(::getpid()));
        if (!std::filesystem::exists(kept)) {
            accounting::upgradeBooks(*openUnsafely(own));
            std::filesystem::rename(own, kept);
        }
        std::filesystem::copy_file(kept, path);
    }
    return openUnsafely(path);
}

} // namespace giftbox::tests
