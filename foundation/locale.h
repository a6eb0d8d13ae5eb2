#pragma once

#include "foundation/date.h"
#include "foundation/money.h"

namespace giftbox::foundation {

/// How people of a language and country write days and amounts. Nothing that is kept, exported or sent to a program is written so.
class Locale {
public:
    /// ISO 8601 and `1,234.50`.
    Locale();
    /// A language and a country of BCP 47, spelled as `en-US`; empty for ISO 8601. Throws Refusal `store.locale` when it is not known, or
    /// digits are not 0 to 9 there.
    explicit Locale(std::string_view tag);

    /// `11/22/2026`, `22.11.2026`, always with all four digits of the year.
    std::string shown(Date date) const;
    /// `Nov 2026`; `2026-11` in ISO 8601.
    std::string shown(Month month) const;
    /// With its thousands parted: `1,234,567`.
    std::string shown(std::int64_t number) const;
    /// All digits of the currency, thousands parted: `1,234.50`, `1.234,50`.
    std::string shown(Money amount, const Currency& currency) const;
    /// Between an amount and the digits of its currency: `.` or `,`.
    char decimalMark() const;

private:
    struct Impl;
    static const Impl& lookUp(std::string_view tag);

    const Impl* impl_; ///< kept for good, one for each locale that is asked for
};

} // namespace giftbox::foundation
