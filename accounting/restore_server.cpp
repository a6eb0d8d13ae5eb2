#include "accounting/back_up.h"
#include "accounting/restore_parts.h"
#include "books/create_store.h"
#include "foundation/database/database_url.h"
#include "foundation/database/schema.h"
#include "foundation/database/server_programs.h"
#include "foundation/database/whole_database.h"
#include "foundation/refusal.h"

#include <chrono>
#include <thread>

namespace giftbox::accounting {

using foundation::Access;
using foundation::Database;
using foundation::Refusal;

namespace {

/// Sessions of programs that just ended take a moment to close.
void requireAlone(Database& database, const std::string& url)
{
    constexpr int kTries = 30;
    for (int tries = 1; foundation::otherSessions(database) > 0; ++tries) {
        if (tries == kTries) {
            throw Refusal("restore.in_use/server",
                          {{"database", foundation::withoutPassword(url)}});
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
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
        run(database_,
            {std::string("DROP SCHEMA IF EXISTS ") + foundation::kLoadedSchema + " CASCADE"});
    }

    Database& database_;
};

Database openSchema(const std::string& url, const std::string& schema)
{
    Database database = Database::open(url);
    database.runText("SET search_path TO " + schema, "restore");
    return database;
}

void makeReady(const RestoreOrder& order)
{
    foundation::loadDump(order.file, order.url);
    Database copy = openSchema(order.url, foundation::kLoadedSchema);
    if (!foundation::databaseSchemaVersion(copy)) {
        throw Refusal("restore.not_a_backup/server", {{"file", order.file}});
    }
    requireGoodBooks(copy, order.file);
}

void requireMayReplace(Database& database, const RestoreOrder& order)
{
    if (!database.isOnOneServer()) {
        throw Refusal("restore.citus");
    }
    requireGiftbox(database, order.url);
    if (!order.replaces && foundation::databaseSchemaVersion(database) &&
        !books::listStores(database).empty()) {
        throw Refusal("restore.not_empty", {{"database", foundation::withoutPassword(order.url)}});
    }
}

/// The name of the schema for the old tables; a second restore within a second gets its own.
std::string freeName(Database& database, const foundation::Instant& now)
{
    std::string wanted = "before_restore_" + stampOf(now);
    for (char& c : wanted) {
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    std::string name = wanted;
    for (int number = 2; foundation::hasSchema(database, name); ++number) {
        name = wanted + "_" + std::to_string(number);
    }
    return name;
}

/// Sessions that ask for the old tables meanwhile wait, and then find the new ones.
void swap(Database& database, const std::string& url, const std::string& keptAs, bool isEmpty)
{
    database.begin(Access::Write);
    try {
        if (foundation::databaseSchemaVersion(database)) {
            database.runText("LOCK TABLE store_books IN ACCESS EXCLUSIVE MODE", "restore");
        }
        if (foundation::otherSessions(database) > 0) {
            throw Refusal("restore.in_use/meanwhile",
                          {{"database", foundation::withoutPassword(url)}});
        }
        database.runText("ALTER SCHEMA public RENAME TO " + keptAs, "restore");
        database.runText(std::string("ALTER SCHEMA ") + foundation::kLoadedSchema +
                             " RENAME TO public",
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

Restored restoreServer(const RestoreOrder& order)
{
    Database database = Database::open(order.url);
    requireMayReplace(database, order);
    requireAlone(database, order.url);
    const bool isEmpty = foundation::countObjects(database) == 0;
    const Stage stage(database);
    makeReady(order);
    requireAlone(database, order.url);
    const std::string keptAs = freeName(database, order.now);
    swap(database, order.url, keptAs, isEmpty);
    Restored restored;
    Database now = openSchema(order.url, "public");
    if (isEmpty) {
        restored.stores = compareBooks(now, nullptr);
        for (RestoredStore& store : restored.stores) {
            store.newer = 0;
        }
        return restored;
    }
    restored.keptAs = "the schema " + keptAs + " of the same database";
    Database before = openSchema(order.url, keptAs);
    restored.stores = compareBooks(now, &before);
    return restored;
}

} // namespace giftbox::accounting
