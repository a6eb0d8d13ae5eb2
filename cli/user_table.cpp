#include "cli/command_parts.h"
#include "cli/commands.h"

namespace giftbox::cli {
namespace {

constexpr const char* kRoles = "parts-director, manager, accounting, adviser or administrator";

const Parameter kLogin{"LOGIN", "", "what they type to log in", Need::Required};
const Parameter kLabel{"LABEL", "", "what the token is for", Need::Required};

std::vector<Command> users()
{
    const Parameter role{"ROLE", "", kRoles, Need::Required};
    const Parameter passwordStdin{"--password-stdin", "",
                                  "the first line of standard input is the password, 12 to 1024 "
                                  "bytes; else it is asked for on the terminal",
                                  Need::Optional};
    return {
        {"user",
         "add",
         "add somebody who may use the web app, with a role in the store",
         {kLogin,
          {"--name", "NAME", "what people call them", Need::Required},
          {"--role", "ROLE", kRoles, Need::Required},
          passwordStdin},
         "giftbox user add ann --name \"Ann Lee\" --role parts-director",
         userAdd},
        {"user",
         "passwd",
         "give a user another password; their sessions end",
         {kLogin, passwordStdin},
         "giftbox user passwd ann",
         userPasswd},
        {"user",
         "disable",
         "keep a user out for good, in every store",
         {kLogin},
         "giftbox user disable ann",
         userDisable},
        {"user",
         "grant",
         "give a user one more role in the store",
         {kLogin, role},
         "giftbox user grant ann manager",
         userGrant},
        {"user",
         "revoke",
         "take a role in the store from a user",
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
         "make a token by which a program uses the API; it is shown once",
         {kLabel,
          {"--user", "LOGIN", "whose right it is", Need::Required},
          {"--role", "ROLE", "as which role, which the user has; as often as needed",
           Need::Repeatable},
          {"--read-only", "", "it may read what the roles may see, and change nothing"},
          {"--last-day", "DATE", "the last day on which it can be used, by the store's clocks"}},
         "giftbox token create workbook --user ann --role accounting --read-only",
         tokenCreate},
        {"token",
         "revoke",
         "end a token for good",
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
