#include "cli/password_input.h"

#include "cli/arguments.h"

#include <array>
#include <bsd/readpassphrase.h>
#include <iostream>

namespace giftbox::cli {

namespace {

std::string ask(const char* prompt)
{
    // One more than a password may have shows that it is too long.
    constexpr std::size_t kLongest = 1024 + 1;
    std::array<char, kLongest + 1> text{};
    if (readpassphrase(prompt, text.data(), text.size(), RPP_REQUIRE_TTY) == nullptr) {
        throw UsageError("a password is typed on a terminal, and there is none; give it as the "
                         "first line of standard input with --password-stdin");
    }
    return text.data();
}

} // namespace

std::string askPassword()
{
    std::string password = ask("New password: ");
    if (ask("The same again: ") != password) {
        throw UsageError("the two passwords are not the same; nothing was changed");
    }
    return password;
}

std::string readPassword()
{
    std::string password;
    if (!std::getline(std::cin, password)) {
        throw UsageError("--password-stdin, but standard input has no line");
    }
    if (password.ends_with('\r')) {
        password.pop_back();
    }
    return password;
}

} // namespace giftbox::cli
