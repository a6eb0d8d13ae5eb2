#pragma once

#include "foundation/database.h"

#include <string>
#include <vector>

namespace giftbox::accounting {

/// Brings a database to the program's schema, with what migrations do to the rows that are already there. Returns what whoever upgraded should know, in sentences.
/// Throws Refusal `schema.newer`, DatabaseError.
std::vector<std::string> upgradeBooks(foundation::Database& database);

} // namespace giftbox::accounting
