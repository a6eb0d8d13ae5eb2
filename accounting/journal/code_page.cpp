#include "accounting/journal/code_page.h"

#include "foundation/refusal.h"

#include <algorithm>
#include <array>

namespace giftbox::accounting {

namespace {

/// The code points of the bytes 0x80 to 0x9F; 0: none.
constexpr std::array<char32_t, 32> kBetween = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

bool isStart(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }

char32_t codePointOf(std::string_view character)
{
    const auto lead = static_cast<unsigned char>(character.front());
    char32_t code = character.size() == 1   ? lead
                    : character.size() == 2 ? lead & 0x1FU
                    : character.size() == 3 ? lead & 0x0FU
                                            : lead & 0x07U;
    for (const char byte : character.substr(1)) {
        code = code << 6U | (static_cast<unsigned char>(byte) & 0x3FU);
    }
    return code;
}

} // namespace

std::size_t charactersIn(std::string_view text)
{
    return static_cast<std::size_t>(std::ranges::count_if(text, isStart));
}

std::string firstCharacters(std::string_view text, std::size_t most)
{
    std::size_t end = 0;
    for (std::size_t count = 0; end < text.size(); ++end) {
        if (isStart(text[end]) && ++count > most) {
            break;
        }
    }
    return std::string(text.substr(0, end));
}

std::string inWindows1252(std::string_view text)
{
    std::string out;
    while (!text.empty()) {
        std::size_t size = 1;
        while (size < text.size() && !isStart(text[size])) {
            ++size;
        }
        const std::string_view character = text.substr(0, size);
        text.remove_prefix(size);
        const char32_t code = codePointOf(character);
        const auto* const between = std::ranges::find(kBetween, code);
        if (code < 0x80 || (code >= 0xA0 && code <= 0xFF)) {
            out += static_cast<char>(code);
        } else if (between != kBetween.end()) {
            out += static_cast<char>(0x80 + (between - kBetween.begin()));
        } else {
            throw foundation::Refusal("journal.no_character", {{"character", character}});
        }
    }
    return out;
}

} // namespace giftbox::accounting
