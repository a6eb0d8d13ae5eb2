#pragma once

#include "web/pages/operation_forms.h"

#include <vector>

namespace giftbox::web {

/// The forms that close a month, beside its checklist and figures, and open it again.
std::vector<OperationForm> monthForms();

} // namespace giftbox::web
