#pragma once

#include "foundation/database.h"

namespace giftbox::accounting {

/// Brings a database to the program's schema, with what migrations do to the rows that are already there.
/// `before` is called as foundation::migrate says. Edges open books with openBooks, which has a backup made there.
/// Throws Refusal `schema.newer`, DatabaseError.
void upgradeBooks(foundation::Database& database, const std::function<void()>& before = {});

} // namespace giftbox::accounting
