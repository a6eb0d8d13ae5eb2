#include "access/api_token.h"

#include "access/disable_user.h"
#include "access/grant_role.h"
#include "tests/access/access_fixture.h"

namespace giftbox::tests {
namespace {

class ApiToken : public AccessFixture {
protected:
    void prepare() override { user("ann", Role::Accounting); }

    std::string create(const std::string& label, Role role = Role::Accounting)
    {
        return write([&](auto& tx) {
            return access::createApiToken(tx, {.login = own("ann"), .role = role, .label = label});
        });
    }
    void revoke(const std::string& label)
    {
        write([&](auto& tx) { return access::revokeApiToken(tx, label), 0; });
    }
    bool holds(const std::string& token)
    {
        return access::findApiToken(database(), token).has_value();
    }
};
GIFTBOX_ON_BOTH_ENGINES(ApiToken);

TEST_P(ApiToken, OpensOneStoreAsOneRole)
{
    const std::string here = store();
    const std::string ann = own("ann");
    const std::string token = create("books");
    openStore("USD", "0.00", 0);
    write([&](auto& tx) { return access::grantRole(tx, ann, Role::Manager), 0; });
    const auto found = access::findApiToken(database(), token);
    ASSERT_TRUE(found.has_value());
    EXPECT_EQ(found->storeCode, here);
    EXPECT_EQ(found->login, ann);
    EXPECT_EQ(found->role, Role::Accounting);
}

TEST_P(ApiToken, IsKeptAsAHashAndRecordedWithoutItsLabel)
{
    const std::string token = create("books of Ann");
    EXPECT_EQ(raw().column("SELECT token_hash FROM api_token WHERE store_id = " + storeId()),
              std::vector<std::string>{access::tokenHash(token)});
    const std::string detail =
        "{\"role\":\"accounting\",\"token\":\"" + access::tokenHash(token).substr(0, 12) + "\"}";
    const std::string ann =
        "user " + std::to_string(access::requireUser(database(), own("ann")).id.value);
    EXPECT_EQ(lastEvent(), "token.create " + ann + " " + detail);
    revoke("books of Ann");
    EXPECT_EQ(lastEvent(), "token.revoke " + ann + " " + detail);
}

TEST_P(ApiToken, EndsWhenItIsRevoked)
{
    const std::string one = create("one");
    const std::string other = create("other");
    revoke("one");
    EXPECT_FALSE(holds(one));
    EXPECT_TRUE(holds(other));
    const auto tokens = read([](const auto& tx) { return access::listApiTokens(tx); });
    ASSERT_EQ(tokens.size(), 2U);
    EXPECT_EQ(tokens[0].label, "one");
    EXPECT_TRUE(tokens[0].revokedAt.has_value());
    EXPECT_EQ(tokens[1].label, "other");
    EXPECT_EQ(tokens[1].login, own("ann"));
    EXPECT_EQ(tokens[1].role, Role::Accounting);
    EXPECT_FALSE(tokens[1].revokedAt.has_value());
}

TEST_P(ApiToken, EndsWithTheRoleOrTheUser)
{
    const std::string token = create("books");
    write([&](auto& tx) {
        return access::revokeRole(tx, own("ann"), Role::Accounting, Reach::OneStore), 0;
    });
    EXPECT_FALSE(holds(token));
    write([&](auto& tx) { return access::grantRole(tx, own("ann"), Role::Accounting), 0; });
    EXPECT_TRUE(holds(token));
    write([&](auto& tx) { return access::disableUser(tx, own("ann"), Reach::OneStore), 0; });
    EXPECT_FALSE(holds(token));
}

TEST_P(ApiToken, IsNoOther)
{
    const std::string token = create("books");
    for (const std::string& forged : {std::string(), token + "A", access::tokenHash(token),
                                      access::newToken(), std::string("\xff\0", 2)}) {
        EXPECT_FALSE(holds(forged));
    }
}

TEST_P(ApiToken, IsRefusedBeyondTheUsersRolesAndUnderAUsedLabel)
{
    create("books");
    EXPECT_REFUSAL("token.exists", create("books"));
    EXPECT_REFUSAL("user.role_not_held", create("caps", Role::Manager));
    EXPECT_REFUSAL("text.missing", create(""));
    EXPECT_REFUSAL("token.unknown", revoke("caps"));
    revoke("books");
    EXPECT_REFUSAL("token.unknown", revoke("books"));
    EXPECT_REFUSAL("token.exists", create("books"));
    write([&](auto& tx) { return access::disableUser(tx, own("ann"), Reach::OneStore), 0; });
    EXPECT_REFUSAL("user.disabled", create("more"));
}

} // namespace
} // namespace giftbox::tests
