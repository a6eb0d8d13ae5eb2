#pragma once

#include "web/pages/operation_forms.h"

namespace giftbox::web {

/// The forms of nominations and of a month's list; part of operationForms().
std::vector<OperationForm> selectionForms();

} // namespace giftbox::web
