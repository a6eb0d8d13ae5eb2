#include "tests/web/site_fixture.h"
#include "web/router.h"

namespace giftbox::web::rights_test {
namespace {

using access::Role;

/// Every page with every role: only users with the right get an answer.
class SiteRights : public SiteFixture {
protected:
    void prepare() override
    {
        SiteFixture::prepare();
        item("HAT");
        recipient("C-1");
        stock("HAT", 9, "90.00", "2026-06-01");
        pack("C-1", {{"HAT", 1}}, "2026-06-02");
    }

    bool needsOwnDatabase() const override { return true; } // it has one sample store

    /// Sends a GET, and an empty form if the route takes one.
    void context(const Route& route, const std::string& token,
                 const std::function<void(const Response&)>& check)
    {
        SCOPED_TRACE(std::string(route.pattern));
        if (route.methods != Methods::Post) {
            check(get(addressOf(route), token));
        }
        if (route.methods != Methods::Get) {
            check(post(pathOf(route), {}, token));
        }
    }
};

TEST_P(SiteRights, AreAskedOfEveryRouteForEveryRole)
{
    for (const Role role : access::kRoles) {
        for (const Route& route : routes()) {
            const std::string token = loggedInAs(role); // logout ends it
            const bool may = !route.action || access::may(role, *route.action);
            context(route, token, [&](const Response& response) {
                SCOPED_TRACE(std::string(toText(role)));
                EXPECT_EQ(response.status == 403, !may) << response.status;
                EXPECT_NE(headerOf(response, "Location").substr(0, 7),
                          route.pattern == "/logout" ? "/" : "/login?");
                EXPECT_LT(response.status, 500) << response.body;
            });
        }
    }
}

TEST_P(SiteRights, LetNobodyInWhoIsNotLoggedIn)
{
    for (const Route& route : routes()) {
        for (const std::string token :
             {"", "forged", "0123456789012345678901234567890123456789012"}) {
            context(route, token, [&](const Response& response) {
                if (route.who == Who::Anybody) {
                    return;
                }
                EXPECT_EQ(response.status, 303);
                EXPECT_TRUE(headerOf(response, "Location").starts_with("/login"));
                EXPECT_TRUE(response.body.empty());
            });
        }
    }
}

TEST_P(SiteRights, HoldInTheirOwnStoreOnly)
{
    const std::string mine = store();
    openStore("USD", "30.00", 0);
    std::vector<std::string> strangers;
    for (const Role role : access::kRoles) {
        strangers.push_back(loggedInAs(role));
    }
    useStore(mine);
    for (const Route& route : routes()) {
        for (const std::string& token : strangers) {
            if (route.who != Who::InStore) {
                continue;
            }
            context(route, token, [&](const Response& response) {
                EXPECT_EQ(response.status, 403);
                if (isPage(response)) {
                    EXPECT_FALSE(parsed(response).mentions("HAT"));
                    EXPECT_FALSE(parsed(response).mentions("/s/" + mine));
                } else {
                    EXPECT_EQ(response.body.find("HAT"), std::string::npos);
                }
            });
        }
    }
}

/// The site removes expired sessions in all stores.
class SiteRightsEnded : public SiteRights {};

TEST_P(SiteRightsEnded, WithTheSession)
{
    const std::string idle = loggedInAs(Role::Manager);
    EXPECT_EQ(get(at("/stock"), idle).status, 200);
    waitMs(access::kSessionIdleMs + access::kSessionSeenMs + 1);
    for (const Route& route : routes()) {
        if (route.who == Who::Anybody) {
            continue;
        }
        context(route, idle, [&](const Response& response) {
            EXPECT_EQ(response.status, 303);
            EXPECT_TRUE(headerOf(response, "Location").starts_with("/login"));
        });
    }
}

TEST_P(SiteRights, NeedAFormOfThisSiteAndThisSession)
{
    const std::string token = loggedInAs(Role::Manager);
    const std::string other = loggedInAs(Role::Manager);
    for (const Route& route : routes()) {
        if (route.methods == Methods::Get) {
            continue;
        }
        SCOPED_TRACE(std::string(route.pattern));
        Request request;
        request.method = "POST";
        request.path = pathOf(route);
        request.headers = {{"Cookie", "giftbox=" + token},
                           {"Content-Type", "application/x-www-form-urlencoded"}};
        request.body = "form_token=" + access::formToken(token);
        EXPECT_EQ(ask(request).status, 403) << "without an Origin";
        for (const char* origin : {"null", "https://giftbox.test", "http://giftbox.test.evil",
                                   "http://evil", "http://giftbox.test:81"}) {
            Request foreign = request;
            foreign.headers.push_back({"Origin", origin});
            EXPECT_EQ(ask(foreign).status, 403) << origin;
        }
        if (route.who == Who::Anybody) {
            continue;
        }
        request.headers.push_back({"Origin", "http://giftbox.test"});
        for (const std::string& body :
             {std::string(), std::string("form_token="), "form_token=" + access::formToken(other),
              "form_token=" + token}) {
            request.body = body;
            EXPECT_EQ(ask(request).status, 403) << body;
        }
    }
    EXPECT_EQ(get(at("/stock"), token).status, 200);
}

TEST_P(SiteRights, OfAnOverrideAreAManagersAlone)
{
    cap("box.total", "1.00", budget::CapAction::Stop);
    const Fields box = {{"recipient", "C-1"},
                        {"sku", "HAT"},
                        {"line_units", "1"},
                        {"on", "2026-06-15"},
                        {"override", "VIP"}};
    const Response refused = post(at("/boxes/pack"), box, loggedInAs(Role::PartsDirector));
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(parsed(refused).says("Only a manager can override a limit"));
    EXPECT_EQ(
        read([](const auto& tx) { return gifting::findBox(tx, books::BoxNo{2}).has_value(); }),
        false);
}

GIFTBOX_ON_BOTH_ENGINES(SiteRights);

GIFTBOX_ON_BOTH_ENGINES(SiteRightsEnded);

} // namespace
} // namespace giftbox::web::rights_test
