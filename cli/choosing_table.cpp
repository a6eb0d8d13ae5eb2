#include "cli/command_parts.h"
#include "cli/commands.h"

namespace giftbox::cli {
namespace {

const Parameter kRecipient{"RECIPIENT", "", "the recipient's code", Need::Required};
const Parameter kOfMonth{"--month", "MONTH", "the month of the list, YYYY-MM", Need::Required};
const Parameter kMonthOrThis{"MONTH", "", "YYYY-MM; this month when left out", Need::Optional};
const Parameter kWhy{"--reason", "WHY", "why, in words; whoever nominated can read it",
                     Need::Required};

std::vector<Command> nominations()
{
    const Parameter number{"NO", "", "the nomination's number", Need::Required};
    return {
        {"",
         "nominate",
         "suggest somebody who loves coming in for a month",
         {kRecipient,
          {"--month", "MONTH", "the month they may be given a box, YYYY-MM", Need::Required},
          {"--by", "ADVISER", "who suggests them", Need::Required},
          {"--department", "WORD", "the store's own word: service, parts, ...", Need::Required},
          {"--reason", "WHY", "why, in words", Need::Required}},
         "giftbox nominate C-1042 --month 2026-12 --by \"Bo\" --department service --reason "
         "\"brings cake for the workshop\"",
         nominate},
        {"nomination",
         "list",
         "nominations, by number",
         {{"--month", "MONTH", "only of this month, YYYY-MM", Need::Optional},
          {"--by", "ADVISER", "only by this adviser", Need::Optional},
          {"--recipient", "RECIPIENT", "only of this recipient", Need::Optional},
          {"--state", "open|chosen|withdrawn|declined", "only these", Need::Optional}},
         "giftbox nomination list --month 2026-12",
         nominationList},
        {"nomination",
         "withdraw",
         "take a nomination back",
         {number, kWhy},
         "giftbox nomination withdraw 17 --reason \"meant her sister\"",
         nominationWithdraw},
        {"nomination",
         "decline",
         "a manager turns a nomination down",
         {number, kWhy},
         "giftbox nomination decline 17 --reason \"moved to another town\"",
         nominationDecline},
    };
}

std::vector<Command> choosing()
{
    return {
        {"choose",
         "list",
         "who is nominated for a month, why, and what speaks against it",
         {{"MONTH", "", "YYYY-MM", Need::Required}},
         "giftbox choose list 2026-12",
         chooseList},
        {"choose",
         "add",
         "put somebody nominated on the list of a month",
         {kRecipient,
          kOfMonth,
          {"--despite", "WHY", "why, where something speaks against it; it is kept",
           Need::Optional}},
         "giftbox choose add C-1042 --month 2026-12",
         chooseAdd},
        {"choose",
         "remove",
         "take somebody off the list of a month",
         {kRecipient, kOfMonth, kWhy},
         "giftbox choose remove C-1042 --month 2026-12 --reason \"on holiday until spring\"",
         chooseRemove},
        {"choose",
         "approve",
         "a manager approves the list of a month",
         {{"MONTH", "", "YYYY-MM", Need::Required}},
         "giftbox choose approve 2026-12",
         chooseApprove},
    };
}

std::vector<Command> settings()
{
    return {
        {"store",
         "set",
         "change a setting of the store; labor, minutes and waiting months from a month on",
         {{"--labor-rate", "AMOUNT", "what an hour of packing costs", Need::Optional},
          {"--labor-minutes", "MINUTES", "how long a box takes when nobody says otherwise",
           Need::Optional},
          {"--waiting-months", "MONTHS", "how long whoever was given a box waits for the next",
           Need::Optional},
          {"--from", "MONTH", "the month from which these three hold, YYYY-MM", Need::Optional},
          {"--reason", "WHY", "why these three change; it is kept", Need::Optional},
          {"--locale", "LOCALE", "how days and amounts are written on the pages", Need::Optional},
          {"--time-zone", "ZONE",
           "the IANA name of the zone whose clocks say what day it is in the store, "
           "America/New_York",
           Need::Optional},
          {"--time-zone-from", "DATE",
           "the first day with that zone; when left out, at once or as soon as the books allow it",
           Need::Optional}},
         "giftbox store set --labor-rate 26.00 --from 2027-01 --reason \"wages of 2027\"",
         storeSet},
        {"store",
         "show",
         "the settings of the store as they are this month",
         {{"--history", "", "labor, minutes and waiting months: every change, with its reason",
           Need::Optional}},
         "giftbox store show --history",
         storeShow},
    };
}

std::vector<Command> stories()
{
    return {
        {"report",
         "story",
         "a month: nominated, chosen, packed, given, waiting",
         {kMonthOrThis},
         "giftbox report story 2026-12",
         reportStory},
        {"report",
         "nominations",
         "what became of nominations, by adviser and department",
         {kMonthOrThis,
          {"--from", "MONTH", "from this month on", Need::Optional},
          {"--to", "MONTH", "up to and with this month", Need::Optional}},
         "giftbox report nominations --from 2026-07 --to 2026-12",
         reportNominations},
        {"report",
         "exceptions",
         "choices against a warning, caps that warned, and overrides of a month",
         {kMonthOrThis},
         "giftbox report exceptions 2026-12",
         reportExceptions},
    };
}

} // namespace

std::vector<Command> choosingCommands()
{
    std::vector<Command> all = nominations();
    for (auto* part : {choosing, settings, stories}) {
        std::vector<Command> commands = part();
        std::move(commands.begin(), commands.end(), std::back_inserter(all));
    }
    return all;
}

} // namespace giftbox::cli
