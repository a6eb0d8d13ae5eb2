#pragma once

#include "foundation/date.h"
#include "foundation/ids.h"
#include "foundation/money.h"
#include "foundation/time_zone.h"

#include <optional>
#include <string>

namespace giftbox::books {

using StoreId = foundation::Id<struct StoreTag>;
using EventSeq = foundation::Id<struct EventTag>;
using ItemNo = foundation::Id<struct ItemTag>;
using LotNo = foundation::Id<struct LotTag>;
using BoxNo = foundation::Id<struct BoxTag>;
using RecipientNo = foundation::Id<struct RecipientTag>;

/// What a store waits until somebody sets another number.
inline constexpr std::int64_t kWaitingMonths = 6;

/// One dealership with its settings. `laborRate` is for one hour; `laborMinutes` is what a box takes when nobody says otherwise.
struct Store {
    StoreId id;
    std::string code;
    std::string name;
    std::string legalEntity;
    foundation::Currency currency;
    foundation::Money laborRate;
    std::int64_t laborMinutes = 0;
    std::string costingMethod = "FIFO";
    /// How long whoever was given a box waits for the next: from this many months later on, choosing them again is no longer warned of.
    std::int64_t waitingMonths = kWaitingMonths;
    /// How its people write days and amounts, see foundation::Locale.
    std::string locale;
    foundation::ZoneHistory timeZones;
    /// Every month up to and including this one is closed.
    std::optional<foundation::Month> closedThrough;

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
