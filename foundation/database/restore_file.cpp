#include "foundation/database/backup_mark.h"
#include "foundation/database/locked_file.h"
#include "foundation/database/replace_file.h"
#include "foundation/database/restore_parts.h"
#include "foundation/refusal.h"

#include <filesystem>

namespace giftbox::foundation {

namespace fs = std::filesystem;

namespace {

bool isUnreadable(const DatabaseError& error)
{
    // SQLITE_CORRUPT and SQLITE_NOTADB, with or without what SQLite adds to them.
    return error.nativeCode() == "26" || error.nativeCode() == "11" ||
           error.nativeCode() == "267" || error.nativeCode() == "523" ||
           error.nativeCode() == "779";
}

void makeReady(const DatabaseRestore& restore, const std::string& stage)
{
    const std::string& file = restore.file;
    try {
        Database::openToRead(file).backupTo(stage, [](std::int64_t, std::int64_t) {});
        if (const std::string damage = damageOf(stage); !damage.empty()) {
            throw Refusal("restore.not_a_backup/damaged", {{"file", file}, {"why", damage}});
        }
        Database copy = Database::open(stage);
        restore.makeGood(copy);
        copy.endLog();
        copy.runText(kUnmark, "restore");
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

/// Returns whether what was before could be read.
bool compareFiles(const DatabaseRestore& restore, const std::string& now, const std::string& before)
{
    Database books = Database::openToRead(now);
    try {
        Database old = Database::openToRead(before);
        restore.compare(books, &old);
        return true;
    } catch (const DatabaseError&) {
        restore.compare(books, nullptr);
        return false;
    }
}

} // namespace

RestoredDatabase restoreFile(const DatabaseRestore& restore)
{
    std::error_code unknown;
    if (fs::equivalent(restore.file, restore.url, unknown)) {
        throw Refusal("restore.not_a_backup/itself", {{"file", restore.file}});
    }
    RestoredDatabase restored;
    restored.mayLackEnd = !isMarkedAsBackup(restore.file);
    // The copy of the backup prepared beside the database.
    const LockedFile stage(restore.url + ".restore-part");
    makeReady(restore, stage.path());
    requireOurs(restore.url);
    const std::string keptAs = freeName(restore.url + ".before-restore-" + restore.stamp);
    const Replaced replaced = replaceSqliteFile(stage.path(), restore.url, keptAs);
    restored.keptAs = replaced.wasThere ? keptAs : "";
    if (replaced.wasThere && replaced.wasDatabase) {
        restored.isReadable = compareFiles(restore, stage.path(), keptAs);
    } else {
        restored.isReadable = !replaced.wasThere;
        Database books = Database::openToRead(stage.path());
        restore.compare(books, nullptr);
    }
    return restored;
}

} // namespace giftbox::foundation
