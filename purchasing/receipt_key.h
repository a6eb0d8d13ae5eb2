#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace giftbox::purchasing {

/// What a receipt is known by. The reference is its supplier's own number, so two suppliers may use the same one.
struct ReceiptKey {
    std::string reference;
    std::string sku;
    std::string supplier; ///< as supplierKey() has it
    std::int64_t line = 1;

    auto operator<=>(const ReceiptKey&) const = default;
};

/// Two texts name one supplier when this is the same for both.
std::string supplierKey(std::string_view supplier);

} // namespace giftbox::purchasing
