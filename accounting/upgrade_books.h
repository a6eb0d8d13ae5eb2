#pragma once

#include "foundation/database/database.h"

#include <string>
#include <vector>

namespace giftbox::accounting {

/// Brings a database to the program's schema, with what migrations do to the rows that are already there. Returns what whoever upgraded should know, in sentences.
/// `before` is called as foundation::migrate says. Edges open books with openBooks, which has a backup made there.
/// Throws Refusal `schema.newer`, DatabaseError.
std::vector<std::string> upgradeBooks(foundation::Database& database,
                                      const std::function<void()>& before = {});

} // namespace giftbox::accounting
