#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace giftbox::web {

/// What a template shows, by name.
class View {
public:
    View& text(std::string_view name, std::string value);
    View& flag(std::string_view name, bool value);
    View& number(std::string_view name, std::int64_t value);
    /// `{{#name}} … {{/name}}` once for each; `{{^name}}` where there is none.
    View& list(std::string_view name, std::vector<View> views);
    /// Takes over what the other shows.
    View& with(const View& other);

private:
    friend class Renderer;
    std::map<std::string, std::string> texts_;
    std::map<std::string, bool> flags_;
    std::map<std::string, std::vector<View>> lists_;
};

/// The template `web/templates/NAME.html` within the layout, every value escaped. Requires that there is such a template.
std::string renderPage(std::string_view name, const View& view);

/// The template alone.
std::string render(std::string_view name, const View& view);

/// For text between tags and in quoted attributes.
std::string escaped(std::string_view text);

} // namespace giftbox::web
