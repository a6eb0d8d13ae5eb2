#pragma once

#include "web/ui/request_context.h"

#include <functional>

namespace giftbox::web {

/// Whether there may be something to say beside a form with this field.
bool isToldBeside(std::string_view field);

/// The boxes that the recipient has in the current month: `box 12 packed`; empty for none.
std::string boxesThisMonth(const RequestContext& context, const books::ReadTransaction& tx,
                           books::RecipientNo recipient);

/// What a form shows in a field now; none if it has no such field.
using ShownField = std::function<std::optional<std::string>(std::string_view)>;

/// What one needs to know beside a form, for the template `form`, as far as the user may see it: the item or the
/// recipient it is about, and what may still be received in the month. By the names of its fields. Empty when there is
/// nothing to say; what remains for boxes is in the introduction of their forms.
std::vector<View> besideForm(const RequestContext& context, const books::ReadTransaction& tx,
                             const ShownField& shown);

} // namespace giftbox::web
