#pragma once

#include "foundation/database/engine.h"

#include <string>

namespace giftbox::foundation {

/// Of a URL as Database::open takes it.
Engine engineOf(const std::string& url);

/// The URL, or an argument that ends with one, as people may see it: without the password that a server's URL may have.
std::string withoutPassword(const std::string& url);

} // namespace giftbox::foundation
