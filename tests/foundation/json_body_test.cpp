#include "foundation/json_body.h"

#include "tests/support/store_fixture.h"

namespace giftbox::foundation::json_body_test {
namespace {

std::string codeFor(const std::string& text)
{
    return tests::codeOf([&] { (void)parseJsonBody(text); });
}

TEST(JsonBody, HoldsTextWholeNumbersAndLists)
{
    const JsonBody body =
        parseJsonBody(R"( {"name":"Zoë \"Z\" \ud83c\udf81","units":-3,"size":null,)"
                      R"("lines":[{"sku":"HAT","units":2},{}],"none":[]} )");
    EXPECT_EQ(std::get<std::string>(body.fields.at("name")), "Zoë \"Z\" 🎁");
    EXPECT_EQ(std::get<std::int64_t>(body.fields.at("units")), -3);
    EXPECT_EQ(body.fields.at("size"), JsonScalar(nullptr)) << "which is not as if left out";
    EXPECT_EQ(body.lists.at("lines").size(), 2U);
    EXPECT_EQ(std::get<std::int64_t>(body.lists.at("lines")[0].at("units")), 2);
    EXPECT_TRUE(body.has("none"));
    EXPECT_TRUE(parseJsonBody("{}").fields.empty());
}

TEST(JsonBody, IsRefusedWhenItIsNotOnePlainObject)
{
    for (const char* text : {"",
                             " ",
                             "null",
                             "1",
                             "\"a\"",
                             "true",
                             "[]",
                             "[{}]",
                             "{",
                             "{}}",
                             "{} {}",
                             "{\"a\"}",
                             "{\"a\":}",
                             "{\"a\":1,}",
                             "{a:1}",
                             "{'a':1}",
                             "{\"a\":01}",
                             "{\"a\":+1}",
                             "{\"a\":NaN}",
                             "{\"a\":1}//",
                             "/**/{}",
                             "\xef\xbb\xbf{",
                             "{\"a\":{}}",
                             "{\"a\":[1]}",
                             "{\"a\":[[]]}",
                             "{\"a\":[null]}",
                             "{\"a\":[{\"b\":[]}]}",
                             "{\"a\":[{\"b\":{}}]}",
                             "{\"a\":true}",
                             "{\"a\":\"\n\"}"}) {
        EXPECT_EQ(codeFor(text), "body.malformed") << text;
    }
}

TEST(JsonBody, IsRefusedForNumbersThatMayBeReadInTwoWays)
{
    for (const char* number : {"1.0", "12.50", "1e3", "-0.5", "9223372036854775808",
                               "-9223372036854775809", "123456789012345678901234567890", "1e400"}) {
        EXPECT_EQ(codeFor(std::string("{\"cost\":") + number + "}"), "body.malformed") << number;
    }
    EXPECT_EQ(codeFor("{\"units\":9223372036854775807}"), "");
}

TEST(JsonBody, IsRefusedForAFieldThatIsThereTwice)
{
    EXPECT_EQ(codeFor(R"({"a":1,"a":1})"), "body.malformed");
    EXPECT_EQ(codeFor(R"({"a":1,"\u0061":2})"), "body.malformed");
    EXPECT_EQ(codeFor(R"({"a":null,"a":2})"), "body.malformed");
    EXPECT_EQ(codeFor(R"({"a":[],"a":[]})"), "body.malformed");
    EXPECT_EQ(codeFor(R"({"a":[{"b":1,"b":1}]})"), "body.malformed");
    EXPECT_EQ(codeFor(R"({"a":[{"b":1},{"b":1}]})"), "");
}

TEST(JsonBody, IsRefusedForNulAndBytesThatAreNoText)
{
    EXPECT_EQ(codeFor(R"({"a":"\u0000"})"), "body.malformed");
    EXPECT_EQ(codeFor(R"({"\u0000":"a"})"), "body.malformed");
    EXPECT_EQ(codeFor(std::string("{\"a\":\"\0\"}", 9)), "body.malformed");
    for (const char* bytes : {"\xff", "\xc3", "\xed\xa0\x80", "\xc0\xaf", "\xf5\x80\x80\x80",
                              "\\ud800", "\\udc00\\ud800"}) {
        EXPECT_EQ(codeFor(std::string("{\"a\":\"") + bytes + "\"}"), "body.malformed") << bytes;
    }
}

TEST(JsonBody, IsRefusedForDepthWithoutFollowingIt)
{
    constexpr std::size_t kMany = 500'000;
    EXPECT_EQ(codeFor(std::string(kMany, '[')), "body.malformed");
    std::string objects;
    for (std::size_t i = 0; i < kMany / 5; ++i) {
        objects += "{\"a\":";
    }
    EXPECT_EQ(codeFor(objects), "body.malformed");
    std::string lines = "{\"lines\":[";
    for (std::size_t i = 0; i < 2001; ++i) {
        lines += i == 0 ? "{}" : ",{}";
    }
    EXPECT_EQ(codeFor(lines + "]}"), "body.malformed");
}

} // namespace
} // namespace giftbox::foundation::json_body_test
