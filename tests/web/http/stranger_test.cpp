#include "access/find_session.h"
#include "access/log_in.h"
#include "tests/web/api/api_fixture.h"
#include "web/http/form.h"
#include "web/http/http_server.h"
#include "web/ui/kept_form.h"

namespace giftbox::web::stranger_test {
namespace {

using access::Role;

/// The checks before a large body is read.
class SiteAnnounced : public ApiFixture {
protected:
    Response announced(const std::string& path, std::vector<Header> more)
    {
        Request request;
        request.method = "POST";
        request.path = path;
        request.headers = std::move(more);
        request.headers.push_back({"Origin", "http://giftbox.test"});
        request.headers.push_back({"Content-Type", "application/x-www-form-urlencoded"});
        request.isAnnounced = true;
        return ask(std::move(request));
    }
    static Header cookie(const std::string& token) { return {"Cookie", "giftbox=" + token}; }
};

TEST_P(SiteAnnounced, ALargeFormIsReadOnlyFromWhoIsLoggedInAndMaySendIt)
{
    const std::string administrator = loggedInAs(Role::Administrator);
    const std::string before = allRows();
    for (const Route& route : routes()) {
        if (route.methods == Methods::Get) {
            continue;
        }
        const std::string path = pathOf(route);
        const bool isForAnybody = route.who == Who::Anybody;
        EXPECT_EQ(announced(path, {}).status, isForAnybody ? 100 : 303) << path;
        EXPECT_EQ(announced(path, {cookie(access::newToken())}).status, isForAnybody ? 100 : 303)
            << path;
        const bool may = !route.action || access::may(Role::Administrator, *route.action);
        EXPECT_EQ(announced(path, {cookie(administrator)}).status, may ? 100 : 403) << path;
    }
    EXPECT_EQ(announced("/nowhere", {cookie(administrator)}).status, 404);
    EXPECT_EQ(announced(at("/stock"), {cookie(administrator)}).status, 405);
    EXPECT_EQ(allRows(), before);
}

TEST_P(SiteAnnounced, ALargeCallIsReadOnlyFromWhoHasAToken)
{
    const std::string token = tokenOf(Role::PartsDirector);
    const std::string before = allRows();
    const auto called = [&](const std::string& path, const std::string& bearer) {
        return announced("/api/v1" + path, {{"Authorization", "Bearer " + bearer}}).status;
    };
    for (const char* path : {"/items", "/recipients", "/items/HAT/receive"}) {
        EXPECT_EQ(announced(std::string("/api/v1") + path, {}).status, 401) << path;
        EXPECT_EQ(called(path, access::newToken()), 401) << path;
        EXPECT_EQ(called(path, token), 100) << path;
    }
    EXPECT_EQ(called("/budget", token), 403);
    EXPECT_EQ(called("/nowhere", token), 404);
    EXPECT_EQ(allRows(), before);
}

GIFTBOX_ON_BOTH_ENGINES(SiteAnnounced);

TEST(SiteKeptFormLimits, AFormThatIsCarriedIsReadFromWhoIsNotLoggedInBothTimes)
{
    const Limits limits;
    Form form;
    form.add("name", std::string(64 * 1024 - 5, 'x'));
    EXPECT_EQ(keptText(form).size(), 64U * 1024);
    EXPECT_LT(keptText(form).size() + 4096, limits.unaskedBytes) << "with its tokens";
    std::string marks;
    while (marks.size() < 64 * 1024) {
        marks += "&=";
    }
    EXPECT_LT(encodePercent(marks).size() + 4096, limits.strangerBytes) << "encoded once more";
}

class SiteAddresses : public SiteFixture {
protected:
    bool needsOwnDatabase() const override { return true; }
    std::string wrongFrom(const std::string& address)
    {
        Request request = formRequest(
            "/login", {{"login", "nobody" + std::to_string(++tries_)}, {"password", "a wrong one"}},
            "");
        request.peer = address;
        return ask(std::move(request)).body;
    }

private:
    int tries_ = 0;
};

TEST_P(SiteAddresses, WrongPasswordsFromALineOfIpv6CountTogether)
{
    const auto hasToWait = [](const std::string& page) {
        return page.find("Too many wrong passwords") != std::string::npos;
    };
    for (int i = 0; i < access::kFreeFailuresOfAddress; ++i) {
        EXPECT_FALSE(hasToWait(wrongFrom("2001:db8:0:7::" + std::to_string(i + 1)))) << i;
    }
    wrongFrom("2001:db8:0:7:a::1");
    EXPECT_TRUE(hasToWait(wrongFrom("2001:db8:0:7:b::1")));
    EXPECT_FALSE(hasToWait(wrongFrom("2001:db8:0:8::1")));
}

GIFTBOX_ON_BOTH_ENGINES(SiteAddresses);

} // namespace
} // namespace giftbox::web::stranger_test
