#pragma once

#include "foundation/row_writer.h"

#include <optional>
#include <string>
#include <string_view>

namespace giftbox::reports {

/// Writes the cell, or an empty one if the value is unknown.
void amountOrEmpty(foundation::RowWriter& out, const std::optional<foundation::Money>& amount);
void integerOrEmpty(foundation::RowWriter& out, const std::optional<std::int64_t>& value);
void dateOrEmpty(foundation::RowWriter& out, const std::optional<foundation::Date>& day);
void textOrEmpty(foundation::RowWriter& out, const std::optional<std::string_view>& text);
/// Days from one day to another; negative if that is earlier.
std::int64_t daysBetween(foundation::Date from, foundation::Date to);
/// A recipient's code and name, for readers who may see them.
void writeRecipient(const std::string& code, const std::string& name, foundation::RowWriter& out);
/// Text written about a recipient; empty text counts as none.
void wordsOrEmpty(foundation::RowWriter& out, std::string_view words);
/// An empty sentence counts as none.
void sentenceOrEmpty(foundation::RowWriter& out, const std::string& sentence);

} // namespace giftbox::reports
