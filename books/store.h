#pragma once

#include "books/dated_settings.h"
#include "foundation/date.h"
#include "foundation/fields.h"
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

/// One dealership with its settings. What each is for people stands in storeFields().
struct Store {
    StoreId id = {};
    std::string code = {};
    std::string name = {};
    std::string legalEntity = {}; ///< in words; of a store with an entity, the entity's name
    foundation::Currency currency = {};
    std::string costingMethod = "FIFO";
    /// When the journal books an expense, `issue` or `receipt`; empty: never set, which is `issue`.
    std::string recognition = {};
    std::string entity = {}; ///< the code of its legal entity (books/entity.h); empty: none
    /// The settings that change by month.
    DatedSettings settings = {};
    /// How its people write days and amounts, see foundation::Locale.
    std::string locale = {};
    foundation::ZoneHistory timeZones = {};
    /// Every month up to and including this one is closed.
    std::optional<foundation::Month> closedThrough = {};
    /// A store of invented data to look around in, which may be removed whole.
    bool isSample = false;

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
    /// With the settings of that month as its first ones.
    Store asOf(foundation::Month month) const
    {
        Store then = *this;
        then.settings = settings.asOf(month);
        return then;
    }
    /// Whether the journal books gifts as an expense when they arrive, and not when they are given.
    bool expensesOnReceipt() const { return recognition == "receipt"; }
    foundation::Amount money(foundation::Money value) const { return {value, currency}; }
    std::string amount(foundation::Money value) const
    {
        return toText(value, currency) + " " + currency.code;
    }
};

/// Every field of a store, in the order of its rows. Those that change by month have the value that they had first:
/// Store::asOf() says it of a month.
foundation::Fields<Store> storeFields();
/// Requires a name that is among them.
const foundation::Field<Store>& storeField(std::string_view name);

/// A store's day at a moment. This is the only function that decides it. `machineZone` applies to a store without a
/// zone.
inline foundation::Date dayOf(const Store& store, foundation::Instant instant,
                              const std::string& machineZone)
{
    return store.timeZones.at(instant, machineZone).day;
}

} // namespace giftbox::books
