#pragma once

#include <string>
#include <string_view>

namespace giftbox::web {

/// The name of a file for people: what follows the last slash or backslash, control characters made visible, cut after 80 characters; `file` where nothing is
/// left. It is shown and never used as a path.
std::string shownFileName(std::string_view name);

/// Requires that the bytes may be a CSV file: a browser's word for their type is worth nothing. Throws Refusal `import.not_csv` for an empty file, what begins as
/// another kind of file does (a workbook, an archive, a picture, a PDF) and for text that is not UTF-8 but UTF-16 or UTF-32.
void requireCsv(std::string_view bytes);

} // namespace giftbox::web
