#pragma once

#include "books/books.h"

namespace giftbox::operations {

/// Adds the sample store beside a store of one's own. The users of that store have the same roles in it, and `login`,
/// who asks, has every role; empty for the command line. Returns its code. Throws Refusal `sample.exists`,
/// `store.exists`, `store.unknown`.
std::string addSample(foundation::Database& database, std::string_view beside,
                      const books::Actor& actor, std::string_view login);

} // namespace giftbox::operations
