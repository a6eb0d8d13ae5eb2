#pragma once

#include "gifting/box.h"

namespace giftbox::gifting {

/// A row as every statement that lists boxes returns it.
Box boxOf(const foundation::Row& row);

} // namespace giftbox::gifting
