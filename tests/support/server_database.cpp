#include "tests/support/server_database.h"

#include "tests/support/program.h"
#include "tests/support/raw_database.h"

#include <atomic>
#include <unistd.h>

namespace giftbox::tests {

namespace {

std::string newName()
{
    static std::atomic<int> count = 0;
    return "test_" + std::to_string(::getpid()) + "_" + std::to_string(++count);
}

} // namespace

ServerDatabase::ServerDatabase(std::string server)
    : server_(std::move(server)), name_(newName()), url_(urlOf(server_, name_))
{
    RawDatabase(server_).execute("CREATE DATABASE " + name_);
}

ServerDatabase::~ServerDatabase()
{
    RawDatabase(server_).execute("DROP DATABASE " + name_ + " WITH (FORCE)");
}

} // namespace giftbox::tests
