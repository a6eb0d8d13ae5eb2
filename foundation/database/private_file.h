#pragma once

#include <string>

namespace giftbox::foundation {

/// Makes an empty file that only its owner may read and write, or keeps an existing one. A failure shows where the
/// file is opened.
void makePrivateFile(const std::string& path);

/// Whether we may write to the file's folder.
bool mayWriteFolderOf(const std::string& path);
/// Whether we may change the database as far as files say it: SQLite's takes its file and its folder; of a server's the
/// server says it.
bool mayWriteDatabase(const std::string& url);

/// Syncs the file's folder after a file was renamed or removed there.
void syncFolderOf(const std::string& path);

} // namespace giftbox::foundation
