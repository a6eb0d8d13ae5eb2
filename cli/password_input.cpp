#include "cli/password_input.h"

#include "cli/arguments.h"

#include <array>
#include <bsd/readpassphrase.h>
#include <iostream>

namespace giftbox::cli {

namespace {

std::string ask(const char* prompt)
{
    // One byte over the limit shows that a password is too long.
    constexpr std::size_t kLongest = 1024 + 1;
    std::array<char, kLongest + 1> text{};
    if (readpassphrase(prompt, text.data(), text.size(), RPP_REQUIRE_TTY) == nullptr) {
        throw UsageError("there is no terminal to type the password; pass it as the first line of "
                         "standard input with --password-stdin");
    }
    return text.data();
}

} // namespace

std::string askPassword()
{
    std::string password = ask("New password: ");
    if (ask("Repeat the password: ") != password) {
        throw UsageError("the passwords do not match; nothing was changed");
    }
    return password;
}

std::string readPassword()
{
    std::string password;
    if (!std::getline(std::cin, password)) {
        throw UsageError("--password-stdin needs a line on standard input");
    }
    if (password.ends_with('\r')) {
        password.pop_back();
    }
    return password;
}

} // namespace giftbox::cli
