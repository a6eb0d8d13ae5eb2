#include "foundation/time_zone.h"

#include "foundation/refusal.h"
#include "foundation/text.h"

#include <QDateTime>
#include <QTimeZone>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <optional>

namespace giftbox::foundation {

namespace {

constexpr std::string_view kFrom = "from ";
constexpr std::string_view kBetween = "; ";
constexpr std::size_t kDayLength = 10;

QTimeZone zoneNamed(std::string_view name)
{
    return QTimeZone(QByteArray(name.data(), static_cast<qsizetype>(name.size())));
}

std::int64_t offsetMs(Instant instant, const QTimeZone& zone)
{
    const auto utc = QDateTime::fromMSecsSinceEpoch(instant.unixMs, Qt::UTC);
    return std::int64_t{zone.offsetFromUtc(utc)} * 1000;
}

[[noreturn]] void refuseUnknown(const std::string& zone)
{
    throw Refusal("store.time_zone", {{"zone", zone}});
}

std::optional<Date> dayIn(std::string_view text)
{
    try {
        return parseDate(text);
    } catch (const Refusal&) {
        return std::nullopt;
    }
}

} // namespace

bool isTimeZone(std::string_view name)
{
    if (name == "UTC") {
        return true; // without tzdata too
    }
    // Besides zones, tzdata has `posix/`, `right/` and tables in its folder, and Qt also takes rules such as `UTC+2`
    // as zones.
    const auto isOfName = [](char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
               c == '_' || c == '-' || c == '+' || c == '/';
    };
    if (name.empty() || name.front() < 'A' || name.front() > 'Z' ||
        !std::ranges::all_of(name, isOfName)) {
        return false;
    }
    std::error_code unknown;
    return std::filesystem::is_regular_file("/usr/share/zoneinfo/" + std::string(name), unknown) &&
           zoneNamed(name).isValid();
}

void requireTimeZone(const std::string& name)
{
    if (!isTimeZone(name)) {
        refuseUnknown(name);
    }
}

std::string machineTimeZone()
{
    const std::string name = QTimeZone::systemTimeZoneId().toStdString();
    return isTimeZone(name) ? name : "UTC";
}

LocalTime localTime(Instant instant, const std::string& zone)
{
    using namespace std::chrono;
    std::int64_t offset = 0;
    if (zone != "UTC") {
        const QTimeZone known = zoneNamed(zone);
        if (!known.isValid()) {
            refuseUnknown(zone);
        }
        offset = offsetMs(instant, known);
    }
    const sys_time<milliseconds> there{milliseconds{instant.unixMs + offset}};
    const auto day = floor<days>(there);
    const year_month_day date{day};
    return {.day = Date(static_cast<int>(date.year()) * 10000 +
                        static_cast<int>(static_cast<unsigned>(date.month())) * 100 +
                        static_cast<int>(static_cast<unsigned>(date.day()))),
            .minute = floor<minutes>(there - day).count()};
}

ZoneHistory::ZoneHistory(std::string_view text)
{
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(kBetween), text.size());
        const std::string_view part = text.substr(0, end);
        text.remove_prefix(std::min(end + kBetween.size(), text.size()));
        const auto from = part.starts_with(kFrom) && part.size() > kFrom.size() + kDayLength
                              ? dayIn(part.substr(kFrom.size(), kDayLength))
                              : std::nullopt;
        periods_.push_back(
            {.from = from.value_or(Date()),
             .zone = std::string(from ? part.substr(kFrom.size() + kDayLength + 1) : part)});
    }
}

std::string ZoneHistory::text() const
{
    std::string text;
    for (const Period& period : periods_) {
        text += text.empty() ? "" : kBetween;
        text += period.from == Date() ? "" : std::string(kFrom) + toText(period.from) + " ";
        text += period.zone;
    }
    return text;
}

std::size_t ZoneHistory::begun(Instant instant) const
{
    const auto last =
        std::find_if(periods_.rbegin(), periods_.rend(), [instant](const Period& period) {
            return period.from == Date() || localTime(instant, period.zone).day >= period.from;
        });
    return static_cast<std::size_t>(periods_.rend() - last);
}

std::string ZoneHistory::zoneAt(Instant instant, const std::string& machineZone) const
{
    if (const std::size_t count = begun(instant)) {
        return periods_[count - 1].zone;
    }
    return machineZone.empty() ? "UTC" : machineZone;
}

LocalTime ZoneHistory::at(Instant instant, const std::string& machineZone) const
{
    constexpr std::int64_t kLastMinute = 24 * 60 - 1;
    LocalTime there = localTime(instant, zoneAt(instant, machineZone));
    // Two zones may be more than a day apart: the next one's first day lasts until it arrives there.
    if (const std::size_t next = begun(instant);
        next < periods_.size() && there.day > periods_[next].from) {
        there = {.day = periods_[next].from, .minute = kLastMinute};
    }
    return there;
}

std::string ZoneHistory::firstZone() const
{
    return periods_.empty() || periods_.front().from != Date() ? "" : periods_.front().zone;
}

bool ZoneHistory::hasChanged() const
{
    return !periods_.empty() && (periods_.size() > 1 || periods_.front().from != Date());
}

ZoneHistory ZoneHistory::always(std::string zone)
{
    ZoneHistory history;
    history.periods_.push_back({.from = Date(), .zone = std::move(zone)});
    return history;
}

ZoneHistory ZoneHistory::changed(Date from, std::string zone) const
{
    ZoneHistory history = *this;
    std::erase_if(history.periods_,
                  [from](const Period& one) { return one.from >= from && one.from != Date(); });
    history.periods_.push_back({.from = from, .zone = std::move(zone)});
    return history;
}

} // namespace giftbox::foundation
