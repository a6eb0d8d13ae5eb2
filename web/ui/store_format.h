#pragma once

#include "foundation/locale.h"
#include "foundation/sentence.h"
#include "foundation/time_zone.h"

#include <string>
#include <string_view>

namespace giftbox::web {

/// The zones that a store has set, and the machine's for one that has set none.
struct StoreClock {
    foundation::ZoneHistory zones;
    std::string machineZone;
};

/// Days and amounts as the people of one store write them, and times as their clocks show them; in ISO 8601 and UTC where no store is open.
class StoreFormat final : public foundation::Wording {
public:
    StoreFormat() = default;
    /// `locale` as the store has set it, see foundation::Locale.
    StoreFormat(foundation::Currency currency, std::string_view locale, StoreClock clock = {})
        : currency_(std::move(currency)), locale_(locale), clock_(std::move(clock))
    {}
    std::string zoneAt(foundation::Instant instant) const
    {
        return clock_.zones.zoneAt(instant, clock_.machineZone);
    }
    /// What day it is in the store.
    foundation::Date dayOf(foundation::Instant instant) const
    {
        return clock_.zones.at(instant, clock_.machineZone).day;
    }
    const foundation::Currency& currency() const { return currency_; }

    std::string shown(foundation::Date date) const { return locale_.shown(date); }
    std::string shown(foundation::Month month) const { return locale_.shown(month); }
    /// To the minute, as the store's clocks showed it.
    std::string shown(foundation::Instant instant) const;
    /// The same of `2026-11-22T23:23:26Z`. Requires such a text.
    std::string shownMoment(std::string_view text) const;
    std::string shown(std::int64_t number) const { return locale_.shown(number); }
    std::string shown(foundation::Money amount) const { return locale_.shown(amount, currency_); }
    /// `1,234.50 USD`.
    std::string withCode(foundation::Money amount) const;
    std::string written(const foundation::Figure& value) const override;
    bool isForCommands() const override { return false; }

    /// What was typed, with the store's decimal mark and nothing between thousands. Throws Refusal `money.malformed`, `money.overflow`.
    foundation::Money parseAmount(std::string_view text) const;
    /// As it may be typed.
    std::string typed(foundation::Money amount) const;

    /// A day, month or amount as data has it, as this store writes it; other text as it is.
    std::string shownFigure(const std::string& text) const;

private:
    foundation::Currency currency_;
    foundation::Locale locale_;
    StoreClock clock_;
};

} // namespace giftbox::web
