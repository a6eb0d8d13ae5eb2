#include "foundation/database/backup_list.h"
#include "tests/web/site_fixture.h"

namespace giftbox::web::backup_test {
namespace {

using access::Role;

class SiteBackup : public SiteFixture {
    bool needsOwnDatabase() const override { return true; }
};

TEST_P(SiteBackup, ShowsWhenTheLastGoodOneWasMade)
{
    const std::string administrator = loggedInAs(Role::Administrator);
    EXPECT_EQ(get("/healthz?details").body, "ok\nlast good backup: none\n");
    EXPECT_TRUE(parsed(get(at(""), administrator)).says("No backup on record"));
    foundation::noteBackup(
        database(),
        {.madeAt = {1'781'481'600'000}, .place = "/srv/backup/giftbox.db", .isGood = true});
    foundation::noteBackup(database(), {.madeAt = {1'781'485'200'000},
                                        .place = "/srv/backup/giftbox.unverified.db",
                                        .isGood = false});
    EXPECT_EQ(get("/healthz?details").body, "ok\nlast good backup: 2026-06-15T00:00:00Z\n");
    EXPECT_TRUE(
        parsed(get(at(""), administrator))
            .says("Last good backup 2026-06-15 00:00 All stores, in /srv/backup/giftbox.db"));
    EXPECT_FALSE(parsed(get(at(""), loggedInAs(Role::Manager))).mentions("/srv/backup"));
}

TEST_P(SiteBackup, IsNotWellWithoutItsSchema)
{
    EXPECT_EQ(get("/healthz").status, 200);
    const auto change = [&](const char* text) {
        database().begin(foundation::Access::Write);
        database().runText(text, "test");
        database().commit();
    };
    change("UPDATE schema_version SET number = number + 1 WHERE number = (SELECT MAX(number) FROM "
           "schema_version)");
    EXPECT_EQ(get("/healthz").status, 503) << "of a newer program";
    change("DROP TABLE schema_version");
    const Response sick = get("/healthz");
    EXPECT_EQ(sick.status, 503);
    EXPECT_NE(sick.body.find("has schema 0, this program needs"), std::string::npos) << sick.body;
}

GIFTBOX_ON_BOTH_ENGINES(SiteBackup);

} // namespace
} // namespace giftbox::web::backup_test
