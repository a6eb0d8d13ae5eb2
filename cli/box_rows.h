#pragma once

#include "foundation/row_writer.h"
#include "gifting/box.h"

#include <optional>
#include <string>
#include <vector>

namespace giftbox::cli {

void amountOrEmpty(foundation::RowWriter& out, const std::optional<foundation::Money>& amount);
void dateOrEmpty(foundation::RowWriter& out, const std::optional<foundation::Date>& day);
void textOrEmpty(foundation::RowWriter& out, const std::optional<std::string>& text);

/// The columns of a box in lists.
const std::vector<foundation::Column>& boxColumns();
/// Writes the cells of boxColumns() without ending the row.
void writeBoxCells(const gifting::Box& box, foundation::RowWriter& out);

} // namespace giftbox::cli
