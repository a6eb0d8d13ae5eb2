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

/// How many months a store waits until somebody sets another number.
inline constexpr std::int64_t kMinimumGiftInterval = 6;

/// One dealership with its settings.
struct Store {
    StoreId id;
    std::string code;
    std::string name;
    std::string legalEntity;
    foundation::Currency currency;
    std::string costingMethod = "FIFO";
    /// Those that change by month.
    DatedSettings settings;
    /// How its people write days and amounts, see foundation::Locale.
    std::string locale;
    foundation::ZoneHistory timeZones;
    /// Every month up to and including this one is closed.
    std::optional<foundation::Month> closedThrough;

    /// For one hour of labor in that month.
    foundation::Money laborRate(foundation::Month month) const
    {
        return {settings.at(Setting::LaborRate, month)};
    }
    /// What a box of that month takes when nobody says otherwise.
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

/// The day of a store at a moment: the only place that says what day it is there. `machineZone` is kept by a store that has set none.
inline foundation::Date dayOf(const Store& store, foundation::Instant instant,
                              const std::string& machineZone)
{
    return store.timeZones.at(instant, machineZone).day;
}

} // namespace giftbox::books
