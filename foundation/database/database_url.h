#pragma once

#include "foundation/database/engine.h"

#include <optional>
#include <string>

namespace giftbox::foundation {

/// The engine of a URL for Database::open.
Engine engineOf(const std::string& url);

/// Whether those who write the database wait for each other, as they do for a file.
bool hasOneWriter(const std::string& url);
/// Where its file lies, or is to lie; none of a server's.
std::optional<std::string> fileOf(const std::string& url);
/// What it is called: `store.db`, `giftbox`.
std::string databaseNameOf(const std::string& url);

/// The URL, or an argument that ends with one, without a server password, so that people may see it.
std::string withoutPassword(const std::string& whole);

} // namespace giftbox::foundation
