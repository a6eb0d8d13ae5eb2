#pragma once

#include "foundation/locale.h"
#include "foundation/sentence.h"
#include "foundation/time_zone.h"

#include <string>
#include <string_view>

namespace giftbox::web {

/// The time zones of a store; the machine's when it has none.
struct StoreClock {
    foundation::ZoneHistory zones;
    std::string machineZone;
};

/// Days, amounts, and times in the format of one store; ISO 8601 and UTC without a store.
class StoreFormat final : public foundation::Wording {
public:
    StoreFormat() = default;
    /// `locale`: the store's setting, see foundation::Locale.
    StoreFormat(foundation::Currency currency, std::string_view locale, StoreClock clock = {})
        : currency_(std::move(currency)), locale_(locale), clock_(std::move(clock))
    {}
    std::string zoneAt(foundation::Instant instant) const
    {
        return clock_.zones.zoneAt(instant, clock_.machineZone);
    }
    /// The store's current date.
    foundation::Date dayOf(foundation::Instant instant) const
    {
        return clock_.zones.at(instant, clock_.machineZone).day;
    }
    const foundation::Currency& currency() const { return currency_; }

    std::string shown(foundation::Date date) const { return locale_.shown(date); }
    std::string shown(foundation::Month month) const { return locale_.shown(month); }
    /// To the minute, in the store's time.
    std::string shown(foundation::Instant instant) const;
    /// The same for `2026-11-22T23:23:26Z`. Requires such text.
    std::string shownMoment(std::string_view text) const;
    std::string shown(std::int64_t number) const { return locale_.shown(number); }
    std::string shown(foundation::Money amount) const { return locale_.shown(amount, currency_); }
    /// `1,234.50 USD`.
    std::string withCode(foundation::Money amount) const;
    std::string written(const foundation::Figure& value) const override;
    bool isForCommands() const override { return false; }

    /// Reads a typed amount, with the store's decimal mark and no thousands separator. Throws Refusal
    /// `money.malformed`, `money.overflow`.
    foundation::Money parseAmount(std::string_view text) const;
    /// The amount as one may type it.
    std::string typed(foundation::Money amount) const;

    /// A day, month, or amount from data in the store's format; other text unchanged.
    std::string shownFigure(const std::string& text) const;

private:
    foundation::Currency currency_;
    foundation::Locale locale_;
    StoreClock clock_;
};

} // namespace giftbox::web
