#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace giftbox::foundation {

/// Entered text in the form to keep: NFC, trimmed, with each run of blanks reduced to one blank, without the invisible
/// characters that are pasted with text (zero width, direction marks, soft hyphens); line ends inside stay. Joiners
/// stay between the letters and emoji that they shape. Text that is not UTF-8 is returned unchanged, to be refused.
std::string entered(std::string_view text);

/// The form in which texts compare equal regardless of capitals, accents, width and blanks: `Özge ` and `özge`,
/// `Straße` and `STRASSE`, `ＡＢＣ` and `abc`. It is never shown. It is stable forever and on every engine, and folding
/// it again changes nothing. Text that is not UTF-8 is returned unchanged.
std::string folded(std::string_view text);

/// folded(a) == folded(b), without computing either if both are ASCII.
bool sameFolded(std::string_view a, std::string_view b);

/// Orders by the folded form, so that `apple` comes before `Zebra`. In maps and sets, texts with the same folded form
/// are one key.
struct LessFolded {
    using is_transparent = void;
    bool operator()(std::string_view a, std::string_view b) const;
};

/// The search text: the folded form with one blank for each run of punctuation and blanks, without apostrophes.
std::string searchable(std::string_view text);
/// The words of a query, each once, in search form, longest first.
std::vector<std::string> searchWords(std::string_view query);
/// Whether `text`, in search form, contains every word, in any order.
bool hasWords(std::string_view text, const std::vector<std::string>& words);

} // namespace giftbox::foundation
