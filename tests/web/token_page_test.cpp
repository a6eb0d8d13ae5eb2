#include "access/api_token.h"
#include "tests/web/api_fixture.h"

namespace giftbox::web {
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
    static bool holds(const Response& response, const std::string& text)
    {
        return response.body.find(text) != std::string::npos;
    }
    Fields wanted(const std::string& label, const std::string& key)
    {
        return {{"label", label}, {"holder", lastLogin() + " manager"}, {"request_key", key}};
    }
    std::string administrator_;
};

TEST_P(TokenPages, ShowATokenOnceThatOpensTheApi)
{
    const std::string key = fieldOf(get(at("/tokens/create"), administrator_), "request_key");
    const Response made = post(at("/tokens/create"), wanted("till <1>", key), administrator_);
    EXPECT_EQ(made.status, 200);
    EXPECT_EQ(headerOf(made, "Cache-Control"), "no-store");
    EXPECT_TRUE(holds(made, "till &lt;1&gt;"));
    const std::string start = "size=\"48\" value=\"";
    const auto at48 = made.body.find(start);
    ASSERT_NE(at48, std::string::npos) << made.body;
    const std::string token = made.body.substr(at48 + start.size(), access::newToken().size());
    EXPECT_EQ(ApiFixture::read("/stock", token).status, 200);

    const Response again = post(at("/tokens/create"), wanted("till <1>", key), administrator_);
    EXPECT_EQ(again.status, 303);
    EXPECT_TRUE(holds(follow(again, administrator_), "shown then"));
    EXPECT_FALSE(holds(get(at("/tokens"), administrator_), token));
    EXPECT_EQ(allRows().find(token), std::string::npos) << "not even under the request key";

    EXPECT_EQ(post(at("/tokens/revoke"), {{"label", "till <1>"}}, administrator_).status, 303);
    EXPECT_EQ(ApiFixture::read("/stock", token).status, 401);
    EXPECT_TRUE(holds(get(at("/tokens"), administrator_), "revoked"));
}

TEST_P(TokenPages, SayAtTheFieldWhatIsRefused)
{
    const Response taken =
        post(at("/tokens/create"), wanted("program 1", access::newToken()), administrator_);
    EXPECT_EQ(taken.status, 422);
    EXPECT_TRUE(holds(taken, "id=\"e-label\""));
    for (const std::string& holder :
         {std::string(), std::string("nobody"), std::string("nobody manager"),
          lastLogin() + " accounting", lastLogin() + " boss"}) {
        const Response refused =
            post(at("/tokens/create"), {{"label", "new"}, {"holder", holder}}, administrator_);
        EXPECT_EQ(refused.status, 422) << holder;
        EXPECT_TRUE(holds(refused, "id=\"e-holder\"")) << holder;
    }
    EXPECT_EQ(post(at("/tokens/revoke"), {{"label", "none"}}, administrator_).status, 422);
}

TEST_P(TokenPages, OfferUsersOfTheStoreWithTheirRoles)
{
    const std::string mine = lastLogin();
    const Response page = get(at("/tokens/create"), administrator_);
    EXPECT_TRUE(holds(page, "<option value=\"" + mine + " manager\""));
    EXPECT_FALSE(holds(page, "<option value=\"" + mine + " accounting\""));
}

GIFTBOX_ON_BOTH_ENGINES(TokenPages);

} // namespace
} // namespace giftbox::web
