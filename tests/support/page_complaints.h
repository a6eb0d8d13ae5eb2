#pragma once

#include "tests/support/html_tree.h"

namespace giftbox::tests {

/// See ParsedPage::complaints.
std::string complaintsOf(const HtmlTree& tree);

} // namespace giftbox::tests
