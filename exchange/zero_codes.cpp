#include "exchange/zero_codes.h"

#include "foundation/text.h"

#include <algorithm>

namespace giftbox::exchange {

namespace {

/// The digits without zeros at the beginning; empty for a text that is no number.
std::string_view numberIn(std::string_view code)
{
    const bool isNumber =
        !code.empty() && std::ranges::all_of(code, [](char c) { return c >= '0' && c <= '9'; });
    return isNumber ? code.substr(std::min(code.find_first_not_of('0'), code.size() - 1))
                    : std::string_view();
}

} // namespace

void CodesByNumber::add(const std::string& code)
{
    if (const auto number = numberIn(code); !number.empty()) {
        codes_.emplace(number, code);
    }
}

std::optional<std::string> CodesByNumber::alike(std::string_view code) const
{
    const auto found = codes_.find(numberIn(code));
    return found == codes_.end() || found->second == code ? std::nullopt
                                                          : std::optional(found->second);
}

bool areSameNumber(std::string_view a, std::string_view b)
{
    return !numberIn(a).empty() && numberIn(a) == numberIn(b);
}

std::string askAboutZeros(std::string_view code, std::string_view there)
{
    return foundation::quoted(code) + " differs from " + foundation::quoted(there) +
           ", which is there, only by zeros at the beginning. Say whether such codes are the same "
           "or new.";
}

} // namespace giftbox::exchange
