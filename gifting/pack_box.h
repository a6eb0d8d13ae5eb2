#pragma once

#include "gifting/box_poster.h"

namespace giftbox::gifting {

/// Packs one box: stock and budget change together or not at all. Throws like BoxPoster::pack.
PackedBox packBox(books::WriteTransaction& tx, const BoxRequest& request);

/// The same in its own transaction, in two round trips on PostgreSQL: one to read, one to write.
PackedBox packBox(foundation::Database& database, books::StoreId store, const books::Actor& actor,
                  const BoxRequest& request);

} // namespace giftbox::gifting
