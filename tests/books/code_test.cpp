#include "books/code.h"

#include "foundation/refusal.h"

#include <gtest/gtest.h>

namespace giftbox::books::code_test {
namespace {

template <class Check>
std::string codeOf(Check check)
{
    try {
        check();
        return "";
    } catch (const foundation::Refusal& refusal) {
        return refusal.code();
    }
}

TEST(RequireCode, TakesWhatPeopleTypeAndScannersRead)
{
    for (const char* good : {"A", "7", "MUG-01", "a.b_c/d-e", "2000000000015"}) {
        EXPECT_NO_THROW(requireCode(good, 13, "x.malformed", "the code")) << good;
    }
}

TEST(RequireCode, IsRefusedForEverythingElse)
{
    for (const std::string& bad :
         {std::string(), std::string("-A"), std::string(".A"), std::string("A B"),
          std::string("A,B"), std::string("A\n"), std::string("\xc3\xa4"), std::string("A\0", 2),
          std::string("=A"), std::string(14, 'A')}) {
        EXPECT_EQ(codeOf([&] { requireCode(bad, 13, "item.sku_malformed", "the code"); }),
                  "item.sku_malformed")
            << bad;
    }
}

TEST(RequireText, WantsWords)
{
    for (const char* blank : {"", " ", "\t\r\n "}) {
        EXPECT_EQ(codeOf([&] { requireText(blank, "the reason"); }), "text.missing");
        EXPECT_NO_THROW(requireOptionalText(blank, "the note"));
    }
    EXPECT_NO_THROW(requireText(" x", "the reason"));
}

TEST(RequireText, WantsWellFormedTextOfAtMostAThousandBytes)
{
    EXPECT_EQ(codeOf([] { requireText("a\xc3", "the name"); }), "text.malformed");
    EXPECT_EQ(codeOf([] { requireOptionalText("\xed\xa0\x80", "the name"); }), "text.malformed");
    EXPECT_EQ(codeOf([] { requireText(std::string_view("a\0b", 3), "the name"); }),
              "text.malformed");
    EXPECT_EQ(codeOf([] { requireText(std::string(1001, 'x'), "the name"); }), "text.too_long");
    EXPECT_NO_THROW(requireText(std::string(1000, 'x'), "the name"));
}

} // namespace
} // namespace giftbox::books::code_test
