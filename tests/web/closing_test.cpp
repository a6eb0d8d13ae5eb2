#include "tests/web/site_fixture.h"

namespace giftbox::web::closing_test {
namespace {

using access::Role;

class SiteClosing : public SiteFixture {
protected:
    void prepare() override
    {
        SiteFixture::prepare();
        item("MUG-01");
        recipient("C-1");
        stock("MUG-01", 10, "100.00", "2026-05-01");
        packAndGive("C-1", {{"MUG-01", 1}}, "2026-05-03");
        pack("C-1", {{"MUG-01", 1}}, "2026-05-04");
        accountant_ = loggedInAs(Role::Accounting);
    }
    std::string accountant_;
};
GIFTBOX_ON_BOTH_ENGINES(SiteClosing);

TEST_P(SiteClosing, ShowsWhatIsLeftAndTheFiguresBeforeAMonthIsClosed)
{
    const tests::ParsedPage page = parsed(get(at("/close"), accountant_));
    EXPECT_TRUE(page.says("Boxes packed and not handed over"));
    EXPECT_EQ(page.link("Enter their bills, if your store enters bills."), at("/unbilled"));
    EXPECT_TRUE(page.says("2026-05 Boxes given 1"));
    EXPECT_TRUE(page.says("Boxes given"));
    EXPECT_TRUE(page.says("10.00"));
}

TEST_P(SiteClosing, LetsAnAdministratorOpenAMonthAgain)
{
    const std::string administrator = loggedInAs(Role::Administrator);
    EXPECT_FALSE(parsed(get(at("/settings"), administrator)).says("Open a month again"));
    close("2026-05");
    EXPECT_EQ(parsed(get(at("/settings"), administrator)).link("Open a month again"),
              at("/month/reopen"));
    EXPECT_EQ(fieldOf(get(at("/month/reopen"), administrator), "month"), "2026-05");
    EXPECT_EQ(get(at("/month/reopen"), accountant_).status, 403);
    const Response done = post(at("/month/reopen"),
                               {{"month", "2026-05"}, {"reason", "a late invoice"}}, administrator);
    EXPECT_EQ(done.status, 303);
    EXPECT_EQ(read([](const auto& tx) { return tx.store().closedThrough; }), std::nullopt);
    EXPECT_TRUE(parsed(get(at("/audit"), administrator)).says("a late invoice"));
}

} // namespace
} // namespace giftbox::web::closing_test
