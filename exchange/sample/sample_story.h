#pragma once

#include "books/books.h"

namespace giftbox::exchange {

/// The code of the sample store.
inline constexpr std::string_view kSampleCode = "SAMPLE";

/// Makes the store of data/samples in an empty, migrated database, with its last month as the actor's: twelve months
/// of boxes, most of them closed; in the last month nominations, a list, and boxes planned, packed and given. Zone and
/// locale are those of `like`. All in it is invented, and all has happened by `actor.now`.
void tellSampleStory(foundation::Database& database, const books::Store& like,
                     const books::Actor& actor);

} // namespace giftbox::exchange
