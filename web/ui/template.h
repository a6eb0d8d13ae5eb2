#pragma once

#include "web/ui/view.h"

namespace giftbox::web {

/// Mustache without what no page needs (https://mustache.github.io/mustache.5.html: values, sections, inverted sections): taken apart once,
/// so that showing a view copies and parses nothing.
class Template {
public:
    /// Throws std::logic_error for a tag that is not closed, a section that ends where another began, and any other kind of tag.
    explicit Template(std::string_view text);

    /// A name is looked up in the innermost view that has it; every value is escaped. Names that no view has are empty.
    std::string render(const View& view) const;

private:
    enum class Kind { Text, Value, Section, Inverted };
    struct Part {
        Kind kind = Kind::Text;
        std::string text; ///< as it stands, or a name
        std::vector<Part> parts = {};
    };
    using Views = std::vector<const View*>;

    static std::vector<Part> partsOf(std::string_view& text, std::string_view section);
    static void append(std::string& out, const std::vector<Part>& parts, Views& views);
    static void appendSection(std::string& out, const Part& section, Views& views);

    std::vector<Part> parts_;
};

} // namespace giftbox::web
