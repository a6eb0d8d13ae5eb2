#include "access/api_token.h"

#include "access/disable_user.h"
#include "access/grant_role.h"
#include "access/statements.h"
#include "tests/access/access_fixture.h"

#include <chrono>

namespace giftbox::tests::api_token_test {
namespace {

class ApiToken : public AccessFixture {
protected:
    void prepare() override { user("ann", Role::Accounting); }

    std::string create(const std::string& label, Role role = Role::Accounting)
    {
        return write([&](auto& tx) {
            return access::createApiToken(tx,
                                          {.login = own("ann"), .roles = {role}, .label = label});
        });
    }
    void revoke(const std::string& label)
    {
        write([&](auto& tx) { return access::revokeApiToken(tx, label), 0; });
    }
    std::optional<access::ApiAccess> find(const std::string& token)
    {
        return access::findApiToken(database(), token, now(), "UTC");
    }
    void grant(const std::string& login, Role role, Reach reach = Reach::OneStore)
    {
        write([&](auto& tx) { return access::grantRole(tx, login, role, reach), 0; });
    }
    void revokeRole(Role role)
    {
        write(
            [&](auto& tx) { return access::revokeRole(tx, own("ann"), role, Reach::OneStore), 0; });
    }
    access::ApiTokenLine line(const std::string& label)
    {
        const auto all = read([](const auto& tx) { return access::listApiTokens(tx); });
        return *std::ranges::find(all, label, &access::ApiTokenLine::label);
    }
    bool holds(const std::string& token) { return find(token).has_value(); }
};
GIFTBOX_ON_BOTH_ENGINES(ApiToken);

TEST_P(ApiToken, OpensOneStoreAsOneRole)
{
    const std::string here = store();
    const std::string ann = own("ann");
    const std::string token = create("books");
    openStore("USD", "0.00", 0);
    grant(ann, Role::Manager, Reach::EveryStore);
    const auto found = find(token);
    ASSERT_TRUE(found.has_value());
    EXPECT_EQ(found->storeCode, here);
    EXPECT_EQ(found->login, ann);
    EXPECT_EQ(found->roles, std::vector{Role::Accounting});
    EXPECT_EQ(found->right, access::TokenRight::Change);
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
    EXPECT_TRUE(tokens[0].endedAt.has_value());
    EXPECT_EQ(tokens[0].endReason, "revoked");
    EXPECT_EQ(tokens[1].label, "other");
    EXPECT_EQ(tokens[1].login, own("ann"));
    EXPECT_EQ(tokens[1].roles, std::vector{Role::Accounting});
    EXPECT_FALSE(tokens[1].endedAt.has_value());
    EXPECT_EQ(access::stateOf(tokens[1], day("2026-06-15")), "active");
}

TEST_P(ApiToken, EndsForGoodWithARoleOrTheUser)
{
    const std::string token = create("books");
    revokeRole(Role::Accounting);
    EXPECT_FALSE(holds(token));
    EXPECT_EQ(access::stateOf(line("books"), day("2026-06-15")), "role lost");
    EXPECT_TRUE(line("books").endedAt.has_value());
    grant(own("ann"), Role::Accounting);
    EXPECT_FALSE(holds(token)) << "the role has come back, and the token has not";
    EXPECT_EQ(access::stateOf(line("books"), day("2026-06-15")), "role lost");
    EXPECT_REFUSAL("token.unknown", revoke("books"));
    const std::string second = create("second");
    EXPECT_TRUE(holds(second));
    write([&](auto& tx) { return access::disableUser(tx, own("ann"), Reach::OneStore), 0; });
    EXPECT_FALSE(holds(second));
    EXPECT_EQ(access::stateOf(line("second"), day("2026-06-15")), "user disabled");
    raw().execute("UPDATE app_user SET disabled = 0 WHERE login = '" + own("ann") + "'");
    EXPECT_FALSE(holds(second));
}

TEST_P(ApiToken, HasSeveralRolesAndEndsWithAnyOfThem)
{
    grant(own("ann"), Role::PartsDirector);
    grant(own("ann"), Role::Manager);
    const auto make = [&](const std::string& label, std::vector<Role> roles) {
        return write([&](auto& tx) {
            return access::createApiToken(
                tx, {.login = own("ann"), .roles = std::move(roles), .label = label});
        });
    };
    const std::string both =
        make("both", {Role::Accounting, Role::PartsDirector, Role::Accounting});
    const std::string other = make("other", {Role::Manager});
    const auto found = find(both);
    ASSERT_TRUE(found.has_value());
    EXPECT_EQ(found->roles, (std::vector{Role::PartsDirector, Role::Accounting}));
    EXPECT_TRUE(may(*found, Action::CloseMonth));
    EXPECT_TRUE(may(*found, Action::ReceiveStock));
    EXPECT_FALSE(may(*found, Action::SetCaps));
    EXPECT_EQ(lastEvent().substr(0, 12), "token.create");
    EXPECT_REFUSAL("token.role_missing", make("none", {}));
    EXPECT_REFUSAL("user.role_not_held", make("more", {Role::Manager, Role::Administrator}));
    revokeRole(Role::PartsDirector);
    EXPECT_FALSE(holds(both));
    EXPECT_TRUE(holds(other));
    EXPECT_EQ(line("other").endReason, "");
}

TEST_P(ApiToken, HasALastDayByTheClocksOfTheStore)
{
    itIs("2026-09-21");
    const auto make = [&](const std::string& label, const std::string& lastDay) {
        return write([&](auto& tx) {
            return access::createApiToken(tx, {.login = own("ann"),
                                               .roles = {Role::Accounting},
                                               .label = label,
                                               .lastDay = day(lastDay)});
        });
    };
    const std::string token = make("books", "2026-09-21");
    EXPECT_REFUSAL("token.last_day", make("old", "2026-09-20"));
    const auto at = [&](const std::string& instant, const std::string& zone) {
        return access::findApiToken(database(), token, foundation::parseInstant(instant), zone)
            .has_value();
    };
    EXPECT_TRUE(at("2026-09-21T23:59:59Z", "UTC"));
    EXPECT_FALSE(at("2026-09-22T00:00:00Z", "UTC"));
    raw().execute("UPDATE store SET time_zones = 'America/New_York' WHERE store_id = " + storeId());
    booksAreFalsified();
    EXPECT_TRUE(at("2026-09-22T03:59:59Z", "UTC"));
    EXPECT_FALSE(at("2026-09-22T04:00:00Z", "UTC"));
    EXPECT_EQ(access::stateOf(line("books"), day("2026-09-21")), "active");
    EXPECT_EQ(access::stateOf(line("books"), day("2026-09-22")), "last day passed");
}

TEST_P(ApiToken, KeepsWhenItWasUsedOnceAnHour)
{
    const std::string token = create("books");
    const auto use = [&] { access::noteTokenUse(database(), token, *find(token), now()); };
    EXPECT_FALSE(line("books").lastUsedAt.has_value());
    use();
    const Instant first = now();
    EXPECT_EQ(line("books").lastUsedAt, first);
    wait(access::kTokenUsedMs - 1);
    const std::int64_t before = database().statementsSent();
    use();
    EXPECT_EQ(database().statementsSent() - before, 1) << "only looked for";
    EXPECT_EQ(line("books").lastUsedAt, first);
    wait(1);
    use();
    EXPECT_EQ(line("books").lastUsedAt, now());
    wait(-10 * access::kTokenUsedMs);
    use();
    EXPECT_EQ(line("books").lastUsedAt, now()) << "what a clock has dated ahead is written anew";
}

TEST_P(ApiToken, IsUsedWithoutWaitingForWhoeverWrites)
{
    const std::string token = create("books");
    const auto found = find(token);
    foundation::Database other = foundation::Database::open(url());
    other.begin(foundation::Access::Write);
    other.execute(access::sql::EndToken{
        .storeId = found->store.value, .endedAt = 1, .endReason = "revoked", .label = "books"});
    other.settle();
    const auto began = std::chrono::steady_clock::now();
    access::noteTokenUse(database(), token, *found, now());
    EXPECT_LT(std::chrono::steady_clock::now() - began, std::chrono::seconds(2));
    other.rollback();
    EXPECT_FALSE(line("books").lastUsedAt.has_value());
    access::noteTokenUse(database(), token, *found, now());
    EXPECT_TRUE(line("books").lastUsedAt.has_value());
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
} // namespace giftbox::tests::api_token_test
