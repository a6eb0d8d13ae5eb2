#pragma once

#include "books/books.h"
#include "books/change.h"

#include <optional>
#include <string>

namespace giftbox::books {

/// What a store may set anew; what is not said stays.
struct StoreSettings {
    NumberChange waitingMonths;          ///< 0 to 120
    std::optional<std::string> locale;   ///< see foundation::Locale; `iso`, or empty, for ISO 8601
    std::optional<std::string> timeZone; ///< see foundation::isTimeZone
    /// From which day on the zone is kept; without one, from the first that sets no fact into the future.
    std::optional<foundation::Date> timeZoneFrom;
};

/// Lists already chosen stay as they are, and files are written as before. Throws Refusal `store.waiting_months`, `store.locale`,
/// `store.time_zone`, `store.time_zone_from` (what is recorded would lie in the future). Where all of it is so already, nothing is recorded.
void setStore(WriteTransaction& tx, const StoreSettings& settings);

/// `en-US`, or `iso`.
std::string shownLocale(const Store& store);

/// The `detail` of the event that sets a store: `verify` compares the settings with the newest.
std::string settingsDetail(const Store& store);

} // namespace giftbox::books
