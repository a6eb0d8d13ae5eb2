#pragma once

#include "foundation/database/database.h"

#include <memory>
#include <string>

namespace giftbox::tests {

/// A new database file for tests of what it holds. To make the tables is nine tenths of a small test; so in a whole
/// run, which names a file for it (GIFTBOX_TEST_TABLES), the first test makes them, and all copy them.
std::unique_ptr<foundation::Database> newSqliteFile(const std::string& path);

} // namespace giftbox::tests
