#include "access/list_users.h"
#include "gifting/notes/note_of_box.h"
#include "reports/find_movements.h"
#include "web/pages/journal_forms.h"
#include "web/pages/month_forms.h"
#include "web/pages/operation_forms.h"
#include "web/pages/pages.h"
#include "web/pages/purchasing_forms.h"
#include "web/pages/reason_field.h"
#include "web/pages/role_options.h"
#include "web/pages/selection_forms.h"
#include "web/ui/operation_form.h"

#include <algorithm>

namespace giftbox::web {

using books::ReadTransaction;

namespace {

/// Offers the signers whose signature is still missing, first the visitor, below the note.
void fillSigners(RequestContext& context, FormPage& page)
{
    Field& signer = fieldNamed(page.fields, "signer");
    signer.type = "select";
    signer.hint = "Signs on the printed note by hand";
    context.read([&](const ReadTransaction& tx) {
        const gifting::NoteOfBox found = gifting::noteOfBox(tx, books::BoxNo{context.number()});
        for (const gifting::NoteSignature& one : found.note.signatures) {
            if (!one.isSigned) {
                const bool isOwn = one.signer.starts_with(context.session->displayName);
                signer.options.insert(isOwn ? signer.options.begin() : signer.options.end(),
                                      {one.signer, one.signer});
            }
        }
        if (!found.note.wording.empty()) {
            page.picture = context.address("boxes/" + context.part + "/note.png");
        }
        page.back = context.address("notes?month=") + toText(found.month);
        return true;
    });
}

/// Roles over several stores are for group administrators.
void fillRoles(RequestContext& context, FormPage& page)
{
    const auto roles = context.caller().roles;
    if (std::ranges::find(roles, access::Role::GroupAdministrator) != roles.end()) {
        fieldNamed(page.fields, "role").options = roleOptions(access::kAllRoles);
        return;
    }
    fieldNamed(page.fields, "role").options = roleOptions(access::kRoles);
    std::erase_if(page.fields, [](const Field& field) {
        return field.name == "entity" || field.name == "all_stores";
    });
}

/// The user's roles in this store; all roles without a user.
void fillRolesOfUser(RequestContext& context, FormPage& page)
{
    fillRoles(context, page);
    context.read([&](const ReadTransaction& tx) {
        if (const auto user = access::findUser(tx.database(), context.query.text("login"))) {
            fieldNamed(page.fields, "role").options = roleOptions(access::rolesIn(tx, user->id));
        }
        return true;
    });
}

/// The receipt as it is.
void showReceipt(const RequestContext& context, const ReadTransaction& tx, FormPage& page)
{
    const auto lot = reports::requireLot(tx, books::LotNo{context.number()});
    fieldNamed(page.fields, "units").value = std::to_string(lot.units);
    fieldNamed(page.fields, "cost").value = context.format.typed(lot.cost);
    fieldNamed(page.fields, "supplier").value = lot.supplier;
    fieldNamed(page.fields, "reference").value = lot.reference;
    for (const char* name : {"units", "cost", "reference"}) {
        fieldNamed(page.fields, name).isNeeded = true;
        fieldNamed(page.fields, name).hint = "";
    }
    fieldNamed(page.fields, "supplier").hint = "";
}

using Forms = std::vector<OperationForm>;

Forms stockForms()
{
    return {{.command = "receive", .own = receivePage, .on = "item", .states = "active"},
            {.command = "count", .own = countPage, .on = "item"},
            {.command = "write-off",
             .on = "item",
             .fill = offerReasons,
             .done = "Written off: {sku}, {units} {units|unit|units}, {cost}. On hand: "
                     "{units_now}."},
            {.command = "write-off reverse",
             .states = "standing",
             .button = "Reverse",
             .title = "Reverse the write-off of {units} {name}",
             .submit = "Reverse the write-off",
             .intro =
                 "{units} {units|unit|units} written off on {on} ({why}) {units|comes|come} back "
                 "to the shelf for {cost}. The write-off stays in the list with its reversal.",
             .done = "Write-off reversed: {sku}, {units} {units|unit|units}, {cost}. On hand: "
                     "{units_now}."},
            {.command = "count reverse",
             .states = "standing",
             .button = "Reverse",
             .title = "Reverse the count of {name}",
             .submit = "Reverse the count",
             .intro = "The count of {on} ({why}) corrected the books by {units} {found} "
                      "{units|unit|units}, {cost}. The books go back to what they said. The count "
                      "stays in the list with its reversal.",
             .done = "Count reversed: {sku}, {units} {units|unit|units}, {cost}. On hand: "
                     "{units_now}."}};
}

Forms countForms()
{
    return {
        {.command = "count start", .path = "counts/start", .own = startCountPage, .on = kNowhere},
        {.command = "count line",
         .path = "counts/{no}/line",
         .own = countLinePage,
         .on = "count-session",
         .states = "open",
         .button = "Count"},
        {.command = "count post",
         .path = "counts/{no}/post",
         .on = "count-session",
         .states = "open",
         .title = "Post count {no}",
         .submit = "Post the count",
         .intro = "The books are changed to what was counted, all items or none. Missing units "
                  "leave at their cost, and units found become stock.",
         .fill = offerReasons,
         .done = "Count {no} posted: {counted} {counted|item|items} counted, {units_over} "
                 "{units_over|unit|units} over for {cost_over}, {units_under} "
                 "{units_under|unit|units} under for {cost_under}."},
        {.command = "count cancel",
         .path = "counts/{no}/cancel",
         .on = "count-session",
         .states = "open",
         .title = "Cancel count {no}",
         .submit = "Cancel the count",
         .intro = "The count ends, and the books stay as they are.",
         .done = "Count {no} cancelled."}};
}

Forms receiptForms()
{
    return {{.command = "receipt reverse",
             .states = "whole",
             .button = "Reverse receipt",
             .title = "Reverse receipt {reference}",
             .intro = "{units} {units|unit|units} of {name}, received {received_on} for {cost}, "
                      "leave the shelf again. The receipt stays in the list with its reversal.",
             .done = "Receipt {reference} reversed: {sku}, {units} {units|unit|units}, {cost}. On "
                     "hand: {units_now}."},
            {.command = "receipt return",
             .states = "whole|used",
             .button = "Return to supplier",
             .title = "Return units of receipt {reference}",
             .submit = "Return to supplier",
             .intro = "{units} {units|unit|units} of {name}, received {received_on} for {cost}. "
                      "Units that go back leave the shelf at what they cost in this receipt.",
             .done = "Returned to the supplier: {sku}, {units} {units|unit|units}, {cost}. On "
                     "hand: {units_now}."},
            {.command = "return credit",
             .states = "sent",
             .button = "Record credit",
             .title = "Credit for {units} {units|unit|units} of {name}",
             .submit = "Record the credit",
             .intro = "Returned on {on} ({why}) for {cost}. What the credit falls short of that "
                      "is a variance of the month.",
             .done = "Credit recorded: {sku}, {credit}. Variance: {variance}."},
            {.command = "return reverse",
             .states = "sent",
             .button = "Reverse",
             .title = "Reverse the return of {units} {units|unit|units} of {name}",
             .submit = "Reverse the return",
             .intro = "Returned on {on} ({why}) for {cost}. The units come back to the shelf at "
                      "that cost. The return stays in the list with its reversal.",
             .done = "Return reversed: {sku}, {units} {units|unit|units}, {cost}. On hand: "
                     "{units_now}."},
            {.command = "receipt correct",
             .states = "whole|used|gone",
             .button = "Correct receipt",
             .title = "Correct receipt {reference}",
             .intro = "{units} {units|unit|units} of {name}, received {received_on} for {cost}. "
                      "What is left of them then costs its share of the corrected cost; the rest "
                      "of the change is a variance of the month. The receipt stays in the list "
                      "with its correction.",
             .looks = {{"units", "Units received"}, {"cost", "Total cost (all units together)"}},
             .show = showReceipt,
             .done = "Receipt {reference} corrected: {sku}, {units} {units|unit|units}, {cost}. On "
                     "hand: {units_now}."}};
}

Forms itemForms()
{
    return {{.command = "item edit", .own = editItemPage},
            {.command = "item rename",
             .button = "Rename",
             .title = "Rename {sku}",
             .submit = "Rename",
             .intro = "Gives {name} another SKU. The earlier SKU still means this item: on labels, "
                      "in files, and in the search.",
             .isFixed = true,
             .done = "{name} has the SKU {sku} now."},
            {.command = "item retire",
             .states = "active",
             .title = "Retire {sku}",
             .intro = "You can no longer receive this item. Units on hand can still be packed.",
             .isFixed = true,
             .done = "{name} is retired."},
            {.command = "item unretire",
             .states = "retired",
             .title = "Reactivate {sku}",
             .submit = "Reactivate",
             .intro = "You can receive this item again.",
             .isFixed = true,
             .done = "{name} is active again."},
            {.command = "item picture",
             .on = kNowhere,
             .title = "Picture of {name}",
             .submit = "Keep the picture",
             .intro = "Shown beside the item in lists and forms. A photo is made smaller before it "
                      "is sent, and does not keep where it was taken.",
             .isFixed = true,
             .looks = {{"file", "Picture",
                        "PNG, JPEG or WebP. You can also paste a picture or drop it here"}},
             .back = "item?sku={sku}",
             .done = "{name} has a new picture."},
            {.command = "item remove-picture",
             .on = kNowhere,
             .title = "Remove the picture of {name}",
             .submit = "Remove",
             .isFixed = true,
             .back = "item?sku={sku}",
             .done = "{name} has no picture now."},
            {.command = "item add", .own = addItemPage, .on = kNowhere}};
}

Forms importForms()
{
    return {{.command = "import undo",
             .states = "imported",
             .title = "Undo the import of {file}",
             .submit = "Undo the import",
             .intro = "It added {added} {kind} and changed {changed}. What it added is taken away, "
                      "what it changed gets its earlier values back, and receipts, bills and "
                      "freight are reversed. "
                      "Nothing changes if any of it is in use.",
             .done = "Import of {file} undone. Taken away: {removed}. Earlier values restored: "
                     "{restored}. Reversed: {reversed}."}};
}

Forms recipientForms()
{
    return {
        {.command = "box pack",
         .path = "boxes/pack",
         .own = packPage,
         .on = "recipient",
         .states = "confirmed",
         .button = "Pack a box"},
        {.command = "recipient confirm",
         .own = confirmRecipientPage,
         .states = "unconfirmed",
         .button = "Confirm"},
        {.command = "nominate", .path = "nominations/add", .own = nominatePage, .on = "recipient"},
        {.command = "recipient edit", .own = editRecipientPage},
        {.command = "recipient rename",
         .states = "confirmed",
         .button = "Change the code",
         .title = "Change the code of {name}",
         .submit = "Change the code",
         .intro = "The earlier code still means this recipient: in fields, files and lists.",
         .isFixed = true,
         .done = "{name} has the code {recipient} now."},
        {.command = "recipient add", .own = addRecipientPage, .on = kNowhere}};
}

Forms boxForms()
{
    return {{.command = "box give", .own = givePage, .states = "packed", .button = "Hand over"},
            {.command = "box take-back",
             .states = "handed_over",
             .button = "Take back",
             .isQuiet = true,
             .title = "Take back the handover of box {no}",
             .submit = "Take back",
             .intro = "The box counts as packed again, not as handed over, and its cost is "
                      "committed instead of spent. Its page keeps that it was handed over.",
             .done = "Box {no} is packed again: its handover was taken back."},
            {.command = "box unpack",
             .states = "packed",
             .title = "Unpack box {no}",
             .intro = "All units return to stock at their original cost.",
             .done = "Unpacked. Everything is back on the shelf."},
            {.command = "box pack", .own = packPlannedPage, .states = "planned"},
            {.command = "box cancel",
             .states = "planned",
             .button = "Cancel",
             .title = "Cancel box {no}",
             .submit = "Cancel the box",
             .intro = "Canceling releases the reserved units and the committed cost.",
             .done = "Cancelled."},
            {.command = "box plan", .path = "boxes/plan", .own = planPage, .on = kNowhere},
            {.command = "plan", .path = "plan/propose", .own = proposePage, .on = kNowhere},
            {.command = "plan change", .own = changeProposalPage, .on = kNowhere},
            {.command = "plan accept", .own = acceptProposalPage, .on = kNowhere},
            {.command = "recipe set", .path = "recipes/set", .own = setRecipePage, .on = kNowhere}};
}

Forms noteForms()
{
    return {{.command = "note write", .path = "notes/write", .own = writeNotesPage, .on = kNowhere},
            {.command = "note rewrite",
             .path = "boxes/{no}/note/rewrite",
             .on = kNowhere,
             .title = "Write the note for box {no} again",
             .submit = "Write again",
             .intro = "The note takes the newest approved template and the recipient's name as it "
                      "is now. You can do this until somebody signs it.",
             .back = "boxes/{no}/note",
             .done = "The note for box {no} is written again."},
            {.command = "note sign",
             .path = "boxes/{no}/note/sign",
             .on = kNowhere,
             .title = "Sign the note for box {no}",
             .submit = "Sign",
             .fill = fillSigners,
             .after = "boxes/{no}/note",
             .done = "Note for box {no} has {signed} of {signers} signatures."},
            {.command = "template set", .own = setTemplatePage, .on = kNowhere},
            {.command = "template approve",
             .states = "new",
             .title = "Approve the template",
             .intro = "New notes use this wording until you approve a newer version.",
             .done = "Template version {no} approved."}};
}

Forms reasonForms()
{
    return {{.command = "reason add",
             .on = kNowhere,
             .title = "Add a reason",
             .submit = "Add",
             .back = "reasons",
             .done = "Reason added: {reason}."},
            {.command = "reason retire",
             .states = "listed",
             .button = "Retire",
             .title = "Retire the reason {reason}",
             .intro = "It can no longer be selected. What was recorded with it keeps it.",
             .isFixed = true,
             .done = "Reason retired: {reason}."}};
}

Forms storeForms()
{
    return {{.command = "entity add", .on = kNowhere, .back = "entities"},
            {.command = "entity edit", .isFixed = true},
            {.command = "entity account", .button = "Map an account", .isFixed = true},
            {.command = "budget set", .own = setCapPage, .on = kNowhere},
            {.command = "budget end", .own = endCapPage, .on = kNowhere},
            {.command = "store set", .path = "settings/set", .own = setStorePage, .on = kNowhere},
            {.command = "user grant",
             .states = "active|without_role",
             .button = "Add a role",
             .title = "Add a role",
             .submit = "Add the role",
             .intro = "Unless you say otherwise, the role applies to this store only.",
             .fill = fillRoles,
             .done = "{login} has the role now."},
            {.command = "user revoke",
             .states = "active",
             .button = "Remove a role",
             .title = "Remove a role",
             .submit = "Remove the role",
             .intro = "Unless you say otherwise, it is taken in this store only. The user's open "
                      "pages lose the role with the next click, and tokens with this role end.",
             .fill = fillRolesOfUser,
             .done = "{login} no longer has the role."},
            {.command = "user disable",
             .states = "active|without_role",
             .intro = "The user is logged out everywhere and cannot log in until somebody enables "
                      "them again.",
             .done = "{login} disabled."},
            {.command = "user enable",
             .states = "disabled",
             .intro = "The user can log in again, with the password and the roles of before.",
             .done = "{login} can log in again."},
            {.command = "token revoke",
             .states = "active",
             .intro = "The program loses access immediately.",
             .done = "Token {label} revoked."}};
}

} // namespace

std::span<const OperationForm> operationForms()
{
    static const std::vector<OperationForm> all = [] {
        Forms forms;
        for (auto* part : {stockForms, countForms, reasonForms, receiptForms, itemForms,
                           purchasingForms, billForms, importForms, recipientForms, selectionForms,
                           boxForms, noteForms, journalForms, monthForms, storeForms}) {
            for (OperationForm& form : part()) {
                const auto* operation = operations::operationOf(form.command);
                forms.push_back(completed(std::move(form), *operation));
            }
        }
        for (const operations::Operation& one : operations::operations()) {
            if (one.isChange() && !one.command.empty() &&
                std::ranges::find(forms, one.command, &OperationForm::command) == forms.end()) {
                forms.push_back(completed({.command = one.command}, one));
            }
        }
        return forms;
    }();
    return all;
}

} // namespace giftbox::web
