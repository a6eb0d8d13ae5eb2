#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace giftbox::foundation {

/// What is kept of words that somebody entered: in NFC, without blanks at either end, runs of blanks one blank; line ends inside stay. Text that is no UTF-8
/// comes back as it is, to be refused.
std::string entered(std::string_view text);

/// The form by which words are the same whatever their capitals, accents, width and blanks: `Özge ` and `özge`, `Straße` and `STRASSE`, `ＡＢＣ` and `abc`. Nobody is
/// shown it. The same for ever and on every engine; folding it once more changes nothing. Text that is no UTF-8 comes back as it is.
std::string folded(std::string_view text);

/// folded(a) == folded(b), without making either where both are ASCII.
bool sameFolded(std::string_view a, std::string_view b);

/// Orders by the folded form, so that `apple` comes before `Zebra`; for maps and sets, two words of the same form are one key.
struct LessFolded {
    using is_transparent = void;
    bool operator()(std::string_view a, std::string_view b) const;
};

/// What a search looks in: the folded form with one blank for each run of punctuation and blanks, apostrophes left out.
std::string searchable(std::string_view text);
/// The words of a query, each once, in the form of searchable, the longest first.
std::vector<std::string> searchWords(std::string_view query);
/// Whether every word is in it, in any order. `text` is searchable.
bool hasWords(std::string_view text, const std::vector<std::string>& words);

} // namespace giftbox::foundation
