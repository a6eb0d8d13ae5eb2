#include "web/pages/journal_forms.h"

#include "accounting/account_map.h"
#include "gifting/box_tax.h"
#include "web/ui/months.h"

#include <algorithm>

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

/// The accounts as they are for the month, or this one.
void showAccounts(const RequestContext& context, const books::ReadTransaction& tx, FormPage& page)
{
    const foundation::Month month = monthAsked(context);
    const accounting::AccountMap accounts(tx, month);
    for (const accounting::JournalRoleRule& rule : accounting::kJournalRoles) {
        std::string name(rule.text);
        std::ranges::replace(name, '-', '_');
        const auto mapped = accounts.of(rule.role);
        fieldNamed(page.fields, name).value = mapped ? mapped->account : "";
    }
    fieldNamed(page.fields, "from").value = toText(month);
}

/// From the month of the page that led here, or this one.
void fillFrom(RequestContext& context, FormPage& page)
{
    fieldNamed(page.fields, "from").value = toText(monthAsked(context));
}

std::vector<OperationForm> formsOfAccounts()
{
    return {{.command = "account map",
             .on = kNowhere,
             .title = "Map the accounts",
             .submit = "Map",
             .intro = "The accounts apply from the month on. Batches keep the accounts that they "
                      "were made with. Roles that you leave empty keep theirs.",
             .show = showAccounts,
             .back = "accounts",
             .after = "accounts?month={from}",
             .done = "The accounts are mapped from {from} on."},
            {.command = "account chart",
             .on = kNowhere,
             .title = "Chart of accounts",
             .submit = "Upload",
             .intro = "A CSV file or text: the account in the first column, as you map it, and "
                      "its name in the second. It replaces the earlier chart. From then on, "
                      "accounts that are mapped and those of each file must be in it.",
             .back = "accounts",
             .done = "The chart has {accounts} {accounts|account|accounts}."},
            {.command = "account department",
             .on = kNowhere,
             .title = "Department of the store",
             .submit = "Set",
             .intro = "A box is charged to the department of whoever nominated its recipient, or "
                      "else to the recipient's group. This department is for the others.",
             .fill = fillFrom,
             .back = "accounts",
             .done = "Other boxes are charged to {department} from {from} on."},
            {.command = "box department",
             .states = "packed|handed_over|given",
             .button = "Department",
             .title = "Department of box {no}",
             .submit = "Charge it",
             .intro = "Until the giving stands in a batch of the journal. The reason is kept "
                      "permanently, so do not name a person.",
             .done = "Box {box} is charged to {department}."},
            {.command = "account set",
             .on = kNowhere,
             .title = "Map an account",
             .submit = "Map",
             .intro = "The account applies from the month on. Batches keep the accounts that they "
                      "were made with.",
             .fill = fillJournalRoles,
             .done = "{title} is booked to {account} from {from} on."}};
}

std::vector<Option> taxClassOptions(const std::string& unset)
{
    return {{"", unset},
            {"gift", "Gift"},
            {"promotion", "Promotion"},
            {"employee", "Employee"},
            {"not_deductible", "Not deductible"}};
}

/// What the box has of its own; empty: the store's.
void showTax(const RequestContext& context, const books::ReadTransaction& tx, FormPage& page)
{
    const gifting::BoxTax tax = gifting::boxTaxOf(tx, books::BoxNo{context.number()});
    Field& taxClass = fieldNamed(page.fields, "tax_class");
    taxClass.options = taxClassOptions("As the store has it");
    taxClass.value = tax.taxClass;
    fieldNamed(page.fields, "purpose").value = context.wordsShown(tax.purpose);
}

void showGiftDefaults(const RequestContext& context, const books::ReadTransaction& tx,
                      FormPage& page)
{
    const gifting::GiftDefaults now = gifting::giftDefaults(tx, context.today().month());
    Field& taxClass = fieldNamed(page.fields, "tax_class");
    taxClass.options = taxClassOptions("As it is");
    taxClass.value = now.taxClass;
    fieldNamed(page.fields, "purpose").value = now.purpose;
    fieldNamed(page.fields, "relationship").value = now.relationship;
}

std::vector<OperationForm> formsOfGifts()
{
    return {{.command = "box tax",
             .states = "planned|packed|handed_over|given",
             .button = "Tax class",
             .title = "Tax class of box {no}",
             .submit = "Save",
             .intro =
                 "The report of gifts and taxes uses them. A box that was given has them until "
                 "its month is closed.",
             .show = showTax,
             .done = "The tax class and the business purpose of box {box} are saved."},
            {.command = "limit set-defaults",
             .path = "limits/defaults",
             .on = kNowhere,
             .title = "Gifts of the store",
             .submit = "Save",
             .intro = "For boxes without a class or purpose of their own, and recipients without a "
                      "group.",
             .fill = fillFrom,
             .show = showGiftDefaults,
             .back = "gifts",
             .done = "Saved. It applies from {from} on."}};
}

std::vector<OperationForm> formsOfBatches()
{
    return {{.command = "journal batch",
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
                      "batch of the month. Post the mirror if you posted the batch.",
             .after = "journal/{no}",
             .done = "Batch {key} voids it, {debit}."}};
}

} // namespace

std::vector<OperationForm> journalForms()
{
    std::vector<OperationForm> all = formsOfAccounts();
    std::ranges::move(formsOfGifts(), std::back_inserter(all));
    std::ranges::move(formsOfBatches(), std::back_inserter(all));
    return all;
}

} // namespace giftbox::web
