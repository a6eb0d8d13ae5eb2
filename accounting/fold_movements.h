#pragma once

#include "accounting/chain_check.h"

#include <functional>

namespace giftbox::accounting {

/// Reads movements, lots and boxes side by side, once, and recomputes the values stored for them. `progress` gets
/// movements read and all movements.
void foldMovements(const books::ReadTransaction& tx, const LastNumbers& last, FactReplay& facts,
                   Differences& differences,
                   const std::function<void(std::int64_t, std::int64_t)>& progress);

} // namespace giftbox::accounting
