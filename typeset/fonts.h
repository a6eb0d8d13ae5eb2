#pragma once

#include <memory>
#include <string>
#include <string_view>

struct _PangoFontMap;

namespace giftbox::typeset {

/// The fonts that pages may use, and no others of the machine: those inside the program (Latin, Greek, Cyrillic,
/// Japanese), and Debian's Noto fonts for Chinese, Korean, Thai, Arabic and Hebrew where they are installed.
class Fonts {
public:
    enum class Of { Machine, ProgramAlone };

    /// Writes the program's fonts to `folder`, where they must stay. Throws std::runtime_error.
    Fonts(const std::string& folder, Of which);
    ~Fonts();
    Fonts(const Fonts&) = delete;
    Fonts& operator=(const Fonts&) = delete;

    bool has(char32_t character) const;
    /// The families for the text, the preferred first, as Pango reads them: `Gentium Plus,IPAexMincho`.
    std::string familiesFor(std::u32string_view text) const;
    _PangoFontMap* map() const;

private:
    struct Loaded;
    std::unique_ptr<Loaded> loaded_;
};

} // namespace giftbox::typeset
