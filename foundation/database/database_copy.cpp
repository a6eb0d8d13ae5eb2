#include "foundation/database/database.h"

#include "foundation/database/backup_mark.h"
#include "foundation/database/sqlite_connection.h"

#include <sqlite3.h>

namespace giftbox::foundation {

void Database::forgetRemoved()
{
    if (SqliteConnection* const sqlite = sqliteOf(*impl_)) {
        const WriterQueue::Turn turn(sqlite->file->writers(),
                                     std::chrono::milliseconds(kLongestWaitMs));
        runText("VACUUM", "vacuum");
        runText("PRAGMA wal_checkpoint(TRUNCATE)", "vacuum");
    }
}

void Database::backupTo(const std::string& path,
                        const std::function<void(std::int64_t, std::int64_t)>& progress)
{
    constexpr int kPagesAStep = 4096;
    sqlite3* target = nullptr;
    int result = sqlite3_open(path.c_str(), &target);
    sqlite3_backup* backup =
        result == SQLITE_OK ? sqlite3_backup_init(target, "main", impl_->active->sqlite(), "main")
                            : nullptr;
    while (backup != nullptr) {
        result = sqlite3_backup_step(backup, kPagesAStep);
        progress(sqlite3_backup_pagecount(backup) - sqlite3_backup_remaining(backup),
                 sqlite3_backup_pagecount(backup));
        if (result == SQLITE_BUSY || result == SQLITE_LOCKED) {
            sqlite3_sleep(20);
        } else if (result != SQLITE_OK) {
            break;
        }
    }
    sqlite3_backup_finish(backup);
    // So that it can be read without a file beside it.
    const std::string ending = std::string("PRAGMA journal_mode=DELETE;") + kMarkAsBackup;
    if (result == SQLITE_DONE &&
        sqlite3_exec(target, ending.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) {
        result = SQLITE_ERROR;
    }
    const std::string sentence = sqlite3_errmsg(target);
    const int code = sqlite3_extended_errcode(target);
    sqlite3_close(target);
    if (result != SQLITE_DONE) {
        throw DatabaseError("backup", "cannot write " + path + ": " + sentence,
                            std::to_string(code));
    }
}

Database Database::openPrivate()
{
    auto impl = std::make_unique<SqliteConnection>("", Access::Write);
    impl->limit.watch(impl->own->sqlite());
    return Database(std::move(impl));
}

std::optional<Database> Database::privateCopy()
{
    if (sqliteOf(*impl_) == nullptr) {
        return std::nullopt;
    }
    Database copy = openPrivate();
    sqlite3* const target = copy.impl_->own->sqlite();
    sqlite3_backup* const backup =
        sqlite3_backup_init(target, "main", impl_->own->sqlite(), "main");
    // In one step: between two steps another writer would make it start again.
    const int result = sqlite3_backup_step(backup, -1);
    sqlite3_backup_finish(backup);
    if (result != SQLITE_DONE) {
        throw DatabaseError("private copy",
                            std::string("cannot copy the database: ") + sqlite3_errmsg(target),
                            std::to_string(sqlite3_extended_errcode(target)));
    }
    return copy;
}

} // namespace giftbox::foundation
