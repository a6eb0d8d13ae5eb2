#include "web/ui/template.h"

#include "web/http/bounds.h"

#include <algorithm>
#include <stdexcept>

namespace giftbox::web {

namespace {

const View::Value* findIn(const std::vector<const View*>& views, std::string_view name)
{
    for (auto view = views.rbegin(); view != views.rend(); ++view) {
        if (const View::Value* value = (*view)->find(name)) {
            return value;
        }
    }
    return nullptr;
}

/// Whether a section without a list of its own is shown.
bool isShown(const View::Value& value)
{
    const auto* text = std::get_if<std::string>(&value);
    const auto* list = std::get_if<std::vector<View>>(&value);
    return text != nullptr   ? !text->empty()
           : list != nullptr ? !list->empty()
                             : std::get<bool>(value);
}

} // namespace

Template::Template(std::string_view text) : parts_(partsOf(text, "")) {}

/// Consumes `text` up to the end of the section.
std::vector<Template::Part> Template::partsOf(std::string_view& text, std::string_view section)
{
    std::vector<Part> parts;
    while (true) {
        const std::size_t begin = text.find("{{");
        parts.push_back({.kind = Kind::Text, .text = std::string(text.substr(0, begin))});
        if (begin == std::string_view::npos) {
            break;
        }
        const std::size_t end = text.find("}}", begin);
        std::string_view tag = text.substr(begin + 2, end - begin - 2);
        const char sign = tag.empty() ? '\0' : tag.front();
        const bool isSection = sign == '#' || sign == '^' || sign == '/';
        tag.remove_prefix(isSection ? 1 : 0);
        const bool isOfOther = std::string_view("{&>!=").find(sign) != std::string_view::npos;
        if (end == std::string_view::npos || isOfOther || tag.empty() ||
            (sign == '/' && tag != section)) {
            throw std::logic_error("the template does not know {{" + std::string(tag) + "}} here");
        }
        text.remove_prefix(end + 2);
        if (sign == '/') {
            return parts;
        }
        Part part{.kind = Kind::Value, .text = std::string(tag)};
        if (isSection) {
            part.kind = sign == '#' ? Kind::Section : Kind::Inverted;
            part.parts = partsOf(text, tag);
        }
        parts.push_back(std::move(part));
    }
    if (!section.empty()) {
        throw std::logic_error("the section " + std::string(section) + " has no end");
    }
    return parts;
}

std::string Template::render(const View& view) const
{
    std::string out;
    Views views{&view};
    append(out, parts_, views);
    return out;
}

void Template::append(std::string& out, const std::vector<Part>& parts, Views& views)
{
    for (const Part& part : parts) {
        if (part.kind == Kind::Text) {
            out += part.text;
        } else if (part.kind == Kind::Value) {
            const View::Value* value = findIn(views, part.text);
            const auto* text = value == nullptr ? nullptr : std::get_if<std::string>(value);
            if (text != nullptr) {
                appendEscaped(out, *text);
            }
        } else {
            appendSection(out, part, views);
        }
    }
}

void Template::appendSection(std::string& out, const Part& section, Views& views)
{
    const View::Value* value = findIn(views, section.text);
    const bool shown = value != nullptr && isShown(*value);
    if (shown != (section.kind == Kind::Section)) {
        return;
    }
    const auto* list = shown ? std::get_if<std::vector<View>>(value) : nullptr;
    if (list == nullptr) {
        append(out, section.parts, views);
        return;
    }
    for (const View& view : *list) {
        views.push_back(&view);
        append(out, section.parts, views);
        requireShort(out.size());
        views.pop_back();
    }
}

} // namespace giftbox::web
