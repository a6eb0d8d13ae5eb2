#pragma once

#include "books/books.h"
#include "books/change.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace giftbox::books {

/// A store's new settings; the others stay.
struct StoreSettings {
    /// The dated settings; an empty value is refused.
    std::map<Setting, std::optional<std::int64_t>> dated = {};
    std::optional<foundation::Month> from = {}; ///< the first month with those values
    std::string reason = {};                    ///< the reason for those values
    std::optional<std::string> locale;   ///< see foundation::Locale; `iso`, or empty, for ISO 8601
    std::optional<std::string> timeZone; ///< see foundation::isTimeZone
    /// The zone's first day; without one, the first that puts no fact in the future.
    std::optional<foundation::Date> timeZoneFrom;
};

/// Requires a valid value: a labor rate of 0 or more, 0 to 100,000 minutes, 0 to 120 months; not empty. Throws
/// Refusal `labor.negative`, `store.minimum_gift_interval`.
void requireSetting(Setting setting, const std::optional<std::int64_t>& value);

/// Adds dated settings as rows and overwrites nothing; packed and planned boxes keep their costs. Existing lists stay
/// as they are, and files keep their format. Throws like requireSetting, and Refusal `store.setting_from` (values
/// without a month, or a month or reason without values), `text.missing` (no reason), `month.closed`, `store.locale`,
/// `store.time_zone`, `store.time_zone_from` (recorded facts would lie in the future). Records nothing if nothing
/// changes.
void setStore(WriteTransaction& tx, const StoreSettings& settings);

/// A row in the history of the dated settings, in the order recorded.
struct SettingChange {
    DatedSettings::Row row;
    std::string reason;
    std::string actor;
    foundation::Instant recordedAt;
    std::string detail; ///< the setting event's
};
std::vector<SettingChange> listSettingChanges(const ReadTransaction& tx);
/// The value for people: `26.00` for a labor rate, `15`.
std::string shownSetting(const Store& store, Setting setting, std::int64_t value);

/// `en-US`, or `iso`.
std::string shownLocale(const Store& store);

/// The `detail` of an event that sets a store: the dated rows added, then all other settings. `verify` compares the
/// settings with it.
std::string settingsDetail(const Store& store, const std::vector<DatedSettings::Row>& added,
                           const std::string& reason);
/// Its first figures: only the dated rows.
std::string datedDetail(const Store& store, const std::vector<DatedSettings::Row>& added,
                        const std::string& reason);

} // namespace giftbox::books
