#include "accounting/open_books.h"

#include "accounting/back_up.h"
#include "accounting/upgrade_books.h"
#include "books/create_store.h"
#include "foundation/database/back_up_database.h"
#include "foundation/database/database_url.h"
#include "foundation/database/private_file.h"
#include "foundation/database/schema.h"
#include "foundation/refusal.h"

#include <algorithm>
#include <filesystem>

namespace giftbox::accounting {

using foundation::Database;
using foundation::Refusal;

namespace {

std::string schemas(int is)
{
    return "schema " + std::to_string(is) + ", this program needs " +
           std::to_string(foundation::programSchemaVersion());
}

/// Beside the file; for a server's database, in the user's data folder.
std::string nameOfBackup(const std::string& url, const Opening& opening)
{
    const std::string end = ".before-upgrade-" + stampOf(opening.now);
    if (const auto file = foundation::fileOf(url)) {
        return *file + end;
    }
    std::filesystem::create_directories(opening.dumpFolder);
    return opening.dumpFolder + "/" + foundation::databaseNameOf(url) + end +
           foundation::backupEnding(url);
}

/// Returns its path; nothing if there is no store.
std::string backUpFirst(Database& database, const std::string& url, int schema,
                        const Opening& opening)
{
    if (!books::hasStores(database)) {
        return "";
    }
    try {
        const std::string path = nameOfBackup(url, opening);
        foundation::copyDatabase(url, path);
        return path;
    } catch (const std::runtime_error& error) {
        throw Refusal("upgrade.no_backup", {{"schema", schema},
                                            {"known", foundation::programSchemaVersion()},
                                            {"error", error.what()}});
    }
}

/// Repeated attempts at an upgrade do not leave a backup each.
void forgetBackup(Database& database, int schema, const std::string& backup) noexcept
{
    try {
        if (!backup.empty() && foundation::databaseSchemaVersion(database) == schema) {
            std::filesystem::remove(backup);
        }
    } catch (const std::exception&) {
        // One more backup remains; the propagating error tells what is wrong.
    }
}

void upgrade(Database& database, const std::string& url, const Opening& opening,
             std::optional<int> version)
{
    if (version == foundation::programSchemaVersion()) {
        return;
    }
    const int schema = version.value_or(0);
    if (schema > 0 && schema < foundation::programSchemaVersion() &&
        !foundation::mayWriteDatabase(url)) {
        throw Refusal("schema.read_only",
                      {{"schema", schema}, {"known", foundation::programSchemaVersion()}});
    }
    std::string backup;
    std::vector<std::string> notes;
    try {
        notes =
            upgradeBooks(database, [&] { backup = backUpFirst(database, url, schema, opening); });
    } catch (...) {
        forgetBackup(database, schema, backup);
        throw;
    }
    if (!backup.empty()) {
        opening.note("the database had " + schemas(schema) +
                     "; a backup from before the upgrade is " + backup);
    }
    std::ranges::for_each(notes, opening.note);
}

} // namespace

std::optional<Database> openBooks(const std::string& url, const Opening& opening)
{
    Database database = Database::open(url);
    const std::optional<int> version = foundation::databaseSchemaVersion(database);
    if (!version) {
        return std::nullopt;
    }
    upgrade(database, url, opening, version);
    return database;
}

Database makeBooks(const std::string& url, const Opening& opening)
{
    Database database = Database::open(url);
    upgrade(database, url, opening, foundation::databaseSchemaVersion(database));
    return database;
}

} // namespace giftbox::accounting
