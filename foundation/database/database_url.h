#pragma once

#include "foundation/database/engine.h"

#include <string>

namespace giftbox::foundation {

/// The engine of a URL for Database::open.
Engine engineOf(const std::string& url);

/// The URL, or an argument that ends with one, without a server password, so that people may see it.
std::string withoutPassword(const std::string& url);

} // namespace giftbox::foundation
