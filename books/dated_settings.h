#pragma once

#include "foundation/date.h"
#include "foundation/ids.h"

#include <array>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

namespace giftbox::books {

using EventSeq = foundation::Id<struct EventTag>;

/// What a store sets anew from a month on, by name: the minutes that a box takes when nobody says otherwise, the
/// labor rate in minor units for an hour,
/// and from how many months later on choosing whoever was given a box is no longer warned of.
enum class Setting { LaborMinutes, LaborRate, MinimumGiftInterval };
inline constexpr std::array kSettings = {Setting::LaborMinutes, Setting::LaborRate,
                                         Setting::MinimumGiftInterval};

/// `labor_rate`
std::string_view toText(Setting setting);
/// Requires a name as toText writes it. Throws std::logic_error.
Setting parseSetting(std::string_view name);

/// What each setting was first, and a row for every change since, in the order recorded. Values are never below 0.
class DatedSettings {
public:
    /// It holds from the month on until a later one does; of two for one month, the one recorded later.
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
    /// With the rows that text() has written. Throws std::logic_error.
    explicit DatedSettings(const First& first, std::string_view rows = {});
    /// To be kept: `labor_rate 202701 17 2600`, one after the other.
    std::string text() const;

    void add(const Row& row) { rows_.push_back(row); }
    const std::vector<Row>& rows() const { return rows_; }
    std::int64_t first(Setting setting) const { return first_[static_cast<std::size_t>(setting)]; }
    /// The row that holds in the month, as it was known when the event was recorded; null while what was first does.
    const Row* rowAt(Setting setting, foundation::Month month, EventSeq event = kNow) const;
    /// What holds in the month, as it was known then.
    std::int64_t at(Setting setting, foundation::Month month, EventSeq event = kNow) const;
    /// Everything that held in the month at one time or another until then.
    std::vector<std::int64_t> everAt(Setting setting, foundation::Month month,
                                     EventSeq event = kNow) const;

private:
    First first_ = {};
    std::vector<Row> rows_;
};

} // namespace giftbox::books
