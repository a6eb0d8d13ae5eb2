#include "cli/command_parts.h"
#include "cli/commands.h"
#include "cli/run_operation.h"

#include <algorithm>

namespace giftbox::cli {
namespace {

std::vector<Command> newStore()
{
    return {
        {"",
         "init",
         "make the database and its first store; with another code, add a store",
         {{"--name", "NAME", "the store's name", Need::Required},
          {"--currency", "CODE", "ISO 4217, such as USD", Need::Required},
          {"--labor-rate", "AMOUNT", "what an hour of packing costs; 0 when left out",
           Need::Optional},
          {"--labor-minutes", "MINUTES",
           "what a box takes when nobody says otherwise; 0 when left out", Need::Optional},
          {"--legal-entity", "NAME", "the company whose books these are", Need::Optional},
          {"--time-zone", "ZONE",
           "whose clocks say what day it is in the store, America/New_York; the machine's when "
           "left out",
           Need::Optional}},
         "giftbox init --store NORTH --name \"North Motors\" --currency USD --labor-rate 24.00 "
         "--labor-minutes 15",
         initStore},
    };
}

std::vector<Command> recipients()
{
    const Parameter code{"RECIPIENT", "", "the code", Need::Required};
    return {
        {"recipient",
         "show",
         "a recipient and every box they were given",
         {code, {"--history", "", "month by month: nominated, chosen, boxes", Need::Optional}},
         "giftbox recipient show C-1042",
         recipientShow},
    };
}

std::vector<Command> boxes()
{
    const Parameter number{"NO", "", "the box's number", Need::Required};
    return {
        {"box", "show", "a box and what is in it", {number}, "giftbox box show 42", boxShow},
    };
}

std::vector<Command> moneyAndReports()
{
    return {
        {"report",
         "month",
         "program cost versus recipients, one row a month",
         {{"MONTH", "", "only this month, YYYY-MM", Need::Optional},
          {"--from", "MONTH", "from this month on", Need::Optional},
          {"--to", "MONTH", "up to and with this month", Need::Optional}},
         "giftbox report month --from 2026-01 --to 2026-12 -o report.csv",
         reportMonth},
    };
}

std::vector<Command> shell()
{
    return {
        {"",
         "serve",
         "the web app; ends at SIGTERM, after what is running",
         {{"--listen", "ADDRESS:PORT", "where; 127.0.0.1:8080 when left out", Need::Optional},
          {"--tls-cert", "FILE", "the certificate with its chain, PEM", Need::Optional},
          {"--tls-key", "FILE", "its key, PEM", Need::Optional},
          {"--behind-proxy", "[NETWORKS]",
           "a proxy in front speaks TLS and says who asks; of these addresses and networks, parted "
           "by commas, or of this machine",
           Need::Optional},
          {"--workers", "N", "requests answered at once; 4 when left out", Need::Optional}},
         "giftbox serve --listen 127.0.0.1:8080",
         serve},
        {"",
         "completion",
         "the completion script for bash",
         {},
         "source <(giftbox completion)",
         completion},
        {"", "man", "the manual page", {}, "giftbox man | man -l -", manual},
    };
}

/// Puts each behind the last of its group.
void addCommands(std::vector<Command>& table, std::vector<Command> commands)
{
    for (Command& command : commands) {
        const auto last =
            std::ranges::find(table.rbegin(), table.rend(), command.group, &Command::group);
        const auto at = command.group.empty() || last == table.rend() ? table.end() : last.base();
        table.insert(at, std::move(command));
    }
}

std::vector<Command> makeTable()
{
    std::vector<Command> table = newStore();
    for (auto* part :
         {operationCommands, recipients, selectingCommands, recipeCommands, planningCommands, boxes,
          noteCommands, moneyAndReports, accountingCommands, userCommands, shell}) {
        addCommands(table, part());
    }
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
         "a path (SQLite) or postgresql://user@host/name; else GIFTBOX_DB, else a file in the "
         "user's data folder",
         Need::Optional},
        {"--store", "CODE", "the store; else GIFTBOX_STORE, else the only one there is",
         Need::Optional},
        {"--actor", "NAME", "who does it; else GIFTBOX_ACTOR, else the login name", Need::Optional},
        {"-O", "table|csv|json", "the format of results", Need::Optional},
        {"-o", "FILE",
         "write results to a file, its extension picks the format; - is standard output",
         Need::Optional},
        {"--raw", "",
         "leave text cells of CSV as they are, for machines: no guard against spreadsheets that "
         "run them",
         Need::Optional},
        {"--request-key", "KEY",
         "of a change: the same key again prints the first result and changes nothing",
         Need::Optional},
        {"--confirm", "",
         "of a change: a day or month that is asked about, since its year may be mistyped, is "
         "right",
         Need::Optional},
        {"--help", "", "help, with an example", Need::Optional},
        {"--version", "", "the version of the program and of the schema", Need::Optional}};
    return parameters;
}

} // namespace giftbox::cli
