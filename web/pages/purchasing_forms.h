#pragma once

#include "web/pages/operation_forms.h"

namespace giftbox::web {

/// The forms of suppliers, orders and deliveries; part of operationForms().
std::vector<OperationForm> purchasingForms();
/// The forms of bills and freight; likewise.
std::vector<OperationForm> billForms();

} // namespace giftbox::web
