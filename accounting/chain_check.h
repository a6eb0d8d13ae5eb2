#pragma once

#include "accounting/stock_replay.h"
#include "accounting/told.h"

namespace giftbox::accounting {

/// The events that leave a row of their own in another table, by number.
struct KeptEvents {
    std::vector<std::int64_t> caps;
    std::vector<std::int64_t> closes;
    std::vector<std::int64_t> itemEdits;
    /// The newest event that set the store and what it says, as it is said since settings have months; 0 when none did.
    std::int64_t set = 0;
    std::string settings = "{}";
    /// What the minimum gift interval were first.
    std::string minimumGiftInterval = std::to_string(books::kMinimumGiftInterval);
    Told told;
};

/// Every event's hash follows from the one before, and the last is the head the store keeps.
KeptEvents checkChain(const books::ReadTransaction& tx, Differences& differences);

/// Each of the events has left one row.
void compareRows(const char* what, const std::vector<std::int64_t>& kept,
                 const std::vector<std::int64_t>& events, Differences& differences);

/// Caps and settings say what the events that set them say, and none is missing.
void checkSettings(const books::ReadTransaction& tx, const KeptEvents& events,
                   Differences& differences);

/// The numbers in the tables are as many as were given out.
struct LastNumbers {
    std::int64_t movements = 0;
    std::int64_t lots = 0;
    std::int64_t boxes = 0;
    std::int64_t events = 0;
    std::int64_t recipients = 0;
};
LastNumbers checkNumbers(const books::ReadTransaction& tx, Differences& differences);

} // namespace giftbox::accounting
