#pragma once

#include <string>
#include <string_view>

namespace giftbox::foundation {

/// The bytes in base64 (RFC 4648, with padding).
std::string toBase64(std::string_view bytes);
/// The bytes that toBase64 wrote; none for any other text.
std::string fromBase64(std::string_view text);

} // namespace giftbox::foundation
