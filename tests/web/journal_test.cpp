#include "accounting/journal/journal_role.h"
#include "tests/web/site_fixture.h"

namespace giftbox::web::journal_test {
namespace {

using access::Role;

class SiteJournal : public SiteFixture {
protected:
    void prepare() override
    {
        SiteFixture::prepare();
        accountant_ = loggedInAs(Role::Accounting);
        item("MUG-01");
        recipient("C-1");
        stock("MUG-01", 10, "100.00", "2026-05-01");
        packAndGive("C-1", {{"MUG-01", 1}}, "2026-05-03");
    }
    void mapAll()
    {
        for (const auto& rule : accounting::kJournalRoles) {
            const std::string role(rule.text);
            post(at("/accounts/set?role=" + role),
                 {{"role", role}, {"account", "A-" + role}, {"from", "2026-05"}}, accountant_);
        }
    }
    Response makeBatch() { return post(at("/journal/batch"), {{"month", "2026-05"}}, accountant_); }
    std::string accountant_;
};
GIFTBOX_ON_BOTH_ENGINES(SiteJournal);

TEST_P(SiteJournal, ShowsWhatIsMissingUntilItIsMapped)
{
    const tests::ParsedPage page = parsed(get(at("/journal?month=2026-05"), accountant_));
    EXPECT_TRUE(page.says("not mapped"));
    EXPECT_EQ(page.link("Map accounts"), at("/accounts?month=2026-05"));
    EXPECT_TRUE(parsed(get(at("/accounts?month=2026-05"), accountant_)).says("not mapped"));
    EXPECT_EQ(fieldOf(get(at("/accounts/set?role=payables"), accountant_), "role"), "payables");
    const Response refused = makeBatch();
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(parsed(refused).says("accounts that are not mapped"));
    mapAll();
    const tests::ParsedPage mapped = parsed(get(at("/journal?month=2026-05"), accountant_));
    EXPECT_FALSE(mapped.says("not mapped"));
    EXPECT_TRUE(mapped.says("A-gift-expense"));
}

TEST_P(SiteJournal, MakesABatchThatIsDownloadedPostedAndVoided)
{
    mapAll();
    const Response done = makeBatch();
    EXPECT_EQ(headerOf(done, "Location"), at("/journal?month=2026-05"));
    EXPECT_TRUE(parsed(follow(done, accountant_)).says("has 3 entries, 120.00 USD."));
    const tests::ParsedPage page = parsed(get(at("/journal/1"), accountant_));
    EXPECT_EQ(page.link("box 1"), at("/boxes/1"));
    EXPECT_EQ(page.link("lot 1"), at("/lots/1"));
    EXPECT_EQ(page.link("Void"), at("/journal/1/void"));
    const Response file = get(at("/journal/1/file?layout=hledger&detail=month&part="), accountant_);
    EXPECT_NE(headerOf(file, "Content-Disposition").find("2605-1.journal\""), std::string::npos);
    EXPECT_EQ(get(at("/journal/1/file?layout=abacus"), accountant_).status, 404);
    post(at("/journal/1/posted"), {{"as", "JE-7"}}, accountant_);
    EXPECT_EQ(parsed(get(at("/journal/1"), accountant_)).fact("Posted as"), "JE-7");
    const Response voided = post(at("/journal/1/void"), {{"reason", "mistaken"}}, accountant_);
    EXPECT_EQ(headerOf(voided, "Location"), at("/journal/2"));
    EXPECT_FALSE(parsed(get(at("/journal/1"), accountant_)).says("Mark as posted"));
}

TEST_P(SiteJournal, LetsManagersReadAndNotChange)
{
    mapAll();
    makeBatch();
    const std::string manager = loggedInAs(Role::Manager);
    EXPECT_FALSE(parsed(get(at("/journal/1"), manager)).says("Mark as posted"));
    EXPECT_EQ(post(at("/journal/1/void"), {{"reason", "mistaken"}}, manager).status, 403);
    EXPECT_EQ(get(at("/journal"), loggedInAs(Role::PartsDirector)).status, 403);
}

} // namespace
} // namespace giftbox::web::journal_test
