#pragma once

#include <string>

namespace giftbox::foundation {

/// SQLite's application id for complete copies made by Giftbox. A file copied by `cp` while in use does not have it.
inline constexpr const char* kMarkAsBackup = "PRAGMA application_id=1195530306"; // GBXB
inline constexpr const char* kUnmark = "PRAGMA application_id=0";
bool isMarkedAsBackup(const std::string& path);

} // namespace giftbox::foundation
