#pragma once

#include "foundation/database/database.h"

#include <functional>
#include <map>
#include <string>

namespace giftbox::tests {

/// How often something ended how: `done`, the code of a refusal, or what the database said.
using Outcomes = std::map<std::string, int>;

/// Runs `work(database, person)` for all people at once, each with a connection of their own.
Outcomes atOnce(const std::string& url, int people,
                const std::function<void(foundation::Database&, int)>& work);

} // namespace giftbox::tests
