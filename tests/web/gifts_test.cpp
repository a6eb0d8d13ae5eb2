#include "tests/web/site_fixture.h"

namespace giftbox::web::gifts_test {
namespace {

using access::Role;

/// Boxes of a tax year, and what of them may be deducted.
class SiteGifts : public SiteFixture {
protected:
    void prepare() override
    {
        SiteFixture::prepare();
        item("HAT");
        recipient("C-1");
        stock("HAT", 9, "90.00", "2026-01-01");
        packAndGive("C-1", {{"HAT", 2}}, "2026-06-02");
    }
};
GIFTBOX_ON_BOTH_ENGINES(SiteGifts);

TEST_P(SiteGifts, AreAPageOfTheReportWithFilesOfTheSameFilter)
{
    const std::string token = loggedInAs(Role::Manager);
    EXPECT_TRUE(parsed(get(at("/report"), token)).linksTo(at("/gifts")));
    const Response page = get(at("/gifts"), token);
    EXPECT_TRUE(parsed(page).says("20.00 purpose"));
    EXPECT_TRUE(parsed(page).says("25.00 USD"));
    EXPECT_TRUE(parsed(get(at("/gifts?year=2025"), token)).says("No box was given in this year."));
    EXPECT_EQ(get(at("/gifts?year=99999"), token).status, 422);
    for (const char* file : {"/gifts.csv?missing=yes", "/gifts.xlsx", "/gifts.json"}) {
        EXPECT_EQ(get(at(file), token).status, 200) << file;
    }
}

TEST_P(SiteGifts, SayOnTheFormWhyABoxIsBlocked)
{
    setFrom(books::Setting::LimitUsGift, 2);
    const Response refused =
        post(at("/boxes/pack"), {{"recipient", "C-1"}, {"sku", "HAT"}, {"on", "2026-06-15"}},
             loggedInAs(Role::PartsDirector));
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(parsed(refused).says("over the us-gift limit of 25.00 USD"));
}

} // namespace
} // namespace giftbox::web::gifts_test
