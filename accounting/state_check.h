#pragma once

#include "accounting/facts.h"
#include "accounting/told.h"

namespace giftbox::accounting {

/// Checks that the states of nominations, selections, templates, signatures and planned boxes match their events.
void checkStates(const books::ReadTransaction& tx, const Told& told, Differences& differences);

} // namespace giftbox::accounting
