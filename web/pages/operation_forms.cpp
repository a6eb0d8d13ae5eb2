#include "web/pages/operation_forms.h"

#include "web/pages/item_field.h"
#include "web/pages/recipient_field.h"
#include "web/pages/slots.h"
#include "web/ui/months.h"
#include "web/ui/operation_form.h"
#include "web/ui/seen_form.h"
#include "web/ui/shown_detail.h"

#include <algorithm>

namespace giftbox::web {

using foundation::FieldInfo;
using foundation::FieldType;
using foundation::Said;
using operations::Operation;

namespace {

constexpr std::string_view kNumber = "{no}";
std::string_view groupOf(std::string_view command) { return command.substr(0, command.find(' ')); }

/// `pack` of `box pack`; the whole of one word.
std::string_view verbOf(std::string_view command)
{
    const auto space = command.find(' ');
    return space == std::string_view::npos ? command : command.substr(space + 1);
}

bool declares(const Operation& operation, std::string_view field)
{
    return std::ranges::find(operation.fields, field, &FieldInfo::name) != operation.fields.end();
}

/// The subject of this name, where the operation says which one it is about.
const Subject* subjectOf(std::string_view name, const Operation& operation)
{
    const Subject* const subject = findSubject(name);
    return subject != nullptr && declares(operation, subject->field) ? subject : nullptr;
}

/// `boxes/{no}/unpack`, `close`
std::string pathOf(const Operation& operation)
{
    const std::string_view group = groupOf(operation.command);
    const Subject* const subject = findSubject(group);
    std::string_view base = subject == nullptr ? group : subject->base;
    if (subject != nullptr && !declares(operation, subject->field)) {
        base = base.substr(0, base.find('{') - 1); // and the slash before it
    }
    return group == operation.command
               ? std::string(base)
               : std::string(base) + "/" + std::string(verbOf(operation.command));
}

/// `Unpack a box`, `Close`
std::string titleOf(std::string_view command)
{
    const std::string_view noun = groupOf(command);
    if (noun == command) {
        return shownCode(command);
    }
    const bool isVowel = std::string_view("aeio").find(noun.front()) != std::string_view::npos;
    return shownCode(verbOf(command)) + (isVowel ? " an " : " a ") + std::string(noun);
}

bool isListed(std::string_view states, std::string_view state)
{
    return states.empty() ||
           ("|" + std::string(states) + "|").find("|" + std::string(state) + "|") !=
               std::string::npos;
}

/// The name of the subject's field in addresses.
std::string_view queryOf(const OperationForm& form)
{
    return form.subject->name == groupOf(form.command) ? form.subject->query : form.subject->field;
}

bool hasNumber(const OperationForm& form) { return form.path.find(kNumber) != std::string::npos; }

/// `more` begins the query.
std::string addressOf(const RequestContext& context, const OperationForm& form,
                      const std::string& value, const std::string& more)
{
    std::string address = filledAddress(form.path, {{"no", value}});
    if (form.subject != nullptr && !hasNumber(form)) {
        address += "?" + more + std::string(queryOf(form)) + "=" + encodePercent(value);
    }
    return context.address(address);
}

/// What the address says of the operation: its field, and the value.
struct Asked {
    std::string field;
    std::string value;
};

Asked askedIn(const RequestContext& context, const OperationForm& form)
{
    if (hasNumber(form)) {
        return {"no", std::to_string(context.number())};
    }
    return form.subject == nullptr ? Asked{}
                                   : Asked{std::string(form.subject->field),
                                           context.query.text(std::string(queryOf(form)))};
}

/// What texts may say before anything is typed.
Said factsOf(const RequestContext& context, const OperationForm& form, const Asked& asked)
{
    Said facts;
    if (form.subject != nullptr && form.subject->facts != nullptr &&
        (form.isFixed || hasNumber(form))) {
        facts = context.read([&](const books::ReadTransaction& tx) {
            return form.subject->facts(context, tx, asked.value);
        });
    }
    facts.emplace(asked.field, asked.value);
    facts.emplace("month", context.form.has("month") ? context.form.text("month")
                                                     : toText(monthAsked(context)));
    return facts;
}

/// Fields that look the same in every form.
void dress(RequestContext& context, const OperationForm& form, FormPage& page, Field& field)
{
    const bool isOfSubject = form.subject != nullptr && form.subject->field == field.name &&
                             !form.subject->query.empty();
    if (field.name == "recipient" && groupOf(form.command) != field.name) {
        field = recipientField(context, "Recipient");
    } else if (field.name == "sku" && !form.isFixed) {
        field = itemField(context);
        page.beforeShown = offerCatalog;
    } else if (field.name == "month") {
        field.value = toText(monthAsked(context));
        field.answersTo = {"on"};
        field.isNeeded = true;
    } else if (field.name == "on") {
        field.value = toText(context.today());
        field.isNeeded = true;
    } else if (!isOfSubject && context.query.has(field.name)) {
        field.value = context.query.text(field.name);
    }
}

/// The field of the thing in the address: hidden, to be typed again, or filled in.
void dressAsked(const OperationForm& form, const Asked& asked, Field& field)
{
    if (form.operation->removesForGood) {
        field.label = "Retype the " + std::string(queryOf(form));
        field.hint = "";
        return;
    }
    field.value = asked.value;
    field.hint = "";
    if (form.isFixed) {
        field.type = "hidden";
    }
}

/// The operation's fields that are asked for.
std::vector<FieldInfo> infosOf(const RequestContext& context, const OperationForm& form,
                               const Asked& asked)
{
    std::vector<FieldInfo> infos;
    std::ranges::copy_if(
        form.operation->fields, std::back_inserter(infos), [&](const FieldInfo& info) {
            return info.asked == foundation::Asked::Everywhere &&
                   !(hasNumber(form) && info.name == asked.field) &&
                   (info.name != "override" || context.may(access::Action::Override));
        });
    return infos;
}

void addRows(const std::vector<FieldInfo>& infos, FormPage& page)
{
    page.hasLines = std::ranges::any_of(infos, [](const FieldInfo& info) {
        return info.type == FieldType::Lines || info.type == FieldType::Categories;
    });
    if (page.hasLines) {
        page.beforeShown = offerCatalog;
    }
}

/// The file that the operation takes.
Field fileField(const Operation& operation)
{
    std::string types(operation.takes);
    std::ranges::replace(types, '|', ',');
    return {.name = std::string(kFileField),
            .label = "File",
            .type = "file",
            .accept = std::move(types)};
}

FormPage pageOf(RequestContext& context, const OperationForm& form, const Asked& asked,
                const Said& facts)
{
    const std::vector<FieldInfo> infos = infosOf(context, form, asked);
    const bool isOfNone =
        form.subject != nullptr && form.back == form.subject->page && asked.value.empty();
    const std::string_view back = isOfNone ? form.subject->list : form.back;
    FormPage page{.title = filled(form.title, facts),
                  .submit = form.submit,
                  .back = context.address(filledAddress(back, facts)),
                  .fields = fieldsOf(infos),
                  .intro = filled(form.intro, facts)};
    addRows(infos, page);
    if (form.operation->takesFile()) {
        page.fields.push_back(fileField(*form.operation));
    }
    for (Field& field : page.fields) {
        dress(context, form, page, field);
        if (field.name == asked.field && field.finds.empty() && field.type != "item") {
            dressAsked(form, asked, field);
        }
        const auto look = std::ranges::find(form.looks, field.name, &FieldLook::name);
        if (look != form.looks.end()) {
            field.label = look->label.empty() ? field.label : std::string(look->label);
            field.hint = look->hint.empty() ? field.hint : std::string(look->hint);
        }
    }
    if (form.fill != nullptr) {
        form.fill(context, page);
    }
    return page;
}

/// Addresses take what was typed, sentences what the operation answered.
Done doneOf(const RequestContext& context, const OperationForm& form, Said values,
            const Answered& answer)
{
    for (const auto& [name, value] : context.form.fields()) {
        values.insert_or_assign(name, value);
    }
    Said said = values;
    said.insert_or_assign("rows", std::to_string(answer.rows.size()));
    if (!answer.rows.empty()) {
        for (const auto& [column, value] : answer.rows.front()) {
            said.insert_or_assign(column, value);
        }
        if (form.subject != nullptr && said.contains(form.subject->field)) {
            values.insert_or_assign(std::string(form.subject->field),
                                    said.find(form.subject->field)->second);
        }
    }
    return {context.address(filledAddress(form.after, values)), filled(form.done, said)};
}

} // namespace

OperationForm completed(OperationForm form, const Operation& operation)
{
    const std::string_view group = groupOf(operation.command);
    const bool isDeclared = form.own != nullptr || !form.done.empty();
    form.operation = &operation;
    form.subject = subjectOf(form.on.empty() || form.on == kNowhere ? group : form.on, operation);
    const auto otherwise = [](std::string& text, std::string value) {
        if (text.empty()) {
            text = std::move(value);
        }
    };
    otherwise(form.path, pathOf(operation));
    otherwise(form.title, titleOf(operation.command));
    otherwise(form.submit, shownCode(verbOf(operation.command)));
    otherwise(form.button, form.submit);
    if (!isDeclared) {
        otherwise(form.intro, operation.effect.empty() ? foundation::sentenceOf(operation.summary)
                                                       : std::string(operation.effect));
    }
    otherwise(form.done, operation.done.empty() ? "Done." : std::string(operation.done));
    if (form.back.empty() && form.subject != nullptr) {
        const bool goes = operation.removesForGood || form.on == kNowhere;
        form.back = goes ? form.subject->list : form.subject->page;
    }
    form.after = form.after.empty() ? form.back : form.after;
    return form;
}

Response formOf(RequestContext& context, const OperationForm& form)
{
    const Asked asked = askedIn(context, form);
    const Said facts = factsOf(context, form, asked);
    FormPage page = pageOf(context, form, asked, facts);
    const FormPage bare = page;
    if (form.show != nullptr) {
        context.read([&](const books::ReadTransaction& tx) {
            form.show(context, tx, page);
            return true;
        });
        page.fields.push_back(seenField(shownBy(page)));
    }
    if (hasNumber(form)) {
        context.form.set(asked.field, asked.value);
    }
    FormWork work{.command = form.command, .operation = form.operation};
    work.done = [&](const Answered& answer) { return doneOf(context, form, facts, answer); };
    work.check = [&](const books::ReadTransaction& tx) {
        if (form.show != nullptr) {
            FormPage now = bare;
            form.show(context, tx, now);
            requireSeen(context.form, now);
        }
        if (form.operation->removesForGood && context.form.text(asked.field) != asked.value) {
            throw foundation::Refusal("form.retyped").about(asked.field);
        }
    };
    return runOperation(context, page, work);
}

std::string undoAddress(const RequestContext& context, std::string_view command,
                        const std::string& value)
{
    const auto form = std::ranges::find(operationForms(), command, &OperationForm::command);
    if (form == operationForms().end() || !context.may(form->operation->action)) {
        return "";
    }
    const std::string address = addressOf(context, *form, value, "");
    return declares(*form->operation, "reason")
               ? address + (hasNumber(*form) ? "?" : "&") +
                     "reason=" + encodePercent(operations::kMistake)
               : address;
}

std::vector<Link> actionsOn(const RequestContext& context, std::string_view subject,
                            const std::string& value, std::string_view state,
                            const std::string& more)
{
    std::vector<Link> links;
    for (const OperationForm& form : operationForms()) {
        const std::string_view name = form.subject == nullptr ? "" : form.subject->name;
        if (form.on == kNowhere || name != subject || !isListed(form.states, state) ||
            !context.may(form.operation->action)) {
            continue;
        }
        links.push_back({addressOf(context, form, value, more), form.button, form.isQuiet});
    }
    return links;
}

std::vector<View> actsOf(const std::vector<Link>& links)
{
    std::vector<View> views;
    for (const Link& link : links) {
        View view;
        view.text("address", link.address)
            .text("name", link.name)
            .flag("other", !views.empty() || link.isQuiet);
        views.push_back(std::move(view));
    }
    return views;
}

} // namespace giftbox::web
