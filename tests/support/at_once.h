#pragma once

#include "foundation/database/database.h"

#include <functional>
#include <map>
#include <string>

namespace giftbox::tests {

/// Counts of results: `done`, the code of a refusal, or the database error.
using Outcomes = std::map<std::string, int>;

/// Runs `work(database, person)` for all people at once, each with their own connection.
Outcomes atOnce(const std::string& url, int people,
                const std::function<void(foundation::Database&, int)>& work);

} // namespace giftbox::tests
