#pragma once

#include "foundation/date.h"

#include <string>
#include <string_view>
#include <vector>

namespace giftbox::foundation {

/// Whether the machine's tzdata has a zone of this IANA name, `America/New_York`.
bool isTimeZone(std::string_view name);
/// Throws Refusal `store.time_zone` when it has none.
void requireTimeZone(const std::string& name);

/// The name of the machine's own zone; `UTC` when it has none that isTimeZone. It asks the environment: for main() only.
std::string machineTimeZone();

/// A moment as the clocks of some place show it.
struct LocalTime {
    Date day;
    std::int64_t minute = 0; ///< since midnight on the dial: 0 to 1439

    bool operator==(const LocalTime&) const = default;
};

/// Throws Refusal `store.time_zone` when there is no such zone.
LocalTime localTime(Instant instant, const std::string& zone);

/// Which zone a place keeps, and from which of its days on. A later zone takes over once it is that day there, and until then it is no
/// later day, so the day of a place never goes back.
class ZoneHistory {
public:
    /// No zone yet: that of the machine.
    ZoneHistory() = default;
    /// What text() has written.
    explicit ZoneHistory(std::string_view text);
    /// For people, and to be kept: `America/New_York; from 2026-12-01 America/Chicago`.
    std::string text() const;

    /// What is kept at a moment; `machineZone` before any other. Empty is `UTC`.
    std::string zoneAt(Instant instant, const std::string& machineZone) const;
    LocalTime at(Instant instant, const std::string& machineZone) const;
    /// The zone that was kept from the beginning; empty when there is none.
    std::string firstZone() const;
    /// Whether there is a zone that was not kept from the beginning.
    bool hasChanged() const;

    /// From the beginning.
    static ZoneHistory always(std::string zone);
    /// With the zone from that day on, in the place of what was to come then.
    ZoneHistory changed(Date from, std::string zone) const;

    bool operator==(const ZoneHistory&) const = default;

private:
    struct Period {
        Date from;
        std::string zone;

        bool operator==(const Period&) const = default;
    };
    /// How many of the periods have begun.
    std::size_t begun(Instant instant) const;

    std::vector<Period> periods_;
};

} // namespace giftbox::foundation
