#pragma once

#include "gifting/selection/nomination.h"

namespace giftbox::operations {

/// Only the adviser, or a user with the right to select, may withdraw a nomination. Throws Refusal
/// `access.nomination`.
void requireTheirs(const gifting::Nomination& nomination, const std::string& login, bool maySelect);

} // namespace giftbox::operations
