#include "foundation/embedded.h"
#include "web/http/listen_address.h"
#include "web/router.h"
#include "web/ui/chart.h"
#include "web/ui/html.h"
#include "web/ui/table.h"

#include <gtest/gtest.h>

namespace giftbox::web::html_test {
namespace {

TEST(Escaped, LeavesNothingThatEndsATextOrAnAttribute)
{
    EXPECT_EQ(escaped("<a b='c' d=\"e\" f=`g`>&amp;"),
              "&lt;a b&#61;&#39;c&#39; d&#61;&quot;e&quot; f&#61;&#96;g&#96;&gt;&amp;amp;");
}

/// Places where a value is in a tag but not in quotes.
std::size_t unquotedValues(const std::string& text)
{
    std::size_t found = 0;
    bool isTag = false;
    bool isQuoted = false;
    for (std::size_t i = 0; i + 2 < text.size(); ++i) {
        isTag = !isQuoted && text[i] == '<' ? true : !isQuoted && text[i] == '>' ? false : isTag;
        isQuoted = isTag && text[i] == '"' ? !isQuoted : isQuoted;
        const bool isValue = text[i] == '{' && text[i + 1] == '{' &&
                             std::string_view("#^/>").find(text[i + 2]) == std::string_view::npos;
        found += isTag && !isQuoted && isValue ? 1U : 0U;
    }
    return found;
}

TEST(Templates, HaveTheirValuesInQuotes)
{
    EXPECT_EQ(unquotedValues("<a href={{x}}>{{y}}</a><b {{#c}}d=\"{{e}}\"{{/c}}>"), 1U);
    for (const std::string& file : foundation::embeddedFiles("web/templates/")) {
        EXPECT_EQ(unquotedValues(foundation::embeddedFile(file).value_or("")), 0U) << file;
    }
}

/// Text that templates must not contain, so that every value is escaped and the policy stays strict.
TEST(Templates, ShowNothingUnescapedAndNeedNoLoosePolicy)
{
    const auto files = foundation::embeddedFiles("web/templates/");
    ASSERT_GT(files.size(), 10U);
    for (const std::string& file : files) {
        const std::string text = foundation::embeddedFile(file).value_or("");
        for (const char* banned :
             {"{{{", "{{&", "<style", " style=", "javascript:", " onclick", " onload"}) {
            EXPECT_EQ(text.find(banned), std::string::npos) << file << " has " << banned;
        }
        const auto script = text.find("<script");
        EXPECT_TRUE(script == std::string::npos ||
                    text.find("<script src=\"{{script}}\"") == script)
            << file;
    }
}

TEST(Templates, AreWholeWithinTheLayout)
{
    const std::string page =
        renderPage("sentence", View().text("title", "T<").text("sentence", "S"));
    EXPECT_TRUE(page.starts_with("<!doctype html>"));
    EXPECT_NE(page.find("<title>T&lt; · Giftbox</title>"), std::string::npos);
    EXPECT_NE(page.find("<p class=\"sentence\">S</p>"), std::string::npos);
    EXPECT_EQ(page.find("{{"), std::string::npos);
}

TEST(Scaled, StaysWithinItsLength)
{
    EXPECT_EQ(scaled(50, 100, 1000), 500);
    EXPECT_EQ(scaled(0, 0, 1000), 0);
    EXPECT_EQ(scaled(-5, 100, 1000), 0);
    EXPECT_EQ(scaled(200, 100, 1000), 1000);
    constexpr std::int64_t kMost = 9'000'000'000'000'000'000;
    EXPECT_EQ(scaled(kMost, kMost, 1000), 1000);
}

TEST(RoundedUp, IsARoundNumberThatFourDivides)
{
    for (const std::int64_t value : {1LL, 4LL, 5LL, 99LL, 75000LL, 123456789LL}) {
        EXPECT_GE(roundedUp(value), value);
        EXPECT_EQ(roundedUp(value) % 4, 0);
    }
}

TEST(FindRoute, TakesPathsApart)
{
    const auto found = findRoute("/s/A%2EB/boxes/42/give");
    ASSERT_TRUE(found);
    EXPECT_EQ(found->route->pattern, "/s/{store}/boxes/{no}/give");
    EXPECT_EQ(found->store, "A.B");
    EXPECT_EQ(found->part, "42");
    EXPECT_EQ(findRoute("/s/A/boxes/pack")->route->pattern, "/s/{store}/boxes/pack");
    for (const char* none :
         {"", "x", "/s/A/boxes/42/give/", "/s/A/boxes//give", "/s/%zz/stock", "//"}) {
        EXPECT_FALSE(findRoute(none)) << none;
    }
}

TEST(Routes, OfAStoreAreInAStore)
{
    for (const Route& route : routes()) {
        EXPECT_EQ(route.pattern.starts_with("/s/{store}"), route.who == Who::InStore)
            << route.pattern;
        EXPECT_TRUE(route.who == Who::InStore || !route.action) << route.pattern;
        // Undo asks for the right of what it does.
        EXPECT_TRUE(route.action || route.who != Who::InStore || route.pattern == "/s/{store}" ||
                    route.pattern == "/s/{store}/undo")
            << route.pattern << " is open to every role";
    }
}

TEST(ParseListenAddress, TakesNumbersOnly)
{
    EXPECT_EQ(parseListenAddress("0.0.0.0:80").isLoopback, false);
    EXPECT_EQ(parseListenAddress("127.0.0.1:0").isLoopback, true);
    EXPECT_EQ(toText(parseListenAddress("[::1]:8080")), "[::1]:8080");
    EXPECT_TRUE(parseListenAddress("[::1]:8080").isLoopback);
    EXPECT_FALSE(parseListenAddress("[::]:8080").isLoopback);
    for (const char* bad : {"", "8080", "localhost:80", "127.0.0.1:", "127.0.0.1:99999", ":80",
                            "127.0.0.1:80x", "::1:80", "[127.0.0.1]:80"}) {
        EXPECT_THROW(parseListenAddress(bad), foundation::Refusal) << bad;
    }
}

TEST(RequireProtected, RefusesWhatOthersReachInTheClear)
{
    const auto open = parseListenAddress("0.0.0.0:80");
    EXPECT_THROW(requireProtected(open, false), foundation::Refusal);
    EXPECT_NO_THROW(requireProtected(open, true));
    EXPECT_NO_THROW(requireProtected(parseListenAddress("127.0.0.1:80"), false));
}

} // namespace
} // namespace giftbox::web::html_test
