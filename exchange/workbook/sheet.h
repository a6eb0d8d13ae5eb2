#pragma once

#include "exchange/workbook/workbook_error.h"

#include <string>
#include <string_view>
#include <vector>

namespace giftbox::exchange {

inline constexpr std::size_t kMostCsvBytes = std::size_t{64} << 20;

/// The parts of a workbook that give cells their value.
struct SheetParts {
    std::vector<std::string> strings = {}; ///< the shared ones
    std::vector<bool> dates = {};          ///< for each style, whether it shows a date
    bool isSince1904 = false;
};

/// The parts, and a sheet as CSV, from their XML. Throw WorkbookError for XML that is not well formed.
std::vector<std::string> sharedStrings(std::string_view xml);
std::vector<bool> dateStyles(std::string_view xml);
std::string csvOfSheet(std::string_view xml, const SheetParts& parts);

} // namespace giftbox::exchange
