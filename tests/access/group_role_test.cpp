#include "access/api_token.h"
#include "access/disable_user.h"
#include "access/grant_role.h"
#include "access/group_role.h"
#include "access/list_users.h"
#include "access/set_password.h"
#include "access/stores_of_user.h"
#include "books/entity.h"
#include "books/set_store.h"
#include "tests/access/access_fixture.h"

namespace giftbox::tests::group_role_test {
namespace {

using access::StoreLine;

/// Ann administers a first store, which belongs to an entity; Gil works in another store.
class GroupRole : public AccessFixture {
protected:
    void prepare() override
    {
        gil_ = own("gil");
        user("gil", Role::Manager);
        away_ = openStore("USD", "0.00", 0);
        home_ = openStore("USD", "0.00", 0);
        ann_ = own("ann");
        user("ann", Role::Administrator);
        entity_ = "E" + store();
        write([&](auto& tx) {
            return books::addEntity(tx, {.code = entity_, .name = "Harbor", .country = "US"}, {});
        });
        write([&](auto& tx) { return books::setStore(tx, {.entity = entity_}), 0; });
    }
    /// Roles in every store would be in those of other tests, too.
    bool needsOwnDatabase() const override { return true; }
    void grant(const std::string& login, Role role, const std::string& entity,
               const std::string& caller = {})
    {
        write([&](auto& tx) { return access::grantGroupRole(tx, caller, login, role, entity), 0; });
    }
    void revoke(const std::string& login, Role role, const std::string& entity,
                const std::string& caller = {})
    {
        write(
            [&](auto& tx) { return access::revokeGroupRole(tx, caller, login, role, entity), 0; });
    }
    access::Reach reachOf(const std::string& login)
    {
        return read([&](const auto& tx) {
            return access::reachOf(tx, login,
                                   access::rolesIn(tx, access::requireUser(database(), login).id));
        });
    }
    std::vector<Role> rolesOf(const std::string& login)
    {
        return read([&](const auto& tx) {
            return access::rolesIn(tx, access::requireUser(database(), login).id);
        });
    }
    std::vector<std::string> storesOf(const std::string& login, const std::string& words = {})
    {
        std::vector<std::string> codes;
        for (const StoreLine& one :
             access::storesOfUser(database(), access::requireUser(database(), login).id,
                                  {.words = words, .most = 1000})) {
            codes.push_back(one.code);
        }
        return codes;
    }
    std::string ann_;
    std::string gil_;
    std::string away_;
    std::string home_;
    std::string entity_;
};
GIFTBOX_ON_BOTH_ENGINES(GroupRole);

TEST_P(GroupRole, IsInEveryStoreOfTheEntityAndInNoOther)
{
    EXPECT_EQ(rolesOf(gil_), std::vector<Role>{});
    grant(gil_, Role::GroupManager, entity_);
    EXPECT_EQ(lastEvent().substr(0, 12), "group.grant ");
    EXPECT_EQ(rolesOf(gil_), std::vector{Role::GroupManager});
    EXPECT_EQ(storesOf(gil_, home_), std::vector{home_});
    EXPECT_EQ(storesOf(gil_, away_), std::vector<std::string>{});
    EXPECT_EQ(storesOf(gil_).size(), 2U) << "the store that gave a role, and that of the entity";
    const std::string token =
        access::logIn(database(),
                      {.login = gil_, .password = kRight, .address = own("x"), .browser = {}},
                      now(), [](const auto&, auto) { return true; })
            .token;
    const auto found = session(token);
    ASSERT_TRUE(found.has_value());
    EXPECT_TRUE(may(*found, home_, Action::ViewReport));
    EXPECT_FALSE(may(*found, home_, Action::SetCaps));
    EXPECT_TRUE(access::findSession(database(), token, now(), away_).value().roles.empty());
    revoke(gil_, Role::GroupManager, entity_);
    EXPECT_EQ(rolesOf(gil_), std::vector<Role>{});
    EXPECT_TRUE(session(token).value().roles.empty());
}

TEST_P(GroupRole, IsInEveryStoreWhereItIsForAll)
{
    grant(gil_, Role::GroupManager, "");
    EXPECT_EQ(rolesOf(gil_), std::vector{Role::GroupManager});
    EXPECT_EQ(storesOf(gil_, home_), std::vector{home_});
    EXPECT_EQ(storesOf(gil_, away_), std::vector{away_});
    revoke(gil_, Role::GroupManager, "");
    EXPECT_EQ(storesOf(gil_, away_), std::vector<std::string>{});
}

TEST_P(GroupRole, IsGivenByGroupAdministratorsOfThoseStoresAlone)
{
    const std::string before = allRows();
    EXPECT_REFUSAL("user.group_out_of_reach", grant(ann_, Role::GroupManager, entity_, ann_));
    EXPECT_REFUSAL("user.group_out_of_reach", grant(ann_, Role::GroupManager, "", ann_));
    EXPECT_REFUSAL("user.group_out_of_reach", revoke(gil_, Role::GroupManager, entity_, ann_));
    EXPECT_REFUSAL("entity.unknown", grant(ann_, Role::GroupManager, "NONE"));
    EXPECT_REFUSAL("user.unknown", grant(own("nobody"), Role::GroupManager, entity_));
    EXPECT_EQ(allRows(), before);
    grant(ann_, Role::GroupAdministrator, entity_);
    grant(gil_, Role::Accounting, entity_, ann_);
    EXPECT_REFUSAL("user.role_held", grant(gil_, Role::Accounting, entity_, ann_));
    EXPECT_REFUSAL("user.role_not_held", revoke(gil_, Role::Manager, entity_, ann_));
    EXPECT_REFUSAL("user.group_out_of_reach", grant(gil_, Role::Accounting, "", ann_));
}

TEST_P(GroupRole, IsNoneOfOneStore)
{
    EXPECT_REFUSAL(
        "user.role_of_group", write([&](auto& tx) {
            return access::grantRole(tx, ann_, Role::GroupAdministrator, Reach::EveryStore), 0;
        }));
}

TEST_P(GroupRole, KeepsAnAdministratorOfOneStoreFromThePerson)
{
    grant(gil_, Role::GroupManager, entity_);
    const std::string before = allRows();
    const auto tries = [&](Reach reach) {
        EXPECT_REFUSAL("user.shared",
                       write([&](auto& tx) { return access::disableUser(tx, gil_, reach), 0; }));
        EXPECT_REFUSAL("user.shared", write([&](auto& tx) {
                           return access::setPassword(tx, gil_, access::nobodysPassword(), reach),
                                  0;
                       }));
        EXPECT_REFUSAL("user.elsewhere", write([&](auto& tx) {
                           return access::grantRole(tx, gil_, Role::Adviser, reach), 0;
                       }));
    };
    EXPECT_EQ(reachOf(ann_), Reach::OneStore);
    tries(reachOf(ann_));
    grant(ann_, Role::GroupAdministrator, entity_);
    EXPECT_EQ(reachOf(ann_), Reach::OneEntity);
    tries(reachOf(ann_));
    EXPECT_FALSE(access::requireUser(database(), gil_).isDisabled);
    grant(ann_, Role::GroupAdministrator, "");
    EXPECT_EQ(reachOf(ann_), Reach::EveryStore);
    const access::Reach all = reachOf(ann_);
    write([&](auto& tx) { return access::disableUser(tx, gil_, all), 0; });
    EXPECT_TRUE(access::requireUser(database(), gil_).isDisabled);
}

TEST_P(GroupRole, EndsTokensThatHaveIt)
{
    grant(ann_, Role::GroupManager, entity_);
    const std::string token = write([&](auto& tx) {
        return access::createApiToken(
            tx, {.login = ann_, .roles = {Role::GroupManager}, .label = "till"});
    });
    ASSERT_TRUE(access::findApiToken(database(), token, now(), "UTC").has_value());
    revoke(ann_, Role::GroupManager, entity_);
    EXPECT_FALSE(access::findApiToken(database(), token, now(), "UTC").has_value());
    EXPECT_EQ(read([](const auto& tx) { return access::listApiTokens(tx).front().endReason; }),
              "role");
}

TEST_P(GroupRole, IsListedAmongTheUsersPageByPage)
{
    user("bob", Role::Adviser);
    grant(gil_, Role::GroupManager, entity_);
    std::vector<std::string> logins;
    std::string after;
    for (int page = 0; page < 5; ++page) {
        const auto users = read(
            [&](const auto& tx) { return access::listUsers(tx, {.after = after, .most = 1}); });
        if (users.empty()) {
            break;
        }
        logins.push_back(users.front().login);
        after = users.front().login;
    }
    std::vector<std::string> expected = {ann_, own("bob"), gil_};
    std::ranges::sort(expected);
    EXPECT_EQ(logins, expected);
    const auto found =
        read([&](const auto& tx) { return access::listUsers(tx, {.words = "BOB-"}); });
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found.front().login, own("bob"));
}

TEST_P(GroupRole, OfWhoeverAdministersAllStoresChangesAnEntity)
{
    const auto reach = [&](const std::string& login) {
        return read(
            [&](const auto& tx) { return access::requireEntityReach(tx, login, entity_), 0; });
    };
    reach(ann_);
    reach("");
    EXPECT_REFUSAL("entity.out_of_reach", reach(gil_));
    openStore("USD", "0.00", 0);
    write([&](auto& tx) { return books::setStore(tx, {.entity = entity_}), 0; });
    EXPECT_REFUSAL("entity.out_of_reach", reach(ann_));
    grant(gil_, Role::GroupAdministrator, entity_);
    reach(gil_);
}

} // namespace
} // namespace giftbox::tests::group_role_test
