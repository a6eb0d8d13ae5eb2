#include "foundation/database/server_programs.h"

#include "foundation/database/database.h"
#include "foundation/database/database_url.h"

#include <QUrl>

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <spawn.h>
#include <string_view>
#include <sys/wait.h>

extern char** environ;

namespace giftbox::foundation {

namespace {

/// Runs the program and returns its exit status, 127 if it is missing.
int runWords(std::vector<std::string> words, const std::string& url = {})
{
    std::vector<std::string> variables;
    if (const QString password = QUrl(QString::fromStdString(url)).password(QUrl::FullyDecoded);
        !password.isEmpty()) {
        variables.push_back("PGPASSWORD=" + password.toStdString());
    }
    for (char** variable = environ; *variable != nullptr; ++variable) {
        variables.emplace_back(*variable);
    }
    const auto pointers = [](std::vector<std::string>& texts) {
        std::vector<char*> all;
        for (std::string& text : texts) {
            all.push_back(text.data());
        }
        all.push_back(nullptr);
        return all;
    };
    posix_spawn_file_actions_t files;
    posix_spawn_file_actions_init(&files);
    posix_spawn_file_actions_addopen(&files, 1, "/dev/null", O_WRONLY, 0);
    pid_t child = 0;
    const int failed = posix_spawnp(&child, words.front().c_str(), &files, nullptr,
                                    pointers(words).data(), pointers(variables).data());
    posix_spawn_file_actions_destroy(&files);
    int status = 0;
    while (failed == 0 && waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    constexpr int kNotThere = 127;
    return failed != 0 ? kNotThere : WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

void requireThere(int status, const char* program)
{
    if (status == 127) {
        throw DatabaseError(
            "backup",
            std::string("cannot run ") + program + "; install the package postgresql-client", "");
    }
}

} // namespace

void dumpServer(const std::string& url, const std::string& snapshot, const std::string& path)
{
    std::vector<std::string> words = {"pg_dump",
                                      "--format=custom",
                                      "--exclude-schema=before_restore_*",
                                      std::string("--exclude-schema=") + kLoadedSchema,
                                      "--file=" + path,
                                      "--dbname=" + withoutPassword(url)};
    if (!snapshot.empty()) {
        words.push_back("--snapshot=" + snapshot);
    }
    const int status = runWords(std::move(words), url);
    requireThere(status, "pg_dump");
    if (status != 0) {
        throw DatabaseError("backup",
                            "pg_dump could not copy the database; its own words are above", "");
    }
}

bool isReadableDump(const std::string& path)
{
    const int status = runWords({"pg_restore", "--file=/dev/null", path});
    requireThere(status, "pg_restore");
    return status == 0;
}

void loadDump(const std::string& path, const std::string& url)
{
    // A dump names the schema public in every line, so ours steps aside within the transaction; nobody else sees it.
    constexpr const char* kBefore =
        "BEGIN; ALTER SCHEMA public RENAME TO giftbox_aside; CREATE SCHEMA public;";
    const std::string after = std::string("ALTER SCHEMA public RENAME TO ") + kLoadedSchema +
                              "; ALTER SCHEMA giftbox_aside RENAME TO public; COMMIT;";
    // If pg_restore fails, the COMMIT never comes, and the transaction ends with the connection.
    constexpr const char* kPipe =
        R"({ printf '%s\n' "$2"; pg_restore --no-owner --no-privileges --schema=public --file=- "$1")"
        R"( && printf '%s\n' "$3"; } )"
        R"(| psql --no-psqlrc --quiet --set=ON_ERROR_STOP=1 --dbname="$4")";
    for (const char* program : {"psql", "pg_restore"}) {
        requireThere(runWords({program, "--version"}), program);
    }
    (void)runWords({"sh", "-c", kPipe, "sh", path, kBefore, after, withoutPassword(url)}, url);
}

} // namespace giftbox::foundation
