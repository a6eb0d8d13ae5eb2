#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace giftbox::exchange {

/// The encodings in which programs save tables.
enum class Encoding { Utf8, Utf16Little, Utf16Big, Windows1252 };

/// `UTF-8`, `UTF-16`, `UTF-16BE`, `Windows-1252`.
std::string_view nameOf(Encoding encoding);
/// By its name; none for another.
std::optional<Encoding> encodingNamed(std::string_view name);

/// The encoding of the bytes: by the byte order mark, by the zeros beside Latin letters, as UTF-8 if they are
/// well-formed, else Windows-1252. Pure.
Encoding recognizeEncoding(std::string_view bytes);
/// The text in UTF-8, without a byte order mark. Malformed parts become U+FFFD; in UTF-8 they stay. Pure.
std::string decoded(std::string_view bytes, Encoding encoding);

} // namespace giftbox::exchange
