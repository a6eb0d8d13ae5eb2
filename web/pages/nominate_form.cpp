#include "gifting/selection/nomination.h"
#include "web/pages/pages.h"
#include "web/pages/recipient_field.h"
#include "web/ui/months.h"
#include "web/ui/operation_form.h"

namespace giftbox::web {

using books::ReadTransaction;

namespace {

/// The checkbox that makes what is typed as the recipient the name of somebody new.
constexpr const char* kNew = "somebody_new";

bool isNew(const RequestContext& context) { return context.form.text(kNew) == kTicked; }

/// Once somebody known is picked, nobody new is nominated, unless that is confirmed.
void settleWhom(RequestContext& context)
{
    if (isNew(context) && context.form.text(kConfirmField) == kTicked) {
        context.form.set("picked", "");
    } else if (context.form.has("picked")) {
        context.form.set(kNew, "");
    }
}

/// As one tells it: whom, why, who says so; the month is nearly always this one.
std::vector<Field> fieldsOfNomination(RequestContext& context)
{
    std::vector<Field> fields = {recipientField(context, "Recipient"),
                                 {.name = kNew,
                                  .label = "Somebody who is not listed yet",
                                  .type = "tick",
                                  .isNeeded = false}};
    fields.front().answersTo = {"new_name", "name"};
    for (Field& field : fieldsOf("nominate", {"kind", "note", "reason", "department", "month"})) {
        if (field.name == "kind" || field.name == "note") {
            field.onlyWith = std::string(kNew) + "=" + std::string(kTicked);
            field.hint = field.name == "note" ? "Helps the parts director to confirm them" : "";
        }
        fields.push_back(std::move(field));
    }
    fieldNamed(fields, "department").label = "Your department";
    Field& month = fieldNamed(fields, "month");
    month.value = toText(monthAsked(context));
    month.answersTo = {"on"};
    month.isNeeded = true;
    return fields;
}

/// The department the adviser entered last time.
void fillDepartment(const RequestContext& context, FormPage& page)
{
    context.read([&](const ReadTransaction& tx) {
        gifting::listNominations(
            tx, {.month = {}, .adviser = context.session->login, .recipient = {}, .state = {}},
            [&](const gifting::Nomination& one) {
                fieldNamed(page.fields, "department").value = one.department;
            });
        return true;
    });
}

/// Says to the operation whom the form means.
void sayWhom(const RequestContext& context, foundation::JsonBody& said)
{
    if (isNew(context)) {
        said.fields.erase("recipient");
        said.fields.insert_or_assign("new_name", context.form.text("recipient"));
    } else {
        said.fields.erase("kind");
        said.fields.erase("note");
    }
}

} // namespace

Response nominatePage(RequestContext& context)
{
    settleWhom(context);
    FormPage page{.title = "Nominate a recipient",
                  .submit = "Nominate",
                  .back = context.address("nominations"),
                  .fields = fieldsOfNomination(context),
                  .confirm = "This is correct. Nominate as entered"};
    fillDepartment(context, page);
    FormWork work{.command = "nominate"};
    work.say = [&](const ReadTransaction&, foundation::JsonBody& said) { sayWhom(context, said); };
    work.done = [&](const Answered& answer) {
        return Done{context.address("nominations?month=") + context.form.text("month"),
                    answer.at("recipient") + " nominated for " + answer.at("month") + "." +
                        (isNew(context) ? " The parts director confirms who this is." : "")};
    };
    return runOperation(context, page, work);
}

} // namespace giftbox::web
