#include "gifting/anonymize_recipient.h"
#include "gifting/edit_recipient.h"
#include "gifting/rename_recipient.h"
#include "gifting/selection/confirm_recipient.h"
#include "operations/table.h"
#include "reports/box_rows.h"
#include "reports/recipient_history.h"
#include "reports/recipient_rows.h"

namespace giftbox::operations {

using foundation::Stage;

namespace {

constexpr RowShape kRecipientRow{"Recipient", reports::recipientColumns, "",
                                 [] { return allInfosOf(gifting::recipientFields()); }};

constexpr FieldInfo kReasonForGood{.name = kReason.name,
                                   .title = kReason.title,
                                   .help = "reason, kept permanently, so do not name the person",
                                   .need = kReason.need,
                                   .value = kReason.value};

/// The recipient code and the other fields.
std::vector<FieldInfo> withCode(std::vector<FieldInfo> fields)
{
    fields.insert(fields.begin(), gifting::recipientFields().front().info);
    return fields;
}

void readRecipients(Call& call, const ReadTransaction& tx, RowWriter& out)
{
    const auto found = gifting::recipientsAfter(tx, call.after().value_or(""), call.limit() + 1,
                                                call.isYes("unconfirmed"));
    const auto most = static_cast<std::size_t>(call.limit());
    out.begin(reports::recipientColumns());
    for (std::size_t i = 0; i < std::min(found.size(), most); ++i) {
        reports::writeRecipient(found[i].recipient, out);
    }
    out.end();
    if (found.size() > most) {
        call.next = found[most - 1].recipient.code;
    }
}

void writeOne(const gifting::Recipient& recipient, RowWriter& out)
{
    out.begin(reports::recipientColumns());
    reports::writeRecipient(recipient, out);
    out.end();
}

void readRecipient(Call& call, const ReadTransaction& tx, RowWriter& out)
{
    writeOne(gifting::requireRecipient(tx, call.text("recipient")).recipient, out);
}

void readHistory(Call& call, const ReadTransaction& tx, RowWriter& out)
{
    reports::writeRecipientHistory(tx, gifting::requireRecipient(tx, call.text("recipient")).number,
                                   out);
}

void readBoxes(Call& call, const ReadTransaction& tx, RowWriter& out)
{
    out.begin(reports::boxColumns());
    gifting::listBoxes(tx,
                       {.month = {},
                        .state = {},
                        .recipient = gifting::requireRecipient(tx, call.text("recipient")).number},
                       [&](const gifting::Box& box) {
                           reports::writeBoxCells(box, out);
                           out.endRow();
                       });
    out.end();
}

void showRecipient(Call& call, const ReadTransaction& tx, RowWriter& out)
{
    call.isYes("history") ? readHistory(call, tx, out) : readBoxes(call, tx, out);
}

void addRecipient(Call& call, WriteTransaction& tx, RowWriter& out)
{
    const gifting::Recipient recipient =
        changed(gifting::recipientFields(), gifting::Recipient{}, call.said(), Stage::New);
    gifting::addRecipient(tx, recipient);
    writeOne(recipient, out);
}

void editRecipient(Call& call, WriteTransaction& tx, RowWriter& out)
{
    writeOne(gifting::editRecipient(tx, call.text("recipient"), call.said()), out);
}

void confirmRecipient(Call& call, WriteTransaction& tx, RowWriter& out)
{
    writeOne(gifting::confirmRecipient(
                 tx, call.text("recipient"),
                 {.code = call.maybeText("code"), .sameAs = call.maybeText("same_as")}),
             out);
}

void anonymizeRecipient(Call& call, WriteTransaction& tx, RowWriter& out)
{
    writeOne(gifting::anonymizeRecipient(tx, call.text("recipient"), call.text("reason")), out);
}

void renameRecipient(Call& call, WriteTransaction& tx, RowWriter& out)
{
    writeOne(gifting::renameRecipient(tx, call.text("recipient"), call.text("new_code")), out);
}

} // namespace

std::vector<Operation> recipientOperations()
{
    const auto fields = gifting::recipientFields();
    return {
        {.command = "recipient add",
         .address = "/recipients",
         .summary = "add a recipient",
         .action = Action::EditRecipients,
         .fields = infosOf(fields, Stage::New),
         .columns = kRecipientRow,
         .write = addRecipient,
         .answer = Answer::Row,
         .example = "C-1042 --name \"Customer 1042\" --group service --sizes hat=M,shirt=XL",
         .oneWay = "A recipient stays on record. You can change all that you say of them, also the "
                   "code."},
        {.command = "recipient edit",
         .address = "/recipients/{recipient}/edit",
         .summary = "edit a recipient; the code and fields left out do not change",
         .action = Action::EditRecipients,
         .fields = withCode(infosOf(fields, Stage::There)),
         .columns = kRecipientRow,
         .write = editRecipient,
         .answer = Answer::Row,
         .example = "C-1042 --preferences golf,coffee",
         .seen = readRecipient,
         .inverse = {"recipient edit", "recipient", readRecipient}},
        {.command = "recipient rename",
         .address = "/recipients/{recipient}/rename",
         .summary = "give a recipient another code, such as one that was mistyped",
         .effect = "The earlier code still means the recipient.",
         .action = Action::EditRecipients,
         .fields = withCode({{.name = "new_code",
                              .title = "New code",
                              .help = "the code they are to have",
                              .need = foundation::Need::Required,
                              .option = "NEW"}}),
         .columns = kRecipientRow,
         .write = renameRecipient,
         .answer = Answer::Row,
         .example = "C-1O42 C-1042",
         .inverse = {.command = "recipient rename",
                     .column = "recipient",
                     .thing = readRecipient,
                     .earlier = "new_code=recipient"}},
        {.command = "recipient confirm",
         .address = "/recipients/{recipient}/confirm",
         .summary = "confirm somebody whom an adviser nominated as new",
         .effect = "They get your own code, or their nominations move to a recipient you have. "
                   "Until then nobody can select them or plan or pack a box for them.",
         .action = Action::EditRecipients,
         .fields = withCode({{.name = "code",
                              .title = "Your code",
                              .help = "your own code for the new recipient",
                              .value = "CODE"},
                             {.name = "same_as",
                              .title = "The same as",
                              .help = "the recipient it is, if you have them already",
                              .value = "RECIPIENT"}}),
         .columns = kRecipientRow,
         .write = confirmRecipient,
         .answer = Answer::Row,
         .example = "NEW-12 --code C-1042",
         .oneWay = "You cannot undo this, but you can change the code again. Nominations that "
                   "moved stay where they are."},
        {.command = "recipient anonymize",
         .summary = "permanently remove a person's data; boxes and totals stay",
         .effect = "This removes the name, group, household, sizes, preferences, notes, and "
                   "everything written about the person. Boxes and totals stay.",
         .done = "Recipient anonymized. Totals have not changed.",
         .action = Action::EditRecipients,
         .fields = withCode({kReasonForGood}),
         .columns = kRecipientRow,
         .write = anonymizeRecipient,
         .answer = Answer::Row,
         .example = "C-1042 --reason \"asked us to\"",
         .oneWay = "You cannot undo this.",
         .removesForGood = true},
        {.address = "/recipients/{recipient}",
         .summary = "show a recipient",
         .action = Action::EditRecipients,
         .fields = withCode({}),
         .columns = kRecipientRow,
         .read = readRecipient,
         .answer = Answer::Row},
        {.command = "recipient show",
         .address = "/recipients/{recipient}/boxes",
         .summary = "show a recipient and their boxes",
         .action = Action::EditRecipients,
         .fields = withCode({{.name = "history",
                              .type = foundation::FieldType::YesNo,
                              .title = "History",
                              .help = "by month: nominations, selections, boxes",
                              .asked = foundation::Asked::OnCommandLine,
                              .isFlag = true}}),
         .columns = {"Box", reports::boxColumns, kBoxChoices},
         .read = showRecipient,
         .example = "C-1042"},
        {.command = "recipient list",
         .address = "/recipients",
         .summary = "list recipients by code, or the people to confirm",
         .action = Action::EditRecipients,
         .fields = {{.name = "unconfirmed",
                     .type = foundation::FieldType::YesNo,
                     .title = "To confirm",
                     .help = "people whom advisers nominated as new, instead of the others",
                     .isFlag = true}},
         .columns = kRecipientRow,
         .read = readRecipients,
         .isPaged = true},
        {.address = "/recipients/{recipient}/history",
         .summary = "months in which a recipient has activity",
         .action = Action::EditRecipients,
         .fields = withCode({}),
         .columns = {"RecipientMonth", reports::recipientHistoryColumns},
         .read = readHistory},
    };
}

} // namespace giftbox::operations
