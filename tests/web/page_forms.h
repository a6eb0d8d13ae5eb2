#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace giftbox::web {

/// A field in the HTML of a page.
struct PageField {
    std::string name;
    std::string type; ///< `select` for a select; empty for an input without a type
    std::string value;
};

struct PageForm {
    std::string method;
    std::string action; ///< empty: the page itself
    bool isFile = false;
    std::vector<PageField> fields;
};

inline std::string unescaped(std::string text)
{
    constexpr std::pair<std::string_view, std::string_view> kMarks[] = {
        {"&lt;", "<"},  {"&gt;", ">"},  {"&quot;", "\""}, {"&#39;", "'"},
        {"&#61;", "="}, {"&#96;", "`"}, {"&#47;", "/"},   {"&amp;", "&"}};
    for (const auto& [mark, plain] : kMarks) {
        for (std::size_t at = 0; (at = text.find(mark, at)) != std::string::npos; ++at) {
            text.replace(at, mark.size(), plain);
        }
    }
    return text;
}

/// The value of a quoted attribute in a tag.
inline std::string attributeOf(std::string_view tag, std::string_view name)
{
    const std::string start = " " + std::string(name) + "=\"";
    const auto at = tag.find(start);
    if (at == std::string_view::npos) {
        return "";
    }
    const auto begin = at + start.size();
    return unescaped(std::string(tag.substr(begin, tag.find('"', begin) - begin)));
}

/// The selected value of a select, or its first.
inline std::string chosenIn(std::string_view select)
{
    std::string first;
    bool hasFirst = false;
    for (auto at = select.find("<option"); at != std::string_view::npos;
         at = select.find("<option", at + 1)) {
        const std::string_view tag = select.substr(at, select.find('>', at) - at);
        if (tag.find(" selected") != std::string_view::npos) {
            return attributeOf(tag, "value");
        }
        if (!hasFirst) {
            first = attributeOf(tag, "value");
            hasFirst = true;
        }
    }
    return first;
}

inline std::vector<PageField> fieldsIn(std::string_view form)
{
    std::vector<PageField> fields;
    for (auto at = form.find('<'); at != std::string_view::npos; at = form.find('<', at + 1)) {
        const std::string_view tag = form.substr(at, form.find('>', at) - at);
        if (tag.starts_with("<input ")) {
            fields.push_back(
                {attributeOf(tag, "name"), attributeOf(tag, "type"), attributeOf(tag, "value")});
        } else if (tag.starts_with("<select ")) {
            const auto end = form.find("</select>", at);
            fields.push_back(
                {attributeOf(tag, "name"), "select", chosenIn(form.substr(at, end - at))});
        } else if (tag.starts_with("<textarea ")) {
            auto begin = at + tag.size() + 1;
            begin += form.substr(begin, 1) == "\n" ? 1U : 0U; // HTML drops the first line end
            fields.push_back(
                {attributeOf(tag, "name"), "text",
                 unescaped(std::string(form.substr(begin, form.find("</textarea>", at) - begin)))});
        }
    }
    return fields;
}

/// All forms of a page except the logout form.
inline std::vector<PageForm> formsIn(const std::string& page)
{
    std::vector<PageForm> forms;
    for (auto at = page.find("<form "); at != std::string::npos; at = page.find("<form ", at + 1)) {
        const std::string_view form =
            std::string_view(page).substr(at, page.find("</form>", at) - at);
        const std::string_view tag = form.substr(0, form.find('>'));
        if (attributeOf(tag, "action") != "/logout") {
            forms.push_back({.method = attributeOf(tag, "method"),
                             .action = attributeOf(tag, "action"),
                             .isFile = tag.find("multipart/") != std::string_view::npos,
                             .fields = fieldsIn(form)});
        }
    }
    return forms;
}

} // namespace giftbox::web
