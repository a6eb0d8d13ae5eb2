#include "foundation/database/database_url.h"
#include "foundation/database/restore_parts.h"
#include "foundation/database/schema.h"
#include "foundation/database/server_programs.h"
#include "foundation/database/whole_database.h"
#include "foundation/refusal.h"

namespace giftbox::foundation {

namespace {

void requireAlone(Database& database, const std::string& url)
{
    if (!isAlone(database)) {
        throw Refusal("restore.in_use/server", {{"database", withoutPassword(url)}});
    }
}

void run(Database& database, const std::vector<std::string>& texts)
{
    database.begin(Access::Write);
    try {
        for (const std::string& text : texts) {
            database.runText(text, "restore");
        }
        database.commit();
    } catch (...) {
        database.rollback();
        throw;
    }
}

/// The schema that a dump is loaded into; dropped if the restore fails.
class Stage {
public:
    explicit Stage(Database& database) : database_(database) { drop(); }
    Stage(const Stage&) = delete;
    Stage& operator=(const Stage&) = delete;
    ~Stage()
    {
        try {
            drop();
        } catch (const std::exception&) {
            // The next restore drops it.
        }
    }

private:
    void drop()
    {
        run(database_, {std::string("DROP SCHEMA IF EXISTS ") + kLoadedSchema + " CASCADE"});
    }

    Database& database_;
};

Database openSchema(const std::string& url, const std::string& schema)
{
    Database database = Database::open(url);
    database.runText("SET search_path TO " + schema, "restore");
    return database;
}

void makeReady(const DatabaseRestore& restore)
{
    loadDump(restore.file, restore.url);
    Database copy = openSchema(restore.url, kLoadedSchema);
    if (!databaseSchemaVersion(copy)) {
        throw Refusal("restore.not_a_backup/server", {{"file", restore.file}});
    }
    restore.makeGood(copy);
}

void requireMayReplace(Database& database, const DatabaseRestore& restore)
{
    if (!database.isOnOneServer()) {
        throw Refusal("restore.citus");
    }
    requireGiftbox(database, restore.url);
    if (!restore.replaces && databaseSchemaVersion(database) && restore.hasBooks(database)) {
        throw Refusal("restore.not_empty", {{"database", withoutPassword(restore.url)}});
    }
}

/// The name of the schema for the old tables; a second restore within a second gets its own.
std::string freeName(Database& database, const std::string& stamp)
{
    std::string wanted = "before_restore_" + stamp;
    for (char& c : wanted) {
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    std::string name = wanted;
    for (int number = 2; hasSchema(database, name); ++number) {
        name = wanted + "_" + std::to_string(number);
    }
    return name;
}

/// Sessions that ask for the old tables meanwhile wait, and then find the new ones.
void swapSchemas(Database& database, const std::string& url, const std::string& keptAs,
                 bool isEmpty)
{
    database.begin(Access::Write);
    try {
        if (databaseSchemaVersion(database)) {
            database.runText("LOCK TABLE store_books IN ACCESS EXCLUSIVE MODE", "restore");
        }
        if (otherSessions(database) > 0) {
            throw Refusal("restore.in_use/meanwhile", {{"database", withoutPassword(url)}});
        }
        database.runText("ALTER SCHEMA public RENAME TO " + keptAs, "restore");
        database.runText(std::string("ALTER SCHEMA ") + kLoadedSchema + " RENAME TO public",
                         "restore");
        database.runText("GRANT USAGE ON SCHEMA public TO PUBLIC", "restore");
        if (isEmpty) {
            database.runText("DROP SCHEMA " + keptAs, "restore");
        }
        database.commit();
    } catch (...) {
        database.rollback();
        throw;
    }
}

} // namespace

RestoredDatabase restoreServer(const DatabaseRestore& restore)
{
    Database database = Database::open(restore.url);
    requireMayReplace(database, restore);
    requireAlone(database, restore.url);
    const bool isEmpty = countObjects(database) == 0;
    const Stage stage(database);
    makeReady(restore);
    requireAlone(database, restore.url);
    const std::string keptAs = freeName(database, restore.stamp);
    swapSchemas(database, restore.url, keptAs, isEmpty);
    Database now = openSchema(restore.url, "public");
    if (isEmpty) {
        restore.compare(now, nullptr);
        return {};
    }
    Database before = openSchema(restore.url, keptAs);
    restore.compare(now, &before);
    return {.keptAs = "the schema " + keptAs + " of the same database"};
}

} // namespace giftbox::foundation
