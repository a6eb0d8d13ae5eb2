#pragma once

#include "books/books.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace giftbox::gifting {

/// What a box is for the tax law: a business gift, promotion material, a gift to an employee, or nothing that may be
/// deducted.
inline constexpr std::array<std::string_view, 4> kTaxClasses = {"gift", "promotion", "employee",
                                                                "not_deductible"};
/// Throws Refusal `box.tax_class`.
void requireTaxClass(const std::string& text);

/// The tax class and the business purpose of a box, as somebody gave them; empty: the store's default.
struct BoxTax {
    std::string taxClass;
    std::string purpose;

    bool empty() const { return taxClass.empty() && purpose.empty(); }
    bool operator==(const BoxTax&) const = default;
};

/// What to set; what is missing stays.
struct BoxTaxChange {
    std::optional<std::string> taxClass = {};
    std::optional<std::string> purpose = {};

    bool empty() const { return !taxClass && !purpose; }
    bool operator==(const BoxTaxChange&) const = default;
};

/// Throws Refusal `box.tax_class`, `text.*`.
void requireSound(const BoxTaxChange& change);
/// Of a planned, packed or given box.
BoxTax boxTaxOf(const books::ReadTransaction& tx, books::BoxNo number);

/// Sets them for a planned or packed box, or one given in an open month. Records nothing if nothing changes. Throws
/// Refusal `box.unknown`, `box.tax_state` (it was unpacked or cancelled), `month.closed`, `box.tax_class`, `text.*`.
BoxTax setBoxTax(books::WriteTransaction& tx, books::BoxNo number, const BoxTaxChange& change);

/// What a store gives boxes that have nothing of their own, from a month on. A store without any has the class `gift`
/// and nothing else.
struct GiftDefaults {
    std::string taxClass = std::string(kTaxClasses.front());
    std::string purpose = {};
    /// Of recipients without a group.
    std::string relationship = {};

    bool operator==(const GiftDefaults&) const = default;
};
GiftDefaults giftDefaults(const books::ReadTransaction& tx, foundation::Month month);

/// What is missing stays as it is in the month.
struct GiftDefaultsChange {
    std::optional<std::string> taxClass = {};
    std::optional<std::string> purpose = {};
    std::optional<std::string> relationship = {};
};
/// Records nothing if the month has them already. Throws Refusal `month.closed`, `box.tax_class`, `text.*`, and asks
/// about a month that is far off.
GiftDefaults setGiftDefaults(books::WriteTransaction& tx, foundation::Month from,
                             const GiftDefaultsChange& change);

} // namespace giftbox::gifting
