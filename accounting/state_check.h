#pragma once

#include "accounting/facts.h"
#include "accounting/told.h"

namespace giftbox::accounting {

/// What became of nominations, choices, templates, signatures and planned boxes is what events say of them.
void checkStates(const books::ReadTransaction& tx, const Told& told, Differences& differences);

} // namespace giftbox::accounting
