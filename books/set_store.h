#pragma once

#include "books/books.h"

namespace giftbox::books {

/// Sets how many months somebody who was given a box waits for the next, 0 to 120. Lists already chosen stay as they are. Throws Refusal
/// `store.waiting_months`, `store.unchanged`.
void setWaitingMonths(WriteTransaction& tx, std::int64_t months);

/// The `detail` of the event that sets a store: `verify` compares the settings with the newest.
std::string settingsDetail(const Store& store);

} // namespace giftbox::books
