#include "exchange/reading/reading.h"

#include "foundation/digest.h"
#include "foundation/fold.h"

#include <algorithm>
#include <array>

namespace giftbox::exchange {

namespace {

constexpr std::array<std::string_view, 3> kNoCodes = {"make", "leave-out", "refuse"};
constexpr std::size_t kLongestMadeCode = 40;

bool isAlnum(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

} // namespace

const ReadField* ReadFields::find(std::string_view name) const
{
    const auto found = std::ranges::find(fields, name, &ReadField::name);
    return name.empty() || found == fields.end() ? nullptr : &*found;
}

std::string_view nameOf(NoCode what) { return kNoCodes[static_cast<std::size_t>(what)]; }

std::optional<NoCode> noCodeNamed(std::string_view name)
{
    const auto found = std::ranges::find(kNoCodes, name);
    return found == kNoCodes.end() ? std::nullopt
                                   : std::optional(static_cast<NoCode>(found - kNoCodes.begin()));
}

std::string_view nameOf(LeftOut why)
{
    static constexpr std::array<std::string_view, 6> kWhy = {
        "blank", "a total", "text below the table", "nothing to import", "no code", "as you said"};
    return kWhy[static_cast<std::size_t>(why)];
}

std::string codeOf(std::string_view name)
{
    std::string code;
    for (const char c : foundation::folded(name)) {
        if (isAlnum(c)) {
            code += c >= 'a' ? static_cast<char>(c - 'a' + 'A') : c;
        } else if (!code.empty() && code.back() != '-' && (c & 0x80) == 0) {
            code += '-';
        }
    }
    const bool isCut = code.size() > kLongestMadeCode;
    code.resize(std::min(code.size(), kLongestMadeCode));
    while (!code.empty() && code.back() == '-') {
        code.pop_back();
    }
    constexpr std::size_t kDigits = 6;
    if (code.empty() || isCut) { // of another script, or two names that begin alike
        code += (code.empty() ? "N-" : "-") + foundation::sha256(name).substr(0, kDigits);
    }
    return code;
}

} // namespace giftbox::exchange
