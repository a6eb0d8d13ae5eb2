#include "foundation/text.h"

#include <gtest/gtest.h>

namespace giftbox::foundation::text_test {
namespace {

using namespace std::string_view_literals;

TEST(FirstInvalidUtf8, AcceptsTheEndsOfEveryLength)
{
    for (const std::string_view text :
         {""sv, "plain"sv, "\0"sv, "\x7F"sv, "\xC2\x80"sv, "\xDF\xBF"sv, "\xE0\xA0\x80"sv,
          "\xED\x9F\xBF"sv, "\xEE\x80\x80"sv, "\xEF\xBF\xBF"sv, "\xF0\x90\x80\x80"sv,
          "\xF4\x8F\xBF\xBF"sv}) {
        EXPECT_EQ(firstInvalidUtf8(text), std::nullopt) << foundation::quoted(text);
    }
}

TEST(FirstInvalidUtf8, FindsEveryKindOfMalformedSequence)
{
    for (const std::string_view bytes :
         {"\x80"sv, "\xBF"sv, "\xC0\x80"sv, "\xC1\xBF"sv, "\xC2"sv, "\xC2\x41"sv, "\xC2\xC2"sv,
          "\xE0\x9F\xBF"sv, "\xE0\xA0"sv, "\xED\xA0\x80"sv, "\xED\xBF\xBF"sv, "\xF0\x8F\xBF\xBF"sv,
          "\xF0\x90\x80"sv, "\xF4\x90\x80\x80"sv, "\xF5\x80\x80\x80"sv, "\xF8\x88\x80\x80\x80"sv,
          "\xFE"sv, "\xFF"sv}) {
        EXPECT_EQ(firstInvalidUtf8(bytes), 0U) << foundation::quoted(bytes);
        for (const std::size_t before : {1U, 7U, 8U, 9U, 16U, 31U}) {
            const std::string inside =
                std::string(before, 'a') + std::string(bytes) + "tail of the text";
            EXPECT_EQ(firstInvalidUtf8(inside), before) << foundation::quoted(bytes);
        }
    }
}

TEST(FirstInvalidUtf8, NamesTheFirstByteOfTheSequence)
{
    EXPECT_EQ(firstInvalidUtf8("\u00E9\xE2\x82x"), 2U);
    EXPECT_EQ(firstInvalidUtf8("\u20AC\u20AC\xE2\x82"), 6U);
}

TEST(Quoted, WrapsPlainTextInQuotes)
{
    EXPECT_EQ(foundation::quoted(""), "\"\"");
    EXPECT_EQ(foundation::quoted("Jos\u00E9"), "\"Jos\u00E9\"");
}

TEST(Quoted, ShowsControlCharactersAndInvalidBytesAsHex)
{
    EXPECT_EQ(foundation::quoted("a\tb\x1B[0m"), "\"a\\x09b\\x1B[0m\"");
    EXPECT_EQ(foundation::quoted("\0\x7F"sv), "\"\\x00\\x7F\"");
    EXPECT_EQ(foundation::quoted("\xC2\x9B"), "\"\\xC2\\x9B\"");
    EXPECT_EQ(foundation::quoted("\xFFz\xE2\x82"), "\"\\xFFz\\xE2\\x82\"");
}

TEST(Quoted, CutsAfterFortyCharacters)
{
    const std::string forty(40, 'x');
    EXPECT_EQ(foundation::quoted(forty), "\"" + forty + "\"");
    EXPECT_EQ(foundation::quoted(forty + "x"), "\"" + forty + "\u2026\"");
    std::string accents;
    for (int i = 0; i < 40; ++i) {
        accents += "\u00E9";
    }
    EXPECT_EQ(foundation::quoted(accents), "\"" + accents + "\"");
    EXPECT_EQ(foundation::quoted(accents + "\u00E9"), "\"" + accents + "\u2026\"");
}

TEST(Printable, ShowsEachControlCharacterAsAPicture)
{
    EXPECT_EQ(printable("a\x1B[2Jb"), "a\u241B[2Jb");
    EXPECT_EQ(printable("\0\n\x1F\x7F"sv), "\u2400\u240A\u241F\u2421");
    EXPECT_EQ(printable("\xC2\x80\xC2\x9B\xC2\x9F"), "\uFFFD\uFFFD\uFFFD");
}

TEST(Printable, LeavesEverythingElseAlone)
{
    for (const std::string_view text :
         {"", "Zo\u00EB", "\u00A0", "\u65E5\u672C", "\U0001F381", "'=1+1"}) {
        EXPECT_EQ(printable(text), text);
    }
}

TEST(Printable, ShowsInvalidBytesAsReplacements)
{
    EXPECT_EQ(printable("a\xFF\xC2"), "a\uFFFD\uFFFD");
}

TEST(DisplayWidth, CountsColumnsOfATerminal)
{
    const std::pair<std::string_view, std::size_t> cases[] = {
        {"", 0},
        {"Mug", 3},
        {"Zo\u00EB", 3},
        {"Zoe\u0308", 3},
        {"\u65E5\u672C", 4},
        {"\uFF21", 2},
        {"\uFF71", 1},
        {"\uD55C\uAE00", 4},
        {"\u1112\u1161\u11AB", 2},
        {"\U0001F381", 2},
        {"\u2600", 1},
        {"\u26A1", 2},
        {"\u2500\u2026", 2},
        {"\u200B\u200D\uFEFF\uFE0F", 0},
        {"\u0634\u064E", 1},
        {"\u0E01\u0E34", 1},
        {"\u00AD", 1},
        {"\U00020000", 2},
        {"\U000E0100", 0},
        {"\xFF", 1},
    };
    for (const auto& [text, width] : cases) {
        EXPECT_EQ(displayWidth(text), width) << text;
    }
}

} // namespace
} // namespace giftbox::foundation::text_test
