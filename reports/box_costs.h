#pragma once

#include "books/books.h"
#include "foundation/row_writer.h"

namespace giftbox::reports {

/// What the cost of boxes is grouped by: the adviser or the department of the nomination that came first of those for
/// the latest month up to the giving, the group of the recipient, or the recipe.
enum class CostBy { Adviser, Department, Group, Recipe };

/// `adviser`, `department`, `group` or `recipe`. Throws Refusal `report.by_unknown`.
CostBy parseCostBy(std::string_view text);

/// Writes what the boxes given in a span of months cost, one row per group in any spelling, and ends the writer. Boxes
/// without one stand in the first row, whose name is empty. All rows together are the program cost of the months. The
/// cost grows with their boxes.
void writeBoxCosts(const books::ReadTransaction& tx, CostBy by, foundation::Month first,
                   foundation::Month last, foundation::RowWriter& out);
const std::vector<foundation::Column>& boxCostColumns();

} // namespace giftbox::reports
