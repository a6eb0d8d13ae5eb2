#pragma once

#include "web/ui/view.h"

namespace giftbox::web {

/// The subset of Mustache that pages need (https://mustache.github.io/mustache.5.html: values, sections, inverted
/// sections): taken apart once, so that showing a view copies and parses nothing.
class Template {
public:
    /// Throws std::logic_error for an unclosed tag, a section that ends inside another, and unknown tags.
    explicit Template(std::string_view text);

    /// Looks up each name in the innermost view that has it and escapes the value. Unknown names are empty.
    std::string render(const View& view) const;

private:
    enum class Kind { Text, Value, Section, Inverted };
    struct Part {
        Kind kind = Kind::Text;
        std::string text; ///< literal text, or a name
        std::vector<Part> parts = {};
    };
    using Views = std::vector<const View*>;

    static std::vector<Part> partsOf(std::string_view& text, std::string_view section);
    static void append(std::string& out, const std::vector<Part>& parts, Views& views);
    static void appendSection(std::string& out, const Part& section, Views& views);

    std::vector<Part> parts_;
};

} // namespace giftbox::web
