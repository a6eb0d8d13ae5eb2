#pragma once

#include "web/http/form.h"

namespace giftbox::web {

/// The typed fields of a form whose session ended, for the login page to carry, without tokens and passwords. Empty
/// when nothing was typed, or above 64 KiB.
std::string keptText(const Form& form);

/// The form again; none when keptText did not write the text.
std::optional<Form> keptForm(std::string_view text);

} // namespace giftbox::web
