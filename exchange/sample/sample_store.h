#pragma once

#include "books/books.h"

#include <optional>
#include <string>

namespace giftbox::exchange {

/// The code of the database's sample store, if it has one.
std::optional<std::string> sampleStore(foundation::Reader& database);

/// Adds the sample store, whole or not at all, with the zone and locale of the store beside it, and without users.
/// Returns its code. Throws Refusal `sample.exists`, `store.exists`, `store.unknown`.
std::string addSampleStore(foundation::Database& database, std::string_view beside,
                           const books::Actor& actor);

/// Removes the sample store with every row of it, also roles, tokens and views of users there. Other stores keep
/// theirs. Returns its code. Throws Refusal `sample.none`.
std::string removeSampleStore(foundation::Database& database, const books::Actor& actor);

} // namespace giftbox::exchange
