#pragma once

#include <string>

namespace giftbox::foundation {

/// Makes an empty file that its owner alone may read and write. One that is there stays as it is; that it cannot be made shows where it is
/// opened.
void makePrivateFile(const std::string& path);

} // namespace giftbox::foundation
