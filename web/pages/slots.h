#pragma once

#include "foundation/fields.h"

namespace giftbox::web {

/// The text with its slots filled: `{sku}`, and `{units|unit|units}` for one of the two words. A slot without a value
/// is empty.
std::string filled(std::string_view text, const foundation::Said& values);
/// The same for an address, with each value encoded.
std::string filledAddress(std::string_view text, const foundation::Said& values);

} // namespace giftbox::web
