#include "exchange/reading/encoding.h"

#include "foundation/text.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace giftbox::exchange {

namespace {

using namespace std::string_view_literals;

constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";
constexpr std::string_view kLittleMark = "\xFF\xFE";
constexpr std::string_view kBigMark = "\xFE\xFF";
constexpr std::uint32_t kUnknown = 0xFFFD;

struct Named {
    Encoding encoding;
    std::string_view name;
};
constexpr std::array kNames = {
    Named{Encoding::Utf8, "UTF-8"}, Named{Encoding::Utf16Little, "UTF-16"},
    Named{Encoding::Utf16Big, "UTF-16BE"}, Named{Encoding::Windows1252, "Windows-1252"}};

/// What Windows-1252 has at 0x80 to 0x9F, where Latin-1 has control characters.
constexpr std::array<std::uint16_t, 32> kWindows = {
    0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178};

void append(std::string& out, std::uint32_t sign)
{
    const auto tail = [&](unsigned shift) {
        out += static_cast<char>(0x80U | ((sign >> shift) & 0x3FU));
    };
    if (sign < 0x80) {
        out += static_cast<char>(sign);
    } else if (sign < 0x800) {
        out += static_cast<char>(0xC0U | (sign >> 6U));
        tail(0);
    } else if (sign < 0x10000) {
        out += static_cast<char>(0xE0U | (sign >> 12U));
        tail(6);
        tail(0);
    } else {
        out += static_cast<char>(0xF0U | (sign >> 18U));
        tail(12);
        tail(6);
        tail(0);
    }
}

std::uint32_t byteAt(std::string_view bytes, std::size_t at)
{
    return static_cast<unsigned char>(bytes[at]);
}

std::string fromUtf16(std::string_view bytes, bool isLittle)
{
    const auto unitAt = [&](std::size_t at) {
        const std::uint32_t first = byteAt(bytes, at);
        const std::uint32_t second = byteAt(bytes, at + 1);
        return isLittle ? (second << 8U) | first : (first << 8U) | second;
    };
    const auto isHigh = [](std::uint32_t unit) { return unit >= 0xD800 && unit < 0xDC00; };
    const auto isLow = [](std::uint32_t unit) { return unit >= 0xDC00 && unit < 0xE000; };
    std::string out;
    out.reserve(bytes.size());
    for (std::size_t at = 0; at + 1 < bytes.size(); at += 2) {
        const std::uint32_t unit = unitAt(at);
        if (isHigh(unit) && at + 3 < bytes.size() && isLow(unitAt(at + 2))) {
            append(out, 0x10000 + ((unit - 0xD800) << 10U) + (unitAt(at + 2) - 0xDC00));
            at += 2;
        } else {
            append(out, isHigh(unit) || isLow(unit) ? kUnknown : unit);
        }
    }
    if (bytes.size() % 2 != 0) {
        append(out, kUnknown);
    }
    return out;
}

std::string fromWindows(std::string_view bytes)
{
    std::string out;
    out.reserve(bytes.size() + bytes.size() / 8);
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        const std::uint32_t byte = byteAt(bytes, at);
        append(out, byte >= 0x80 && byte < 0xA0 ? kWindows[byte - 0x80] : byte);
    }
    return out;
}

} // namespace

std::string_view nameOf(Encoding encoding)
{
    return std::ranges::find(kNames, encoding, &Named::encoding)->name;
}

std::optional<Encoding> encodingNamed(std::string_view name)
{
    const auto found = std::ranges::find(kNames, name, &Named::name);
    return found == kNames.end() ? std::nullopt : std::optional(found->encoding);
}

Encoding recognizeEncoding(std::string_view bytes)
{
    if (bytes.starts_with(kUtf8Mark)) {
        return Encoding::Utf8;
    }
    if (bytes.starts_with(kLittleMark)) {
        return Encoding::Utf16Little;
    }
    if (bytes.starts_with(kBigMark)) {
        return Encoding::Utf16Big;
    }
    // UTF-16 without a mark has a zero beside each Latin letter.
    if (bytes.size() > 1 && (bytes[0] == '\0') != (bytes[1] == '\0')) {
        return bytes[1] == '\0' ? Encoding::Utf16Little : Encoding::Utf16Big;
    }
    return foundation::firstInvalidUtf8(bytes) ? Encoding::Windows1252 : Encoding::Utf8;
}

std::string decoded(std::string_view bytes, Encoding encoding)
{
    const auto without = [&](std::string_view mark) {
        return bytes.starts_with(mark) ? bytes.substr(mark.size()) : bytes;
    };
    switch (encoding) {
    case Encoding::Utf16Little:
        return fromUtf16(without(kLittleMark), true);
    case Encoding::Utf16Big:
        return fromUtf16(without(kBigMark), false);
    case Encoding::Windows1252:
        return fromWindows(bytes);
    case Encoding::Utf8:
        break;
    }
    return std::string(without(kUtf8Mark));
}

} // namespace giftbox::exchange
