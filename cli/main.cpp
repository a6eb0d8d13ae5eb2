#include "cli/run.h"
#include "foundation/database/database_url.h"
#include "foundation/time_zone.h"

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <pwd.h>
#include <unistd.h>

namespace {

std::string variable(const char* name)
{
    const char* value = std::getenv(name);
    return value == nullptr ? "" : value;
}

std::string loginName()
{
    const passwd* entry = getpwuid(getuid());
    return entry == nullptr ? "user " + std::to_string(getuid()) : entry->pw_name;
}

/// Giftbox's folder in the user's data folder (XDG Base Directory Specification).
std::string dataFolder()
{
    const std::string data = variable("XDG_DATA_HOME");
    return (data.empty() ? variable("HOME") + "/.local/share" : data) + "/giftbox";
}

giftbox::cli::Environment environment()
{
    const auto now = std::chrono::system_clock::now();
    const std::string url = variable("GIFTBOX_DB");
    const std::string actor = variable("GIFTBOX_ACTOR");
    return {.databaseUrl = url.empty() ? dataFolder() + "/giftbox.db" : url,
            .store = variable("GIFTBOX_STORE"),
            .actor = actor.empty() ? loginName() : actor,
            .now = {std::chrono::duration_cast<std::chrono::milliseconds>(now.time_since_epoch())
                        .count()},
            .machineZone = giftbox::foundation::machineTimeZone(),
            .dataFolder = dataFolder(),
            .outputIsTerminal = isatty(STDOUT_FILENO) != 0,
            .errorIsTerminal = isatty(STDERR_FILENO) != 0};
}

/// Other users of the machine can read the arguments of a program, so this removes a password from them.
void hidePasswords(int argc, char** argv)
{
    for (int i = 1; i < argc; ++i) {
        const std::string_view word = argv[i];
        const std::string shown = giftbox::foundation::withoutPassword(std::string(word));
        if (word.find("://") != std::string_view::npos && shown != word) {
            std::fill(std::copy(shown.begin(), shown.end(), argv[i]), argv[i] + word.size(), '\0');
        }
    }
}

} // namespace

int main(int argc, char** argv)
{
    std::signal(SIGXFSZ,
                SIG_IGN); // report a file size limit as an error instead of ending
    const std::vector<std::string> words{argv + 1, argv + argc};
    hidePasswords(argc, argv);
    return giftbox::cli::run(words, environment());
}
