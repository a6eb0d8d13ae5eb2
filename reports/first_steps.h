#pragma once

#include "books/books.h"

namespace giftbox::reports {

/// What a new store has done so far, on its way to the first box.
struct FirstSteps {
    bool hasItems = false;
    bool isStocked =
        false; ///< every item that is not retired was received or counted once, and there is one
    bool hasRecipients = false;
    bool hasCaps = false;
    bool hasApprovedTemplate = false;
    bool hasGivenBox = false;

    bool operator==(const FirstSteps&) const = default;
};

/// One statement, whose cost does not grow with history.
FirstSteps firstSteps(const books::ReadTransaction& tx);

} // namespace giftbox::reports
