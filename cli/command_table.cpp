#include "books/create_store.h"
#include "cli/command_parts.h"
#include "cli/commands.h"
#include "cli/context.h"
#include "cli/run_operation.h"

#include <algorithm>

namespace giftbox::cli {
namespace {

std::vector<Command> newStore()
{
    return {
        {"", "init", "create the database and its first store; with a new code, add a store",
         parametersOf(books::newStoreFields()),
         "giftbox init --store NORTH --name \"North Motors\" --currency USD --labor-rate 24.00 "
         "--labor-minutes 15",
         initStore},
        {"sample",
         "add",
         "add a sample store of invented data, up to this month, to look around in",
         {},
         "giftbox sample add",
         sampleAdd},
        {"sample",
         "remove",
         "remove the sample store with everything in it; other stores keep theirs",
         {},
         "giftbox sample remove",
         sampleRemove},
    };
}

std::vector<Command> shell()
{
    return {
        {"",
         "serve",
         "run the web app; SIGTERM stops it after running requests finish",
         {{"--listen", "ADDRESS:PORT", "address to listen on; default: 127.0.0.1:8080",
           Need::Optional},
          {"--tls-cert", "FILE", "certificate with its chain, PEM", Need::Optional},
          {"--tls-key", "FILE", "private key, PEM", Need::Optional},
          {"--behind-proxy", "[NETWORKS]",
           "trust a TLS proxy at these addresses and networks, separated by commas, or on this "
           "machine",
           Need::Optional},
          {"--base-path", "PATH",
           "the path below which the proxy shows the app, such as /gifts; default: the whole host",
           Need::Optional},
          {"--workers", "N", "concurrent requests; default: 4", Need::Optional}},
         "giftbox serve --listen 127.0.0.1:8080",
         serve},
        {"",
         "completion",
         "print the completion script for bash",
         {},
         "source <(giftbox completion)",
         completion},
        {"", "man", "print the manual page", {}, "giftbox man | man -l -", manual},
    };
}

/// Adds each command after the last one of its group.
void addCommands(std::vector<Command>& table, std::vector<Command> commands)
{
    for (Command& command : commands) {
        const auto last =
            std::ranges::find(table.rbegin(), table.rend(), command.group, &Command::group);
        const auto at = command.group.empty() || last == table.rend() ? table.end() : last.base();
        table.insert(at, std::move(command));
    }
}

/// A file is verified without a database.
void addVerifyFile(std::vector<Command>& table)
{
    Command& verify = *std::ranges::find(table, "verify", &Command::name);
    verify.parameters.push_back(
        {"FILE", "", "a file of report pack, verified without a database", Need::Optional});
    verify.run = [books = std::move(verify.run)](Context& context) {
        return context.arguments().has("FILE") ? verifyPackage(context) : books(context);
    };
}

std::vector<Command> makeTable()
{
    std::vector<Command> table = newStore();
    for (auto* part : {operationCommands, noteCommands, accountingCommands, userCommands, shell}) {
        addCommands(table, part());
    }
    addVerifyFile(table);
    return table;
}

} // namespace

std::span<const Command> commandTable()
{
    static const std::vector<Command> table = makeTable();
    return table;
}

std::span<const Parameter> globalParameters()
{
    static const std::vector<Parameter> parameters = {
        {"--db", "URL",
         "a path (SQLite) or postgresql://user@host/name; default: GIFTBOX_DB, then a file in the "
         "user's data folder",
         Need::Optional},
        {"--store", "CODE", "store code; default: GIFTBOX_STORE, then the only store",
         Need::Optional},
        {"--actor", "NAME", "your name; default: GIFTBOX_ACTOR, then the login name",
         Need::Optional},
        {"-O", "table|csv|json|xlsx", "output format", Need::Optional},
        {"-o", "FILE",
         "write results to a file; its extension sets the format; - is standard output",
         Need::Optional},
        {"--raw", "",
         "write CSV text cells unchanged, for programs: no protection against spreadsheet "
         "formulas",
         Need::Optional},
        {"--request-key", "KEY",
         "for a change: repeating the key prints the first result and changes nothing",
         Need::Optional},
        {"--confirm", "",
         "for a change: confirm a distant day or month, an unusual cost, or that "
         "somebody new is nobody you have",
         Need::Optional},
        {"--help", "", "show help with an example", Need::Optional},
        {"--version", "", "show the version of the program and the schema", Need::Optional}};
    return parameters;
}

} // namespace giftbox::cli
