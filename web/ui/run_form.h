#pragma once

#include "web/ui/form_page.h"

namespace giftbox::web {

/// The result of a form: the next page and its notice.
struct Done {
    std::string address;
    std::string sentence;
    /// Whether the change is an event of the books: without one, nothing has changed, and the page says so.
    bool isEvent = true;
    /// The form of what undoes it; empty if there is none.
    std::string undo = {};
    /// The call that the form of `undo` makes (see operations::textOf); empty if that form asks for its own fields.
    std::string undoCall = {};
};

/// Requires the form's key, which prevents a second run. Throws Refusal `form.malformed`.
void requireKey(const Form& form);

/// Advice after a refusal.
using Advise = std::function<std::vector<foundation::Sentence>(const books::ReadTransaction&,
                                                               const foundation::Refusal&)>;

/// Shows the form or runs it: `work` in a write transaction, once per request key, however often the form is sent. A
/// refused form is shown again as typed.
Response runForm(RequestContext& context, const FormPage& page, std::string_view command,
                 const std::function<Done(books::WriteTransaction&)>& work,
                 const Advise& advise = {});

} // namespace giftbox::web
