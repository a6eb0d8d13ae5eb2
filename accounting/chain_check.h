#pragma once

#include "accounting/stock_replay.h"
#include "accounting/told.h"

#include <map>

namespace giftbox::accounting {

/// The events with their own row in another table, by number.
struct KeptEvents {
    std::vector<std::int64_t> caps;
    std::vector<std::int64_t> closes;
    std::vector<std::int64_t> reopenings;
    std::vector<std::int64_t> itemEdits;
    /// The newest event that set the store, and its detail since settings have months; 0 if there is none.
    std::int64_t set = 0;
    std::string settings = "{}";
    /// What the settings were first that are not said when a store is made.
    std::map<books::Setting, std::string> first;
    Told told;
};

/// Checks that every event's hash follows from the one before, and the last is the stored head.
KeptEvents checkChain(const books::ReadTransaction& tx, Differences& differences);

/// Checks that each event has one row.
void compareRows(const char* what, const std::vector<std::int64_t>& kept,
                 const std::vector<std::int64_t>& events, Differences& differences);

/// Checks that caps and settings match the events that set them, and none is missing.
void checkSettings(const books::ReadTransaction& tx, const KeptEvents& events,
                   Differences& differences);

/// Checks that the tables have as many numbers as were issued.
struct LastNumbers {
    std::int64_t movements = 0;
    std::int64_t lots = 0;
    std::int64_t boxes = 0;
    std::int64_t events = 0;
    std::int64_t recipients = 0;
};
LastNumbers checkNumbers(const books::ReadTransaction& tx, Differences& differences);

} // namespace giftbox::accounting
