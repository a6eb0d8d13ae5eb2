#include "books/request.h"
#include "foundation/fold.h"
#include "foundation/json_body.h"
#include "foundation/text.h"
#include "web/pages/pages.h"
#include "web/ui/operation_form.h"

#include <algorithm>

namespace giftbox::web {

using books::ReadTransaction;
using foundation::Refusal;
using operations::Undo;

namespace {

/// What a form kept of a change.
struct UndoableChange {
    std::string address;
    std::string sentence;
    Undo undo;
};

UndoableChange changeIn(const std::string& result)
{
    try {
        const foundation::JsonFields kept = foundation::parseJsonBody(result).fields;
        const auto text = [&](const char* name) { return std::get<std::string>(kept.at(name)); };
        return {text("address"), text("sentence"), operations::undoIn(text("undo_call"))};
    } catch (const std::exception&) {
        throw Refusal("undo.unknown");
    }
}

/// Throws Refusal `undo.unknown`, `undo.not_yours`.
UndoableChange changeAsked(const RequestContext& context, const ReadTransaction& tx)
{
    const auto kept = books::keptRequest(tx, context.query.text("of"));
    if (!kept) {
        throw Refusal("undo.unknown");
    }
    if (!foundation::sameFolded(kept->actor, context.actor().name)) {
        throw Refusal("undo.not_yours", {{"who", kept->actor}});
    }
    UndoableChange change = changeIn(kept->result);
    if (!context.may(change.undo.by->action)) {
        throw Refusal("undo.unknown");
    }
    return change;
}

/// What happens, in words; values about a person only for those who see them.
std::string introOf(const RequestContext& context, const UndoableChange& change)
{
    const std::string back =
        context.seen() == foundation::PeopleSeen::Name ? operations::givenBack(change.undo) : "";
    const bool isItself = change.undo.by == change.undo.undone;
    return foundation::quoted(change.sentence) + " " +
           (!back.empty() ? "goes back to: " + back + "."
            : isItself    ? "goes back to what was there before."
                          : "is undone: " + std::string(change.undo.by->summary) + ".");
}

FormPage pageOfUndo(const RequestContext& context, const UndoableChange& change)
{
    FormPage page{.title = "Undo",
                  .submit = "Undo",
                  .back = change.address,
                  .fields = {},
                  .intro = introOf(context, change)};
    const auto& fields = change.undo.by->fields;
    const auto reason =
        std::ranges::find(fields, std::string_view(kReasonField), &foundation::FieldInfo::name);
    if (reason != fields.end() && reason->need == foundation::Need::Required) {
        page.fields = fieldsOf(change.undo.by->command, {kReasonField});
        page.fields.front().value = operations::kMistake;
    }
    return page;
}

} // namespace

Response undoPage(RequestContext& context)
{
    const UndoableChange change =
        context.read([&](const ReadTransaction& tx) { return changeAsked(context, tx); });
    return runUndo(
        context, pageOfUndo(context, change), change.undo,
        {.address = change.address, .sentence = "Undone: " + foundation::quoted(change.sentence)});
}

} // namespace giftbox::web
