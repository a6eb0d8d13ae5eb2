#pragma once

namespace giftbox::tests {

/// Whether a test can say how much memory the program takes: AddressSanitizer keeps freed memory for a while.
#ifdef GIFTBOX_IS_SANITIZED
inline constexpr bool kMemoryIsMeasured = false;
#else
inline constexpr bool kMemoryIsMeasured = true;
#endif

} // namespace giftbox::tests
