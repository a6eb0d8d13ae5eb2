#include "gifting/recipient.h"
#include "reports/recipient_history.h"
#include "web/pages/operation_forms.h"
#include "web/pages/pages.h"
#include "web/ui/operation_form.h"
#include "web/ui/seen_form.h"
#include "web/ui/table_writer.h"

namespace giftbox::web {

using books::ReadTransaction;
using gifting::Recipient;

namespace {

std::vector<Field> recipientFields(std::string_view command, const Recipient& recipient)
{
    std::vector<Field> fields =
        fieldsOf(operations::operationOf(command)->fields, gifting::recipientFields(), recipient);
    Field& kind = fieldNamed(fields, "kind");
    kind.options = {{"person", "Person"}, {"business", "Business account"}};
    return fields;
}

std::vector<View> factsOf(const Recipient& recipient)
{
    std::vector<View> facts;
    for (const auto& field : gifting::recipientFields()) {
        if (field.info.name != "name" && field.info.type != foundation::FieldType::YesNo) {
            addFact(facts, std::string(field.info.title), textOf(field, recipient));
        }
    }
    return facts;
}

FormPage editFormOf(const RequestContext& context, const Recipient& recipient)
{
    FormPage page{.title = "Edit " + recipient.name,
                  .submit = "Save",
                  .back = context.recipientAddress(recipient.code),
                  .fields = recipientFields("recipient edit", recipient)};
    fieldNamed(page.fields, "recipient").type = "hidden";
    return page;
}

Recipient recipientAsked(RequestContext& context)
{
    return context.read([&](const ReadTransaction& tx) {
        return gifting::requireKnownRecipient(tx, context.query.text("code")).recipient;
    });
}

} // namespace

Response recipientPage(RequestContext& context)
{
    return context.read([&](const ReadTransaction& tx) {
        const auto [number, recipient] = gifting::requireRecipient(tx, context.query.text("code"));
        TableWriter history(context.format, [&](std::string_view column, std::string_view value) {
            return column == "month" && context.may(access::Action::ViewStock)
                       ? context.address("boxes?month=").append(value)
                       : std::string();
        });
        reports::writeRecipientHistory(tx, number,
                                       *foundation::makeHidingWriter(history, context.seen()));
        View view;
        view.list("facts", factsOf(recipient))
            .list("table", history.views("No nominations or boxes yet."))
            .text("name", recipient.name)
            .flag("do_not_gift", recipient.doNotGift)
            .flag("unconfirmed", recipient.unconfirmed && !recipient.anonymized)
            .list("acts",
                  recipient.anonymized
                      ? std::vector<View>()
                      : actsOf(actionsOn(context, "recipient", recipient.code,
                                         recipient.unconfirmed ? "unconfirmed" : "confirmed")));
        return context.page("recipient", recipient.name, view);
    });
}

Response editRecipientPage(RequestContext& context)
{
    const Recipient before = recipientAsked(context);
    FormPage page = editFormOf(context, before);
    page.fields.push_back(seenField(shownBy(page)));
    context.form.set("recipient", before.code);
    return runOperation(
        context, page, "recipient edit",
        [&](const AnsweredRow&) {
            return Done{context.address("recipients"),
                        "Recipient saved."}; // without the name, which may be new
        },
        [&](const ReadTransaction& tx) {
            const auto there = gifting::requireKnownRecipient(tx, before.code);
            requireSeen(context.form, editFormOf(context, there.recipient));
        });
}

Response addRecipientPage(RequestContext& context)
{
    FormPage page{.title = "Add a recipient",
                  .submit = "Add",
                  .back = context.address("recipients"),
                  .fields = recipientFields("recipient add", {})};
    Field& code = fieldNamed(page.fields, "recipient");
    code.label = "Customer number";
    code.hint = "Or another short code of your own";
    return runOperation(context, page, "recipient add", [&](const AnsweredRow&) {
        return Done{context.address("recipients"),
                    "Recipient added."}; // the kept result must not name a person
    });
}

} // namespace giftbox::web
