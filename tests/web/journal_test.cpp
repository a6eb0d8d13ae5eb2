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
    Response upload(const std::string& file)
    {
        const auto field = [](const std::string& name, const std::string& value) {
            return "--X\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value +
                   "\r\n";
        };
        Spool spool;
        spool.append(field("form_token", access::formToken(accountant_)) +
                     field("request_key", access::newToken()) +
                     "--X\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n"
                     "Content-Type: text/csv\r\n\r\n" +
                     file + "\r\n--X--\r\n");
        Request request = formRequest(at("/accounts/chart"), {}, accountant_);
        request.body.clear();
        std::erase_if(request.headers,
                      [](const Header& one) { return one.name == "Content-Type"; });
        request.headers.push_back({"Content-Type", "multipart/form-data; boundary=X"});
        request.file = &spool;
        return ask(std::move(request));
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

TEST_P(SiteJournal, ShowsABatchAsAGridToCopy)
{
    mapAll();
    makeBatch();
    EXPECT_EQ(parsed(get(at("/journal/1"), accountant_)).link("As a grid to copy"),
              at("/journal/1/grid"));
    const Response response = get(at("/journal/1/grid"), accountant_);
    const tests::ParsedPage page = parsed(response);
    EXPECT_TRUE(page.says("control"));
    EXPECT_NE(response.body.find("\tA-gift-expense\t"), std::string::npos) << response.body;
    EXPECT_TRUE(parsed(get(at("/journal/1/grid?detail=month"), accountant_)).says("as a grid"));
    EXPECT_EQ(get(at("/journal/1/grid?detail=hour"), accountant_).status, 422);
    EXPECT_EQ(get(at("/journal/9/grid"), accountant_).status, 404);
}

TEST_P(SiteJournal, SaysHowManyBatchesAMonthHas)
{
    mapAll();
    makeBatch();
    post(at("/journal/1/posted"), {{"as", "JE-7"}}, accountant_);
    EXPECT_TRUE(parsed(get(at("/month/2026-05"), accountant_)).says("1 batch, 1 posted"));
    EXPECT_FALSE(parsed(get(at("/journal?month=2026-05"), accountant_)).says("Earlier batches"));
    EXPECT_TRUE(
        parsed(get(at("/journal?month=2026-05&before=1"), accountant_)).says("No batches yet."));
}

TEST_P(SiteJournal, MapsAllAccountsInOneForm)
{
    const Response form = get(at("/accounts/map?month=2026-05"), accountant_);
    EXPECT_EQ(fieldOf(form, "from"), "2026-05");
    EXPECT_EQ(fieldOf(form, "gift_stock"), "");
    const Response done = postSeen(at("/accounts/map?month=2026-05"),
                                   {{"gift_stock", "1480"},
                                    {"boxes_packed", "1482"},
                                    {"grni", "2110"},
                                    {"gift_expense", "6310"},
                                    {"from", "2026-05"}},
                                   accountant_);
    EXPECT_EQ(headerOf(done, "Location"), at("/accounts?month=2026-05"));
    EXPECT_TRUE(parsed(follow(done, accountant_)).says("are mapped from 2026-05 on"));
    EXPECT_EQ(fieldOf(get(at("/accounts/map?month=2026-05"), accountant_), "grni"), "2110");
    EXPECT_EQ(makeBatch().status, 303);
}

TEST_P(SiteJournal, ShowsTheChartAndWhatIsNotInIt)
{
    mapAll();
    EXPECT_TRUE(parsed(get(at("/accounts"), accountant_)).says("none yet"));
    EXPECT_EQ(upload("Account,Name\n").status, 422);
    const Response done = upload("Account,Name\nA-grni,Not billed\n");
    ASSERT_EQ(done.status, 303) << done.body;
    EXPECT_TRUE(parsed(follow(done, accountant_)).says("The chart has 1 account."));
    const tests::ParsedPage page = parsed(get(at("/accounts?month=2026-05"), accountant_));
    EXPECT_TRUE(page.says("A-grni Not billed"));
    EXPECT_TRUE(page.says("A-payables (not in the chart)"));
    const Response refused =
        post(at("/accounts/set?role=grni"),
             {{"role", "grni"}, {"account", "9999"}, {"from", "2026-05"}}, accountant_);
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(parsed(refused).says("not in the chart of accounts: 9999"));
}

TEST_P(SiteJournal, ChargesABoxToADepartment)
{
    mapAll();
    const Response set = post(at("/accounts/department"),
                              {{"department", "sales"}, {"from", "2026-05"}}, accountant_);
    EXPECT_EQ(parsed(follow(set, accountant_)).fact("Department of other boxes"), "sales");
    EXPECT_EQ(parsed(get(at("/boxes/1"), accountant_)).fact("Department"), "service");
    EXPECT_EQ(parsed(get(at("/boxes/1"), accountant_)).link("Department"),
              at("/boxes/1/department"));
    const Response done = post(at("/boxes/1/department"),
                               {{"department", "parts"}, {"reason", "the counter"}}, accountant_);
    EXPECT_TRUE(parsed(follow(done, accountant_)).says("Box 1 is charged to parts."));
    EXPECT_TRUE(parsed(get(at("/journal?month=2026-05"), accountant_)).says("parts"));
    makeBatch();
    EXPECT_EQ(
        post(at("/boxes/1/department"), {{"department", "sales"}, {"reason", "no"}}, accountant_)
            .status,
        422);
    EXPECT_FALSE(parsed(get(at("/boxes/1"), loggedInAs(Role::PartsDirector))).says("parts"));
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
