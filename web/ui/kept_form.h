#pragma once

#include "web/http/form.h"

namespace giftbox::web {

/// What was typed into a form whose session had ended, for the login page to carry: without its tokens and passwords. Empty when nothing was typed, and when it
/// is over 64 KiB.
std::string keptText(const Form& form);

/// The form again; none when the text was none of keptText.
std::optional<Form> keptForm(std::string_view text);

} // namespace giftbox::web
