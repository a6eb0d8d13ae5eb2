#pragma once

#include <string>
#include <string_view>

namespace giftbox::web {

/// The file name for people: the part after the last slash or backslash, with visible control characters, cut after
/// 80 characters; `file` when nothing is left. Never used as a path.
std::string shownFileName(std::string_view name);

/// Requires bytes that may be a CSV file; the type from the browser is not reliable. Throws Refusal `import.not_csv`
/// for an empty file, for the signature of another kind of file (workbook, archive, picture, PDF), for UTF-32, and for
/// UTF-16 unless it is read.
enum class Encodings { Utf8Only, AreRead };
void requireCsv(std::string_view bytes, Encodings readable = Encodings::Utf8Only);

} // namespace giftbox::web
