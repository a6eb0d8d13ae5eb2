#include "cli/command_parts.h"
#include "cli/commands.h"

namespace giftbox::cli {
namespace {

constexpr const char* kRoles = "parts-director, manager, accounting, adviser, or administrator";

const Parameter kLogin{"LOGIN", "", "login name", Need::Required};
const Parameter kLabel{"LABEL", "", "purpose of the token", Need::Required};

std::vector<Command> users()
{
    const Parameter role{"ROLE", "", kRoles, Need::Required};
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
        {"user",
         "disable",
         "permanently disable a user in all stores",
         {kLogin},
         "giftbox user disable ann",
         userDisable},
        {"user",
         "grant",
         "add a role in the store to a user",
         {kLogin, role},
         "giftbox user grant ann manager",
         userGrant},
        {"user",
         "revoke",
         "remove a role in the store from a user",
         {kLogin, role},
         "giftbox user revoke ann manager",
         userRevoke},
    };
}

std::vector<Command> tokens()
{
    return {
        {"token",
         "create",
         "create an API token for a program; it is shown once",
         {kLabel,
          {"--user", "LOGIN", "user of the token", Need::Required},
          {"--role", "ROLE", "a role of the user; repeat as needed", Need::Repeatable},
          {"--read-only", "", "allow reading only"},
          {"--last-day", "DATE", "last valid day, in the store's time zone"}},
         "giftbox token create workbook --user ann --role accounting --read-only",
         tokenCreate},
        {"token",
         "revoke",
         "permanently revoke a token",
         {kLabel},
         "giftbox token revoke till",
         tokenRevoke},
    };
}

} // namespace

std::vector<Command> userCommands()
{
    std::vector<Command> all = users();
    std::vector<Command> more = tokens();
    std::move(more.begin(), more.end(), std::back_inserter(all));
    return all;
}

} // namespace giftbox::cli
