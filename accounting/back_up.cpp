#include "accounting/back_up.h"

#include "accounting/verify_books.h"
#include "books/create_store.h"
#include "foundation/database/backup_list.h"
#include "foundation/database/locked_file.h"
#include "foundation/database/private_file.h"
#include "foundation/database/replace_file.h"
#include "foundation/database/server_programs.h"
#include "foundation/database/whole_database.h"

#include <filesystem>

namespace giftbox::accounting {

using foundation::Access;
using foundation::Database;
using foundation::Engine;
using foundation::LockedFile;

namespace {

/// A transaction that sees one moment.
class Moment {
public:
    explicit Moment(Database& database) : database_(database) { database.begin(Access::Read); }
    Moment(const Moment&) = delete;
    Moment& operator=(const Moment&) = delete;
    ~Moment() { database_.rollback(); }

private:
    Database& database_;
};

std::vector<std::string> copyFile(Database& database, const std::string& part,
                                  const Progress& progress)
{
    database.backupTo(
        part, progress ? progress : [](std::int64_t, std::int64_t) {});
    if (const std::string damage = foundation::damageOf(part); !damage.empty()) {
        return {"the file: " + damage};
    }
    Database copy = Database::openToRead(part);
    const Moment moment(copy);
    return verifyStores(copy);
}

std::vector<std::string> copyServer(Database& database, const std::string& url,
                                    const std::string& part)
{
    const Moment moment(database);
    foundation::dumpServer(url, foundation::exportSnapshot(database), part);
    std::vector<std::string> differences = verifyStores(database);
    if (!foundation::isReadableDump(part)) {
        differences.emplace_back("the file: pg_restore cannot read it; its own words are above");
    }
    return differences;
}

bool mayNote(const Database& database, const std::string& url)
{
    return database.engine() == Engine::Postgresql || foundation::mayWriteDatabase(url);
}

} // namespace

std::vector<std::string> verifyStores(Database& database)
{
    std::vector<std::string> all;
    for (const std::string& code : books::listStores(database)) {
        const books::ReadTransaction tx(database, books::loadStore(database, code));
        for (const std::string& difference : verifyBooks(tx, [](std::int64_t, std::int64_t) {})) {
            all.push_back(code + ": " + difference);
        }
    }
    return all;
}

void copyDatabase(const std::string& url, const std::string& path)
{
    LockedFile part(path + ".part");
    if (url.find("://") == std::string::npos) {
        Database::openToRead(url).backupTo(part.path(), [](std::int64_t, std::int64_t) {});
    } else {
        foundation::dumpServer(url, "", part.path());
    }
    part.rename(path);
}

MadeBackup backUp(Database& database, const BackupOrder& order)
{
    LockedFile part(order.path + ".part");
    MadeBackup made{.path = order.path,
                    .differences = database.engine() == Engine::Sqlite
                                       ? copyFile(database, part.path(), order.progress)
                                       : copyServer(database, order.url, part.path())};
    if (!made.differences.empty()) {
        made.path = order.pathIfBad;
    }
    part.rename(made.path);
    if (mayNote(database, order.url)) {
        foundation::noteBackup(database,
                               {.madeAt = order.now,
                                .place = std::filesystem::absolute(made.path).lexically_normal(),
                                .isGood = made.differences.empty()});
    }
    return made;
}

std::string stampOf(foundation::Instant instant)
{
    std::string stamp = toText(instant);
    std::erase_if(stamp, [](char c) { return c == '-' || c == ':'; });
    return stamp;
}

} // namespace giftbox::accounting
