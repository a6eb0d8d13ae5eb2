#include "tests/support/html_tree.h"

#include <gumbo.h>

#include <algorithm>
#include <array>
#include <span>
#include <sstream>

namespace giftbox::tests {

namespace {

bool isElement(const HtmlNode* node)
{
    return node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE;
}

std::span<const HtmlNode* const> childrenOf(const HtmlNode* node)
{
    const GumboVector& children =
        node->type == GUMBO_NODE_DOCUMENT ? node->v.document.children : node->v.element.children;
    return {reinterpret_cast<const HtmlNode* const*>(children.data), children.length};
}

/// The node and all below, from top to bottom.
void visit(const HtmlNode* node, const std::function<void(const HtmlNode*)>& seen)
{
    seen(node);
    if (isElement(node) || node->type == GUMBO_NODE_DOCUMENT) {
        for (const HtmlNode* child : childrenOf(node)) {
            visit(child, seen);
        }
    }
}

bool isOneOf(std::string_view tag, std::span<const std::string_view> tags)
{
    return std::ranges::find(tags, tag) != tags.end();
}

/// What is not part of the text that one reads: the contents of fields are asked by name.
bool isUnseen(const HtmlNode* node)
{
    static constexpr std::array<std::string_view, 10> kUnseen = {
        "head",     "title",    "script",   "style",  "template",
        "noscript", "datalist", "textarea", "select", "progress"};
    return isOneOf(tagOf(node), kUnseen) || hasAttribute(node, "hidden");
}

/// Text goes on in these; all others begin a line.
bool isWithinALine(const HtmlNode* node)
{
    static constexpr std::array<std::string_view, 9> kInline = {
        "a", "abbr", "b", "code", "em", "label", "small", "span", "strong"};
    return isOneOf(tagOf(node), kInline);
}

void addVisible(const HtmlNode* node, std::string& text)
{
    if (!isElement(node)) {
        text += node->type == GUMBO_NODE_COMMENT ? "" : node->v.text.text;
    } else if (!isUnseen(node)) {
        const char* const edge = isWithinALine(node) ? "" : "\n";
        text += edge;
        for (const HtmlNode* child : childrenOf(node)) {
            addVisible(child, text);
        }
        text += edge;
    }
}

std::string_view textOf(const GumboStringPiece& piece)
{
    return piece.data == nullptr ? std::string_view() : std::string_view(piece.data, piece.length);
}

/// The name as it is written in `<name …>`.
std::string_view writtenName(const HtmlNode* node)
{
    const std::string_view tag = textOf(node->v.element.original_tag);
    const auto end = std::min(tag.find_first_of(" \t\r\n/>", 1), tag.size());
    return tag.empty() ? tag : tag.substr(1, end - 1);
}

bool isClosed(const HtmlNode* node)
{
    // These have no end tag; gumbo keeps no end tag of a form, and an open one is an error of syntax.
    static constexpr std::array<std::string_view, 10> kAlone = {
        "area", "br", "col", "form", "hr", "img", "input", "link", "meta", "wbr"};
    const std::string end = "</" + std::string(writtenName(node));
    return isOneOf(tagOf(node), kAlone) ||
           textOf(node->v.element.original_end_tag).starts_with(end);
}

std::string lineOf(const std::string& html, const HtmlNode* node)
{
    std::istringstream lines(html);
    std::string line;
    for (unsigned number = 0; number < node->v.element.start_pos.line; ++number) {
        std::getline(lines, line);
    }
    return std::to_string(node->v.element.start_pos.line) + ": " + line.substr(0, 400);
}

/// gumbo keeps to itself what an error is; parsing that stops there shows the place.
std::string firstError(const std::string& html)
{
    GumboOptions options = kGumboDefaultOptions;
    options.stop_on_first_error = true;
    GumboOutput* const output = gumbo_parse_with_options(&options, html.data(), html.size());
    const HtmlNode* last = output->root;
    visit(output->root, [&](const HtmlNode* node) {
        const bool isWritten = isElement(node) && !textOf(node->v.element.original_tag).empty();
        last = isWritten ? node : last;
    });
    std::string line = "near line " + lineOf(html, last);
    gumbo_destroy_output(&options, output);
    return line;
}

} // namespace

HtmlTree::HtmlTree(std::string_view html)
    : html_(html),
      output_(gumbo_parse_with_options(&kGumboDefaultOptions, html_.data(), html_.size()))
{}

HtmlTree::~HtmlTree() { gumbo_destroy_output(&kGumboDefaultOptions, output_); }

const HtmlNode* HtmlTree::root() const { return output_->root; }

std::vector<const HtmlNode*> HtmlTree::all(const std::function<bool(const HtmlNode*)>& passes) const
{
    std::vector<const HtmlNode*> nodes;
    visit(root(), [&](const HtmlNode* node) {
        if (isElement(node) && passes(node)) {
            nodes.push_back(node);
        }
    });
    return nodes;
}

const HtmlNode* HtmlTree::withId(std::string_view id) const
{
    const auto found = all([&](const HtmlNode* node) { return attributeOf(node, "id") == id; });
    return id.empty() || found.empty() ? nullptr : found.front();
}

std::string HtmlTree::everything() const
{
    std::string all;
    visit(output_->document, [&](const HtmlNode* node) {
        if (isElement(node)) {
            for (const HtmlAttribute& one : attributesOf(node)) {
                all += one.value + "\n";
            }
        } else if (node->type != GUMBO_NODE_DOCUMENT) {
            all += std::string(node->v.text.text) + "\n";
        }
    });
    return all;
}

std::string HtmlTree::errors() const
{
    std::string lines;
    if (output_->errors.length > 0) {
        lines += std::to_string(output_->errors.length) + " errors of syntax, the first " +
                 firstError(html_) + "\n";
    }
    if (!output_->document->v.document.has_doctype) {
        lines += "no <!doctype html>\n";
    }
    for (const HtmlNode* node : all([](const HtmlNode*) { return true; })) {
        const bool isMadeUp = writtenName(node).empty();
        if (isMadeUp || !isClosed(node)) {
            lines += (isMadeUp ? "missing: <" + std::string(tagOf(node))
                               : "not closed: <" + std::string(writtenName(node))) +
                     ">, line " + lineOf(html_, node) + "\n";
        }
    }
    return lines;
}

std::string_view tagOf(const HtmlNode* node)
{
    return isElement(node) ? gumbo_normalized_tagname(node->v.element.tag) : "";
}

bool hasAttribute(const HtmlNode* node, const char* name)
{
    return gumbo_get_attribute(&node->v.element.attributes, name) != nullptr;
}

std::string attributeOf(const HtmlNode* node, const char* name)
{
    const GumboAttribute* const found = gumbo_get_attribute(&node->v.element.attributes, name);
    return found == nullptr ? "" : found->value;
}

std::vector<HtmlAttribute> attributesOf(const HtmlNode* node)
{
    const GumboVector& attributes = node->v.element.attributes;
    std::vector<HtmlAttribute> all;
    for (unsigned i = 0; i < attributes.length; ++i) {
        const auto* one = static_cast<const GumboAttribute*>(attributes.data[i]);
        all.push_back({one->name, one->value});
    }
    return all;
}

std::vector<const HtmlNode*> elementsUnder(const HtmlNode* node, std::string_view tag)
{
    std::vector<const HtmlNode*> found;
    visit(node, [&](const HtmlNode* one) {
        if (one != node && tagOf(one) == tag) {
            found.push_back(one);
        }
    });
    return found;
}

const HtmlNode* around(const HtmlNode* node, std::string_view tag)
{
    do {
        node = node->parent;
    } while (node != nullptr && tagOf(node) != tag);
    return node;
}

std::string visibleText(const HtmlNode* node)
{
    std::string all;
    addVisible(node, all);
    std::istringstream words(all);
    std::string text;
    for (std::string word; words >> word;) {
        text += (text.empty() ? "" : " ") + word;
    }
    return text;
}

std::string rawText(const HtmlNode* node)
{
    std::string text;
    visit(node, [&](const HtmlNode* one) {
        if (!isElement(one) && one->type != GUMBO_NODE_COMMENT) {
            text += one->v.text.text;
        }
    });
    return text;
}

} // namespace giftbox::tests
