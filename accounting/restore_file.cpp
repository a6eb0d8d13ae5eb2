#include "accounting/back_up.h"
#include "accounting/restore_parts.h"
#include "foundation/database/backup_mark.h"
#include "foundation/database/locked_file.h"
#include "foundation/database/replace_file.h"
#include "foundation/refusal.h"

#include <filesystem>

namespace giftbox::accounting {

namespace fs = std::filesystem;
using foundation::Database;
using foundation::DatabaseError;
using foundation::Refusal;

namespace {

bool isUnreadable(const DatabaseError& error)
{
    // SQLITE_CORRUPT and SQLITE_NOTADB, with or without what SQLite adds to them.
    return error.nativeCode() == "26" || error.nativeCode() == "11" ||
           error.nativeCode() == "267" || error.nativeCode() == "523" ||
           error.nativeCode() == "779";
}

void makeReady(const std::string& file, const std::string& stage)
{
    try {
        Database::openToRead(file).backupTo(stage, [](std::int64_t, std::int64_t) {});
        if (const std::string damage = foundation::damageOf(stage); !damage.empty()) {
            throw Refusal("restore.not_a_backup/damaged", {{"file", file}, {"why", damage}});
        }
        Database copy = Database::open(stage);
        requireGoodBooks(copy, file);
        copy.endLog();
        copy.runText(foundation::kUnmark, "restore");
    } catch (const DatabaseError& error) {
        if (!isUnreadable(error)) {
            throw;
        }
        throw Refusal("restore.not_a_backup/damaged", {{"file", file}, {"why", error.what()}});
    }
}

/// Refuses another program's database; an unreadable file belongs to nobody.
void requireOurs(const std::string& path)
{
    std::error_code unknown;
    if (!fs::is_regular_file(path, unknown) || fs::file_size(path, unknown) == 0) {
        return;
    }
    try {
        Database there = Database::openToRead(path);
        requireGiftbox(there, path);
    } catch (const DatabaseError& error) {
        if (!isUnreadable(error)) {
            throw;
        }
    }
}

std::string freeName(const std::string& wanted)
{
    std::string name = wanted;
    for (int number = 2; fs::exists(fs::symlink_status(name)); ++number) {
        name = wanted + "-" + std::to_string(number);
    }
    return name;
}

std::vector<RestoredStore> compareFiles(const std::string& now, const std::string& before,
                                        bool& isReadable)
{
    Database books = Database::openToRead(now);
    if (isReadable) {
        try {
            Database old = Database::openToRead(before);
            return compareBooks(books, &old);
        } catch (const DatabaseError&) {
            isReadable = false;
        }
    }
    return compareBooks(books, nullptr);
}

} // namespace

Restored restoreFile(const RestoreOrder& order)
{
    std::error_code unknown;
    if (fs::equivalent(order.file, order.url, unknown)) {
        throw Refusal("restore.not_a_backup/itself", {{"file", order.file}});
    }
    Restored restored;
    restored.mayLackEnd = !foundation::isMarkedAsBackup(order.file);
    // The copy of the backup prepared beside the database.
    const foundation::LockedFile stage(order.url + ".restore-part");
    makeReady(order.file, stage.path());
    requireOurs(order.url);
    const std::string keptAs = freeName(order.url + ".before-restore-" + stampOf(order.now));
    const foundation::Replaced replaced =
        foundation::replaceSqliteFile(stage.path(), order.url, keptAs);
    restored.isReadable = replaced.wasDatabase || !replaced.wasThere;
    if (!replaced.wasThere) {
        Database books = Database::openToRead(stage.path());
        restored.stores = compareBooks(books, nullptr);
        for (RestoredStore& store : restored.stores) {
            store.newer = 0;
        }
        return restored;
    }
    restored.keptAs = keptAs;
    restored.stores = compareFiles(stage.path(), keptAs, restored.isReadable);
    return restored;
}

} // namespace giftbox::accounting
