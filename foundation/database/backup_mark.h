#pragma once

#include <string>

namespace giftbox::foundation {

/// SQLite's number for what a file is: that it is a copy which Giftbox has made as a whole. One that `cp` made of a database in use does not have it.
inline constexpr const char* kMarkAsBackup = "PRAGMA application_id=1195530306"; // GBXB
inline constexpr const char* kUnmark = "PRAGMA application_id=0";
bool isMarkedAsBackup(const std::string& path);

} // namespace giftbox::foundation
