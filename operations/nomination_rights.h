#pragma once

#include "gifting/selection/nomination.h"

namespace giftbox::operations {

/// A nomination is taken back by its adviser, or by who may choose. Throws Refusal `access.nomination`.
void requireTheirs(const gifting::Nomination& nomination, const std::string& login, bool maySelect);

} // namespace giftbox::operations
