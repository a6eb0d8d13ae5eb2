#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace giftbox::foundation {

/// A file that was built into the program, under the path it has in the source tree; none when there is no such file.
std::optional<std::string> embeddedFile(std::string_view path);

/// The paths of the files in a folder, which ends in `/`, by name.
std::vector<std::string> embeddedFiles(std::string_view folder);

} // namespace giftbox::foundation
