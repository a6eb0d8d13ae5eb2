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
    std::optional<foundation::Month> from = {};  ///< the first month with those values
    std::string reason = {};                     ///< the reason for those values
    std::optional<std::string> recognition = {}; ///< `issue`, `receipt`
    std::optional<std::string> entity = {};      ///< the code of its legal entity; empty: none
    std::optional<std::string> locale;   ///< see foundation::Locale; `iso`, or empty, for ISO 8601
    std::optional<std::string> timeZone; ///< see foundation::isTimeZone
    /// The zone's first day; without one, the first that puts no fact in the future.
    std::optional<foundation::Date> timeZoneFrom;
};

/// Requires what storeFields() says of it, and that there is one. Throws Refusal `store.setting`.
void requireSetting(Setting setting, const std::optional<std::int64_t>& value);
/// What is said of those that change by month; what is said empty has no value. Throws Refusal `number.malformed`,
/// `money.malformed` about the field.
std::map<Setting, std::optional<std::int64_t>> datedIn(Store store, const foundation::Said& said);

/// Adds dated settings as rows and overwrites nothing; packed and planned boxes keep their costs. Existing lists stay
/// as they are, and files keep their format. Throws like requireSetting, and Refusal `store.limit_currency` (a gift
/// limit in another currency), `store.setting_from` (values without a month, or a month or reason without values),
/// `text.missing` (no reason), `month.closed`, `entity.unknown`, `store.recognition`, `store.recognition_booked` (a
/// batch of the journal holds), `store.locale`, `store.time_zone`, `store.time_zone_from` (recorded facts would lie in
/// the future). Records nothing if nothing changes.
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
std::string shownSetting(Store store, Setting setting, std::int64_t value);

/// The `detail` of an event that sets a store: the dated rows added, then all other settings. `verify` compares the
/// settings with it.
std::string settingsDetail(const Store& store, const std::vector<DatedSettings::Row>& added,
                           const std::string& reason);
/// Its first figures: only the dated rows.
std::string datedDetail(const Store& store, const std::vector<DatedSettings::Row>& added,
                        const std::string& reason);

} // namespace giftbox::books
