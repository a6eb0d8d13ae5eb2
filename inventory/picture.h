#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace giftbox::inventory {

/// The largest picture that is kept, and its longest side.
inline constexpr std::size_t kMostPictureBytes = std::size_t{512} * 1024;
inline constexpr std::uint32_t kMostPicturePixels = 4000;

/// What a file has to be, as its own first bytes say; for descriptions.
inline constexpr std::string_view kPictureTypes = "image/png|image/jpeg|image/webp";

struct Picture {
    std::string mediaType; ///< one of kPictureTypes
    std::string bytes;

    bool operator==(const Picture&) const = default;
};

/// The picture in a file, without all that only tells about it: when, where and with what it was taken, words,
/// thumbnails, and bytes after its end. The way a JPEG is held stays, as do colors. Its first bytes decide what it is.
/// Throws Refusal `item.picture_unreadable` (no still picture of kPictureTypes, or a damaged one),
/// `item.picture_too_large`.
Picture cleanPicture(std::string_view file);

} // namespace giftbox::inventory
