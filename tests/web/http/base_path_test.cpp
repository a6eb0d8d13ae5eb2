#include "foundation/refusal.h"
#include "web/http/base_path.h"

#include <gtest/gtest.h>

namespace giftbox::web::base_path_test {
namespace {

TEST(ParseBasePath, IsAPlainPathWithoutASlashAtItsEnd)
{
    for (const auto& [text, base] : {std::pair<std::string, std::string>{"/gifts", "/gifts"},
                                     {"/gifts/", "/gifts"},
                                     {"/tools/gift-box_2.0~x", "/tools/gift-box_2.0~x"},
                                     {"/tools/s", "/tools/s"},
                                     {"/", ""}}) {
        EXPECT_EQ(parseBasePath(text), base);
    }
}

TEST(ParseBasePath, RefusesWhatAProxyOrABrowserWouldReadOtherwise)
{
    for (const char* text : {"", "gifts", "//", "/a//b", "/a/../b", "/.", "/a b", "/a%20b", "/a;b",
                             "/a?b", "/a#b", "/\xC3\xA4", "/a\r\nb", "/a\"", "https://x/a"}) {
        try {
            parseBasePath(text);
            ADD_FAILURE() << text;
        } catch (const foundation::Refusal& refusal) {
            EXPECT_EQ(refusal.code(), "serve.base_path_malformed");
        }
    }
}

TEST(ParseBasePath, RefusesPathsOfTheAppItself)
{
    for (const char* text : {"/s", "/api", "/api/v1", "/assets/", "/login", "/healthz"}) {
        EXPECT_THROW(parseBasePath(text), foundation::Refusal) << text;
    }
}

TEST(TakeBasePath, KeepsWhatIsBelowWhetherAProxyRemovedItOrNot)
{
    const auto taken = [](const std::string& path, const std::string& base) {
        Request request;
        request.path = path;
        takeBasePath(request, base);
        EXPECT_EQ(request.base, base);
        return request.path;
    };
    EXPECT_EQ(taken("/gifts/login", "/gifts"), "/login");
    EXPECT_EQ(taken("/login", "/gifts"), "/login");
    EXPECT_EQ(taken("/gifts", "/gifts"), "/");
    EXPECT_EQ(taken("/gifts/", "/gifts"), "/");
    EXPECT_EQ(taken("/gifts//evil", "/gifts"), "//evil");
    EXPECT_EQ(taken("/giftshop", "/gifts"), "/giftshop");
    EXPECT_EQ(taken("/login", ""), "/login");
    EXPECT_EQ(taken("/", ""), "/");
}

} // namespace
} // namespace giftbox::web::base_path_test
