#pragma once

#include "gifting/box_run.h"

namespace giftbox::gifting {

/// Packs one box: stock and budget move together or not at all. Throws as BoxRun::pack.
PackedBox packBox(books::WriteTransaction& tx, const BoxRequest& request);

} // namespace giftbox::gifting
