#include "tests/web/site_fixture.h"

namespace giftbox::web::reports_test {
namespace {

using access::Role;

class SiteReports : public SiteFixture {
protected:
    void prepare() override
    {
        SiteFixture::prepare();
        accountant_ = loggedInAs(Role::Accounting);
        item("MUG-01");
        recipient("C-1");
        stock("MUG-01", 10, "100.00", "2026-04-01");
        packAndGive("C-1", {{"MUG-01", 1}}, "2026-04-03");
        packAndGive("C-1", {{"MUG-01", 1}}, "2026-05-03");
        packAndGive("C-1", {{"MUG-01", 2}}, "2026-05-04");
    }
    tests::ParsedPage page(const std::string& path) { return parsed(get(at(path), accountant_)); }
    std::string file(const std::string& path)
    {
        return get(at(path), accountant_).spool->read(0, 100'000);
    }
    std::string accountant_;
};
GIFTBOX_ON_BOTH_ENGINES(SiteReports);

TEST_P(SiteReports, AreFoundByTheirQuestions)
{
    const tests::ParsedPage reports = page("/reports");
    EXPECT_EQ(reports.link("What lies on the shelf, and what is it worth?"), at("/stock"));
    EXPECT_EQ(reports.link("How old is the stock?"), at("/reports/age"));
    EXPECT_EQ(reports.link("Who changed what, and when?"), at("/reports/audit"));
    EXPECT_EQ(reports.link("How did last month go?"), at("/month/2026-05"));
    // The parts director may not read the audit log.
    const auto director = parsed(get(at("/reports"), loggedInAs(Role::PartsDirector)));
    EXPECT_TRUE(director.says("How old is the stock?"));
    EXPECT_FALSE(director.says("Who changed what, and when?"));
}

TEST_P(SiteReports, HaveFiltersInTheAddressTotalsAndFiles)
{
    const tests::ParsedPage age = page("/reports/age?as_of=2026-05-31");
    EXPECT_TRUE(age.says("open"));
    EXPECT_TRUE(age.says("Total"));
    EXPECT_TRUE(age.says("60.00"));
    EXPECT_EQ(age.link("CSV"), at("/reports/age.csv?as_of=2026-05-31"));
    EXPECT_NE(file("/reports/age.csv?as_of=2026-05-31")
                  .find("MUG-01,Item MUG-01,contents,6,60.00,0.00,60.00"),
              std::string::npos);
    EXPECT_NE(file("/reports/age.json").find("\"cost_31_90\""), std::string::npos);
    EXPECT_EQ(get(at("/reports/age.xlsx"), accountant_).status, 200);
    EXPECT_EQ(get(at("/reports/age?as_of=yesterday"), accountant_).status, 422);
    EXPECT_EQ(get(at("/reports/costs?by=color"), accountant_).status, 422);
    EXPECT_EQ(get(at("/reports/weather"), accountant_).status, 404);
    close("2026-04");
    EXPECT_TRUE(page("/reports/roll-forward?month=2026-04").says("closed"));
}

TEST_P(SiteReports, OfAMonthSayWhatChangedAndWhatIsToBeClosedFirst)
{
    const tests::ParsedPage may = page("/month/2026-05");
    EXPECT_TRUE(may.says("1 more box"));
    EXPECT_TRUE(may.says("More expensive contents per box"));
    EXPECT_TRUE(may.says("is closed first."));
    EXPECT_TRUE(may.says("Closing stock"));
    EXPECT_TRUE(may.says("Some of this month is in no batch yet."));
    const tests::ParsedPage april = page("/month/2026-04");
    EXPECT_FALSE(april.says("is closed first."));
    close("2026-04");
    EXPECT_TRUE(page("/month/2026-04").says("nothing in it changes"));
    EXPECT_FALSE(page("/month/2026-05").says("is closed first."));
    EXPECT_EQ(get(at("/month/2026-13"), accountant_).status, 422);
}

TEST_P(SiteReports, FiguresLeadToWhereTheyComeFrom)
{
    EXPECT_EQ(page("/report").link("2"),
              at("/reports/explain-report?month=2026-05&column=boxes_given"));
    const tests::ParsedPage explained =
        page("/reports/explain-report?month=2026-05&column=total_cost");
    EXPECT_TRUE(explained.says("Total in 2026-05"));
    EXPECT_TRUE(explained.says("Taken from lot 1"));
    EXPECT_EQ(explained.link("box 2"), at("/reports/explain-box?no=2"));
    EXPECT_EQ(explained.link("lot 1"), at("/reports/explain-lot?no=1"));
    EXPECT_TRUE(page("/reports/explain-box?no=2").says("Cost of box 2"));
    EXPECT_TRUE(page("/reports/explain-lot?no=1").says("Issued to box 2"));
    EXPECT_EQ(page("/boxes/2").link("10.00 USD"), at("/reports/explain-box?no=2"));
    EXPECT_EQ(page("/lots/1").link("What is left, and where it went"),
              at("/reports/explain-lot?no=1"));
    EXPECT_EQ(page("/month/2026-05").link("Closing stock"),
              at("/reports/explain-roll-forward?month=2026-05&line=closing&part=shelf"));
    EXPECT_FALSE(page("/reports").says("What is left of this lot?"));
    EXPECT_NE(file("/reports/explain-report.csv?month=2026-05&column=contents_cost")
                  .find("1,term,Handed over,box 2,2026-05-03,,,10.00"),
              std::string::npos);
    EXPECT_EQ(get(at("/reports/explain-report?month=2026-05&column=joy"), accountant_).status, 404);
}

} // namespace
} // namespace giftbox::web::reports_test
