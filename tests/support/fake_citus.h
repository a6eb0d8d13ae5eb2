#pragma once

#include <string>

namespace giftbox::tests {

/// Makes a PostgreSQL database look as if it had Citus, with what Giftbox calls of it in the schema `fake`, which is
/// searched after `public`: `fake.called` keeps the placing of tables in order. For connections opened later.
void fakeCitus(const std::string& url);

} // namespace giftbox::tests
