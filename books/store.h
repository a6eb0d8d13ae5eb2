#pragma once

#include "books/dated_settings.h"
#include "foundation/date.h"
#include "foundation/ids.h"
#include "foundation/money.h"
#include "foundation/time_zone.h"

#include <optional>
#include <string>

namespace giftbox::books {

using StoreId = foundation::Id<struct StoreTag>;
using ItemNo = foundation::Id<struct ItemTag>;
using LotNo = foundation::Id<struct LotTag>;
using BoxNo = foundation::Id<struct BoxTag>;
using RecipientNo = foundation::Id<struct RecipientTag>;

/// The minimum gift interval, in months, until the store sets another.
inline constexpr std::int64_t kMinimumGiftInterval = 6;

/// One dealership with its settings.
struct Store {
    StoreId id;
    std::string code;
    std::string name;
    std::string legalEntity;
    foundation::Currency currency;
    std::string costingMethod = "FIFO";
    /// The settings that change by month.
    DatedSettings settings;
    /// How its people write days and amounts, see foundation::Locale.
    std::string locale;
    foundation::ZoneHistory timeZones;
    /// Every month up to and including this one is closed.
    std::optional<foundation::Month> closedThrough;

    /// The labor rate per hour in that month.
    foundation::Money laborRate(foundation::Month month) const
    {
        return {settings.at(Setting::LaborRate, month)};
    }
    /// The default minutes per box in that month.
    std::int64_t laborMinutes(foundation::Month month) const
    {
        return settings.at(Setting::LaborMinutes, month);
    }
    foundation::Amount money(foundation::Money value) const { return {value, currency}; }
    std::string amount(foundation::Money value) const
    {
        return toText(value, currency) + " " + currency.code;
    }
};

/// A store's day at a moment. This is the only function that decides it. `machineZone` applies to a store without a
/// zone.
inline foundation::Date dayOf(const Store& store, foundation::Instant instant,
                              const std::string& machineZone)
{
    return store.timeZones.at(instant, machineZone).day;
}

} // namespace giftbox::books
