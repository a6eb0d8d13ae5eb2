#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace giftbox::foundation {

/// The offset of the first byte that is not part of well-formed UTF-8 (RFC 3629: no overlong forms, no surrogates, at most U+10FFFF).
std::optional<std::size_t> firstInvalidUtf8(std::string_view text);

/// The text for a sentence: control characters as `\xNN`, invalid bytes likewise, cut after 40 characters with an ellipsis, in double quotes.
/// Call it as `foundation::quoted` on a std::string: where <iomanip> is included, the bare name finds std::quoted as well.
std::string quoted(std::string_view text);

/// The text for a terminal cell: each control character (C0, DEL, C1) becomes its visible picture or U+FFFD, so that a stored name cannot
/// move the cursor; everything else unchanged.
std::string printable(std::string_view text);

/// Columns that a terminal needs for the text: wide East Asian characters and emoji two, combining marks none. Uses the C library's `wcwidth` tables or own
/// compact ranges, never the process locale.
std::size_t displayWidth(std::string_view text);

} // namespace giftbox::foundation
