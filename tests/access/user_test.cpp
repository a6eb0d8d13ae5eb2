#include "access/disable_user.h"
#include "access/grant_role.h"
#include "access/list_users.h"
#include "access/set_password.h"
#include "tests/access/access_fixture.h"

namespace giftbox::tests::user_test {
namespace {

using access::UserLine;

class Users : public AccessFixture {
protected:
    void prepare() override { user("ann", Role::Manager); }

    void grant(const std::string& word, Role role)
    {
        write([&](auto& tx) { return access::grantRole(tx, own(word), role, Reach::OneStore), 0; });
    }
    void revoke(const std::string& word, Role role, Reach reach = Reach::OneStore)
    {
        write([&](auto& tx) { return access::revokeRole(tx, own(word), role, reach), 0; });
    }
    void disable(const std::string& word, Reach reach = Reach::OneStore)
    {
        write([&](auto& tx) { return access::disableUser(tx, own(word), reach), 0; });
    }
    void enable(const std::string& word, Reach reach = Reach::OneStore)
    {
        write([&](auto& tx) { return access::enableUser(tx, own(word), reach), 0; });
    }
    void setPassword(const std::string& word, Reach reach = Reach::OneStore)
    {
        write([&](auto& tx) {
            return access::setPassword(tx, own(word), access::nobodysPassword(), reach), 0;
        });
    }
    std::vector<UserLine> list()
    {
        return read([](const auto& tx) { return access::listUsers(tx); });
    }
};
GIFTBOX_ON_BOTH_ENGINES(Users);

TEST_P(Users, AreListedWithTheirRolesInThisStore)
{
    user("bob", Role::Adviser);
    grant("bob", Role::Administrator);
    grant("bob", Role::PartsDirector);
    disable("ann");
    EXPECT_EQ(list(),
              (std::vector<UserLine>{{own("ann"), "Somebody", {Role::Manager}, true, {}},
                                     {own("bob"),
                                      "Somebody",
                                      {Role::PartsDirector, Role::Adviser, Role::Administrator},
                                      false,
                                      {}}}));
    openStore("USD", "0.00", 0);
    EXPECT_EQ(list(), std::vector<UserLine>{});
}

TEST_P(Users, AreRecordedByNumberWithoutNameAndPassword)
{
    const std::string bob = "user " + std::to_string(user("bob", Role::Adviser).value);
    EXPECT_EQ(lastEvent(), "user.add " + bob + " {\"role\":\"adviser\"}");
    grant("bob", Role::Manager);
    EXPECT_EQ(lastEvent(), "role.grant " + bob + " {\"role\":\"manager\"}");
    revoke("bob", Role::Manager);
    EXPECT_EQ(lastEvent(), "role.revoke " + bob + " {\"role\":\"manager\"}");
    setPassword("bob");
    EXPECT_EQ(lastEvent(), "user.password " + bob + " {}");
    disable("bob");
    EXPECT_EQ(lastEvent(), "user.disable " + bob + " {}");
}

TEST_P(Users, AreFoundWhateverTheCapitals)
{
    const std::string ann = own("ann");
    std::string shouted = ann;
    std::transform(ann.begin(), ann.end(), shouted.begin(),
                   [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
    EXPECT_EQ(access::requireUser(database(), shouted).login, ann);
    for (const std::string& none : {std::string(""), "\xff" + ann, ann + std::string(1, '\0'),
                                    std::string("' OR ''='"), std::string(100'000, 'x')}) {
        EXPECT_FALSE(access::findUser(database(), none).has_value());
    }
}

TEST_P(Users, AreRefusedWhenTheLoginIsTakenOrIsNone)
{
    const auto add = [&](const std::string& login, const std::string& name) {
        write([&](auto& tx) {
            return access::addUser(tx, {.login = login,
                                        .displayName = name,
                                        .password = access::nobodysPassword(),
                                        .role = Role::Adviser});
        });
    };
    const std::string before = rowOf("ann");
    EXPECT_REFUSAL("user.exists", add(own("ANN"), "Ann"));
    EXPECT_REFUSAL("user.login_malformed", add("ann lee", "Ann"));
    EXPECT_REFUSAL("user.login_malformed", add(std::string(65, 'x'), "Ann"));
    EXPECT_REFUSAL("text.missing", add(own("bob"), " "));
    EXPECT_EQ(rowOf("ann"), before);
    EXPECT_EQ(rowOf("bob"), "");
}

TEST_P(Users, OfTheSameLoginAtOnceAreOne)
{
    const auto outcomes = atOnce(url(), 6, [&](foundation::Database& mine, int) {
        books::write(mine, store(), {.name = "ann", .now = now(), .machineZone = "UTC"},
                     [&](auto& tx) {
                         return access::addUser(tx, {.login = own("bob"),
                                                     .displayName = "Bob",
                                                     .password = access::nobodysPassword(),
                                                     .role = Role::Adviser});
                     });
    });
    EXPECT_EQ(outcomes, (Outcomes{{"done", 1}, {"user.exists", 5}}));
}

TEST_P(Users, OfSeveralStoresAtOnceGetNumbersOfTheirOwn)
{
    std::vector<std::string> stores;
    for (int i = 0; i < 4; ++i) {
        stores.push_back(openStore("USD", "0.00", 0));
    }
    std::atomic<std::size_t> next = 0;
    const auto outcomes = atOnce(url(), 4, [&](foundation::Database& mine, int) {
        const std::string mineToo = stores.at(next++);
        books::write(mine, mineToo, {.name = "ann", .now = now(), .machineZone = "UTC"},
                     [&](auto& tx) {
                         return access::addUser(tx, {.login = access::foldLogin("bob-" + mineToo),
                                                     .displayName = "Bob",
                                                     .password = access::nobodysPassword(),
                                                     .role = Role::Adviser});
                     });
    });
    EXPECT_EQ(outcomes, (Outcomes{{"done", 4}}));
}

TEST_P(Users, KeepTheirRolesWhenOneIsRefused)
{
    EXPECT_REFUSAL("user.unknown", grant("nobody", Role::Manager));
    EXPECT_REFUSAL("user.role_held", grant("ann", Role::Manager));
    EXPECT_REFUSAL("user.unknown", revoke("nobody", Role::Manager));
    EXPECT_REFUSAL("user.role_not_held", revoke("ann", Role::Adviser));
    disable("ann");
    EXPECT_REFUSAL("user.disabled", grant("ann", Role::Adviser));
}

TEST_P(Users, AreEnabledAgainWithTheirRolesAndPassword)
{
    EXPECT_REFUSAL("user.not_disabled", enable("ann"));
    setPassword("ann");
    disable("ann");
    enable("ann");
    EXPECT_EQ(list(),
              (std::vector<UserLine>{{own("ann"), "Somebody", {Role::Manager}, false, {}}}));
    grant("ann", Role::Adviser);
    disable("ann");
    EXPECT_REFUSAL("user.unknown", enable("nobody"));
}

TEST_P(Users, WhoAreDisabledStaySoUntilTheyAreEnabled)
{
    disable("ann");
    const std::string before = rowOf("ann");
    EXPECT_REFUSAL("user.disabled", disable("ann"));
    EXPECT_REFUSAL("user.disabled", setPassword("ann"));
    EXPECT_EQ(rowOf("ann"), before);
}

TEST_P(Users, OfOtherStoresAreOutOfAnAdministratorsReach)
{
    const std::string here = store();
    const std::string there = openStore("USD", "0.00", 0);
    const std::string ann = access::foldLogin("ann-" + here);
    const auto disableAnn = [&](Reach reach) {
        write([&](auto& tx) { return access::disableUser(tx, ann, reach), 0; });
    };
    const auto setAnnsPassword = [&](Reach reach) {
        write([&](auto& tx) {
            return access::setPassword(tx, ann, access::nobodysPassword(), reach), 0;
        });
    };
    EXPECT_REFUSAL("user.unknown", disableAnn(Reach::OneStore));
    EXPECT_REFUSAL("user.unknown", setAnnsPassword(Reach::OneStore));
    write(
        [&](auto& tx) { return access::grantRole(tx, ann, Role::Adviser, Reach::EveryStore), 0; });
    EXPECT_REFUSAL("user.shared", disableAnn(Reach::OneStore));
    EXPECT_REFUSAL("user.shared", setAnnsPassword(Reach::OneStore));
    useStore(here);
    EXPECT_REFUSAL("user.shared", disableAnn(Reach::OneStore));
    setAnnsPassword(Reach::EveryStore);
    disableAnn(Reach::EveryStore);
    EXPECT_TRUE(access::requireUser(database(), ann).isDisabled);
    EXPECT_EQ(access::requireUser(database(), ann).passwordVersion, 2);
}

TEST_P(Users, CannotBeMadeImpossibleToDisableByTheAdministratorOfAnotherStore)
{
    const std::string here = store();
    const std::string ann = own("ann");
    const auto grantAnn = [&](Role role, Reach reach) {
        write([&](auto& tx) { return access::grantRole(tx, ann, role, reach), 0; });
    };
    const std::string there = openStore("USD", "0.00", 0);
    EXPECT_REFUSAL("user.elsewhere", grantAnn(Role::Adviser, Reach::OneStore));
    useStore(here);
    grantAnn(Role::Adviser, Reach::OneStore);
    EXPECT_EQ(list().size(), 1U);
    // The server administrator may share a user between stores; each store grants and revokes its own roles.
    useStore(there);
    grantAnn(Role::Adviser, Reach::EveryStore);
    grantAnn(Role::Manager, Reach::OneStore);
    useStore(here);
    for (const Role role : {Role::Manager, Role::Adviser}) {
        write([&](auto& tx) { return access::revokeRole(tx, ann, role, Reach::OneStore), 0; });
    }
    EXPECT_EQ(list(), std::vector<UserLine>{});
    EXPECT_REFUSAL("user.elsewhere", grantAnn(Role::Adviser, Reach::OneStore));
    useStore(there);
    write([&](auto& tx) { return access::disableUser(tx, ann, Reach::OneStore), 0; });
    EXPECT_TRUE(access::requireUser(database(), ann).isDisabled);
}

} // namespace
} // namespace giftbox::tests::user_test
