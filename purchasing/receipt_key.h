#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace giftbox::purchasing {

/// The key of a receipt. The reference is the supplier's own number, so two suppliers may use the same.
struct ReceiptKey {
    std::string reference;
    std::string sku;
    std::string supplier; ///< in the form of supplierKey()
    std::int64_t line = 1;

    auto operator<=>(const ReceiptKey&) const = default;
};

/// Two texts name the same supplier if this is equal for both.
std::string supplierKey(std::string_view supplier);

} // namespace giftbox::purchasing
