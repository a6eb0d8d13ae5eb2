#pragma once

#include <string>

namespace giftbox::foundation {

/// Makes an empty file that its owner alone may read and write. One that is there stays as it is; that it cannot be made shows where it is
/// opened.
void makePrivateFile(const std::string& path);

/// Whether the folder that the file is in may be written by us.
bool mayWriteFolderOf(const std::string& path);
/// Whether a SQLite database there may be changed by us, which takes the file and its folder.
bool mayWriteDatabase(const std::string& path);

/// Makes the names in the file's folder durable, after a file was renamed or removed there.
void syncFolderOf(const std::string& path);

} // namespace giftbox::foundation
