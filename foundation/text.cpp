#include "foundation/text.h"

#include <cstdint>
#include <cstring>
#include <utf8proc.h>

namespace giftbox::foundation {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD"; // U+FFFD
constexpr std::string_view kEllipsis = "\xE2\x80\xA6";    // U+2026

struct Character {
    char32_t codePoint = 0;
    std::size_t bytes = 1;
    bool wellFormed = false;
};

/// Requires a text that is not empty. A malformed sequence counts as one byte, so that reading can
/// go on after it.
Character firstCharacter(std::string_view text)
{
    utf8proc_int32_t codePoint = 0;
    const utf8proc_ssize_t bytes =
        utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                         static_cast<utf8proc_ssize_t>(text.size()), &codePoint);
    if (bytes <= 0) {
        return {};
    }
    return {.codePoint = static_cast<char32_t>(codePoint),
            .bytes = static_cast<std::size_t>(bytes),
            .wellFormed = true};
}

bool isControl(char32_t codePoint)
{
    return codePoint < 0x20 || (codePoint >= 0x7F && codePoint < 0xA0);
}

void appendHex(std::string& out, std::string_view bytes)
{
    constexpr std::string_view kDigits = "0123456789ABCDEF";
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        out += "\\x";
        out += kDigits[byte >> 4U];
        out += kDigits[byte & 0xFU];
    }
}

/// The control pictures U+2400 to U+2421 show C0 and DEL; C1 has none.
void appendPicture(std::string& out, char32_t control)
{
    if (control > 0x7F) {
        out += kReplacement;
        return;
    }
    const char32_t offset = control == 0x7F ? 0x21 : control;
    out += "\xE2\x90";
    out += static_cast<char>(0x80U + offset);
}

/// From the character database. Later parts of a Korean syllable take no columns.
std::size_t widthOf(char32_t codePoint)
{
    if (codePoint >= 0x1160 && codePoint <= 0x11FF) {
        return 0;
    }
    return static_cast<std::size_t>(utf8proc_charwidth(static_cast<utf8proc_int32_t>(codePoint)));
}

} // namespace

std::optional<std::size_t> firstInvalidUtf8(std::string_view text)
{
    constexpr std::uint64_t kHighBits = 0x8080808080808080U;
    std::size_t at = 0;
    while (at < text.size()) {
        std::uint64_t word = kHighBits;
        if (text.size() - at >= sizeof word) {
            std::memcpy(&word, text.data() + at, sizeof word);
        }
        if ((word & kHighBits) == 0) {
            at += sizeof word;
            continue;
        }
        const Character character = firstCharacter(text.substr(at));
        if (!character.wellFormed) {
            return at;
        }
        at += character.bytes;
    }
    return std::nullopt;
}

std::string quoted(std::string_view text)
{
    constexpr int kMostCharacters = 40;
    std::string out = "\"";
    for (int count = 0; !text.empty(); ++count) {
        if (count == kMostCharacters) {
            out += kEllipsis;
            break;
        }
        const Character character = firstCharacter(text);
        const std::string_view bytes = text.substr(0, character.bytes);
        if (character.wellFormed && !isControl(character.codePoint)) {
            out += bytes;
        } else {
            appendHex(out, bytes);
        }
        text.remove_prefix(character.bytes);
    }
    out += '"';
    return out;
}

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view kBlank = " \t\r\n";
    const auto begin = text.find_first_not_of(kBlank);
    return begin == std::string_view::npos
               ? std::string_view()
               : text.substr(begin, text.find_last_not_of(kBlank) - begin + 1);
}

std::string printable(std::string_view text)
{
    std::string out;
    out.reserve(text.size());
    while (!text.empty()) {
        const Character character = firstCharacter(text);
        if (!character.wellFormed) {
            out += kReplacement;
        } else if (isControl(character.codePoint)) {
            appendPicture(out, character.codePoint);
        } else {
            out += text.substr(0, character.bytes);
        }
        text.remove_prefix(character.bytes);
    }
    return out;
}

std::size_t displayWidth(std::string_view text)
{
    std::size_t width = 0;
    while (!text.empty()) {
        const Character character = firstCharacter(text);
        width += character.wellFormed ? widthOf(character.codePoint) : 1;
        text.remove_prefix(character.bytes);
    }
    return width;
}

} // namespace giftbox::foundation
