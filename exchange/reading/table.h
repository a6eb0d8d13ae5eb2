#pragma once

#include "exchange/reading/encoding.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace giftbox::exchange {

/// A row of a table as it stands in the file.
struct TableRow {
    std::int64_t line = 0;
    std::vector<std::string> cells;
    /// The fault of its form, and the cell it is in, counted from 1.
    std::optional<std::pair<std::size_t, std::string>> fault = {};

    bool isBlank() const;
};

/// The signs that part cells: comma, semicolon, tab, pipe.
inline constexpr std::string_view kSeparators = ",;\t|";
/// `comma`, `semicolon`, `tab`, `pipe`.
std::string_view nameOfSeparator(char separator);
std::optional<char> separatorNamed(std::string_view name);

/// Visits each row of UTF-8 text that is not an empty line, until `visit` returns false. Blanks around cells are
/// removed. Pure.
void visitRows(std::string_view text, char separator, const std::function<bool(TableRow&)>& visit);
/// The sign that parts most of the first rows into the same number of cells. Pure.
char recognizeSeparator(std::string_view text);

} // namespace giftbox::exchange
