#include "foundation/json.h"
#include "tests/support/printed.h"
#include "tests/support/program.h"

#include <filesystem>

namespace giftbox::tests::scripts_test {
namespace {

struct Name {
    std::string script;
    std::string text;
    std::string font; ///< of the machine; empty for those in the program
};

const std::vector<Name>& names()
{
    static const std::vector<Name> all = {{"Latin", "Zoë Łukasz Offiffler", ""},
                                          {"Greek", "Ελένη Παπαδοπούλου", ""},
                                          {"Cyrillic", "Юрий Ґалаґан", ""},
                                          {"Japanese", "髙橋 さくら・マリア", ""},
                                          {"Chinese", "张伟 陳大文 𠮷田", "NotoSerifCJK"},
                                          {"Korean", "김민준 이서연", "NotoSerifCJK"},
                                          {"Thai", "สมชาย ใจดี น้ำผึ้ง กุ้งเต้น", "NotoSerifThai"},
                                          {"Arabic", "محمد الأحمد عبد الله", "NotoNaskhArabic"},
                                          {"Persian", "پگاه ژاله گلی", "NotoNaskhArabic"},
                                          {"Hebrew", "שרה כהן ירושלים", "NotoSerifHebrew"}};
    return all;
}

std::string note(const std::string& wording, const std::string& signer)
{
    foundation::JsonObject card;
    card.add("box", 1).add("store", "North Motors").add("wording", wording);
    std::string signers = "[";
    foundation::appendJsonString(signers, signer);
    card.addRaw("signers", signers + "]");
    foundation::JsonObject object;
    object.add("title", "Notes").add("width_micrometers", 127'000);
    object.add("height_micrometers", 177'800).add("picture_dots_per_inch", 0);
    return object.addRaw("cards", "[" + card.text() + "]")
        .addRaw("slips", "[]")
        .addRaw("orders", "[]")
        .addRaw("sheets", "[]")
        .addRaw("months", "[]")
        .text();
}

std::string slip(const std::string& name)
{
    foundation::JsonObject line;
    line.add("kind", "contents").add("sku", "HAT").add("name", name).add("size", "M");
    foundation::JsonObject slip;
    slip.add("box", 1).add("store_code", "NORTH").add("store", "North Motors");
    slip.add("recipient_code", "C-17").add("recipient_name", name).add("month", "May 2026");
    slip.add("state", "packed").addRaw("lines", "[" + line.add("units", 2).text() + "]");
    foundation::JsonObject object;
    object.add("title", "Slip").add("width_micrometers", 210'000);
    object.add("height_micrometers", 297'000).add("picture_dots_per_inch", 0);
    return object.addRaw("cards", "[]")
        .addRaw("slips", "[" + slip.text() + "]")
        .addRaw("orders", "[]")
        .addRaw("sheets", "[]")
        .addRaw("months", "[]")
        .text();
}

/// What a person copies from the pages: the lines in reading order, without the marks by which pdftotext says where
/// text goes from the right.
std::string copied(const std::string& pdf)
{
    const Ended ended = run({.words = {"pdftotext", "-layout", "-", "-"}, .input = pdf});
    EXPECT_TRUE(ended.done()) << ended;
    std::string text = ended.out;
    for (const char* mark : {"\u202A", "\u202B", "\u202C", "\u200E", "\u200F"}) {
        for (auto at = text.find(mark); at != std::string::npos; at = text.find(mark, at)) {
            text.erase(at, std::string_view(mark).size());
        }
    }
    return text;
}

/// Most of a note is from the left. Poppler takes the direction of a page from most of its letters.
const std::string kThanks =
    "thank you for your visits all through this year. All of us in the office look forward to "
    "the next one.";

class Scripts : public testing::TestWithParam<Name> {
protected:
    void SetUp() override
    {
        const std::string& font = GetParam().font;
        const std::string folder = "/usr/share/fonts/";
        const bool isThere =
            font.empty() ||
            std::filesystem::exists(folder + "truetype/noto/" + font + "-Regular.ttf") ||
            std::filesystem::exists(folder + "opentype/noto/" + font + "-Regular.ttc");
        if (!isThere) {
            ASSERT_EQ(std::getenv("GIFTBOX_TEST_EVERYTHING"), nullptr) << "there is no " << font;
            GTEST_SKIP() << "there is no " << font << "; scripts/packages test installs it";
        }
    }
    static std::string typeset(const std::string& json)
    {
        const Ended ended = run({.words = {GIFTBOX_TYPESET}, .input = json});
        EXPECT_TRUE(ended.done() && ended.err.empty()) << ended;
        return ended.out;
    }
};

TEST_P(Scripts, AreCopiedFromANoteAsTheyWereTyped)
{
    const std::string& name = GetParam().text;
    const std::string pdf = typeset(note("Dear " + name + ",\n\n" + kThanks + "\n\n" + name, name));
    const std::string text = copied(pdf);
    EXPECT_NE(text.find("Dear " + name + ","), std::string::npos) << text;
    std::size_t count = 0;
    for (auto at = text.find(name); at != std::string::npos; at = text.find(name, at + 1)) {
        ++count;
    }
    EXPECT_EQ(count, 3U) << "in the greeting, alone, and over the signature:\n" << text;
    const Printed pages(pdf);
    EXPECT_EQ(pages.fontsNotEmbedded(), "");
    EXPECT_EQ(pages.count(), 1U);
    EXPECT_GE(pages.whiteInches(1), 0.5 - 0.015) << "marks above and below stay off the margin";
}

TEST_P(Scripts, AreCopiedFromASlipAsTheyWereTyped)
{
    const std::string& name = GetParam().text;
    const std::string text = copied(typeset(slip(name)));
    EXPECT_NE(text.find(name), std::string::npos) << text;
    EXPECT_NE(text.find("C-17"), std::string::npos) << text;
    EXPECT_EQ(text.find("not printable"), std::string::npos) << text;
}

INSTANTIATE_TEST_SUITE_P(All, Scripts, testing::ValuesIn(names()),
                         [](const auto& which) { return which.param.script; });

} // namespace
} // namespace giftbox::tests::scripts_test
