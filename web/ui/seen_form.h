#pragma once

#include "operations/seen.h"
#include "web/ui/form_page.h"

namespace giftbox::web {

using operations::SeenChanged;
using operations::SeenRow;
using operations::SeenRows;

/// The fields and rows of a form before typing: the current state of the record.
SeenRows shownBy(const FormPage& page);
/// A hidden field with the rows that a form or its page showed.
Field seenField(const SeenRows& rows);

/// Protects the changes of others. Throws SeenChanged when the rows are no longer as the form showed them, Refusal
/// `form.malformed` when the form does not carry them. `isAbout` selects the shown rows that `now` replaces.
void requireSeen(const Form& form, const SeenRows& now,
                 const std::function<bool(const SeenRow&)>& isAbout = {});
/// The same for an edit form; `now` is the form as it would open now.
void requireSeen(const Form& form, const FormPage& now);

/// Prepares the form for another try: untouched fields take the current values.
void takeOver(Form& form, const SeenChanged& changed);

} // namespace giftbox::web
