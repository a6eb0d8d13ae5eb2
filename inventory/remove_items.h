#pragma once

#include "inventory/item.h"

namespace giftbox::inventory {

/// Takes the items of a range of numbers out of the catalog again, all added by one event; their SKUs are free. Their
/// numbers stay used, and their pictures go with them. Requires that nothing else refers to them. The caller records
/// the event. Returns how many there were.
std::int64_t removeItems(books::WriteTransaction& tx, std::int64_t first, std::int64_t last,
                         books::EventSeq added);

} // namespace giftbox::inventory
