#pragma once

#include <cstddef>
#include <string>

namespace giftbox::tests {

/// A PDF, looked at through Poppler's programs.
class Printed {
public:
    /// Throws when the bytes are no PDF.
    explicit Printed(const std::string& pdf);

    std::size_t count() const { return count_; }
    /// What pdfinfo says.
    const std::string& facts() const { return facts_; }
    /// All the words in reading order, one space between them, composed and compatible forms as one (NFKC).
    const std::string& words() const { return words_; }
    /// The lines of pdffonts that name a font which is not embedded.
    const std::string& fontsNotEmbedded() const { return fontsNotEmbedded_; }
    /// The page as gray pixels, 100 to the inch; pages count from 1.
    std::string picture(std::size_t page) const;
    /// How far the ink of a page stays from its nearest edge.
    double whiteInches(std::size_t page) const;

private:
    std::string pdf_;
    std::string facts_;
    std::string words_;
    std::string fontsNotEmbedded_;
    std::size_t count_ = 0;
};

} // namespace giftbox::tests
