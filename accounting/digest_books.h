#pragma once

#include "foundation/database/database.h"

namespace giftbox::accounting {

/// For a database whose events keep no digests of their facts: gives every store an event that keeps one of all facts recorded until then, and every
/// closed month what lay packed on its last day. Part of a migration, in its transaction.
void digestBooks(foundation::Database& database);

} // namespace giftbox::accounting
