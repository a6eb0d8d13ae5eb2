#pragma once

#include "web/ui/form_page.h"

namespace giftbox::web {

/// What one needs to know beside a form, for the template `beside`, as far as the user may see it: the item or the
/// recipient it is about, and what may still be received in the month. By the names of its fields. Empty when there is
/// nothing to say; what remains for boxes is in the introduction of their forms.
std::vector<View> besideForm(const RequestContext& context, const books::ReadTransaction& tx,
                             const FormPage& page);

} // namespace giftbox::web
