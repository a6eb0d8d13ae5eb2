#pragma once

#include "web/ui/form_page.h"

namespace giftbox::web {

/// The field `recipient`, by code or found by a part of the name: with script while one types, without it from those it might be, once the
/// form is sent. A recipient picked from these stands in the form in the place of what was typed.
Field recipientField(RequestContext& context, std::string label);

} // namespace giftbox::web
