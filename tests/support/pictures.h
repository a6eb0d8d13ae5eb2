#pragma once

#include <cstdint>
#include <string>

/// Files of the form of pictures, in which nobody could see anything.
namespace giftbox::tests {

std::string bigEndian(std::uint32_t number, int bytes);
std::string littleEndian(std::uint32_t number, int bytes);

/// A segment of a JPEG.
std::string segment(char marker, const std::string& data);
/// The first segment of jpeg().
std::string jfif();
/// A JPEG with these segments after the first one, and these bytes after its end.
std::string jpeg(const std::string& segments = {}, std::uint32_t width = 8,
                 const std::string& after = {});

/// A chunk of a PNG.
std::string chunk(const std::string& name, const std::string& data);
/// A PNG with these chunks before its data.
std::string png(const std::string& chunks = {}, std::uint32_t width = 8);

/// A chunk of a WebP.
std::string riffChunk(const std::string& name, const std::string& data);
/// The first chunk of a WebP that has more than its data.
std::string webpHead(char flags, std::uint32_t width = 8);
/// A WebP with these chunks before and after its data.
std::string webp(const std::string& before = {}, const std::string& after = {});

} // namespace giftbox::tests
