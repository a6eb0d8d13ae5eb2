#pragma once

#include <string>
#include <string_view>

namespace giftbox::exchange {

/// Whether the bytes begin like a workbook (`.xlsx`), which is a ZIP archive.
bool isWorkbook(std::string_view bytes);

/// The first sheet of a workbook as CSV, read by giftbox-workbook, a program of its own without network and with
/// little memory and time. Throws Refusal `import.workbook` if it cannot be read.
std::string csvOf(const std::string& workbook, const std::string& fileName);

} // namespace giftbox::exchange
