#include "tests/support/pictures.h"

#include <string_view>

namespace giftbox::tests {

using namespace std::literals;

std::string bigEndian(std::uint32_t number, int bytes)
{
    std::string text;
    for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8) {
        text += static_cast<char>((number >> static_cast<unsigned>(shift)) & 0xFFU);
    }
    return text;
}

std::string littleEndian(std::uint32_t number, int bytes)
{
    const std::string text = bigEndian(number, bytes);
    return {text.rbegin(), text.rend()};
}

std::string segment(char marker, const std::string& data)
{
    return "\xFF"s + marker + bigEndian(static_cast<std::uint32_t>(data.size() + 2), 2) + data;
}

std::string jfif() { return segment('\xE0', "JFIF\0\1\1\0\0\1\0\1\0\0"s); }

std::string jpeg(const std::string& segments, std::uint32_t width, const std::string& after)
{
    return "\xFF\xD8"s + jfif() + segments + segment('\xDB', "tables") +
           segment('\xC0', "\x08\0\x08"s + bigEndian(width, 2) + "\1\1\x11\0"s) +
           segment('\xDA', "\1\1\0\0\x3F\0"s) + "data\xFF\0of\xFF\xD0the scan"s + "\xFF\xD9"s +
           after;
}

std::string chunk(const std::string& name, const std::string& data)
{
    return bigEndian(static_cast<std::uint32_t>(data.size()), 4) + name + data + "_crc";
}

std::string png(const std::string& chunks, std::uint32_t width)
{
    return "\x89PNG\r\n\x1A\n"s +
           chunk("IHDR", bigEndian(width, 4) + bigEndian(8, 4) + "\x08\2\0\0\0"s) + chunks +
           chunk("IDAT", "data") + chunk("IEND", "");
}

std::string riffChunk(const std::string& name, const std::string& data)
{
    return name + littleEndian(static_cast<std::uint32_t>(data.size()), 4) + data +
           std::string(data.size() % 2, '\0');
}

std::string webpHead(char flags, std::uint32_t width)
{
    return riffChunk("VP8X", flags + "\0\0\0"s + littleEndian(width - 1, 3) + "\7\0\0"s);
}

std::string webp(const std::string& before, const std::string& after)
{
    const std::string body = "WEBP" + before + riffChunk("VP8L", "\x2F\7\xC0\1\0more"s) + after;
    return "RIFF" + littleEndian(static_cast<std::uint32_t>(body.size()), 4) + body;
}

} // namespace giftbox::tests
