#pragma once

#include <string>
#include <string_view>

namespace giftbox::accounting {

/// The number of code points in UTF-8.
std::size_t charactersIn(std::string_view text);
/// The first code points.
std::string firstCharacters(std::string_view text, std::size_t most);
/// Throws Refusal `journal.no_character` if the code page lacks one.
std::string inWindows1252(std::string_view text);

} // namespace giftbox::accounting
