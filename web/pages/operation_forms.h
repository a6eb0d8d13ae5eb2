#pragma once

#include "web/pages/subjects.h"
#include "web/ui/table.h"

namespace giftbox::web {

/// Texts of a field that say more than the operation's own.
struct FieldLook {
    std::string_view name;
    std::string_view label = {};
    std::string_view hint = {};
};

/// A button for a form that stands on no page of a thing.
inline constexpr std::string_view kNowhere = "-";

/// The form of an operation: where it is, when there is a button for it, and how it looks. All that is left out
/// follows from the operation. Texts and addresses have slots: `{sku}` is a fact of the thing, a field as typed, or a
/// column of the answer; `{units|unit|units}` is one of the two words.
struct OperationForm {
    std::string_view command;
    std::string path = {}; ///< below the store's address; `{no}` is the field of that name
    Response (*own)(RequestContext&) = nullptr; ///< in the place of a form made from this row
    std::string_view on =
        {}; ///< the subject whose page has a button; else the command's first word
    std::string_view states = {}; ///< of that subject; else the button is always there
    std::string button = {};
    bool isQuiet = false; ///< its button puts something right, and is never the main one of a page
    std::string title = {};
    std::string submit = {};
    std::string intro = {};
    bool isFixed = false; ///< the thing in the address cannot be changed in the form
    std::vector<FieldLook> looks = {};
    /// Changes the page before it is shown or sent.
    void (*fill)(RequestContext&, FormPage&) = nullptr;
    /// Fills in what is there. If it changes before the form is sent, the form is refused [seen].
    void (*show)(const RequestContext&, const books::ReadTransaction&, FormPage&) = nullptr;
    std::string_view back = {};  ///< the address without sending; else the subject's page
    std::string_view after = {}; ///< the address once it is done; else as `back`
    std::string done = {};       ///< the sentence once it is done
    const operations::Operation* operation = nullptr;
    const Subject* subject = nullptr;
};

/// The forms of all changes that have a command, in the order of their buttons.
std::span<const OperationForm> operationForms();
/// The row with all that follows from its operation.
OperationForm completed(OperationForm form, const operations::Operation& operation);
/// The page of such a form.
Response formOf(RequestContext& context, const OperationForm& form);

/// As RequestContext::undoAddress.
std::string undoAddress(const RequestContext& context, std::string_view command,
                        const std::string& value);

/// The buttons for what the visitor may do with a thing in this state; without a subject, those that belong to none.
/// `more` begins the query of each address: `month=2026-06&`.
std::vector<Link> actionsOn(const RequestContext& context, std::string_view subject,
                            const std::string& value = {}, std::string_view state = {},
                            const std::string& more = {});
/// For `{{#acts}}` in a template.
std::vector<View> actsOf(const std::vector<Link>& links);

} // namespace giftbox::web
