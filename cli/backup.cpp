#include "cli/backup.h"

#include "foundation/private_file.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <spawn.h>
#include <sys/wait.h>

extern char** environ;

namespace giftbox::cli {

using foundation::DatabaseError;

namespace {

/// Runs pg_dump, which copies one snapshot of the whole database in its own restorable format.
void dumpServer(const std::string& url, const std::string& path)
{
    std::string file = "--file=" + path;
    std::string database = "--dbname=" + url;
    std::string format = "--format=custom";
    std::string program = "pg_dump";
    char* arguments[] = {program.data(), format.data(), file.data(), database.data(), nullptr};
    pid_t child = 0;
    if (posix_spawnp(&child, "pg_dump", nullptr, nullptr, arguments, environ) != 0) {
        throw DatabaseError("backup", "cannot run pg_dump; install the package postgresql-client",
                            "");
    }
    int status = 0;
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) {
        throw DatabaseError("backup",
                            "pg_dump could not copy the database; its own words are above", "");
    }
}

} // namespace

void backupDatabase(foundation::Database& database, const std::string& url, const std::string& path,
                    const std::function<void(std::int64_t, std::int64_t)>& progress)
{
    const std::string part = path + ".part";
    std::remove(part.c_str());
    foundation::makePrivateFile(part);
    try {
        if (database.engine() == foundation::Engine::Postgresql) {
            dumpServer(url, part);
        } else {
            database.backupTo(
                part, progress ? progress : [](std::int64_t, std::int64_t) {});
        }
    } catch (...) {
        std::remove(part.c_str());
        throw;
    }
    if (std::rename(part.c_str(), path.c_str()) != 0) {
        const std::string reason = std::strerror(errno);
        std::remove(part.c_str());
        throw DatabaseError("backup", "cannot write " + path + ": " + reason, "");
    }
}

} // namespace giftbox::cli
