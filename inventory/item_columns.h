#pragma once

#include "foundation/other_names.h"

namespace giftbox::inventory {

/// The names that other programs give the columns of itemFields().
std::span<const foundation::OtherNames> itemColumns();

} // namespace giftbox::inventory
