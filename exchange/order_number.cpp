#include "exchange/order_number.h"

#include "foundation/text.h"

#include <charconv>

namespace giftbox::exchange {

std::optional<purchasing::OrderNo> orderNumberIn(ImportFile& file, std::size_t column)
{
    constexpr std::string_view kPrefix = "PO-";
    constexpr std::int64_t kHighest = 1'000'000'000;
    std::string_view digits = file.code(column);
    if (digits.empty()) {
        return std::nullopt;
    }
    digits.remove_prefix(digits.starts_with(kPrefix) ? kPrefix.size() : 0);
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (error != std::errc() || end != digits.data() + digits.size() || number < 1 ||
        number > kHighest) {
        file.reject(column, foundation::quoted(file.code(column)) +
                                " is no number of an order. Enter it as PO-7.");
        return std::nullopt;
    }
    return purchasing::OrderNo{number};
}

} // namespace giftbox::exchange
