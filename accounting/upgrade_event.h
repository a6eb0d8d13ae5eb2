#pragma once

#include "books/event_hash.h"
#include "books/store.h"
#include "foundation/database/database.h"

#include <vector>

namespace giftbox::accounting {

/// A store in the middle of a migration, and the head of its audit log.
struct StoreHead {
    books::Store store;
    std::int64_t lastEvent = 0;
    std::string hash;
    foundation::Instant lastRecorded;
};
std::vector<StoreHead> storeHeads(foundation::Database& database);

/// What a migration records of a store.
struct UpgradeEvent {
    std::string action;
    std::string subject;
    std::string detail;
};
/// Appends it to the audit log, as by the program itself at the time of the last event.
void appendEvent(foundation::Database& database, const StoreHead& head, const UpgradeEvent& what);

} // namespace giftbox::accounting
