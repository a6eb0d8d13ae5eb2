#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace giftbox::foundation {

/// The offset of the first byte that is not well-formed UTF-8 (RFC 3629: no overlong forms, no surrogates, at most
/// U+10FFFF).
std::optional<std::size_t> firstInvalidUtf8(std::string_view text);

/// The text for a sentence: in double quotes, with control characters and invalid bytes as `\xNN`, cut after 40
/// characters with an ellipsis. Call it as `foundation::quoted` on a std::string: where <iomanip> is included, the
/// bare name also finds std::quoted.
std::string quoted(std::string_view text);

/// The text without blanks (spaces, tabs, line ends) at its beginning and end.
std::string_view trimmed(std::string_view text);

/// The text for a terminal cell: each control character (C0, DEL, C1) becomes its visible picture or U+FFFD, so that
/// a stored name cannot move the cursor; the rest is unchanged.
std::string printable(std::string_view text);

/// Columns that a terminal needs for the text: wide East Asian characters and emoji two, combining marks none. As the
/// tables of utf8proc have it, whatever the process locale.
std::size_t displayWidth(std::string_view text);

} // namespace giftbox::foundation
