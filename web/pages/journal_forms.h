#pragma once

#include "web/pages/operation_forms.h"

namespace giftbox::web {

/// The forms of accounts and batches.
std::vector<OperationForm> journalForms();

} // namespace giftbox::web
