#include "tests/support/page_tables.h"

#include <algorithm>

namespace giftbox::tests {

bool PageTable::has(const std::string& heading) const
{
    return std::ranges::find(headings, heading) != headings.end();
}

std::vector<std::string> PageTable::column(const std::string& heading) const
{
    const auto at = std::ranges::find(headings, heading) - headings.begin();
    std::vector<std::string> cells;
    for (const auto& row : rows) {
        cells.push_back(row.at(static_cast<std::size_t>(at)));
    }
    return cells;
}

std::vector<PageTable> tablesOf(const HtmlTree& tree)
{
    std::vector<PageTable> tables;
    for (const HtmlNode* node :
         tree.all([](const HtmlNode* one) { return tagOf(one) == "table"; })) {
        PageTable& table = tables.emplace_back();
        for (const HtmlNode* heading : elementsUnder(node, "th")) {
            table.headings.push_back(visibleText(heading));
        }
        for (const HtmlNode* row : elementsUnder(node, "tr")) {
            std::vector<std::string> cells;
            for (const HtmlNode* cell : elementsUnder(row, "td")) {
                cells.push_back(visibleText(cell));
            }
            if (!cells.empty()) {
                table.rows.push_back(std::move(cells));
            }
        }
    }
    return tables;
}

} // namespace giftbox::tests
