#include "books/set_store.h"

#include "books/statements.h"
#include "foundation/json.h"
#include "foundation/locale.h"

#include <algorithm>

namespace giftbox::books {

using foundation::Date;
using foundation::Refusal;
using foundation::ZoneHistory;

namespace {

constexpr std::int64_t kMostWaitingMonths = 120;
constexpr std::string_view kIso = "iso";

std::int64_t validMonths(std::optional<std::int64_t> given)
{
    if (!given) {
        throw Refusal("store.waiting_months/empty", {{"most", kMostWaitingMonths}});
    }
    const std::int64_t months = *given;
    if (months < 0 || months > kMostWaitingMonths) {
        throw Refusal("store.waiting_months", {{"months", months}, {"most", kMostWaitingMonths}});
    }
    return months;
}

std::string validLocale(const std::string& tag)
{
    const std::string locale = tag == kIso ? "" : tag;
    static_cast<void>(foundation::Locale(locale));
    return locale;
}

/// The first day that may be today: nothing is recorded on a later one, and the closed months are over.
Date earliestToday(const WriteTransaction& tx)
{
    const Date day =
        tx.database().query(sql::LastFact{.storeId = tx.storeId()})->happenedOn.value_or(Date());
    const auto& closed = tx.store().closedThrough;
    return closed ? std::max(day, closed->next().firstDay()) : day;
}

std::string zoneNow(const WriteTransaction& tx)
{
    return tx.store().timeZones.zoneAt(tx.asker().now, tx.asker().machineZone);
}

/// Where the zone that is kept is unknown to this machine, that of the one to come, so that there is a way out.
Date todayBeside(const WriteTransaction& tx, const std::string& zone)
{
    const Date there = localTime(tx.asker().now, zone).day;
    return foundation::isTimeZone(zoneNow(tx)) ? std::min(tx.today(), there) : there;
}

ZoneHistory zonesAfter(const WriteTransaction& tx, const StoreSettings& settings)
{
    const ZoneHistory& before = tx.store().timeZones;
    const Asker& asker = tx.asker();
    if (!settings.timeZone) {
        if (settings.timeZoneFrom) {
            throw Refusal("store.time_zone_from/alone");
        }
        return before;
    }
    const std::string& zone = *settings.timeZone;
    foundation::requireTimeZone(zone);
    if (!settings.timeZoneFrom && before != ZoneHistory() && zoneNow(tx) == zone) {
        return before;
    }
    const Date least = earliestToday(tx);
    const Date from =
        settings.timeZoneFrom ? *settings.timeZoneFrom : std::max(todayBeside(tx, zone), least);
    if (from == Date()) {
        throw Refusal("store.time_zone_from/first", {{"from", from}});
    }
    ZoneHistory after = before.changed(from, zone);
    const Date today = after.at(asker.now, asker.machineZone).day;
    if (today < least) {
        throw Refusal("store.time_zone_from",
                      {{"zone", zone}, {"from", from}, {"today", today}, {"least", least}});
    }
    return after;
}

} // namespace

void setStore(WriteTransaction& tx, const StoreSettings& settings)
{
    const Store& store = tx.store();
    const std::int64_t months = validMonths(settings.waitingMonths.value_or(store.waitingMonths));
    const std::string locale = settings.locale ? validLocale(*settings.locale) : store.locale;
    const ZoneHistory zones = zonesAfter(tx, settings);
    if (months == store.waitingMonths && locale == store.locale && zones == store.timeZones) {
        return;
    }
    if (zones != store.timeZones) {
        tx.database().execute(
            sql::SetTimeZones{.storeId = tx.storeId(), .timeZones = zones.text()});
        tx.setTimeZones(zones);
    }
    if (locale != store.locale) {
        tx.database().execute(sql::SetLocale{.storeId = tx.storeId(), .locale = locale});
    }
    tx.setSettings(months, locale);
    tx.record("store.set", "store " + store.code, settingsDetail(store));
}

std::string shownLocale(const Store& store)
{
    return store.locale.empty() ? std::string(kIso) : store.locale;
}

std::string settingsDetail(const Store& store)
{
    foundation::JsonObject detail;
    detail.add("waiting_months", store.waitingMonths);
    if (!store.locale.empty()) {
        detail.add("locale", store.locale);
    }
    if (store.timeZones.hasChanged()) {
        detail.add("time_zones", store.timeZones.text());
    }
    return detail.text();
}

} // namespace giftbox::books
