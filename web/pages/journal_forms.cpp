#include "web/pages/journal_forms.h"

#include "accounting/journal/journal_role.h"

namespace giftbox::web {

namespace {

/// The roles by their names.
void fillJournalRoles(RequestContext& context, FormPage& page)
{
    Field& role = fieldNamed(page.fields, "role");
    role.type = "select";
    role.options.clear();
    for (const accounting::JournalRoleRule& rule : accounting::kJournalRoles) {
        role.options.push_back({std::string(rule.text), std::string(rule.title)});
    }
    fieldNamed(page.fields, "from").value = toText(context.today().month());
}

} // namespace

std::vector<OperationForm> journalForms()
{
    return {{.command = "account set",
             .on = kNowhere,
             .title = "Map an account",
             .submit = "Map",
             .intro = "The account applies from the month on. Batches keep the accounts that they "
                      "were made with.",
             .fill = fillJournalRoles,
             .done = "{title} is booked to {account} from {from} on."},
            {.command = "journal batch",
             .on = kNowhere,
             .title = "Make a batch",
             .intro =
                 "The batch has every fact of the month that stands in no batch yet. Its lines "
                 "never change; facts recorded later stand in the next batch.",
             .after = "journal?month={month}",
             .done = "Batch {key} has {entries} {entries|entry|entries}, {debit}."},
            {.command = "journal posted",
             .states = "open|mirror",
             .button = "Mark as posted",
             .title = "Mark batch {key} as posted",
             .submit = "Mark as posted",
             .done = "Batch {key} is posted as {posted_as}."},
            {.command = "journal void",
             .states = "open|posted",
             .button = "Void",
             .title = "Void batch {key}",
             .submit = "Void the batch",
             .intro = "Its mirror becomes a batch of its own, and its facts stand in the next "
                      "batch of the month. Post the mirror if you posted the batch. You cannot "
                      "undo this.",
             .after = "journal/{no}",
             .done = "Batch {key} voids it, {debit}."}};
}

} // namespace giftbox::web
