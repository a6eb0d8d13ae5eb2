#pragma once

#include "foundation/database/database.h"

#include <string>
#include <vector>

namespace giftbox::accounting {

/// Upgrades a database to the program's schema, including existing rows. Returns notices for the person upgrading.
/// `before` is called as described at foundation::migrate. Edges use openBooks, which makes a backup. Throws Refusal
/// `schema.newer`, DatabaseError.
std::vector<std::string> upgradeBooks(foundation::Database& database,
                                      const std::function<void()>& before = {});

} // namespace giftbox::accounting
