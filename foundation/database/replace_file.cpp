#include "foundation/database/replace_file.h"

#include "foundation/database/backup_mark.h"
#include "foundation/database/locked_file.h"
#include "foundation/database/private_file.h"
#include "foundation/refusal.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <sqlite3.h>
#include <unistd.h>

namespace giftbox::foundation {

namespace {

constexpr int kWaitMs = 3000;

struct CloseFile {
    void operator()(sqlite3* file) const { sqlite3_close(file); }
};
using File = std::unique_ptr<sqlite3, CloseFile>;

/// A result of SQLite, thrown to a caller that knows its meaning.
struct Failure {
    int code = 0;
    std::string sentence;
};

[[noreturn]] void fail(sqlite3* file)
{
    throw Failure{sqlite3_extended_errcode(file), sqlite3_errmsg(file)};
}

File openFile(const std::string& path, int flags)
{
    sqlite3* file = nullptr;
    const int result = sqlite3_open_v2(path.c_str(), &file, flags, nullptr);
    File opened(file);
    if (result != SQLITE_OK) {
        fail(file);
    }
    sqlite3_extended_result_codes(file, 1);
    sqlite3_busy_timeout(file, kWaitMs);
    return opened;
}

/// Returns the first cell of the last row, if any.
std::string exec(sqlite3* file, const char* text)
{
    std::string said;
    const auto keep = [](void* to, int, char** cells, char**) {
        *static_cast<std::string*>(to) = cells[0] == nullptr ? "" : cells[0];
        return 0;
    };
    if (sqlite3_exec(file, text, keep, &said, nullptr) != SQLITE_OK) {
        fail(file);
    }
    return said;
}

/// Copies all pages in one transaction of the target.
void copyPages(sqlite3* from, sqlite3* to)
{
    sqlite3_backup* backup = sqlite3_backup_init(to, "main", from, "main");
    if (backup == nullptr) {
        fail(to);
    }
    const int result = sqlite3_backup_step(backup, -1);
    const int finished = sqlite3_backup_finish(backup);
    if (result != SQLITE_DONE || finished != SQLITE_OK) {
        throw Failure{finished != SQLITE_OK ? finished : result,
                      sqlite3_errstr(finished != SQLITE_OK ? finished : result)};
    }
}

/// Merges the log into the file and removes it, for which SQLite requires exclusive use; then lets nobody in.
File openAlone(const std::string& path)
{
    File file = openFile(path, SQLITE_OPEN_READWRITE);
    exec(file.get(), "PRAGMA synchronous=FULL");
    if (exec(file.get(), "PRAGMA journal_mode=DELETE") != "delete") {
        throw Failure{SQLITE_BUSY, "its log cannot be taken away"};
    }
    exec(file.get(), "PRAGMA locking_mode=EXCLUSIVE");
    exec(file.get(), "BEGIN EXCLUSIVE");
    exec(file.get(), "COMMIT");
    return file;
}

void keepCopy(sqlite3* file, const std::string& path, const std::string& keptAs)
{
    LockedFile part(path + ".restore-kept");
    {
        const File kept = openFile(part.path(), SQLITE_OPEN_READWRITE);
        copyPages(file, kept.get());
        exec(kept.get(), kMarkAsBackup);
    }
    part.rename(keptAs);
}

bool isNoDatabase(const Failure& failure)
{
    return failure.code % 256 == SQLITE_NOTADB || failure.code % 256 == SQLITE_CORRUPT;
}

/// Whether any program has an SQLite lock on a file that SQLite itself cannot read.
bool isLocked(const std::string& path)
{
    constexpr off_t kLockBytes = 0x40000000;
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    struct flock lock {};
    lock.l_type = F_WRLCK;
    lock.l_whence = SEEK_SET;
    lock.l_start = kLockBytes;
    lock.l_len = 512;
    const bool locked = file >= 0 && ::fcntl(file, F_GETLK, &lock) == 0 && lock.l_type != F_UNLCK;
    ::close(file);
    return locked;
}

[[noreturn]] void refuseInUse(const std::string& path)
{
    throw Refusal("restore.in_use", {{"path", path}});
}

/// The file and its companions, unchanged.
void moveAway(const std::string& path, const std::string& keptAs)
{
    if (isLocked(path)) {
        refuseInUse(path);
    }
    std::filesystem::rename(path, keptAs);
    for (const char* end : {"-wal", "-journal"}) {
        if (std::filesystem::exists(path + end)) {
            std::filesystem::rename(path + end, keptAs + end);
        }
    }
    syncFolderOf(path);
}

/// Without the file, a log beside its name belongs to another one.
void removeLogs(const std::string& path)
{
    for (const char* end : {"-wal", "-shm", "-journal"}) {
        std::filesystem::remove(path + end);
    }
}

/// Releases the file, and removes the journal. With a log, the next restore sees who opens it next. The work is done:
/// a waiting program that is already in is not a failure.
void giveBack(File file)
{
    for (const char* text : {"PRAGMA locking_mode=NORMAL", "SELECT COUNT(*) FROM sqlite_master",
                             "PRAGMA journal_mode=WAL"}) {
        (void)sqlite3_exec(file.get(), text, nullptr, nullptr, nullptr);
    }
}

Replaced replace(const std::string& from, const std::string& path, const std::string& keptAs)
{
    Replaced replaced;
    const File source = openFile(from, SQLITE_OPEN_READONLY);
    File file;
    if (std::filesystem::exists(path) && std::filesystem::file_size(path) > 0) {
        replaced = {.wasThere = true, .wasDatabase = true};
        try {
            file = openAlone(path);
            keepCopy(file.get(), path, keptAs);
        } catch (const Failure& failure) {
            if (!isNoDatabase(failure)) {
                throw;
            }
            file.reset();
            replaced.wasDatabase = false;
            moveAway(path, keptAs);
        }
    }
    if (!file) {
        removeLogs(path);
        makePrivateFile(path);
        file = openAlone(path);
    }
    try {
        copyPages(source.get(), file.get());
    } catch (const Failure&) {
        if (replaced.wasDatabase) {
            std::filesystem::remove(keptAs); // the old file is still in place
        }
        throw;
    }
    giveBack(std::move(file));
    syncFolderOf(path);
    return replaced;
}

} // namespace

Replaced replaceSqliteFile(const std::string& from, const std::string& path,
                           const std::string& keptAs)
{
    try {
        return replace(from, path, keptAs);
    } catch (const Failure& failure) {
        if (failure.code % 256 == SQLITE_BUSY) {
            refuseInUse(path);
        }
        throw DatabaseError("restore", "cannot replace " + path + ": " + failure.sentence,
                            std::to_string(failure.code));
    }
}

std::string damageOf(const std::string& path)
{
    try {
        const File file = openFile(path, SQLITE_OPEN_READONLY);
        const std::string said = exec(file.get(), "PRAGMA integrity_check(1)");
        return said == "ok" ? "" : said;
    } catch (const Failure& failure) {
        if (isNoDatabase(failure)) {
            return failure.sentence;
        }
        throw DatabaseError("restore", "cannot read " + path + ": " + failure.sentence,
                            std::to_string(failure.code));
    }
}

} // namespace giftbox::foundation
