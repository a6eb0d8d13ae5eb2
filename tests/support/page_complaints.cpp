#include "tests/support/page_complaints.h"

#include "tests/support/page_fields.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <sstream>

namespace giftbox::tests {

namespace {

/// The addresses at which a browser looks by itself or on a click.
bool leadsAway(const HtmlAttribute& attribute)
{
    static const std::set<std::string> names = {"href", "src", "action", "formaction", "data"};
    const std::string& to = attribute.value;
    return names.contains(attribute.name) && !to.empty() &&
           (!to.starts_with("/") || to.starts_with("//") || to.starts_with("/\\")) &&
           !to.starts_with("#") && !to.starts_with("?");
}

std::string whatCouldRun(const HtmlNode* node)
{
    static constexpr std::array<std::string_view, 6> kForeign = {"applet", "base",   "embed",
                                                                 "frame",  "iframe", "object"};
    const std::string tag(tagOf(node));
    std::string lines;
    if (std::ranges::find(kForeign, tag) != kForeign.end()) {
        lines += "<" + tag + ">\n";
    }
    if (tag == "script" && (attributeOf(node, "src").find("/assets/") == std::string::npos ||
                            !rawText(node).empty())) {
        lines += "a script that is not an asset: " + rawText(node) + "\n";
    }
    for (const HtmlAttribute& one : attributesOf(node)) {
        if (one.name.starts_with("on") || leadsAway(one)) {
            lines += "<" + tag + " " + one.name + "=\"" + one.value + "\">\n";
        }
    }
    return lines;
}

/// Ids that are there twice, or named and not there.
std::string wrongIds(const HtmlTree& tree)
{
    std::map<std::string, int> ids;
    std::string lines;
    const std::vector<const HtmlNode*> nodes = tree.all([](const HtmlNode*) { return true; });
    for (const HtmlNode* node : nodes) {
        if (hasAttribute(node, "id") && ++ids[attributeOf(node, "id")] == 2) {
            lines += "twice: id " + attributeOf(node, "id") + "\n";
        }
    }
    for (const HtmlNode* node : nodes) {
        for (const char* name : {"for", "list", "aria-describedby", "aria-labelledby"}) {
            std::istringstream named(attributeOf(node, name));
            for (std::string id; named >> id;) {
                if (!ids.contains(id)) {
                    lines += std::string(name) + " of no id: " + id + "\n";
                }
            }
        }
    }
    return lines;
}

} // namespace

std::string complaintsOf(const HtmlTree& tree)
{
    std::string lines = tree.errors() + wrongIds(tree);
    for (const HtmlNode* node : tree.all([](const HtmlNode*) { return true; })) {
        lines += whatCouldRun(node);
        const bool isSeen = isField(node) && typeOf(node) != "hidden" &&
                            !hasAttribute(node, "hidden") && around(node, "template") == nullptr;
        if (isSeen && labelOf(tree, node).empty()) {
            lines += "no label: field " + attributeOf(node, "name") + "\n";
        }
    }
    return lines;
}

} // namespace giftbox::tests
