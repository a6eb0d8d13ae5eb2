#include "foundation/refusal.h"
#include "web/http/cookies.h"
#include "web/http/form.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace giftbox::web::form_test {
namespace {

using foundation::Refusal;
using Pairs = std::vector<std::pair<std::string, std::string>>;

std::string urlEncoded(const Pairs& fields)
{
    std::string text;
    for (const auto& [name, value] : fields) {
        text += (text.empty() ? "" : "&") + encodePercent(name) + "=" + encodePercent(value);
    }
    return text;
}

/// Text that people may type: well formed, without NUL.
rc::Gen<std::string> words()
{
    return rc::gen::container<std::string>(rc::gen::inRange<char>(1, 127));
}

RC_GTEST_PROP(ParseUrlEncoded, GivesBackWhatWasSent, ())
{
    const auto fields = *rc::gen::container<Pairs>(rc::gen::pair(words(), words()));
    RC_ASSERT(parseUrlEncoded(urlEncoded(fields)).fields() == fields);
}

RC_GTEST_PROP(ParseUrlEncoded, RefusesOrReadsWhateverIsSent, (const std::string& bytes))
{
    try {
        const Form form = parseUrlEncoded(bytes);
        RC_ASSERT(parseUrlEncoded(urlEncoded(form.fields())).fields() == form.fields());
    } catch (const Refusal& refusal) {
        RC_ASSERT(refusal.code() == "form.malformed");
    }
}

TEST(ParseUrlEncoded, ReadsWhatBrowsersSend)
{
    const Form form = parseUrlEncoded("a=1&flag&b=2+3&c=%C3%A9&a=4&=x");
    EXPECT_EQ(form.text("a"), "1");
    EXPECT_EQ(form.all("a"), (std::vector<std::string>{"1", "4"}));
    EXPECT_EQ(form.text("b"), "2 3");
    EXPECT_EQ(form.text("c"), "é");
    EXPECT_FALSE(form.has("flag"));
    EXPECT_EQ(parseUrlEncoded("x=" + std::string(200'000, 'a')).text("x").size(), 200'000U);
}

TEST(ParseUrlEncoded, RefusesWhatIsNotText)
{
    for (const char* bad : {"a=%4", "a=%", "a=%zz", "a=%ff", "a=%00", "%C3=1", "a=\xC3"}) {
        EXPECT_THROW(parseUrlEncoded(bad), Refusal) << bad;
    }
    std::string many;
    for (int i = 0; i < 3000; ++i) {
        many += "a=1&";
    }
    EXPECT_THROW(parseUrlEncoded(many), Refusal);
}

TEST(FormOf, RefusesATypeThatIsNoForms)
{
    Request request;
    request.body = "{}";
    request.headers = {{"Content-Type", "application/json"}};
    EXPECT_THROW(formOf(request), Refusal);
    request.body = "";
    EXPECT_EQ(formOf(request), Form());
}

TEST(CookieOf, FindsItsOwnAmongOthers)
{
    Request request;
    request.headers = {{"Cookie", "a=1; giftbox=token; xgiftbox=2"}};
    EXPECT_EQ(cookieOf(request, "giftbox"), "token");
    EXPECT_EQ(cookieOf(request, "gift"), std::nullopt);
    request.headers = {{"Cookie", "giftbox=a; giftbox=b"}};
    EXPECT_EQ(cookieOf(request, "giftbox"), std::nullopt) << "one of them is somebody else's";
}

Request requestTo(const std::string& host, const std::string& base, bool isSecure)
{
    Request request;
    request.headers = {{"Host", host}};
    request.base = base;
    request.isSecure = isSecure;
    return request;
}

TEST(CookieText, IsSecureUnderTls)
{
    EXPECT_EQ(cookieText({.name = "n", .value = "v", .seconds = 0}, requestTo("h", "", true)),
              "n=v; Path=/; HttpOnly; SameSite=Lax; Max-Age=0; Secure");
}

TEST(CookieText, IsForThePathOfTheSiteAlone)
{
    EXPECT_EQ(cookieText({.name = "n", .value = "v", .seconds = {}}, requestTo("h", "/a/b", false)),
              "n=v; Path=/a/b; HttpOnly; SameSite=Lax");
}

TEST(CookieName, TellsTheServersOfAHostApart)
{
    const auto name = [](const std::string& host, const std::string& base, bool isSecure) {
        return cookieName(requestTo(host, base, isSecure), "");
    };
    EXPECT_EQ(name("127.0.0.1:8080", "", false), "giftbox_8080");
    EXPECT_EQ(name("[::1]:8081", "", false), "giftbox_8081");
    EXPECT_EQ(name("gifts.example", "", false), "giftbox");
    EXPECT_EQ(name("[2001:db8::1]", "", false), "giftbox");
    EXPECT_EQ(name("gifts.example:", "", false), "giftbox");
    EXPECT_EQ(name("", "", false), "giftbox");
    EXPECT_EQ(name("gifts.example", "", true), "__Host-giftbox");
    EXPECT_EQ(name("gifts.example:8443", "/tools/gifts", true), "__Secure-giftbox_8443.tools.gifts")
        << "the other prefix is for cookies of a whole host";
    EXPECT_EQ(cookieName(requestTo("h:1", "/x", false), "known"), "giftbox_known_1.x");
}

} // namespace
} // namespace giftbox::web::form_test
