#include "cli/command_parts.h"
#include "cli/commands.h"

namespace giftbox::cli {
namespace {

const Parameter kSku{"SKU", "", "the item's SKU", Need::Required};
const Parameter kUnits{"UNITS", "", "whole units", Need::Required};
const Parameter kOn{"--on", "DATE", "the day it happened, YYYY-MM-DD; today when left out",
                    Need::Optional};
const Parameter kReason{"--reason", "WHY", "why, in words; it is kept", Need::Required};
const Parameter kDryRun{"--dry-run", "", "show what would happen and write nothing",
                        Need::Optional};
const Parameter kOverride{"--override", "WHY",
                          "a manager's reason to go over a stop cap with this one box",
                          Need::Optional};

/// The words of an item, for adding and editing.
std::vector<Parameter> itemParameters(Need name, std::vector<Parameter> first)
{
    std::vector<Parameter> all = std::move(first);
    const std::vector<Parameter> rest = {
        {"--name", "NAME", "what people call it", name},
        {"--category", "WORD", "hat, shirt, key chain, ...", Need::Optional},
        {"--unit", "WORD", "each, pair, metre, ...", Need::Optional},
        {"--size", "SIZE", "S, M, L, ... where it has one", Need::Optional},
        {"--barcode", "CODE", "what the scanner types", Need::Optional},
        {"--supplier", "NAME", "who it is bought from", Need::Optional},
        {"--reorder-level", "UNITS", "low at or under this many", Need::Optional},
        {"--par-level", "UNITS", "restock up to this many", Need::Optional},
        {"--pack-size", "UNITS", "bought in packs of this many", Need::Optional},
        {"--lead-days", "DAYS", "days from order to shelf", Need::Optional},
        {"--imprinted", "yes|no", "bears the store's name", Need::Optional}};
    all.insert(all.end(), rest.begin(), rest.end());
    return all;
}

/// The words of a recipient, for adding and editing.
std::vector<Parameter> recipientParameters(const Parameter& code, Need name)
{
    return {code,
            {"--name", "NAME", "the name", name},
            {"--group", "WORD", "the store's own word: service, parts, fleet, ...", Need::Optional},
            {"--kind", "person|business",
             "a customer, or a business such as a wholesale parts account; a new one is a person",
             Need::Optional},
            {"--household", "WORD", "the same for all of a family or fleet", Need::Optional},
            {"--sizes", "LIST", "what fits, as CATEGORY=SIZE parted by commas", Need::Optional},
            {"--tastes", "LIST", "categories they like, parted by commas", Need::Optional},
            {"--do-not-gift", "yes|no", "no box for them", Need::Optional},
            {"--note", "TEXT", "a note to staff", Need::Optional}};
}

std::vector<Command> storeAndItems()
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
        {"item", "add", "add an item to the catalog",
         itemParameters(Need::Required,
                        {kSku,
                         {"--kind", "contents|packaging",
                          "what goes into the box, or makes the box", Need::Required}}),
         "giftbox item add HAT-01 --name \"Cap, navy\" --kind contents --category hat "
         "--reorder-level 6 --par-level 24 --pack-size 12",
         itemAdd},
        {"item", "edit", "change an item; SKU and kind stay",
         itemParameters(Need::Optional, {kSku}), "giftbox item edit HAT-01 --reorder-level 8",
         itemEdit},
        {"item",
         "show",
         "an item and its lots on the shelf",
         {kSku},
         "giftbox item show HAT-01",
         itemShow},
        {"item",
         "list",
         "the catalog",
         {{"--category", "WORD", "only this category", Need::Optional}},
         "giftbox item list --category hat",
         itemList},
        {"item",
         "retire",
         "take an item out of the catalog; what is on the shelf may still be packed",
         {kSku},
         "giftbox item retire HAT-01",
         itemRetire},
    };
}

std::vector<Command> shelf()
{
    return {
        {"",
         "receive",
         "stock that arrives becomes a lot",
         {kSku,
          kUnits,
          {"--cost", "TOTAL", "what all of it cost together", Need::Required},
          kOn,
          {"--reference", "TEXT", "the supplier's or the parts department's number",
           Need::Optional},
          {"--supplier", "NAME", "who it came from", Need::Optional},
          {"--source", "purchase|parts",
           "bought, or drawn from the parts department's own stock; purchase when left out",
           Need::Optional}},
         "giftbox receive HAT-01 24 --cost 156.00 --reference INV-2231 --supplier \"Cap Works\"",
         receive},
        {"",
         "stock",
         "what is on the shelf and what it cost",
         {{"SKU", "", "only this item", Need::Optional},
          {"--as-of", "DATE", "at the end of a past day", Need::Optional},
          {"--low", "", "only what is at or under its reorder level", Need::Optional}},
         "giftbox stock --low",
         stock},
        {"",
         "restock",
         "what to buy: up to par in whole packs, with the estimated cost against the restock cap",
         {},
         "giftbox restock -o shopping.csv",
         restock},
        {"",
         "write-off",
         "take damaged or lost units off the shelf",
         {kSku, kUnits, kReason, kOn},
         "giftbox write-off MUG-11 2 --reason \"dropped\"",
         writeOff},
        {"",
         "count",
         "the shelf holds this many; the books follow",
         {kSku,
          kUnits,
          kReason,
          kOn,
          {"--cost", "TOTAL",
           "what units found over the books cost; like the newest lot bought when left out",
           Need::Optional},
          {"--expected", "UNITS",
           "what the books said when it was counted; refused when they say something else now",
           Need::Optional},
          {"--adjust", "",
           "when they say something else than expected: change the count by what has moved since",
           Need::Optional}},
         "giftbox count MUG-11 31 --reason \"year-end count\"",
         count},
    };
}

std::vector<Command> recipients()
{
    const Parameter code{"RECIPIENT", "", "the code", Need::Required};
    return {
        {"recipient", "add", "add somebody who may be given a box",
         recipientParameters({"RECIPIENT", "", "a code for the person or business", Need::Required},
                             Need::Required),
         "giftbox recipient add C-1042 --name \"Customer 1042\" --group service --sizes "
         "hat=M,shirt=XL",
         recipientAdd},
        {"recipient", "edit", "change a recipient; the code stays",
         recipientParameters(code, Need::Optional),
         "giftbox recipient edit C-1042 --tastes golf,coffee", recipientEdit},
        {"recipient",
         "anonymize",
         "remove the person for good; boxes and every total stay",
         {code, kReason, kDryRun},
         "giftbox recipient anonymize C-1042 --reason \"asked us to\"",
         recipientAnonymize},
        {"recipient",
         "show",
         "a recipient and every box they were given",
         {code, {"--history", "", "month by month: nominated, chosen, boxes", Need::Optional}},
         "giftbox recipient show C-1042",
         recipientShow},
        {"recipient",
         "list",
         "everybody who may be given a box",
         {},
         "giftbox recipient list",
         recipientList},
    };
}

std::vector<Command> boxes()
{
    const Parameter number{"NO", "", "the box's number", Need::Required};
    const Parameter items{"--item", "SKU[:UNITS]",
                          "an item and how many, 1 when left out; as often as needed",
                          Need::Repeatable};
    const Parameter minutes{"--minutes", "MINUTES", "labor; the store's own when left out",
                            Need::Optional};
    const Parameter recipe{"--recipe", "NAME",
                           "make it by this recipe; --item then chooses for its categories",
                           Need::Optional};
    return {
        {"box",
         "plan",
         "plan a box: its units are reserved, its estimated cost is committed",
         {{"--for", "RECIPIENT", "who it is for", Need::Required},
          items,
          recipe,
          minutes,
          {"--month", "MONTH", "the month it is planned for, YYYY-MM; this month when left out",
           Need::Optional},
          kOverride,
          kDryRun},
         "giftbox box plan --for C-1042 --item HAT-01 --item BOX-M --month 2026-12",
         boxPlan},
        {"box",
         "pack",
         "pack one box, planned or not; prints its number, its cost in three parts and the room "
         "left",
         {{"NO", "", "the number of a planned box", Need::Optional},
          {"--for", "RECIPIENT", "who it is for, when it was not planned", Need::Optional},
          items,
          recipe,
          minutes,
          kOn,
          kOverride,
          kDryRun},
         "giftbox box pack --for C-1042 --item HAT-01 --item GOLF-3:2 --item BOX-M --item RIBBON",
         boxPack},
        {"box",
         "cancel",
         "give a planned box up; its units and its estimated cost are free again",
         {number, kReason},
         "giftbox box cancel 43 --reason \"on holiday until spring\"",
         boxCancel},
        {"box",
         "give",
         "hand a packed box over",
         {number, kOn, kOverride},
         "giftbox box give 42",
         boxGive},
        {"box",
         "unpack",
         "take a packed box apart; everything returns at the cost it left with",
         {number, kReason, kOn},
         "giftbox box unpack 42 --reason \"moved away\"",
         boxUnpack},
        {"box", "show", "a box and what is in it", {number}, "giftbox box show 42", boxShow},
        {"box",
         "list",
         "boxes, by number",
         {{"--month", "MONTH", "only those that count in this month, YYYY-MM", Need::Optional},
          {"--state", "planned|packed|given|unpacked|cancelled", "only these", Need::Optional},
          {"--as-of", "DATE", "those that lay packed and not given at the end of a day",
           Need::Optional}},
         "giftbox box list --state packed",
         boxList},
    };
}

std::vector<Command> moneyAndReports()
{
    return {
        {"budget",
         "set",
         "set a cap from a month on; nothing is overwritten",
         {{"CAP", "", "box.total, box.contents, month.program or month.restock", Need::Required},
          {"AMOUNT", "", "the most it may come to", Need::Required},
          {"--from", "MONTH", "the month from which it holds, YYYY-MM", Need::Required},
          {"--action", "stop|warn", "refuse, or say so and go on", Need::Required},
          kReason},
         "giftbox budget set month.program 750.00 --from 2026-11 --action stop --reason \"holiday "
         "season\"",
         budgetSet},
        {"budget",
         "show",
         "the caps of a month: cap, spent, committed, room",
         {{"MONTH", "", "YYYY-MM; this month when left out", Need::Optional},
          {"--history", "", "every cap that was ever set, with its reason", Need::Optional}},
         "giftbox budget show 2026-11",
         budgetShow},
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

std::vector<Command> makeTable()
{
    std::vector<Command> table;
    for (auto* part :
         {storeAndItems, shelf, recipients, choosingCommands, recipeCommands, planningCommands,
          boxes, noteCommands, moneyAndReports, accountingCommands, userCommands, shell}) {
        std::vector<Command> commands = part();
        std::move(commands.begin(), commands.end(), std::back_inserter(table));
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
