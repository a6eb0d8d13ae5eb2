#include "tests/support/store_fixture.h"

namespace giftbox::tests::monthly_cost_test {
namespace {

using budget::CapAction;
using reports::MonthlyCost;

MonthlyCost monthOf(std::int64_t spentMinor, std::int64_t recipients, std::int64_t boxes)
{
    MonthlyCost one;
    one.totals.contents = {spentMinor};
    one.totals.recipients = recipients;
    one.totals.boxesGiven = boxes;
    return one;
}

TEST(CostPerRecipient, IsRoundedHalfUpAndEmptyWithoutRecipients)
{
    EXPECT_EQ(monthOf(1000, 3, 4).costPerRecipient(), Money{333});
    EXPECT_EQ(monthOf(1001, 2, 4).costPerRecipient(), Money{501});
    EXPECT_EQ(monthOf(1000, 3, 4).costPerBox(), Money{250});
    EXPECT_EQ(monthOf(0, 0, 0).costPerRecipient(), std::nullopt);
    EXPECT_EQ(monthOf(0, 0, 0).costPerBox(), std::nullopt);
    EXPECT_EQ(monthOf(0, 1, 1).costPerRecipient(), Money{0});
}

TEST(LeftOfTheCap, CountsWhatIsSpentAndCommitted)
{
    MonthlyCost one = monthOf(6000, 1, 1);
    EXPECT_EQ(one.left(), std::nullopt);
    EXPECT_EQ(one.usedPerMille(), std::nullopt);
    one.totals.committed = {1005};
    one.cap = Money{10'000};
    EXPECT_EQ(one.left(), Money{2995});
    EXPECT_EQ(one.usedPerMille(), 701) << "70.05 percent";
    one.cap = Money{7000};
    EXPECT_EQ(one.left(), Money{-5});
    EXPECT_EQ(one.usedPerMille(), 1001);
    one.cap = Money{0};
    EXPECT_EQ(one.left(), Money{-7005});
    EXPECT_EQ(one.usedPerMille(), std::nullopt) << "a share of nothing is unknown";
}

class MonthlyCostReport : public StoreFixture {
protected:
    static inline const std::string kHead =
        "month,boxes_given,recipients,contents_cost,packaging_cost,labor_cost,total_cost,"
        "cost_per_recipient,cost_per_box,cap,rolled_over,left,used_percent,committed_cost,restock_"
        "cost,"
        "write_off_cost,variance_cost,overrides,boxes_packed,packed_cost\r\n";
};
GIFTBOX_ON_BOTH_ENGINES(MonthlyCostReport);

TEST_P(MonthlyCostReport, AddsUpWhatAMonthCostAndWhoWasGivenSomething)
{
    item("MUG-01");
    packagingItem("CARTON");
    recipient("C-1");
    recipient("C-2");
    cap("month.program", "100.00", CapAction::Stop, "2026-03");
    cap("box.total", "20.00", CapAction::Stop, "2026-03");
    stock("MUG-01", 20, "200.00", "2026-03-01");
    stock("CARTON", 20, "10.00", "2026-03-01");
    pack({.recipient = "C-1",
          .lines = {{"MUG-01", 1}, {"CARTON", 1}},
          .minutes = 10,
          .packedOn = day("2026-03-05"),
          .givenOn = day("2026-03-05")});
    packAndGive("C-1", {{"MUG-01", 1}}, "2026-03-06");
    pack({.recipient = "C-2",
          .lines = {{"MUG-01", 3}},
          .packedOn = day("2026-03-07"),
          .givenOn = day("2026-03-07"),
          .override = "a wedding"});
    pack("C-2", {{"MUG-01", 2}}, "2026-03-08");
    writeOff("CARTON", 2, "2026-03-09");
    EXPECT_EQ(
        monthlyReport("2026-02", "2026-04"),
        kHead + "2026-02,0,0,0.00,0.00,0.00,0.00,,,,,,,0.00,0.00,0.00,0.00,0,0,0.00\r\n"
                "2026-03,3,2,50.00,0.50,5.00,55.50,27.75,18.50,100.00,0.00,24.50,75.5,20.00,"
                "210.00,1.00,0.00,1,1,20.00\r\n"
                "2026-04,0,0,0.00,0.00,0.00,0.00,,,100.00,0.00,100.00,0.0,0.00,0.00,0.00,0.00,0,1,"
                "20.00\r\n");
}

TEST_P(MonthlyCostReport, WithoutRecipientsLeavesTheCostOfOneEmpty)
{
    item("MUG-01");
    recipient("C-1");
    stock("MUG-01", 2, "20.00", "2026-03-01");
    pack("C-1", {{"MUG-01", 1}}, "2026-03-05");
    EXPECT_EQ(monthlyReport("2026-03", "2026-03"),
              kHead + "2026-03,0,0,0.00,0.00,0.00,0.00,,,,,,,10.00,20.00,0.00,0.00,0,1,10.00\r\n");
}

TEST_P(MonthlyCostReport, CountsWhatComesBackToTheShelfInNoMonth)
{
    item("MUG-01");
    recipient("C-1");
    stock("MUG-01", 2, "20.00", "2026-03-01");
    unpack(pack("C-1", {{"MUG-01", 1}}, "2026-03-05"), "2026-04-05");
    EXPECT_EQ(monthlyReport("2026-03", "2026-04"),
              kHead + "2026-03,0,0,0.00,0.00,0.00,0.00,,,,,,,0.00,20.00,0.00,0.00,0,1,10.00\r\n"
                      "2026-04,0,0,0.00,0.00,0.00,0.00,,,,,,,0.00,0.00,0.00,0.00,0,0,0.00\r\n");
}

TEST_P(MonthlyCostReport, UsesTheDigitsOfTheStoresCurrency)
{
    for (const auto& [currency, rate, cost, labor, each] : std::vector<std::array<std::string, 5>>{
             {"JPY", "3000", "1000", "100", "600"}, {"KWD", "3.000", "1.000", "0.100", "0.600"}}) {
        openStore(currency, rate, 2);
        item("MUG-01");
        recipient("C-1");
        stock("MUG-01", 2, cost, "2026-03-01");
        packAndGive("C-1", {{"MUG-01", 1}}, "2026-03-05");
        const std::string line = monthlyReport("2026-03", "2026-03").substr(kHead.size());
        EXPECT_NE(line.find("," + labor + "," + each + "," + each + ","), std::string::npos)
            << line;
    }
}

TEST_P(MonthlyCostReport, OfNoMonthsIsItsHeader)
{
    EXPECT_EQ(monthlyReport("2026-04", "2026-03"), kHead);
}

TEST_P(MonthlyCostReport, MayBeginAndEndWhereTheCalendarDoes)
{
    EXPECT_EQ(monthlyReport("1900-01", "1900-01").substr(kHead.size(), 8), "1900-01,");
    EXPECT_EQ(monthlyReport("9999-12", "9999-12").substr(kHead.size(), 8), "9999-12,");
}

TEST_P(MonthlyCostReport, IsOfOneStore)
{
    const std::string first = store();
    item("MUG-01");
    recipient("C-1");
    stock("MUG-01", 2, "20.00", "2026-03-01");
    packAndGive("C-1", {{"MUG-01", 1}}, "2026-03-05");
    openStore("USD", "0.00", 0);
    EXPECT_EQ(monthlyReport("2026-03", "2026-03"),
              kHead + "2026-03,0,0,0.00,0.00,0.00,0.00,,,,,,,0.00,0.00,0.00,0.00,0,0,0.00\r\n");
    useStore(first);
    EXPECT_EQ(total("2026-03").spent(), money("10.00"));
}

} // namespace
} // namespace giftbox::tests::monthly_cost_test
