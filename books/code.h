#pragma once

#include <string>
#include <string_view>

namespace giftbox::books {

/// A code that people type and scanners read (a SKU, a recipient, a store): 1 to `longest` letters, digits or `. _ / -` of ASCII, beginning with a letter or digit.
/// Throws Refusal with `code`; `what` names it in the sentence.
void requireCode(std::string_view text, std::size_t longest, std::string_view code,
                 std::string_view what);

/// Free text that somebody wrote: not empty after blanks are cut, valid UTF-8 without NUL and not led by a byte order mark, at most `kLongestText` bytes. Throws Refusal `text.missing`,
/// `text.malformed`, `text.too_long`, about `field`; `what` names it.
inline constexpr std::size_t kLongestText = 1000;
void requireText(std::string_view text, std::string_view what, std::string_view field = {});
/// As requireText, but may be empty.
void requireOptionalText(std::string_view text, std::string_view what, std::string_view field = {});

} // namespace giftbox::books
