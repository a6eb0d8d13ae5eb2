#include "foundation/money.h"
#include "foundation/refusal.h"

#include <cstdint>
#include <cstdlib>
#include <optional>

namespace foundation = giftbox::foundation;

namespace {

/// An exception other than a refusal ends the run.
std::optional<foundation::Money> parsed(std::string_view text, const foundation::Currency& currency)
{
    try {
        return foundation::parseMoney(text, currency);
    } catch (const foundation::Refusal&) {
        return std::nullopt;
    }
}

} // namespace

/// A readable amount is printed in a form that reads as the same amount.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    for (const int exponent : {0, 2, 3}) {
        const foundation::Currency currency{.code = "XTS", .exponent = exponent};
        const auto amount = parsed(text, currency);
        if (amount && parsed(foundation::toText(*amount, currency), currency) != amount) {
            std::abort();
        }
    }
    return 0;
}
