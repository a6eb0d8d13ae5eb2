#include "access/find_session.h"
#include "access/group_role.h"
#include "tests/web/api/api_fixture.h"

namespace giftbox::web::entities_test {
namespace {

using access::Role;

/// An administrator of one store, who has added an entity that the store belongs to.
class EntityPages : public ApiFixture {
protected:
    void prepare() override
    {
        ApiFixture::prepare();
        administrator_ = loggedInAs(Role::Administrator);
        EXPECT_EQ(post(at("/entities/add"),
                       {{"entity", entity()},
                        {"name", "Harbor Motors Inc."},
                        {"country", "US"},
                        {"limit_us_gift", "warn"},
                        {"tax_year_start", "07-01"}},
                       administrator_)
                      .status,
                  303);
    }
    std::string entity() { return "E" + store(); }
    std::string page() { return at("/entities/show?entity=") + entity(); }
    void join()
    {
        EXPECT_EQ(postSeen(at("/settings/set"), {{"entity", entity()}}, administrator_).status,
                  303);
    }
    std::string administrator_;
};
GIFTBOX_ON_BOTH_ENGINES(EntityPages);

TEST_P(EntityPages, ShowWhatTheCompanyHasAndLeadToItsForms)
{
    EXPECT_TRUE(parsed(get(at("/entities"), administrator_)).mentions("Harbor Motors Inc."));
    EXPECT_TRUE(parsed(get(at("/settings"), administrator_)).mentions("Legal entities"));
    const tests::ParsedPage shown = parsed(get(page(), administrator_));
    EXPECT_EQ(shown.fact("Tax year starts on"), "07-01");
    EXPECT_FALSE(shown.says("This store belongs to it."));
    join();
    EXPECT_TRUE(parsed(get(page(), administrator_)).says("This store belongs to it."));
    EXPECT_EQ(parsed(get(at("/settings"), administrator_)).fact("Legal entity"),
              "Harbor Motors Inc.");
    EXPECT_EQ(post(at("/entities/account"),
                   {{"entity", entity()},
                    {"role", "gift-stock"},
                    {"account", "1480"},
                    {"from", "2026-06"}},
                   administrator_)
                  .status,
              303);
    EXPECT_TRUE(parsed(get(page(), administrator_)).mentions("1480"));
    const std::string accounting = loggedInAs(Role::Accounting);
    EXPECT_TRUE(parsed(get(at("/accounts"), accounting)).mentions("1480, of the legal entity"));
    EXPECT_EQ(get(at("/entities/edit?entity=") + entity(), accounting).status, 403);
}

TEST_P(EntityPages, RefuseAnAdministratorOfOneOfItsStores)
{
    join();
    const std::string home = store();
    const std::string of = entity();
    openStore("USD", "0.00", 0);
    const std::string token = tokenOf(Role::Administrator);
    const std::string before =
        raw().column("SELECT dated_settings FROM legal_entity WHERE code = '" + of + "'").front();
    const std::string edit = "/entities/" + of + "/edit";
    const std::string accounts = "/entities/" + of + "/accounts";
    for (const auto& [path, body] :
         {std::pair{edit, R"({"limit_us_gift":"block"})"},
          std::pair{accounts, R"({"role":"gift-stock","account":"1480","from":"2026-06"})"}}) {
        const Response refused = change(path, token, body);
        EXPECT_EQ(refused.status, 422);
        EXPECT_EQ(codeOf(refused), "entity.out_of_reach") << refused.body;
        EXPECT_NE(jsonOf(refused).dump().find(home), std::string::npos) << "names the store";
    }
    EXPECT_EQ(raw().column("SELECT dated_settings FROM legal_entity WHERE code = '" + of + "'"),
              std::vector<std::string>{before});
}

TEST_P(EntityPages, LeadAGroupManagerToTheStoresOfTheEntityToRead)
{
    join();
    const std::string home = store();
    const std::string of = entity();
    openStore("USD", "0.00", 0);
    tokenOf(Role::Adviser);
    const std::string login = lastLogin();
    write(
        [&](auto& tx) { return access::grantGroupRole(tx, "", login, Role::GroupManager, of), 0; });
    const std::string session = access::writeShared(database(), [&] {
        return access::beginSession(database(), access::requireUser(database(), login),
                                    {1'781'524'800'000});
    });
    EXPECT_EQ(get("/s/" + home + "/report", session).status, 200);
    EXPECT_EQ(get("/s/" + home + "/users", session).status, 403);
    EXPECT_EQ(get(at("/report"), session).status, 403) << "an adviser there";
    const tests::ParsedPage stores = parsed(get("/stores", session));
    EXPECT_TRUE(stores.mentions(home));
    EXPECT_TRUE(stores.mentions(store()));
    EXPECT_TRUE(parsed(get("/stores?q=" + home, session)).mentions(home));
    EXPECT_TRUE(parsed(get("/stores?q=nothing-like-it", session)).mentions("No store has these"));
}

TEST_P(EntityPages, OfferRolesOverStoresToGroupAdministratorsAlone)
{
    join();
    tokenOf(Role::Administrator);
    const std::string login = lastLogin();
    const std::string form = at("/users/grant?login=") + login;
    EXPECT_FALSE(parsed(get(form, administrator_)).hasField("all_stores"));
    const Response tried =
        post(at("/users/grant"),
             {{"login", login}, {"role", "group-manager"}, {"entity", entity()}}, administrator_);
    EXPECT_EQ(tried.status, 422) << tried.body;
    write([&](auto& tx) {
        return access::grantGroupRole(tx, "", login, Role::GroupAdministrator, entity()), 0;
    });
    const std::string session = access::writeShared(database(), [&] {
        return access::beginSession(database(), access::requireUser(database(), login),
                                    {1'781'524'800'000});
    });
    EXPECT_TRUE(parsed(get(form, session)).hasField("entity"));
    EXPECT_EQ(post(at("/users/grant"),
                   {{"login", login}, {"role", "group-manager"}, {"entity", entity()}}, session)
                  .status,
              303);
    EXPECT_TRUE(parsed(get(at("/users?q=") + login, session)).mentions("Group manager"));
}

} // namespace
} // namespace giftbox::web::entities_test
