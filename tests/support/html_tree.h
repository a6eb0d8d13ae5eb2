#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

// Of gumbo.h, which only the .cpp files read.
struct GumboInternalNode;
struct GumboInternalOutput;

namespace giftbox::tests {

using HtmlNode = GumboInternalNode;

/// HTML as a browser's parser reads it.
class HtmlTree {
public:
    explicit HtmlTree(std::string_view html);
    ~HtmlTree();
    HtmlTree(const HtmlTree&) = delete;
    HtmlTree& operator=(const HtmlTree&) = delete;

    const HtmlNode* root() const;
    /// The elements that pass, from top to bottom.
    std::vector<const HtmlNode*> all(const std::function<bool(const HtmlNode*)>& passes) const;
    /// The element with the id, or none.
    const HtmlNode* withId(std::string_view id) const;
    /// All text, hidden text, values of attributes, and comments, one line each.
    std::string everything() const;
    /// What is wrong with the syntax, one line each.
    std::string errors() const;

private:
    std::string html_; // the nodes point into it
    GumboInternalOutput* output_;
};

/// In small letters; empty for what HTML does not know, such as a shape in a drawing.
std::string_view tagOf(const HtmlNode* node);
bool hasAttribute(const HtmlNode* node, const char* name);
/// Empty where there is none.
std::string attributeOf(const HtmlNode* node, const char* name);
struct HtmlAttribute {
    std::string name;
    std::string value;
};
std::vector<HtmlAttribute> attributesOf(const HtmlNode* node);
std::vector<const HtmlNode*> elementsUnder(const HtmlNode* node, std::string_view tag);
/// The innermost element of the tag around the node, or none.
const HtmlNode* around(const HtmlNode* node, std::string_view tag);
/// What a person sees of the element, with one space between words.
std::string visibleText(const HtmlNode* node);
/// The text as it is, whether visible or not.
std::string rawText(const HtmlNode* node);

} // namespace giftbox::tests
