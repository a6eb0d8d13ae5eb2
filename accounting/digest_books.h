#pragma once

#include "foundation/database/database.h"

namespace giftbox::accounting {

/// For a database whose events have no digests: gives every store an event with the digest of all facts so far, and
/// every closed month the boxes packed on its last day. Part of a migration, in its transaction.
void digestBooks(foundation::Database& database);

} // namespace giftbox::accounting
