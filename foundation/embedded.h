#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace giftbox::foundation {

/// A file built into the program, by its path in the source tree; none if there is no such file.
std::optional<std::string> embeddedFile(std::string_view path);

/// The paths of the files in a folder, sorted by name. The folder ends in `/`.
std::vector<std::string> embeddedFiles(std::string_view folder);

} // namespace giftbox::foundation
