#pragma once

#include "foundation/database/distribute.h"

namespace giftbox::accounting {

/// Where a cluster keeps the tables of Giftbox. A store's books are on one node. Who may do what, and which stores
/// there are, is on every node; what each visit writes is on the coordinator.
const foundation::TablePlaces& tablePlaces();

} // namespace giftbox::accounting
