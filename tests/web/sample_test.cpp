#include "books/create_store.h"
#include "tests/web/site_fixture.h"

namespace giftbox::web::sample_test {
namespace {

using access::Role;

/// Looking around in a sample store beside one's own.
class SiteSample : public SiteFixture {
protected:
    void prepare() override
    {
        SiteFixture::prepare();
        administrator_ = loggedInAs(Role::Administrator);
        adviser_ = loggedInAs(Role::Adviser);
    }
    bool needsOwnDatabase() const override { return true; }

    Response add() { return post(at("/sample/add"), {}, administrator_); }
    Response remove(const std::string& token) { return post("/s/SAMPLE/sample/remove", {}, token); }
    std::string administrator_;
    std::string adviser_;
};
GIFTBOX_ON_BOTH_ENGINES(SiteSample);

TEST_P(SiteSample, IsMadeFromTheHomePageAndTheSettings)
{
    for (const char* page : {"", "/settings"}) {
        EXPECT_TRUE(parsed(get(at(page), administrator_)).says("Look around first")) << page;
    }
    EXPECT_EQ(post(at("/sample/add"), {}, adviser_).status, 403);
    const Response made = add();
    EXPECT_EQ(headerOf(made, "Location"), "/s/SAMPLE");
    for (const char* page : {"", "/stock", "/boxes", "/select", "/report", "/plan", "/notes",
                             "/recipients", "/budget", "/accounting", "/users"}) {
        const auto shown = parsed(get("/s/SAMPLE" + std::string(page), administrator_));
        EXPECT_TRUE(shown.says("Sample store. Everything in it is invented.")) << page;
    }
    EXPECT_TRUE(
        parsed(get("/s/SAMPLE/nominations", adviser_)).says("Everything in it is invented"));
    EXPECT_EQ(get("/s/SAMPLE/stock", adviser_).status, 403) << "the same role as in one's own";
    EXPECT_FALSE(parsed(get(at(""), administrator_)).says("Look around first"));
    EXPECT_EQ(headerOf(get("/", administrator_), "Location"), at("")) << "one's own comes first";
    EXPECT_EQ(add().status, 422);
}

TEST_P(SiteSample, IsRemovedWithOneClickByAnAdministrator)
{
    add();
    EXPECT_EQ(remove(adviser_).status, 403);
    EXPECT_EQ(post(at("/sample/remove"), {}, administrator_).status, 404) << "one's own stays";
    EXPECT_EQ(headerOf(remove(administrator_), "Location"), "/");
    EXPECT_EQ(books::listStores(database()), std::vector<std::string>{store()});
    EXPECT_EQ(get("/s/SAMPLE", administrator_).status, 403);
    EXPECT_EQ(get(at(""), administrator_).status, 200);
}

TEST_P(SiteSample, LeavesTheUsersOfOnesOwnStoreWithinReach)
{
    add();
    EXPECT_EQ(get(at("/users"), administrator_).status, 200);
    const std::string login =
        raw()
            .column("SELECT DISTINCT u.login FROM app_user u JOIN user_role r ON r.user_id = "
                    "u.user_id WHERE r.role = 'adviser' AND r.store_id = " +
                    storeId())
            .front();
    const Response disabled =
        post(at("/users/disable?login=" + login), {{"login", login}}, administrator_);
    EXPECT_EQ(disabled.status, 303);
}

} // namespace
} // namespace giftbox::web::sample_test
