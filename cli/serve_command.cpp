#include "cli/commands.h"
#include "cli/context.h"
#include "foundation/run_program.h"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <unistd.h>

namespace giftbox::cli {

namespace {

constexpr std::int64_t kMostWorkers = 64;
constexpr const char* kLoopback = "127.0.0.0/8,::1/128";

std::vector<std::string> wordsOf(const Arguments& given)
{
    std::vector<std::string> words = {"giftbox-serve"};
    for (const char* option : {"--listen", "--tls-cert", "--tls-key", "--base-path"}) {
        if (const auto value = given.maybeText(option)) {
            words.insert(words.end(), {option, *value});
        }
    }
    const std::int64_t workers = given.maybeInteger("--workers").value_or(4);
    if (workers < 1 || workers > kMostWorkers) {
        throw UsageError("--workers is " + std::to_string(workers) + "; expected 1 to " +
                         std::to_string(kMostWorkers));
    }
    words.insert(words.end(), {"--workers", std::to_string(workers)});
    if (given.has("--behind-proxy")) {
        const std::string proxies = given.text("--behind-proxy");
        words.insert(words.end(), {"--behind-proxy", proxies.empty() ? kLoopback : proxies});
    }
    return words;
}

} // namespace

int serve(Context& context)
{
    const Arguments& given = context.arguments();
    if (given.has("--tls-cert") != given.has("--tls-key")) {
        throw UsageError("--tls-cert and --tls-key require each other");
    }
    std::vector<std::string> words = wordsOf(given);
    context.makeDatabase();
    // Passed in the environment, because other users of the machine can read arguments.
    ::setenv("GIFTBOX_DB", context.databaseUrl().c_str(), 1);
    std::vector<char*> pointers;
    for (std::string& word : words) {
        pointers.push_back(word.data());
    }
    pointers.push_back(nullptr);
    const std::string program = foundation::ownProgram("giftbox-serve");
    ::execv(program.c_str(), pointers.data());
    throw OutputError("cannot start " + program + ": " + std::strerror(errno));
}

} // namespace giftbox::cli
