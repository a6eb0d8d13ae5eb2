#pragma once

#include "foundation/other_names.h"

namespace giftbox::gifting {

/// The names that other programs give the columns of recipientFields().
std::span<const foundation::OtherNames> recipientColumns();

} // namespace giftbox::gifting
