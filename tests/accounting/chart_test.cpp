#include "accounting/account_map.h"
#include "accounting/chart.h"
#include "accounting/journal_file.h"
#include "accounting/make_batch.h"
#include "tests/support/store_fixture.h"

namespace giftbox::tests::chart_test {
namespace {

using accounting::JournalRole;

class ChartOfAccounts : public StoreFixture {
protected:
    void prepare() override
    {
        openStore("USD", "30.00", 12);
        item("MUG-01");
        stock("MUG-01", 10, "100.00", "2026-05-01");
    }
    accounting::Chart upload(const std::string& file)
    {
        return write([&](auto& tx) { return accounting::setChart(tx, file); });
    }
    /// `1480 Gift stock` for each account.
    std::string all()
    {
        std::string text;
        read([&](const auto& tx) {
            for (const auto& one : accounting::chartAccounts(tx, 0, 100)) {
                text += std::to_string(one.line) + " " + one.account + " " + one.name + "\n";
            }
            return 0;
        });
        return text;
    }
    void map(std::vector<accounting::AccountAsked> accounts)
    {
        write([&](auto& tx) {
            return accounting::setAccounts(tx, std::move(accounts), month("2026-01")), 0;
        });
    }
    std::optional<accounting::MappedAccount> mapped(JournalRole role)
    {
        return read(
            [&](const auto& tx) { return accounting::AccountMap(tx, month("2026-05")).of(role); });
    }
    void file(std::int64_t number)
    {
        read([&](const auto& tx) {
            accounting::writeJournalFile(tx, accounting::requireBatch(tx, number), {},
                                         [](std::string_view) {});
            return 0;
        });
    }
};
GIFTBOX_ON_BOTH_ENGINES(ChartOfAccounts);

TEST_P(ChartOfAccounts, IsTheFileThatWasUploadedLast)
{
    EXPECT_FALSE(read(accounting::currentChart).has_value());
    EXPECT_EQ(upload("Account,Name,Type\n1480,Gift stock,Asset\n,Heading,\n2110,\n1480,Twice,\n")
                  .accounts,
              2);
    EXPECT_EQ(all(), "1 1480 Gift stock\n2 2110 \n");
    upload("1481;\"Stock; gifts\"\r\n6310;Gifts\r\n");
    EXPECT_EQ(all(), "1 1481 Stock; gifts\n2 6310 Gifts\n");
    upload("1482\tTabs, too\n");
    EXPECT_EQ(all(), "1 1482 Tabs, too\n");
    const auto before = read(accounting::currentChart);
    upload("1482\tTabs, too\n");
    EXPECT_EQ(read(accounting::currentChart)->event, before->event);
    EXPECT_EQ(before->accounts, 1);
    EXPECT_EQ(before->actor, actor().name);
    EXPECT_EQ(verify(), std::vector<std::string>{});
}

TEST_P(ChartOfAccounts, IsRefusedWholeWhereItCannotBeRead)
{
    upload("1480,Gift stock\n");
    EXPECT_REFUSAL("chart.empty", upload("Account,Name\n"));
    const Refusal refusal = EXPECT_REFUSAL("chart.malformed", upload("1480,x\n\"1481,x\n"));
    EXPECT_NE(refusal.sentence().find("Row 2 of the file"), std::string::npos);
    std::string many;
    for (std::int64_t i = 0; i <= accounting::kMostChartAccounts; ++i) {
        many += std::to_string(i) + "\n";
    }
    EXPECT_REFUSAL("chart.too_many", upload(many));
    EXPECT_EQ(all(), "1 1480 Gift stock\n");
}

TEST_P(ChartOfAccounts, HasEveryAccountThatIsMapped)
{
    map({{JournalRole::GiftStock, "1480"}});
    upload("1480,Gift stock\n2110,Payables\n");
    map({{JournalRole::Payables, "2110"}});
    const Refusal refusal =
        EXPECT_REFUSAL("journal.not_in_chart", map({{JournalRole::Payables, "2110"},
                                                    {JournalRole::Grni, "9999"},
                                                    {JournalRole::WriteOff, "9998"}}));
    EXPECT_EQ(refusal.sentence().substr(0, 58),
              "2 accounts are not in the chart of accounts: 9998, 9999. U");
    EXPECT_FALSE(mapped(JournalRole::Grni));
}

TEST_P(ChartOfAccounts, HasEveryAccountOfABatchAndItsFile)
{
    map({{JournalRole::GiftStock, "1480"}, {JournalRole::Grni, "2110"}});
    upload("1480,Gift stock\n");
    EXPECT_REFUSAL("journal.not_in_chart",
                   write([&](auto& tx) { return accounting::makeBatch(tx, month("2026-05")); }));
    upload("1480,Gift stock\n2110,Not billed\n");
    write([&](auto& tx) { return accounting::makeBatch(tx, month("2026-05")); });
    file(1);
    upload("1480,Gift stock\n");
    EXPECT_REFUSAL("journal.not_in_chart", file(1));
}

TEST_P(ChartOfAccounts, OfManyRolesIsMappedInOneEvent)
{
    map({{JournalRole::WriteOff, "6390"}, {JournalRole::GiftStock, "1480"}});
    EXPECT_NE(lastDetail().find("\"gift-stock\":\"1480\",\"write-off\":\"6390\",\"roles\":2"),
              std::string::npos)
        << lastDetail();
    EXPECT_EQ(mapped(JournalRole::WriteOff)->account, "6390");
    const std::string before = lastDetail();
    map({{JournalRole::WriteOff, "6390"}, {JournalRole::GiftStock, "1480"}});
    EXPECT_EQ(lastDetail(), before) << "nothing changed";
    map({{JournalRole::WriteOff, "6391"}, {JournalRole::GiftStock, "1480"}});
    EXPECT_NE(lastDetail().find("\"account\":\"6391\""), std::string::npos) << lastDetail();
    EXPECT_REFUSAL("text.missing", map({{JournalRole::WriteOff, ""}}));
    EXPECT_EQ(verify(), std::vector<std::string>{});
}

} // namespace
} // namespace giftbox::tests::chart_test
