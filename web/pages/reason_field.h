#pragma once

#include "web/ui/form_page.h"

namespace giftbox::web {

/// Lets the store's list be selected from in the field `reason` of a form.
void offerReasons(RequestContext& context, FormPage& page);

} // namespace giftbox::web
