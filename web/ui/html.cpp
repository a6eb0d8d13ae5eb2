#include "web/ui/html.h"

#include "foundation/embedded.h"
#include "web/ui/template.h"

#include <stdexcept>

namespace giftbox::web {

namespace {

std::string fileOf(std::string_view name)
{
    auto text = foundation::embeddedFile("web/templates/" + std::string(name) + ".html");
    if (!text) {
        throw std::logic_error("there is no template " + std::string(name));
    }
    return std::move(*text);
}

/// Replaces each `{{> name}}` by that template.
std::string assembled(std::string text)
{
    for (std::size_t at = 0; (at = text.find("{{> ", at)) != std::string::npos;) {
        const auto end = text.find("}}", at);
        const std::string name = text.substr(at + 4, end - at - 4);
        text.replace(at, end + 2 - at, fileOf(name));
    }
    return text;
}

using Templates = std::map<std::string, Template, std::less<>>;

/// Pages within the layout under their names, and pages alone under `=` and their names.
Templates loadTemplates()
{
    Templates all;
    const std::string layout = fileOf("layout");
    static constexpr std::string_view kPage = "{{> page}}";
    for (const std::string& path : foundation::embeddedFiles("web/templates/")) {
        const auto begin = path.rfind('/') + 1;
        const std::string name = path.substr(begin, path.rfind('.') - begin);
        std::string whole = layout;
        whole.replace(whole.find(kPage), kPage.size(), "{{> " + name + "}}");
        if (name != "layout") {
            all.emplace("=" + name, Template(assembled(fileOf(name))));
            all.emplace(name, Template(assembled(std::move(whole))));
        }
    }
    return all;
}

const Template& templateOf(std::string_view name)
{
    static const Templates templates = loadTemplates();
    const auto found = templates.find(name);
    if (found == templates.end()) {
        throw std::logic_error("there is no template " + std::string(name));
    }
    return found->second;
}

} // namespace

std::string renderPage(std::string_view name, const View& view)
{
    return templateOf(name).render(view);
}

std::string render(std::string_view name, const View& view)
{
    return templateOf("=" + std::string(name)).render(view);
}

} // namespace giftbox::web
