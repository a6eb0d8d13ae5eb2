#pragma once

#include "foundation/database.h"

namespace giftbox::accounting {

/// Brings a database to the program's schema, with what migrations do to the rows that are already there.
/// Throws Refusal `schema.newer`, DatabaseError.
void upgradeBooks(foundation::Database& database);

} // namespace giftbox::accounting
