#include "access/add_user.h"
#include "access/log_in.h"
#include "access/set_password.h"
#include "foundation/digest.h"
#include "tests/web/site_fixture.h"

namespace giftbox::web::lock_out_test {
namespace {

using access::Role;

constexpr const char* kRight = "a long enough one";

/// A user whose password others guess.
class SiteLockOut : public SiteFixture {
protected:
    void prepare() override
    {
        SiteFixture::prepare();
        administrator_ = loggedInAs(Role::Administrator);
        login_ = foundation::sha256(store()).substr(0, 12) + "-ann";
        static const access::PasswordHash password = access::hashPassword(kRight);
        write([&](books::WriteTransaction& tx) {
            return access::addUser(tx, {.login = login_,
                                        .displayName = "Ann",
                                        .password = password,
                                        .role = Role::Manager});
        });
    }
    /// Sends the login form from an address, with the browser's cookies.
    Response logIn(const std::string& password, const std::string& address,
                   const std::string& cookie = {})
    {
        Request request = formRequest("/login", {{"login", login_}, {"password", password}}, {});
        request.headers.push_back({"Host", "giftbox.test"});
        request.peer = store() + address;
        if (!cookie.empty()) {
            request.headers.push_back({"Cookie", cookie});
        }
        return anotherSite()->answer(request);
    }
    void guess(int times)
    {
        for (int i = 0; i < times; ++i) {
            EXPECT_EQ(logIn("not the right one", "stranger").status, 422);
        }
    }
    /// The cookie of a response: `name=value`.
    static std::string cookieOf(const Response& response, const std::string& name)
    {
        for (const Header& header : response.headers) {
            if (header.name == "Set-Cookie" && header.value.starts_with(name + "=")) {
                return header.value.substr(0, header.value.find(';'));
            }
        }
        return "";
    }
    std::string administrator_;
    std::string login_;
};

TEST_P(SiteLockOut, DoesNotKeepOutABrowserThatWasGoodBefore)
{
    const Response before = logIn(kRight, "a");
    ASSERT_EQ(before.status, 303) << before.body;
    const std::string cookie = cookieOf(before, "giftbox_known");
    ASSERT_EQ(cookie.size(), std::string("giftbox_known=").size() + access::newToken().size());
    const auto header = std::ranges::find_if(
        before.headers, [](const Header& one) { return one.value.starts_with("giftbox_known="); });
    EXPECT_TRUE(header->value.ends_with("; Path=/; HttpOnly; SameSite=Lax; Max-Age=34560000"))
        << header->value;
    guess(6);
    EXPECT_EQ(logIn(kRight, "b").status, 422);
    EXPECT_EQ(logIn(kRight, "b", "giftbox_known=forged").status, 422);
    EXPECT_EQ(logIn(kRight, "a").status, 303) << "an address that was good before";
    const Response known = logIn(kRight, "b", cookie);
    EXPECT_EQ(known.status, 303) << known.body;
    EXPECT_EQ(cookieOf(known, "giftbox_known"), cookie);
}

TEST_P(SiteLockOut, IsShownToAdministratorsAndToNobodyElse)
{
    EXPECT_FALSE(parsed(get(at(""), administrator_)).mentions("Locked logins"));
    guess(5);
    const tests::ParsedPage home = parsed(get(at(""), administrator_));
    EXPECT_TRUE(home.says("Locked logins"));
    EXPECT_TRUE(home.says(store() + "stranger"));
    const tests::ParsedPage users = parsed(get(at("/users"), administrator_));
    EXPECT_TRUE(users.says("2026-06-15 12:00, until 2026-06-15 12:00: 5 wrong passwords, "
                           "last from " +
                           store() + "stranger"));
    EXPECT_FALSE(parsed(get(at(""), loggedInAs(Role::Manager))).mentions("Locked logins"));
    EXPECT_FALSE(users.mentions("not the right one"));
    waitMs(access::kFailuresLastMs + 2000);
    EXPECT_FALSE(parsed(get(at(""), loggedInAs(Role::Administrator))).mentions("Locked logins"));
    EXPECT_TRUE(
        parsed(get(at("/users"), loggedInAs(Role::Administrator))).says(", ended 2026-06-15"));
}

TEST_P(SiteLockOut, EndsWithANewPassword)
{
    guess(6);
    EXPECT_EQ(logIn(kRight, "b").status, 422);
    EXPECT_EQ(post(at("/users/password"), {{"login", login_}, {"password", kRight}}, administrator_)
                  .status,
              303);
    EXPECT_TRUE(parsed(get(at("/users"), administrator_)).says(", ended "));
    EXPECT_EQ(logIn(kRight, "b").status, 303);
}

TEST_P(SiteLockOut, OfTheFormForANewPasswordCountsAndBeginsNoSession)
{
    const std::string session = cookieOf(logIn(kRight, "a"), "giftbox").substr(8);
    const auto sessions = [&] {
        return raw()
            .column("SELECT s.token_hash FROM user_session s JOIN app_user u ON u.user_id = "
                    "s.user_id WHERE u.login = '" +
                    login_ + "'")
            .size();
    };
    ASSERT_EQ(sessions(), 1U);
    const auto change = [&](const std::string& current, const std::string& password) {
        return post("/password", {{"current", current}, {"password", password}}, session);
    };
    const std::string before = allRows();
    EXPECT_TRUE(parsed(change(kRight, "too short")).refuses("password"));
    EXPECT_TRUE(parsed(change("not the right one", "another long one")).refuses("current"));
    EXPECT_EQ(allRows(), before);
    EXPECT_EQ(sessions(), 1U);
    EXPECT_EQ(change(kRight, "another long one").status, 303);
    EXPECT_EQ(get("/", session).status, 303);
    EXPECT_EQ(logIn("another long one", "a").status, 303);
}

GIFTBOX_ON_BOTH_ENGINES(SiteLockOut);

} // namespace
} // namespace giftbox::web::lock_out_test
