#include "foundation/time_zone_names.h"

#include "foundation/time_zone.h"

#include <QTimeZone>

#include <algorithm>
#include <array>

namespace giftbox::foundation {

std::vector<std::string> timeZoneNames()
{
    static constexpr std::array<std::string_view, 10> kAreas = {
        "Africa/",   "America/",   "Antarctica/", "Arctic/", "Asia/",
        "Atlantic/", "Australia/", "Europe/",     "Indian/", "Pacific/"};
    std::vector<std::string> names = {"UTC"};
    for (const QByteArray& id : QTimeZone::availableTimeZoneIds()) {
        const std::string name = id.toStdString();
        const bool isPlace = std::ranges::any_of(
            kAreas, [&](std::string_view area) { return name.starts_with(area); });
        if (isPlace && isTimeZone(name)) {
            names.push_back(name);
        }
    }
    std::ranges::sort(names);
    return names;
}

} // namespace giftbox::foundation
