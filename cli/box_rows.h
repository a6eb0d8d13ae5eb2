#pragma once

#include "foundation/row_writer.h"
#include "gifting/planned_box.h"

#include <optional>
#include <string>
#include <vector>

namespace giftbox::cli {

void amountOrEmpty(foundation::RowWriter& out, const std::optional<foundation::Money>& amount);
void dateOrEmpty(foundation::RowWriter& out, const std::optional<foundation::Date>& day);
void sentenceOrEmpty(foundation::RowWriter& out, const std::string& sentence);
void textOrEmpty(foundation::RowWriter& out, const std::optional<std::string>& text);

/// The columns of a box in lists.
const std::vector<foundation::Column>& boxColumns();
/// Writes the cells of boxColumns() without ending the row.
void writeBoxCells(const gifting::Box& box, foundation::RowWriter& out);
void writeBoxCells(const gifting::PlannedBox& box, foundation::RowWriter& out);

/// The items of `--item SKU[:UNITS]`. Throws Refusal `number.malformed`.
std::vector<gifting::BoxLine> linesOf(const std::vector<std::string>& items);
/// `SKU[:UNITS]` or `CATEGORY[:UNITS]`, as `option` takes it; one unit where none are given. Throws Refusal `number.malformed`.
std::pair<std::string, std::int64_t> withUnits(const std::string& option, const std::string& text);
/// The columns of the room a box leaves and of what the caps said, and their cells.
const std::vector<foundation::Column>& roomColumns();
void writeRoomCells(const books::Store& store, const gifting::Room& room,
                    const budget::Verdict& verdict, foundation::RowWriter& out);

} // namespace giftbox::cli
