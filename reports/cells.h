#pragma once

#include "foundation/row_writer.h"

#include <optional>
#include <string>

namespace giftbox::reports {

/// Writes the cell, or an empty one where nothing is known.
void amountOrEmpty(foundation::RowWriter& out, const std::optional<foundation::Money>& amount);
void integerOrEmpty(foundation::RowWriter& out, const std::optional<std::int64_t>& value);
void dateOrEmpty(foundation::RowWriter& out, const std::optional<foundation::Date>& day);
void textOrEmpty(foundation::RowWriter& out, const std::optional<std::string>& text);
/// A sentence that is empty is none.
void sentenceOrEmpty(foundation::RowWriter& out, const std::string& sentence);

} // namespace giftbox::reports
