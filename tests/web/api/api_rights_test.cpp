#include "access/api_token.h"
#include "access/disable_user.h"
#include "access/grant_role.h"
#include "tests/web/api/api_fixture.h"
#include "web/api/api_description.h"

namespace giftbox::web::api_rights_test {
namespace {

using access::Role;

/// Every address with the token of every role, and with invalid tokens.
class ApiRights : public ApiFixture {
protected:
    static std::string pathOf(const ApiRoute& route)
    {
        std::string path(route.address);
        for (const auto& [part, value] : {std::pair{"{sku}", "HAT"},
                                          {"{recipient}", "C-1"},
                                          {"{no}", "1"},
                                          {"{recipe}", "Thanks"},
                                          {"{kind}", "items"},
                                          {"{month}", "2026-06"}}) {
            const auto at = path.find(part);
            if (at != std::string::npos) {
                path.replace(at, std::string(part).size(), value);
            }
        }
        return path;
    }
    Response context(const ApiRoute& route, const std::string& token)
    {
        return call({.method = std::string(methodOf(route)),
                     .path = pathOf(route),
                     .token = token,
                     .body = route.write != nullptr ? "{}" : "",
                     .type = !route.takesFile()   ? "application/json"
                             : route.takesTable() ? "text/csv"
                                                  : "image/png"});
    }
    /// Another token of the last user.
    std::string another(const std::vector<Role>& roles, access::TokenRight right)
    {
        return write([&](auto& tx) {
            return access::createApiToken(tx, {.login = lastLogin(),
                                               .roles = roles,
                                               .label = "another of " + lastLogin(),
                                               .right = right});
        });
    }
    void isOpenToNobodyWith(const std::string& token)
    {
        const std::string before = allRows();
        for (const ApiRoute& route : apiRoutes()) {
            SCOPED_TRACE(std::string(route.address));
            const Response response = context(route, token);
            EXPECT_EQ(response.status, 401);
            EXPECT_TRUE(headerOf(response, "WWW-Authenticate").starts_with("Bearer"));
            EXPECT_EQ(codeOf(response), token.empty() ? "token.missing" : "token.ended");
            EXPECT_EQ(response.body.find("HAT"), std::string::npos);
        }
        EXPECT_EQ(read("/nowhere", token).status, 401);
        EXPECT_EQ(allRows(), before);
    }
};

TEST_P(ApiRights, AreAskedOfEveryRouteForEveryRole)
{
    for (const Role role : access::kRoles) {
        const std::string token = tokenOf(role);
        for (const ApiRoute& route : apiRoutes()) {
            SCOPED_TRACE(std::string(toText(role)) + " " + std::string(methodOf(route)) + " " +
                         std::string(route.address));
            const std::string before = allRows();
            const Response response = context(route, token);
            const bool may = access::may(role, route.action);
            EXPECT_EQ(response.status == 403, !may) << response.status << response.body;
            EXPECT_LT(response.status, 500) << response.body;
            if (!may) {
                EXPECT_EQ(codeOf(response), "access.not_allowed");
                EXPECT_EQ(allRows(), before);
            }
        }
    }
}

TEST_P(ApiRights, OfATokenForReadingOnlyAreEveryGetOfItsRoleAndNoChange)
{
    for (const Role role : access::kRoles) {
        (void)tokenOf(role);
        const std::string token = another({role}, access::TokenRight::Read);
        for (const ApiRoute& route : apiRoutes()) {
            SCOPED_TRACE(std::string(toText(role)) + " " + std::string(methodOf(route)) + " " +
                         std::string(route.address));
            const bool may = access::may(role, route.action);
            const std::string before = allRows();
            const Response response = context(route, token);
            EXPECT_EQ(response.status == 403, !may || route.write != nullptr) << response.body;
            EXPECT_LT(response.status, 500) << response.body;
            if (route.write != nullptr) {
                EXPECT_EQ(codeOf(response), may ? "access.read_only" : "access.not_allowed");
                EXPECT_EQ(allRows(), before);
                Request dry;
                dry.method = "POST";
                dry.path = "/api/v1" + pathOf(route);
                dry.query = "dry_run=1";
                dry.headers = {{"Authorization", "Bearer " + token}};
                EXPECT_EQ(ask(dry).status, 403) << "not in a dry run either";
                dry.isAnnounced = true;
                EXPECT_EQ(ask(dry).status, 403) << "no file is taken";
            }
        }
    }
}

TEST_P(ApiRights, OfATokenWithSeveralRolesAreThoseOfAnyOfThem)
{
    const std::array<std::vector<Role>, 3> several = {
        std::vector{Role::Accounting, Role::Adviser},
        std::vector{Role::PartsDirector, Role::Administrator},
        std::vector{Role::Manager, Role::Accounting, Role::Administrator}};
    for (const std::vector<Role>& roles : several) {
        (void)tokenOf(roles.front());
        for (std::size_t i = 1; i < roles.size(); ++i) {
            write([&](auto& tx) {
                return access::grantRole(tx, lastLogin(), roles[i], access::Reach::OneStore), 0;
            });
        }
        const std::string token = another(roles, access::TokenRight::Change);
        for (const ApiRoute& route : apiRoutes()) {
            SCOPED_TRACE(access::toText(roles) + " " + std::string(methodOf(route)) + " " +
                         std::string(route.address));
            const bool may = std::ranges::any_of(
                roles, [&](Role role) { return access::may(role, route.action); });
            const Response response = context(route, token);
            EXPECT_EQ(response.status == 403, !may) << response.body;
            EXPECT_LT(response.status, 500) << response.body;
        }
    }
}

TEST_P(ApiRights, NeedAToken)
{
    for (const char* token : {"", "forged", "0123456789012345678901234567890123456789012", "a b"}) {
        isOpenToNobodyWith(token);
    }
}

TEST_P(ApiRights, EndWithTheTokenTheRoleAndTheUser)
{
    const std::string revoked = tokenOf(Role::Manager);
    write([](auto& tx) { return access::revokeApiToken(tx, "program 1"), 0; });
    isOpenToNobodyWith(revoked);
    const std::string roleless = tokenOf(Role::Manager);
    write([&](auto& tx) {
        return access::revokeRole(tx, lastLogin(), Role::Manager, access::Reach::OneStore), 0;
    });
    isOpenToNobodyWith(roleless);
    const std::string disabled = tokenOf(Role::Manager);
    write(
        [&](auto& tx) { return access::disableUser(tx, lastLogin(), access::Reach::OneStore), 0; });
    isOpenToNobodyWith(disabled);
}

TEST_P(ApiRights, HoldInTheTokensStoreOnly)
{
    const std::string mine = store();
    openStore("USD", "30.00", 0);
    std::vector<std::string> strangers;
    for (const Role role : access::kRoles) {
        strangers.push_back(tokenOf(role));
    }
    useStore(mine);
    const std::string before = allRows();
    for (const ApiRoute& route : apiRoutes()) {
        for (const std::string& token : strangers) {
            SCOPED_TRACE(std::string(route.address));
            const Response response = context(route, token);
            const bool changesNothing =
                response.status == 200 &&
                (route.read != nullptr || jsonOf(response).contains("unchanged"));
            EXPECT_TRUE(changesNothing || response.status == 403 || response.status == 404 ||
                        response.status == 422 || response.status == 409 ||
                        (route.takesFile() && response.status == 415))
                << response.status << response.body;
            EXPECT_EQ(response.body.find("\"HAT\""), std::string::npos) << response.body;
            EXPECT_EQ(response.body.find("\"C-1\""), std::string::npos) << response.body;
        }
    }
    EXPECT_EQ(allRows(), before);
}

TEST_P(ApiRights, AreNotGivenByACookieOrInAnotherWay)
{
    const std::string session = loggedInAs(Role::Manager);
    const std::string token = tokenOf(Role::Manager);
    const auto statusWith = [&](std::vector<Header> headers, const std::string& query = "") {
        Request request;
        request.path = "/api/v1/stock";
        request.query = query;
        request.headers = std::move(headers);
        return ask(request).status;
    };
    EXPECT_EQ(statusWith({{"Authorization", "bearer " + token}}), 200);
    EXPECT_EQ(statusWith({{"Cookie", "giftbox=" + session}}), 401);
    EXPECT_EQ(statusWith({{"Cookie", "giftbox=" + token}}), 401);
    EXPECT_EQ(statusWith({{"Authorization", "Bearer " + session}}), 401);
    EXPECT_EQ(statusWith({{"Authorization", "Basic " + token}}), 401);
    EXPECT_EQ(statusWith({{"Authorization", token}}), 401);
    EXPECT_EQ(statusWith({{"Authorization", "Bearer  " + token}}), 401);
    EXPECT_EQ(statusWith({{"Authorization", "Bearer " + token}, {"Authorization", "Bearer x"}}),
              401);
    EXPECT_EQ(statusWith({}, "access_token=" + token), 401);
    // A token does not open pages.
    EXPECT_EQ(get(at("/stock"), token).status, 303);
}

TEST_P(ApiRights, ShowTheDescriptionToEverybodyAndNothingElse)
{
    const Response description = read("/openapi.json", "");
    EXPECT_EQ(description.status, 200);
    EXPECT_EQ(description.body, apiDescription(""));
    EXPECT_EQ(description.body.find("HAT"), std::string::npos);
    EXPECT_EQ(read("/openapi.json/x", "").status, 401);
}

TEST_P(ApiRights, OfAnOverrideAreAManagersAlone)
{
    cap("box.total", "1.00", budget::CapAction::Stop);
    const std::string box =
        R"({"recipient":"C-1","lines":[{"sku":"HAT"}],"override":"a loyal friend"})";
    const Response refused = change("/boxes/pack", tokenOf(Role::PartsDirector), box);
    EXPECT_EQ(refused.status, 403);
    EXPECT_EQ(codeOf(refused), "access.override");
    EXPECT_EQ(boxes(), 1U);
    EXPECT_EQ(change("/boxes/pack", tokenOf(Role::Manager), box).status, 200);
}

TEST_P(ApiRights, LetAnAdviserSeeAndWithdrawTheirOwnNominationsAlone)
{
    recipient("C-2");
    const std::string mine = tokenOf(Role::Adviser);
    const std::string other = tokenOf(Role::Adviser);
    const std::string manager = tokenOf(Role::Manager);
    ASSERT_EQ(
        change("/nominations", mine, R"({"recipient":"C-1","reason":"kind","department":"parts"})")
            .status,
        200);
    ASSERT_EQ(
        change("/nominations", other, R"({"recipient":"C-2","reason":"kind","department":"parts"})")
            .status,
        200);
    EXPECT_EQ(rowsOf(read("/nominations", mine)).size(), 1U);
    EXPECT_EQ(rowsOf(read("/nominations", manager)).size(), 2U);
    const Response refused = change("/nominations/2/withdraw", mine, R"({"reason":"no"})");
    EXPECT_EQ(refused.status, 403);
    EXPECT_EQ(codeOf(refused), "access.nomination");
    EXPECT_EQ(change("/nominations/1/withdraw", mine, R"({"reason":"no"})").status, 200);
    EXPECT_EQ(change("/nominations/2/withdraw", manager, R"({"reason":"no"})").status, 200);
}

TEST_P(ApiRights, LetAHandoverBeTakenBackByWhoRecordedItOrAManager)
{
    pack("C-1", {{"HAT", 1}}, "2026-06-02");
    const std::string mine = tokenOf(Role::PartsDirector);
    const std::string other = tokenOf(Role::PartsDirector);
    const std::string back = R"({"reason":"wrong box"})";
    ASSERT_EQ(change("/boxes/2/give", mine, "{}").status, 200);
    const std::string adviser = tokenOf(Role::Adviser);
    const std::string before = allRows();
    refused(change("/boxes/2/take-back", other, back), 403, "access.take_back", before);
    EXPECT_EQ(change("/boxes/2/take-back", adviser, back).status, 403);
    EXPECT_EQ(change("/boxes/2/take-back", mine, back).status, 200);
    ASSERT_EQ(change("/boxes/2/give", mine, "{}").status, 200);
    EXPECT_EQ(change("/boxes/2/take-back", tokenOf(Role::Manager), back).status, 200);
    ASSERT_EQ(change("/boxes/2/give", mine, "{}").status, 200);
    waitMs(24 * 3600 * 1000);
    const std::string next = allRows();
    refused(change("/boxes/2/take-back", mine, back), 403, "access.take_back", next);
}

GIFTBOX_ON_BOTH_ENGINES(ApiRights);

TEST_P(ApiRights, ShowAnAdministratorWhoHadToWait)
{
    const std::string administrator = tokenOf(Role::Administrator);
    (void)tokenOf(Role::Manager);
    const std::string guessed = lastLogin();
    for (int i = 0; i < 6; ++i) {
        Request request =
            formRequest("/login", {{"login", guessed}, {"password", "not the right one"}}, {});
        request.headers.push_back({"Host", "giftbox.test"});
        request.peer = "192.0.2.7";
        EXPECT_EQ(anotherSite()->answer(request).status, 422);
    }
    for (const Json& user : rowsOf(read("/users", administrator))) {
        const bool isGuessed = user["login"] == guessed;
        EXPECT_EQ(user["failures"].is_null(), !isGuessed) << user;
        EXPECT_EQ(user["locked_from"].is_null(), !isGuessed) << user;
    }
}

} // namespace
} // namespace giftbox::web::api_rights_test
