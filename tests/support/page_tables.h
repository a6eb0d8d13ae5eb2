#pragma once

#include "tests/support/html_tree.h"

namespace giftbox::tests {

/// What a person reads in a table.
struct PageTable {
    std::vector<std::string> headings;
    std::vector<std::vector<std::string>> rows;

    bool has(const std::string& heading) const;
    /// The cells of a column, from top to bottom. Requires that the table has it.
    std::vector<std::string> column(const std::string& heading) const;
};

std::vector<PageTable> tablesOf(const HtmlTree& tree);

} // namespace giftbox::tests
