#include "web/pages/confirm_form.h"
#include "gifting/recipient.h"
#include "gifting/selection/nomination.h"
#include "web/pages/operation_forms.h"
#include "web/pages/pages.h"
#include "web/pages/recipient_field.h"
#include "web/ui/operation_form.h"
#include "web/ui/table.h"

namespace giftbox::web {

using books::ReadTransaction;
using gifting::NumberedRecipient;

namespace {

constexpr std::int64_t kMostToConfirm = 100;

/// `Bo: brings cake; Cy: asks how we are`
std::string reasonsFor(const ReadTransaction& tx, books::RecipientNo recipient)
{
    std::string text;
    gifting::listNominations(tx, {.month = {}, .adviser = {}, .recipient = recipient, .state = {}},
                             [&](const gifting::Nomination& one) {
                                 text +=
                                     (text.empty() ? "" : "; ") + one.adviser + ": " + one.reason;
                             });
    return text;
}

/// The recipients there with the same words in their names.
std::string alikeTo(const ReadTransaction& tx, const NumberedRecipient& person)
{
    std::string text;
    for (const auto& [number, one] :
         gifting::searchRecipients(tx, person.recipient.name, kMostToConfirm)) {
        if (number != person.number && !one.unconfirmed) {
            text += (text.empty() ? "" : ", ") + one.name + " (" + one.code + ")";
        }
    }
    return text;
}

FormPage formOfPerson(RequestContext& context, const ReadTransaction& tx,
                      const NumberedRecipient& person)
{
    const std::string alike = alikeTo(tx, person);
    FormPage page{
        .title = "Who is " + person.recipient.name + "?",
        .submit = "Confirm",
        .back = context.address("recipients"),
        .fields = fieldsOf("recipient confirm", {"code"}),
        .intro =
            "Nominated by " + reasonsFor(tx, person.number) + "." +
            (person.recipient.note.empty() ? "" : " Who this is: " + person.recipient.note + ".")};
    page.fields.front().label = "Your code, for a new recipient";
    page.fields.front().hint = "For example, the customer number";
    page.fields.push_back(recipientField(context, "Or somebody you have already", "same_as"));
    page.fields.back().isNeeded = false;
    for (Field& field : page.fields) {
        field.isOneOf = true;
    }
    page.fields.back().answersTo = {"recipient"};
    page.fields.back().hint += alike.empty() ? "" : ". Perhaps " + alike;
    return page;
}

} // namespace

std::vector<View> peopleToConfirm(const RequestContext& context, const ReadTransaction& tx)
{
    Table table({{"Person"}, {"Who this is"}, {"Nominated by"}, {""}}, context.format);
    for (const NumberedRecipient& one : gifting::recipientsAfter(tx, "", kMostToConfirm, true)) {
        table
            .named(one.recipient.name, one.recipient.code,
                   context.recipientAddress(one.recipient.code))
            .text(one.recipient.note)
            .text(reasonsFor(tx, one.number))
            .links(
                {{context.address("recipients/confirm?code=") + encodePercent(one.recipient.code),
                  "Confirm"}})
            .endRow();
    }
    if (table.isEmpty()) {
        return {};
    }
    View view;
    view.number("people", gifting::countUnconfirmed(tx)).list("table", table.views(""));
    return {view};
}

Response confirmRecipientPage(RequestContext& context)
{
    std::string code;
    const FormPage page = context.read([&](const ReadTransaction& tx) {
        const auto person = gifting::requireKnownRecipient(tx, context.query.text("code"));
        code = person.recipient.code;
        return formOfPerson(context, tx, person);
    });
    FormWork work{.command = "recipient confirm"};
    work.say = [&](const ReadTransaction&, foundation::JsonBody& said) {
        said.fields.insert_or_assign("recipient", code);
    };
    work.done = [&](const Answered& answer) {
        return Done{context.recipientAddress(answer.at("recipient")),
                    "Confirmed: " + answer.at("recipient") + "."};
    };
    context.form.set("recipient", code);
    return runOperation(context, page, work);
}

} // namespace giftbox::web
