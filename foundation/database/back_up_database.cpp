#include "foundation/database/back_up_database.h"

#include "foundation/database/database_url.h"
#include "foundation/database/locked_file.h"
#include "foundation/database/replace_file.h"
#include "foundation/database/server_programs.h"
#include "foundation/database/whole_database.h"

namespace giftbox::foundation {
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

/// The moment is verified on the server, and the file read to its end.
std::string backUpServer(Database& database, const std::string& path,
                         const std::function<void(Database&)>& look)
{
    const Moment moment(database);
    dumpServer(database.url(), exportSnapshot(database), path);
    look(database);
    return isReadableDump(path) ? "" : "pg_restore cannot read it; its own words are above";
}

} // namespace

void copyDatabase(const std::string& url, const std::string& path)
{
    LockedFile part(path + ".part");
    if (fileOf(url)) {
        Database::openToRead(url).backupTo(part.path(), [](std::int64_t, std::int64_t) {});
    } else {
        dumpServer(url, "", part.path());
    }
    part.rename(path);
}

std::string backUpDatabase(Database& database, const std::string& path,
                           const std::function<void(std::int64_t, std::int64_t)>& progress,
                           const std::function<void(Database&)>& look)
{
    if (!fileOf(database.url())) {
        return backUpServer(database, path, look);
    }
    database.backupTo(path, progress);
    if (std::string damage = damageOf(path); !damage.empty()) {
        return damage;
    }
    Database copy = Database::openToRead(path);
    const Moment moment(copy);
    look(copy);
    return "";
}

std::string backupEnding(const std::string& url) { return fileOf(url) ? ".db" : ".dump"; }

} // namespace giftbox::foundation
