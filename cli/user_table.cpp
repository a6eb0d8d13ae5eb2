#include "cli/command_parts.h"
#include "cli/commands.h"

namespace giftbox::cli {
namespace {

constexpr const char* kRoles = "parts-director, manager, accounting, adviser, or administrator";

const Parameter kLogin{"LOGIN", "", "login name", Need::Required};

} // namespace

std::vector<Command> userCommands()
{
    const Parameter passwordStdin{"--password-stdin", "",
                                  "read the password, 12 to 1024 bytes, from the first line of "
                                  "standard input; default: ask on the terminal",
                                  Need::Optional};
    return {
        {"user",
         "add",
         "add a web app user with a role in the store",
         {kLogin,
          {"--name", "NAME", "display name", Need::Required},
          {"--role", "ROLE", kRoles, Need::Required},
          passwordStdin},
         "giftbox user add ann --name \"Ann Lee\" --role parts-director",
         userAdd},
        {"user",
         "passwd",
         "set a user's password and end their sessions",
         {kLogin, passwordStdin},
         "giftbox user passwd ann",
         userPasswd},
        {"token",
         "create",
         "create an API token for a program; it is shown once",
         {{"LABEL", "", "purpose of the token", Need::Required},
          {"--user", "LOGIN", "user of the token", Need::Required},
          {"--role", "ROLE", "a role of the user; repeat as needed", Need::Repeatable},
          {"--read-only", "", "allow reading only"},
          {"--last-day", "DATE", "last valid day, in the store's time zone"}},
         "giftbox token create workbook --user ann --role accounting --read-only",
         tokenCreate},
    };
}

} // namespace giftbox::cli
