#include "gifting/recipient.h"
#include "reports/recipient_history.h"
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
            .flag("may_edit", !recipient.anonymized)
            .flag("may_pack", !recipient.anonymized && context.may(access::Action::Pack))
            .flag("may_nominate", !recipient.anonymized && context.may(access::Action::Nominate))
            .text("code", encodePercent(recipient.code))
            .text("base", context.address());
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
    fieldNamed(page.fields, "recipient").hint = "For example, the customer number";
    return runOperation(context, page, "recipient add", [&](const AnsweredRow&) {
        return Done{context.address("recipients"),
                    "Recipient added."}; // the kept result must not name a person
    });
}

Response anonymizePage(RequestContext& context)
{
    const std::string& code = context.query.text("code");
    FormPage page{
        .title = "Anonymize a recipient",
        .submit = "Anonymize",
        .back = context.address("recipients"),
        .fields = fieldsOf("recipient anonymize", {"recipient", "reason"}),
        .intro = "This removes the name, group, household, sizes, preferences, notes, and "
                 "everything written about the person. Boxes and totals stay. You cannot undo it."};
    page.fields.front().name = "code";
    page.fields.front().label = "Retype the code";
    page.fields.front().hint = "";
    page.fields.front().answersTo = {"recipient"};
    fieldNamed(page.fields, "reason").hint = "Kept permanently, so do not name the person";
    context.form.set("recipient", code);
    Response response = runOperation(
        context, page, "recipient anonymize",
        [&](const AnsweredRow&) {
            return Done{page.back, "Recipient anonymized. Totals have not changed."};
        },
        [&](const ReadTransaction&) {
            if (context.form.text("code") != code) {
                throw foundation::Refusal("recipient.retyped");
            }
        });
    if (!context.isForm() || response.status != 303) {
        return response;
    }
    try {
        context.database.forgetRemoved();
        return response;
    } catch (const foundation::DatabaseError&) {
        return redirectWithNotice(
            context, context.address("recipients"),
            "Recipient anonymized, but the database file still holds the removed "
            "text in unused space. Ask your server administrator to free disk "
            "space and run VACUUM on the file.");
    }
}

} // namespace giftbox::web
