#include "web/html.h"

#include "foundation/embedded.h"

#include <mstch/mstch.hpp>

#include <stdexcept>

namespace giftbox::web {

/// Makes mstch's tree of a view.
class Renderer {
public:
    static mstch::map treeOf(const View& view)
    {
        mstch::map tree;
        for (const auto& [name, value] : view.texts_) {
            tree.emplace(name, value);
        }
        for (const auto& [name, value] : view.flags_) {
            tree.emplace(name, value);
        }
        for (const auto& [name, views] : view.lists_) {
            mstch::array list;
            for (const View& one : views) {
                list.emplace_back(treeOf(one));
            }
            tree.emplace(name, std::move(list));
        }
        return tree;
    }
};

namespace {

std::string fileOf(std::string_view name)
{
    auto text = foundation::embeddedFile("web/templates/" + std::string(name) + ".html");
    if (!text) {
        throw std::logic_error("there is no template " + std::string(name));
    }
    return std::move(*text);
}

/// Puts what `{{> name}}` names in its place.
std::string assembled(std::string text)
{
    for (std::size_t at = 0; (at = text.find("{{> ", at)) != std::string::npos;) {
        const auto end = text.find("}}", at);
        const std::string name = text.substr(at + 4, end - at - 4);
        text.replace(at, end + 2 - at, fileOf(name));
    }
    return text;
}

using Templates = std::map<std::string, std::string, std::less<>>;

/// Pages within the layout, under their names, and each alone under `=` and its name.
Templates loadTemplates()
{
    mstch::config::escape = [](const std::string& text) { return escaped(text); };
    Templates all;
    const std::string layout = fileOf("layout");
    static constexpr std::string_view kPage = "{{> page}}";
    for (const std::string& path : foundation::embeddedFiles("web/templates/")) {
        const auto begin = path.rfind('/') + 1;
        const std::string name = path.substr(begin, path.rfind('.') - begin);
        std::string whole = layout;
        whole.replace(whole.find(kPage), kPage.size(), "{{> " + name + "}}");
        if (name != "layout") {
            all.emplace("=" + name, assembled(fileOf(name)));
            all.emplace(name, assembled(std::move(whole)));
        }
    }
    return all;
}

const std::string& templateOf(std::string_view name)
{
    static const Templates templates = loadTemplates();
    const auto found = templates.find(name);
    if (found == templates.end()) {
        throw std::logic_error("there is no template " + std::string(name));
    }
    return found->second;
}

} // namespace

View& View::text(std::string_view name, std::string value)
{
    texts_.insert_or_assign(std::string(name), std::move(value));
    return *this;
}

View& View::flag(std::string_view name, bool value)
{
    flags_.insert_or_assign(std::string(name), value);
    return *this;
}

View& View::number(std::string_view name, std::int64_t value)
{
    return text(name, std::to_string(value));
}

View& View::list(std::string_view name, std::vector<View> views)
{
    lists_.insert_or_assign(std::string(name), std::move(views));
    return *this;
}

View& View::with(const View& other)
{
    for (const auto& [name, value] : other.texts_) {
        texts_.insert_or_assign(name, value);
    }
    for (const auto& [name, value] : other.flags_) {
        flags_.insert_or_assign(name, value);
    }
    for (const auto& [name, value] : other.lists_) {
        lists_.insert_or_assign(name, value);
    }
    return *this;
}

std::string renderPage(std::string_view name, const View& view)
{
    return mstch::render(templateOf(name), Renderer::treeOf(view));
}

std::string render(std::string_view name, const View& view)
{
    return mstch::render(templateOf("=" + std::string(name)), Renderer::treeOf(view));
}

std::string escaped(std::string_view text)
{
    std::string out;
    out.reserve(text.size());
    for (const char c : text) {
        switch (c) {
        case '&':
            out += "&amp;";
            break;
        case '<':
            out += "&lt;";
            break;
        case '>':
            out += "&gt;";
            break;
        case '"':
            out += "&quot;";
            break;
        case '\'':
            out += "&#39;";
            break;
        case '`':
            out += "&#96;";
            break;
        case '=':
            out += "&#61;";
            break;
        default:
            out += c;
        }
    }
    return out;
}

} // namespace giftbox::web
