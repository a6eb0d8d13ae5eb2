#pragma once

#include "web/pages/operation_forms.h"

namespace giftbox::web {

/// The forms of suppliers and orders; part of operationForms().
std::vector<OperationForm> purchasingForms();

} // namespace giftbox::web
