#include "inventory/picture.h"

#include "foundation/refusal.h"
#include "tests/support/pictures.h"

#include <gtest/gtest.h>

namespace giftbox::tests::picture_test {
namespace {

using foundation::Refusal;
using inventory::cleanPicture;
using namespace std::literals;

std::string codeOf(std::string_view file)
{
    try {
        (void)cleanPicture(file);
    } catch (const Refusal& refusal) {
        return refusal.code();
    }
    return "";
}

std::string bytesOf(std::string_view file) { return cleanPicture(file).bytes; }

/// Exif of a camera, with the place and its orientation.
std::string exif(std::string_view order, std::uint32_t orientation)
{
    const bool isLittle = order == "II";
    const auto number = [&](std::uint32_t value, int bytes) {
        return isLittle ? littleEndian(value, bytes) : bigEndian(value, bytes);
    };
    const auto tag = [&](std::uint32_t name, std::uint32_t type, const std::string& value) {
        return number(name, 2) + number(type, 2) + number(1, 4) + value;
    };
    return "Exif\0\0"s + std::string(order) + number(42, 2) + number(8, 4) + number(2, 2) +
           tag(0x8825, 4, number(99, 4)) + tag(0x0112, 3, number(orientation, 2) + "\0\0"s) +
           number(0, 4) + "GPS 52.5200N 13.4050E";
}

TEST(CleanPicture, KnowsAFileByItsBytes)
{
    EXPECT_EQ(cleanPicture(jpeg()), (inventory::Picture{"image/jpeg", jpeg()}));
    EXPECT_EQ(cleanPicture(png()), (inventory::Picture{"image/png", png()}));
    EXPECT_EQ(cleanPicture(webp()), (inventory::Picture{"image/webp", webp()}));
    for (const std::string& file :
         {""s, "x"s, "GIF89a\1\0\1\0"s, "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"s, "%PDF-1.4"s,
          "BM\0\0\0\0"s, "\xFF\xD8\xFF"s, "RIFF\4\0\0\0WAVE"s, "\x89PNG\r\n\x1A\n"s,
          "\0\0\0\x1C"
          "ftypheic"s}) {
        EXPECT_EQ(codeOf(file), "item.picture_unreadable") << file;
    }
}

TEST(CleanPicture, DropsWhatAJpegSaysAboutItself)
{
    const std::string told = segment('\xE1', exif("MM", 1)) +
                             segment('\xE1', "http://ns.adobe.com/xap/1.0/\0GPS 52.52"s) +
                             segment('\xE2', "MPF\0GPS 52.52"s) + segment('\xE0', "JFXX\0GPS"s) +
                             segment('\xED', "Photoshop GPS") + segment('\xFE', "GPS 52.52");
    EXPECT_EQ(bytesOf(jpeg(told)), jpeg());
    EXPECT_EQ(bytesOf(jpeg("", 8, "another picture, GPS 52.52")), jpeg());
    const std::string shown =
        segment('\xE2', "ICC_PROFILE\0\1\1colors"s) + segment('\xEE', "Adobe\0d\0\0\0\0\1"s);
    EXPECT_EQ(bytesOf(jpeg(told + shown)), jpeg(shown));
}

TEST(CleanPicture, KeepsTheWayAJpegIsHeld)
{
    for (const char* order : {"II", "MM"}) {
        for (std::uint32_t held = 0; held <= 9; ++held) {
            const std::string clean = bytesOf(jpeg(segment('\xE1', exif(order, held))));
            EXPECT_EQ(clean.find("GPS"), std::string::npos);
            const bool isTurned = held >= 2 && held <= 8;
            EXPECT_EQ(clean.size(), jpeg().size() + (isTurned ? 36 : 0)) << held;
            EXPECT_EQ(bytesOf(clean), clean) << held;
        }
    }
    const std::string whole = exif("II", 6);
    for (std::size_t size = 0; size < whole.size(); ++size) {
        EXPECT_EQ(codeOf(jpeg(segment('\xE1', whole.substr(0, size)))), "") << size;
    }
}

TEST(CleanPicture, DropsWhatAPngSaysAboutItself)
{
    const std::string told = chunk("eXIf", exif("MM", 6)) + chunk("tEXt", "Location\0here"s) +
                             chunk("iTXt", "XML:com.adobe.xmp") + chunk("zTXt", "x") +
                             chunk("tIME", "2026") + chunk("prVt", "whatever");
    const std::string shown = chunk("pHYs", "dots") + chunk("tRNS", "clear");
    EXPECT_EQ(bytesOf(png(told + shown)), png(shown));
    EXPECT_EQ(bytesOf(png() + "GPS 52.52"), png());
}

TEST(CleanPicture, DropsWhatAWebpSaysAboutItself)
{
    const std::string told =
        riffChunk("EXIF", exif("MM", 6)) + riffChunk("XMP ", "GPS") + riffChunk("ABCD", "GPS");
    EXPECT_EQ(bytesOf(webp(webpHead('\x1C'), told)), webp(webpHead('\x10')));
    EXPECT_EQ(bytesOf(webp() + "GPS 52.52"), webp());
    EXPECT_EQ(codeOf(webp(webpHead('\x02'), riffChunk("ANIM", "123456"))),
              "item.picture_unreadable")
        << "It moves.";
}

TEST(CleanPicture, RefusesWhatIsCutOff)
{
    for (const std::string& whole : {jpeg(), png(chunk("pHYs", "dots")), webp(webpHead(0))}) {
        for (std::size_t size = 0; size < whole.size(); ++size) {
            EXPECT_EQ(codeOf(whole.substr(0, size)), "item.picture_unreadable") << size;
        }
        EXPECT_EQ(codeOf(whole), "");
    }
    EXPECT_EQ(codeOf("\xFF\xD8"s + jfif() + "\xFF\xD9"s), "item.picture_unreadable");
    EXPECT_EQ(codeOf("\x89PNG\r\n\x1A\n"s + chunk("IDAT", "data") + chunk("IEND", "")),
              "item.picture_unreadable");
}

TEST(CleanPicture, KeepsNoMoreThanItsBounds)
{
    const std::string profile = segment('\xE2', "ICC_PROFILE\0"s + std::string(65'000, 'x'));
    std::string large = profile;
    for (int i = 0; i < 8; ++i) {
        large += profile;
    }
    EXPECT_EQ(codeOf(jpeg(profile)), "");
    EXPECT_EQ(codeOf(jpeg(large)), "item.picture_too_large");
    EXPECT_EQ(codeOf(jpeg(segment('\xFE', std::string(65'000, 'x')))), "");
    try {
        (void)cleanPicture(png(chunk("IDAT", std::string(700'000, 'x'))));
        FAIL();
    } catch (const Refusal& refusal) {
        EXPECT_EQ(
            refusal.sentence(),
            "The picture has 684 KB, and at most 512 KB are kept. Save it smaller, 800 pixels "
            "on its longest side, and send it again.");
    }
    for (const std::string& file : {jpeg("", 4001), png("", 4001), webp(webpHead(0, 4001))}) {
        EXPECT_EQ(codeOf(file), "item.picture_too_large");
    }
    for (const std::string& file : {jpeg("", 4000), png("", 4000), webp(webpHead(0, 4000))}) {
        EXPECT_EQ(codeOf(file), "");
    }
    EXPECT_EQ(codeOf(jpeg("", 0)), "item.picture_unreadable");
}

} // namespace
} // namespace giftbox::tests::picture_test
