#pragma once

#include "foundation/date.h"

#include <string>
#include <string_view>
#include <vector>

namespace giftbox::foundation {

/// Whether the machine's tzdata has this IANA zone, such as `America/New_York`.
bool isTimeZone(std::string_view name);
/// Throws Refusal `store.time_zone` if it does not.
void requireTimeZone(const std::string& name);

/// The machine's own zone; `UTC` if it has none that isTimeZone accepts. Reads the environment: for main() only.
std::string machineTimeZone();

/// A moment in local time.
struct LocalTime {
    Date day;
    std::int64_t minute = 0; ///< since midnight on the clock: 0 to 1439

    bool operator==(const LocalTime&) const = default;
};

/// Throws Refusal `store.time_zone` if there is no such zone.
LocalTime localTime(Instant instant, const std::string& zone);

/// The time zones of a place, each from one of its days on. A later zone takes effect once it is that day there;
/// until then its clock cannot show a later day, so the place's day never goes back.
class ZoneHistory {
public:
    /// No zone yet: the machine's applies.
    ZoneHistory() = default;
    /// From the output of text().
    explicit ZoneHistory(std::string_view text);
    /// For people and for storage: `America/New_York; from 2026-12-01 America/Chicago`.
    std::string text() const;

    /// The zone at a moment; `machineZone` before the first. Empty means `UTC`.
    std::string zoneAt(Instant instant, const std::string& machineZone) const;
    LocalTime at(Instant instant, const std::string& machineZone) const;
    /// The zone from the beginning; empty if there is none.
    std::string firstZone() const;
    /// Whether a zone begins later than the beginning.
    bool hasChanged() const;

    /// With the zone from the beginning.
    static ZoneHistory always(std::string zone);
    /// With the zone from that day on, replacing all later ones.
    ZoneHistory changed(Date from, std::string zone) const;

    bool operator==(const ZoneHistory&) const = default;

private:
    struct Period {
        Date from;
        std::string zone;

        bool operator==(const Period&) const = default;
    };
    /// The number of periods that have begun.
    std::size_t begun(Instant instant) const;

    std::vector<Period> periods_;
};

} // namespace giftbox::foundation
