#include "access/api_token.h"
#include "access/grant_role.h"
#include "tests/web/api/api_fixture.h"

namespace giftbox::web::token_page_test {
namespace {

using access::Role;

class TokenPages : public ApiFixture {
protected:
    void prepare() override
    {
        ApiFixture::prepare();
        (void)tokenOf(Role::Manager);
        administrator_ = loggedInAs(Role::Administrator);
    }
    Fields wanted(const std::string& label, const std::string& key)
    {
        return {{"label", label}, {"user", lastLogin()}, {"manager", "yes"}, {"request_key", key}};
    }
    std::string administrator_;
};

TEST_P(TokenPages, ShowATokenOnceThatOpensTheApi)
{
    const std::string key = fieldOf(get(at("/tokens/create"), administrator_), "request_key");
    const Response made = post(at("/tokens/create"), wanted("till <1>", key), administrator_);
    EXPECT_EQ(made.status, 200);
    EXPECT_EQ(headerOf(made, "Cache-Control"), "no-store");
    EXPECT_TRUE(parsed(made).says("till <1>"));
    const std::string token = parsed(made).valueOfLabel("Token");
    EXPECT_EQ(ApiFixture::read("/stock", token).status, 200);

    const Response again = post(at("/tokens/create"), wanted("till <1>", key), administrator_);
    EXPECT_EQ(again.status, 303);
    EXPECT_TRUE(parsed(follow(again, administrator_)).says("was created and shown once"));
    EXPECT_FALSE(parsed(get(at("/tokens"), administrator_)).mentions(token));
    EXPECT_EQ(allRows().find(token), std::string::npos) << "not even under the request key";

    EXPECT_EQ(post(at("/tokens/revoke"), {{"label", "till <1>"}}, administrator_).status, 303);
    EXPECT_EQ(ApiFixture::read("/stock", token).status, 401);
    EXPECT_TRUE(parsed(get(at("/tokens"), administrator_)).says("revoked"));
}

TEST_P(TokenPages, SayAtTheFieldWhatIsRefused)
{
    const Response taken =
        post(at("/tokens/create"), wanted("program 1", access::newToken()), administrator_);
    EXPECT_EQ(taken.status, 422);
    EXPECT_TRUE(parsed(taken).refuses("label"));
    for (const Fields& held :
         {Fields{{"user", ""}, {"manager", "yes"}}, Fields{{"user", "nobody"}, {"manager", "yes"}},
          Fields{{"user", lastLogin()}, {"accounting", "yes"}}, Fields{{"user", lastLogin()}},
          Fields{{"user", lastLogin()}, {"boss", "yes"}}}) {
        Fields fields = held;
        fields.emplace_back("label", "new");
        const Response refused = post(at("/tokens/create"), fields, administrator_);
        EXPECT_EQ(refused.status, 422);
        EXPECT_TRUE(parsed(refused).refuses("user"));
    }
    Fields past = wanted("past", access::newToken());
    past.emplace_back("last_day", "2026-06-14");
    EXPECT_TRUE(parsed(post(at("/tokens/create"), past, administrator_)).refuses("last_day"));
    EXPECT_EQ(post(at("/tokens/revoke"), {{"label", "none"}}, administrator_).status, 422);
}

TEST_P(TokenPages, OfferUsersOfTheStoreWithTheirRoles)
{
    const std::string mine = lastLogin();
    const tests::ParsedPage page = parsed(get(at("/tokens/create"), administrator_));
    EXPECT_EQ(page.option("user", mine).text, mine + ": Manager");
}

TEST_P(TokenPages, MakeATokenOfSeveralRolesThatOnlyReadsUntilADay)
{
    write([&](books::WriteTransaction& tx) {
        return access::grantRole(tx, lastLogin(), Role::Accounting, access::Reach::OneStore), 0;
    });
    Fields fields = wanted("workbook", access::newToken());
    fields.insert(fields.end(),
                  {{"accounting", "yes"}, {"read_only", "yes"}, {"last_day", "2026-06-30"}});
    const Response made = post(at("/tokens/create"), fields, administrator_);
    ASSERT_EQ(made.status, 200) << made.body;
    const std::string token = parsed(made).valueOfLabel("Token");
    EXPECT_EQ(ApiFixture::read("/movements", token).status, 200);
    EXPECT_EQ(codeOf(change("/months/2026-05/close", token, "{}")), "access.read_only");
    const tests::ParsedPage list = parsed(get(at("/tokens"), administrator_));
    EXPECT_TRUE(list.says("Manager, Accounting"));
    EXPECT_EQ(list.cell("workbook", "Access"), "read");
    EXPECT_TRUE(list.says("after 2026-06-30"));
    write([&](books::WriteTransaction& tx) {
        return access::revokeRole(tx, lastLogin(), Role::Manager, access::Reach::OneStore), 0;
    });
    EXPECT_TRUE(parsed(get(at("/tokens"), administrator_)).says("role lost"));
    const Json rows = rowsOf(ApiFixture::read("/tokens", tokenOf(Role::Administrator)));
    const auto row =
        std::ranges::find_if(rows, [](const Json& one) { return one["label"] == "workbook"; });
    EXPECT_EQ((*row)["roles"], "manager accounting");
    EXPECT_EQ((*row)["right"], "read");
    EXPECT_EQ((*row)["state"], "role lost");
    EXPECT_EQ((*row)["last_day"], "2026-06-30");
    EXPECT_FALSE((*row)["last_used_at"].is_null());
    EXPECT_FALSE((*row)["ended_at"].is_null());
}

GIFTBOX_ON_BOTH_ENGINES(TokenPages);

} // namespace
} // namespace giftbox::web::token_page_test
