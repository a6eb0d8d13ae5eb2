#include "tests/support/page_fields.h"

#include <algorithm>

namespace giftbox::tests {

bool isField(const HtmlNode* node)
{
    const std::string_view tag = tagOf(node);
    return tag == "input" || tag == "select" || tag == "textarea";
}

std::string typeOf(const HtmlNode* field)
{
    const std::string type = attributeOf(field, "type");
    return tagOf(field) != "input" ? std::string(tagOf(field)) : type.empty() ? "text" : type;
}

bool isRadio(const HtmlNode* field) { return typeOf(field) == "radio"; }

bool isTick(const HtmlNode* field) { return isRadio(field) || typeOf(field) == "checkbox"; }

std::string valueOf(const HtmlNode* field)
{
    if (typeOf(field) == "select") {
        const std::vector<const HtmlNode*> options = elementsUnder(field, "option");
        const auto selected = std::ranges::find_if(
            options, [](const HtmlNode* option) { return hasAttribute(option, "selected"); });
        return options.empty()
                   ? ""
                   : attributeOf(selected == options.end() ? options.front() : *selected, "value");
    }
    if (typeOf(field) == "textarea") {
        return rawText(field);
    }
    return isTick(field) && !hasAttribute(field, "checked") ? "" : attributeOf(field, "value");
}

std::string labelOf(const HtmlTree& tree, const HtmlNode* field)
{
    if (const HtmlNode* const label = around(field, "label"); label != nullptr) {
        return visibleText(label);
    }
    const std::string id = attributeOf(field, "id");
    const std::vector<const HtmlNode*> labels = tree.all([&](const HtmlNode* node) {
        return tagOf(node) == "label" && !id.empty() && attributeOf(node, "for") == id;
    });
    return labels.empty() ? attributeOf(field, "aria-label") : visibleText(labels.front());
}

} // namespace giftbox::tests
