#pragma once

#include "foundation/date.h"
#include "foundation/ids.h"

#include <algorithm>
#include <array>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

namespace giftbox::books {

using EventSeq = foundation::Id<struct EventTag>;

/// What a store sets anew from a month on. What each is for people stands in storeFields().
enum class Setting {
    CountBlind,
    CountLimitCost,
    CountLimitUnits,
    CountTwoPeople,
    JournalLabor,
    LaborMinutes,
    LaborRate,
    LimitDeGift,
    LimitUkGift,
    LimitUkVat,
    LimitUsGift,
    MinimumGiftInterval,
    OrderApprovalLimit,
    OrderMorePercent,
    TaxYearStart,
    WriteOffLimit
};
inline constexpr std::array kSettings = {
    Setting::CountBlind,         Setting::CountLimitCost,   Setting::CountLimitUnits,
    Setting::CountTwoPeople,     Setting::JournalLabor,     Setting::LaborMinutes,
    Setting::LaborRate,          Setting::LimitDeGift,      Setting::LimitUkGift,
    Setting::LimitUkVat,         Setting::LimitUsGift,      Setting::MinimumGiftInterval,
    Setting::OrderApprovalLimit, Setting::OrderMorePercent, Setting::TaxYearStart,
    Setting::WriteOffLimit};
/// In the order of kSettings: the name of each, and what a new store has. By name, as their rows are read.
inline constexpr std::array<std::string_view, kSettings.size()> kSettingNames = {
    "count_blind",          "count_limit_cost",   "count_limit_units", "count_two_people",
    "journal_labor",        "labor_minutes",      "labor_rate",        "limit_de_gift",
    "limit_uk_gift",        "limit_uk_vat",       "limit_us_gift",     "minimum_gift_interval",
    "order_approval_limit", "order_more_percent", "tax_year_start",    "write_off_limit"};
static_assert(std::ranges::is_sorted(kSettingNames));
inline constexpr std::array<std::int64_t, kSettings.size()> kFirstSettings = {
    1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 6, 0, 0, 101, 0};

/// `labor_rate`
constexpr std::string_view toText(Setting setting)
{
    return kSettingNames[static_cast<std::size_t>(setting)];
}
/// Its name in the details of events, which keep the one it was introduced with.
constexpr std::string_view nameInEvents(Setting setting)
{
    return setting == Setting::MinimumGiftInterval ? "waiting_months" : toText(setting);
}
/// Requires a name written by toText. Throws std::logic_error.
Setting parseSetting(std::string_view name);

/// The country whose law a gift limit is, and its currency; empty for other settings.
struct LimitPlace {
    std::string_view country = {};
    std::string_view currency = {};
};
LimitPlace placeOfLimit(Setting setting);

/// The first value of each setting, a row for every later change, in the order recorded, and the rows that apply
/// before any of them. Values are never below 0.
class DatedSettings {
public:
    /// It applies from this month until a later one does; of two for one month, the one recorded later applies.
    struct Row {
        Setting setting = Setting::LaborMinutes;
        foundation::Month from;
        EventSeq event;
        std::int64_t value = 0;

        bool operator==(const Row&) const = default;
    };
    /// In the order of kSettings.
    using First = std::array<std::int64_t, kSettings.size()>;
    /// After every event.
    static constexpr EventSeq kNow{std::numeric_limits<std::int64_t>::max()};

    DatedSettings() = default;
    /// From the output of text(). Throws std::logic_error.
    explicit DatedSettings(const First& first, std::string_view rows = {});
    /// For storage, without the defaults: `labor_rate 202701 17 2600`, one after another.
    std::string text() const;

    void add(const Row& row) { rows_.push_back(row); }
    /// What applies where no row of its own does; its first values do not count.
    void fallBackOn(const DatedSettings& others) { defaults_ = others.rows_; }
    void setFirst(Setting setting, std::int64_t value)
    {
        first_[static_cast<std::size_t>(setting)] = value;
    }
    const std::vector<Row>& rows() const { return rows_; }
    std::int64_t first(Setting setting) const { return first_[static_cast<std::size_t>(setting)]; }
    /// The row that applies in the month, as known when the event was recorded; null while the first value applies.
    const Row* rowAt(Setting setting, foundation::Month month, EventSeq event = kNow) const;
    /// As they are in the month, from the beginning.
    DatedSettings asOf(foundation::Month month) const;
    /// The value in the month, as known then; without a row of its own, that of the defaults as they are now.
    std::int64_t at(Setting setting, foundation::Month month, EventSeq event = kNow) const;
    /// Every value that applied in the month at any time until then.
    std::vector<std::int64_t> everAt(Setting setting, foundation::Month month,
                                     EventSeq event = kNow) const;

private:
    First first_ = kFirstSettings;
    std::vector<Row> rows_;
    std::vector<Row> defaults_;
};

} // namespace giftbox::books
