#pragma once

#include "books/books.h"
#include "books/change.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace giftbox::books {

/// What a store may set anew; what is not said stays.
struct StoreSettings {
    /// What changes by month; an empty value is refused.
    std::map<Setting, std::optional<std::int64_t>> dated = {};
    std::optional<foundation::Month> from = {}; ///< the first month with those values
    std::string reason = {};                    ///< why, of those values
    std::optional<std::string> locale;   ///< see foundation::Locale; `iso`, or empty, for ISO 8601
    std::optional<std::string> timeZone; ///< see foundation::isTimeZone
    /// From which day on the zone is kept; without one, from the first that sets no fact into the future.
    std::optional<foundation::Date> timeZoneFrom;
};

/// Requires what the setting can be: a labor rate of 0 or more, 0 to 100,000 minutes, 0 to 120 months; an empty one
/// is not.
/// Throws Refusal `labor.negative`, `store.minimum_gift_interval`.
void requireSetting(Setting setting, const std::optional<std::int64_t>& value);

/// What changes by month is added as dated rows; nothing is overwritten, and boxes that are packed or planned keep
/// what they cost. Lists already
/// chosen stay as they are, and files are written as before. Throws those of requireSetting, Refusal
/// `store.setting_from` (values without a month, or
/// a month or a reason without values), `text.missing` (no reason), `month.closed`, `store.locale`,
/// `store.time_zone`, `store.time_zone_from` (what
/// is recorded would lie in the future). Where all of it is so already, nothing is recorded.
void setStore(WriteTransaction& tx, const StoreSettings& settings);

/// A row of the history of what changes by month, in the order recorded.
struct SettingChange {
    DatedSettings::Row row;
    std::string reason;
    std::string actor;
    foundation::Instant recordedAt;
    std::string detail; ///< of the event that set it
};
std::vector<SettingChange> listSettingChanges(const ReadTransaction& tx);
/// The value as people write it: `26.00` of a labor rate, `15`.
std::string shownSetting(const Store& store, Setting setting, std::int64_t value);

/// `en-US`, or `iso`.
std::string shownLocale(const Store& store);

/// The `detail` of an event that sets a store: the dated rows it adds, then how the store is in all else. `verify`
/// compares the settings with it.
std::string settingsDetail(const Store& store, const std::vector<DatedSettings::Row>& added,
                           const std::string& reason);
/// The first figures of it: the dated rows alone.
std::string datedDetail(const Store& store, const std::vector<DatedSettings::Row>& added,
                        const std::string& reason);

} // namespace giftbox::books
