#pragma once

#include "tests/support/html_tree.h"

namespace giftbox::tests {

/// Whether the element is an input, a select, or a textarea; the others require one.
bool isField(const HtmlNode* node);
/// `select` or `textarea`; `text` for an input without a type.
std::string typeOf(const HtmlNode* field);
bool isRadio(const HtmlNode* field);
/// A radio button or a checkbox.
bool isTick(const HtmlNode* field);
/// What a browser sends; empty for a tick that is not set.
std::string valueOf(const HtmlNode* field);
/// What a person reads for the field; empty if there is nothing.
std::string labelOf(const HtmlTree& tree, const HtmlNode* field);

} // namespace giftbox::tests
