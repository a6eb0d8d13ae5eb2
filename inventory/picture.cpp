#include "inventory/picture.h"

#include "foundation/refusal.h"

#include <algorithm>
#include <array>

namespace giftbox::inventory {

using foundation::Refusal;
using namespace std::literals;

namespace {

[[noreturn]] void refuseUnreadable() { throw Refusal("item.picture_unreadable"); }

void requireSides(std::uint32_t width, std::uint32_t height)
{
    if (width == 0 || height == 0) {
        refuseUnreadable();
    }
    if (std::max(width, height) > kMostPicturePixels) {
        throw Refusal("item.picture_too_large/sides", {{"width", std::int64_t{width}},
                                                       {"height", std::int64_t{height}},
                                                       {"most", std::int64_t{kMostPicturePixels}}});
    }
}

/// Takes a file apart from its start. Throws Refusal `item.picture_unreadable` at its end.
class Parts {
public:
    explicit Parts(std::string_view bytes) : bytes_(bytes) {}

    std::string_view take(std::size_t count)
    {
        if (count > bytes_.size() - at_) {
            refuseUnreadable();
        }
        at_ += count;
        return bytes_.substr(at_ - count, count);
    }
    std::uint8_t byte() { return static_cast<std::uint8_t>(take(1).front()); }
    std::uint32_t bigEndian(std::size_t count)
    {
        std::uint32_t number = 0;
        for (const char c : take(count)) {
            number = (number << 8U) | static_cast<std::uint8_t>(c);
        }
        return number;
    }
    std::uint32_t littleEndian(std::size_t count)
    {
        std::uint32_t number = 0;
        std::uint32_t shift = 0;
        for (const char c : take(count)) {
            number |= std::uint32_t{static_cast<std::uint8_t>(c)} << shift;
            shift += 8;
        }
        return number;
    }
    std::string_view rest() const { return bytes_.substr(at_); }

private:
    std::string_view bytes_;
    std::size_t at_ = 0;
};

// JPEG: markers with segments, and the data of the scans between them.

constexpr std::string_view kExif = "Exif\0\0"sv;

/// How a camera was held, from 1 (upright) to 8, as the segment APP1 says; 1 when it does not.
char orientationIn(std::uint8_t marker, std::string_view segment)
{
    constexpr std::uint32_t kOrientation = 0x0112;
    if (marker != 0xE1 || !segment.starts_with(kExif)) {
        return 1;
    }
    try {
        Parts tiff(segment.substr(kExif.size()));
        const bool isLittle = tiff.take(4).starts_with("II");
        const auto number = [&](Parts& from, std::size_t count) {
            return isLittle ? from.littleEndian(count) : from.bigEndian(count);
        };
        Parts tags(segment.substr(kExif.size()));
        tags.take(number(tiff, 4));
        for (std::uint32_t left = number(tags, 2); left > 0; --left) {
            const bool isFound = number(tags, 2) == kOrientation;
            tags.take(6);
            const std::uint32_t value = number(tags, 2);
            tags.take(2);
            if (isFound && value >= 1 && value <= 8) {
                return static_cast<char>(value);
            }
        }
    } catch (const Refusal&) {
        // What only tells about a picture may be damaged.
    }
    return 1;
}

/// APP1 with the orientation alone.
std::string orientationSegment(char orientation)
{
    return "\xFF\xE1\x00\x22"s + std::string(kExif) +
           "MM\x00\x2A\x00\x00\x00\x08\x00\x01\x01\x12\x00\x03\x00\x00\x00\x01\x00"s + orientation +
           "\x00\x00\x00\x00\x00\x00"s;
}

/// Whether a picture looks different without the segment: all but APPn and comments; of those JFIF, the profile of its
/// colors, and Adobe's transformation of colors.
bool isShown(std::uint8_t marker, std::string_view segment)
{
    constexpr std::uint8_t kComment = 0xFE;
    const bool isApplication = marker >= 0xE0 && marker <= 0xEF;
    return marker == 0xE0   ? segment.starts_with("JFIF\0"sv)
           : marker == 0xE2 ? segment.starts_with("ICC_PROFILE\0"sv)
           : marker == 0xEE ? segment.starts_with("Adobe"sv)
                            : !isApplication && marker < 0xF0 && marker != kComment;
}

/// Where the data of a scan ends: at a marker that is no restart and no escaped byte.
std::size_t scanEnd(std::string_view data)
{
    for (std::size_t at = data.find('\xFF'); at != std::string_view::npos;
         at = data.find('\xFF', at + 1)) {
        const std::uint8_t next =
            at + 1 < data.size() ? static_cast<std::uint8_t>(data[at + 1]) : 0;
        if (next != 0 && next != 0xFF && (next < 0xD0 || next > 0xD7)) {
            return at;
        }
    }
    refuseUnreadable();
}

void requireFrame(std::string_view segment)
{
    Parts frame(segment);
    frame.take(1);
    const std::uint32_t height = frame.bigEndian(2);
    requireSides(frame.bigEndian(2), height);
}

/// The next marker, which may be filled up. Throws Refusal `item.picture_unreadable`.
std::uint8_t markerOf(Parts& parts)
{
    if (parts.byte() != 0xFF) {
        refuseUnreadable();
    }
    std::uint8_t marker = parts.byte();
    while (marker == 0xFF) {
        marker = parts.byte();
    }
    return marker;
}

/// Whether the marker begins a segment: neither a restart nor the start of a picture.
bool hasLength(std::uint8_t marker) { return marker >= 0xC0 && (marker < 0xD0 || marker > 0xD8); }

bool isFrame(std::uint8_t marker)
{
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

std::string cleanJpeg(std::string_view file)
{
    constexpr std::uint8_t kScan = 0xDA;
    constexpr std::uint8_t kEnd = 0xD9;
    Parts parts(file);
    std::string clean(parts.take(2));
    bool hasFrame = false;
    bool hasScan = false;
    std::uint8_t marker = 0;
    while ((marker = markerOf(parts)) != kEnd) {
        if (!hasLength(marker)) {
            refuseUnreadable();
        }
        const std::string_view length = parts.take(2);
        const std::uint32_t bytes = std::max(Parts(length).bigEndian(2), 2U) - 2;
        const std::string_view segment = parts.take(bytes);
        if (isFrame(marker)) {
            requireFrame(segment);
            hasFrame = true;
        }
        if (isShown(marker, segment)) {
            (clean += '\xFF') += static_cast<char>(marker);
            clean.append(length).append(segment);
        } else if (const char held = orientationIn(marker, segment); held != 1) {
            clean += orientationSegment(held);
        }
        if (marker == kScan) {
            clean += parts.take(scanEnd(parts.rest()));
            hasScan = hasFrame;
        }
    }
    if (!hasScan) {
        refuseUnreadable();
    }
    return clean + "\xFF\xD9";
}

// PNG: chunks of a length, a name, the data and a checksum.

std::string cleanPng(std::string_view file)
{
    // What decides how it looks; not tEXt, zTXt, iTXt, eXIf, tIME, the frames of animations, and what is unknown.
    constexpr auto kShown =
        std::to_array<std::string_view>({"IHDR", "PLTE", "IDAT", "IEND", "tRNS", "cHRM", "gAMA",
                                         "iCCP", "sBIT", "sRGB", "cICP", "bKGD", "pHYs"});
    Parts parts(file);
    std::string clean(parts.take(8));
    bool hasData = false;
    while (true) {
        const std::string_view whole = parts.rest();
        const std::uint32_t length = parts.bigEndian(4);
        const std::string_view name = parts.take(4);
        const std::string_view data = parts.take(length);
        parts.take(4);
        const bool isHeader = name == "IHDR";
        if (isHeader != (clean.size() == 8)) {
            refuseUnreadable();
        }
        if (isHeader) {
            Parts header(data);
            const std::uint32_t width = header.bigEndian(4);
            requireSides(width, header.bigEndian(4));
        }
        if (std::ranges::find(kShown, name) != kShown.end()) {
            clean += whole.substr(0, std::size_t{12} + length);
        }
        hasData = hasData || name == "IDAT";
        if (name == "IEND") {
            break;
        }
    }
    if (!hasData) {
        refuseUnreadable();
    }
    return clean;
}

// WebP: a RIFF file, chunks of a name, a length and the data, filled up to an even length.

void requireWebpSides(std::string_view name, std::string_view data)
{
    constexpr std::uint32_t kFourteenBits = 0x3FFF;
    Parts parts(data);
    if (name == "VP8X") {
        parts.take(4);
        const std::uint32_t width = parts.littleEndian(3) + 1;
        requireSides(width, parts.littleEndian(3) + 1);
    } else if (name == "VP8 ") {
        parts.take(6);
        const std::uint32_t width = parts.littleEndian(2) & kFourteenBits;
        requireSides(width, parts.littleEndian(2) & kFourteenBits);
    } else if (name == "VP8L") {
        parts.take(1);
        const std::uint32_t both = parts.littleEndian(4);
        requireSides((both & kFourteenBits) + 1, ((both >> 14U) & kFourteenBits) + 1);
    }
}

std::string littleEndian(std::size_t number)
{
    std::string bytes;
    for (std::size_t i = 0; i < 4; ++i) {
        bytes += static_cast<char>((number >> (8 * i)) & 0xFFU);
    }
    return bytes;
}

std::string cleanWebp(std::string_view file)
{
    constexpr auto kShown =
        std::to_array<std::string_view>({"VP8X", "VP8 ", "VP8L", "ALPH", "ICCP"});
    constexpr unsigned kMoves = 0x02;
    constexpr unsigned kExifOrXmp = 0x0C;
    Parts riff(file);
    riff.take(4);
    Parts parts(riff.take(riff.littleEndian(4)));
    parts.take(4);
    std::string clean = "WEBP";
    bool hasData = false;
    while (!parts.rest().empty()) {
        const std::string_view name = parts.take(4);
        const std::uint32_t length = parts.littleEndian(4);
        std::string data(parts.take(length));
        if (length % 2 == 1) {
            parts.take(std::min<std::size_t>(1, parts.rest().size()));
        }
        requireWebpSides(name, data);
        if (name == "VP8X") {
            const auto flags = static_cast<std::uint8_t>(data.front());
            if ((flags & kMoves) != 0) {
                refuseUnreadable();
            }
            data.front() = static_cast<char>(flags & ~kExifOrXmp);
        }
        hasData = hasData || name == "VP8 " || name == "VP8L";
        if (std::ranges::find(kShown, name) != kShown.end()) {
            clean.append(name).append(littleEndian(length)).append(data).append(length % 2, '\0');
        }
    }
    if (!hasData) {
        refuseUnreadable();
    }
    return "RIFF" + littleEndian(clean.size()) + clean;
}

Picture clean(std::string_view file)
{
    if (file.starts_with("\xFF\xD8\xFF"sv)) {
        return {.mediaType = "image/jpeg", .bytes = cleanJpeg(file)};
    }
    if (file.starts_with("\x89PNG\r\n\x1A\n"sv)) {
        return {.mediaType = "image/png", .bytes = cleanPng(file)};
    }
    if (file.starts_with("RIFF"sv) && file.substr(0, 12).ends_with("WEBP"sv)) {
        return {.mediaType = "image/webp", .bytes = cleanWebp(file)};
    }
    refuseUnreadable();
}

} // namespace

Picture cleanPicture(std::string_view file)
{
    Picture picture = clean(file);
    if (picture.bytes.size() > kMostPictureBytes) {
        constexpr std::size_t kKilobyte = 1024;
        throw Refusal("item.picture_too_large",
                      {{"size", (picture.bytes.size() + kKilobyte - 1) / kKilobyte},
                       {"most", kMostPictureBytes / kKilobyte}});
    }
    return picture;
}

} // namespace giftbox::inventory
