#pragma once

#include "foundation/row_writer.h"

#include <optional>
#include <string>
#include <string_view>

namespace giftbox::reports {

/// Writes the cell, or an empty one where nothing is known.
void amountOrEmpty(foundation::RowWriter& out, const std::optional<foundation::Money>& amount);
void integerOrEmpty(foundation::RowWriter& out, const std::optional<std::int64_t>& value);
void dateOrEmpty(foundation::RowWriter& out, const std::optional<foundation::Date>& day);
void textOrEmpty(foundation::RowWriter& out, const std::optional<std::string_view>& text);
/// Of a recipient, both for who may see them.
void writeRecipient(const std::string& code, const std::string& name, foundation::RowWriter& out);
/// What somebody wrote about a recipient; an empty one is none.
void wordsOrEmpty(foundation::RowWriter& out, std::string_view words);
/// A sentence that is empty is none.
void sentenceOrEmpty(foundation::RowWriter& out, const std::string& sentence);

} // namespace giftbox::reports
