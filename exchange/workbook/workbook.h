#pragma once

#include "exchange/workbook/workbook_error.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace giftbox::exchange {

/// The first sheet of a workbook (`.xlsx`, ECMA-376) that is not hidden, as CSV in UTF-8: the row 7 stands on line 7.
/// Cells have the value that the spreadsheet kept, so that no formula is run; dates are `YYYY-MM-DD`, and numbers have
/// the 15 digits that spreadsheets show. Throws WorkbookError for other bytes, encrypted workbooks, and more than
/// kMostUnpacked.
std::string csvOfWorkbook(std::string_view bytes);

inline constexpr std::uint64_t kMostUnpacked = std::uint64_t{256} << 20;

} // namespace giftbox::exchange
