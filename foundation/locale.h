#pragma once

#include "foundation/date.h"
#include "foundation/money.h"

namespace giftbox::foundation {

/// How people in a language and country write days and amounts. Stored, exported and API data are never written this
/// way.
class Locale {
public:
    /// ISO 8601 and `1,234.50`.
    Locale();
    /// A BCP 47 language and country such as `en-US`; empty for ISO 8601. Throws Refusal `store.locale` if it is
    /// unknown or does not write the digits 0 to 9.
    explicit Locale(std::string_view tag);

    /// `11/22/2026`, `22.11.2026`, always with a four-digit year.
    std::string shown(Date date) const;
    /// `Nov 2026`; `2026-11` in ISO 8601.
    std::string shown(Month month) const;
    /// With thousands separators: `1,234,567`.
    std::string shown(std::int64_t number) const;
    /// With all digits of the currency and thousands separators: `1,234.50`, `1.234,50`.
    std::string shown(Money amount, const Currency& currency) const;
    /// The decimal mark of amounts: `.` or `,`.
    char decimalMark() const;

private:
    struct Impl;
    static const Impl& lookUp(std::string_view tag);

    const Impl* impl_; ///< kept for good, one per requested locale
};

} // namespace giftbox::foundation
