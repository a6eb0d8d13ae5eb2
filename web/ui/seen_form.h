#pragma once

#include "operations/seen.h"
#include "web/ui/form_page.h"

namespace giftbox::web {

using operations::SeenChanged;
using operations::SeenRow;
using operations::SeenRows;

/// What the fields and rows of a form say before anybody types: how that is which it edits.
SeenRows shownBy(const FormPage& page);
/// A hidden field that keeps what a form, or the page about it, has shown.
Field seenField(const SeenRows& rows);

/// So that nobody's change is lost. Throws SeenChanged when it is no longer as the form has shown it, Refusal `form.malformed` when the form does not say.
/// `now` are the rows that it `isAbout`, of those shown.
void requireSeen(const Form& form, const SeenRows& now,
                 const std::function<bool(const SeenRow&)>& isAbout = {});
/// Of what the form edits: `now` is the form as it would be opened now.
void requireSeen(const Form& form, const FormPage& now);

/// The form for another try: with what is there now where nothing was typed, and as one that has shown it.
void takeOver(Form& form, const SeenChanged& changed);

} // namespace giftbox::web
