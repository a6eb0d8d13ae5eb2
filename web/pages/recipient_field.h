#pragma once

#include "web/ui/form_page.h"

namespace giftbox::web {

/// A field for a recipient, by code or part of the name. With script, matches appear while typing; without it, after
/// the form is sent. A selected match replaces the typed text in the form. A form has one such field.
Field recipientField(RequestContext& context, std::string label, std::string name = "recipient");

} // namespace giftbox::web
