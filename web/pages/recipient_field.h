#pragma once

#include "web/ui/form_page.h"

namespace giftbox::web {

/// The field `recipient`, by code or part of the name. With script, matches appear while typing; without it, after
/// the form is sent. A selected match replaces the typed text in the form.
Field recipientField(RequestContext& context, std::string label);

} // namespace giftbox::web
