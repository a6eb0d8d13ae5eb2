#pragma once

#include "gifting/box.h"

#include <vector>

namespace giftbox::gifting {

/// Why a box keeps its import from being undone.
enum class BoxInTheWay { ChangedSince, InClosedMonth };

struct UndoneBoxes {
    std::vector<std::pair<books::BoxNo, BoxInTheWay>>
        inTheWay; ///< if there are any, nothing was undone
    std::int64_t undone = 0;
};

/// Undoes the packing and giving of the imported boxes `first` to `last`, except those that were unpacked since:
/// that one was given is taken back [take-back], and what is in it returns to the shelf at its cost, on the day it was
/// packed or the first open one. In the way is a box that was given or taken back since, or given in a month that is
/// closed. The caller records the event.
UndoneBoxes undoBoxes(books::WriteTransaction& tx, books::BoxNo first, books::BoxNo last,
                      const std::string& reason);

} // namespace giftbox::gifting
