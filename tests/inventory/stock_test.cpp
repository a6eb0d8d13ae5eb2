#include "tests/support/store_fixture.h"

namespace giftbox::tests::stock_test {
namespace {

using inventory::StockLine;

class Stock : public StoreFixture {
protected:
    void prepare() override
    {
        item("MUG-01");
        item("HAT-01");
        recipient("C-1");
    }
    std::string stockOn(const std::string& date)
    {
        return csv([&](const auto& tx, auto& out) { exchange::exportStock(tx, day(date), out); });
    }
    std::string stockNow()
    {
        return csv([&](const auto& tx, auto& out) { exchange::exportStock(tx, {}, out); });
    }
    StockLine line(const std::string& sku)
    {
        return read([&](const auto& tx) {
            StockLine found;
            inventory::stockNow(
                tx, [&](const StockLine& one) { found = one.sku == sku ? one : found; });
            return found;
        });
    }
    static inline const std::string kHead =
        "sku,name,kind,category,units,cost,reorder_point,par_level\r\n";
};
GIFTBOX_ON_BOTH_ENGINES(Stock);

TEST_P(Stock, ListsEveryItemWithWhatIsOnItsShelfBySku)
{
    stock("MUG-01", 3, "10.00", "2026-03-01");
    stock("MUG-01", 1, "2.50", "2026-03-02");
    edit("HAT-01", {{"reorder_point", "4"}, {"par_level", "12"}});
    EXPECT_EQ(stockNow(), kHead + "HAT-01,Item HAT-01,contents,things,0,0.00,4,12\r\n"
                                  "MUG-01,Item MUG-01,contents,things,4,12.50,,\r\n");
}

TEST_P(Stock, OfAPastDayIsWhatWasThereAtItsEnd)
{
    stock("MUG-01", 3, "10.00", "2026-03-01");
    pack("C-1", {{"MUG-01", 1}}, "2026-03-05");
    stock("MUG-01", 5, "25.00", "2026-03-05");
    writeOff("MUG-01", 1, "2026-04-01");
    const std::string begin = "MUG-01,Item MUG-01,contents,things,";
    EXPECT_NE(stockOn("2026-02-28").find(begin + "0,0.00,,"), std::string::npos);
    EXPECT_NE(stockOn("2026-03-04").find(begin + "3,10.00,,"), std::string::npos);
    EXPECT_NE(stockOn("2026-03-05").find(begin + "7,31.67,,"), std::string::npos);
    EXPECT_NE(stockOn("2026-03-31").find(begin + "7,31.67,,"), std::string::npos);
    EXPECT_NE(stockOn("2026-04-01").find(begin + "6,28.33,,"), std::string::npos);
    EXPECT_EQ(stockOn("2026-06-15"), stockNow());
}

TEST_P(Stock, OfAnOpenMonthUsesTheWordsOfToday)
{
    stock("MUG-01", 3, "10.00", "2026-03-01");
    edit("MUG-01", {{"name", "Cup"}});
    EXPECT_NE(stockOn("2026-03-31").find("MUG-01,Cup,"), std::string::npos);
}

TEST_P(Stock, KnowsTheNewestLotBoughtForEstimates)
{
    EXPECT_EQ(line("MUG-01").lastUnits, 0);
    stock("MUG-01", 3, "10.00", "2026-03-10");
    stock("MUG-01", 4, "20.00", "2026-03-01");
    EXPECT_EQ(line("MUG-01").lastUnits, 4) << "the newest by number, however it is dated";
    count("MUG-01", 9, "2026-03-15", "0.50");
    unpack(pack("C-1", {{"MUG-01", 1}}, "2026-03-15"), "2026-03-15");
    EXPECT_EQ(line("MUG-01").lastUnits, 4) << "what was found or came back was not bought";
    EXPECT_EQ(line("MUG-01").lastCost, money("20.00"));
}

TEST_P(Stock, OfAnotherStoreIsItsOwn)
{
    stock("MUG-01", 3, "10.00", "2026-03-01");
    const std::string first = store();
    openStore("JPY", "3000", 0);
    EXPECT_EQ(stockNow(), kHead);
    item("MUG-01");
    stock("MUG-01", 3, "1000", "2026-03-01");
    EXPECT_EQ(stockNow(), kHead + "MUG-01,Item MUG-01,contents,things,3,1000,,\r\n");
    useStore(first);
    EXPECT_EQ(onShelf("MUG-01"), (OnShelf{3, "10.00"}));
}

StockLine low(std::int64_t units, std::int64_t reorderPoint, std::optional<std::int64_t> parLevel,
              std::int64_t packSize)
{
    StockLine line;
    line.sku = "MUG-01";
    line.units = units;
    line.reorderPoint = reorderPoint;
    line.parLevel = parLevel;
    line.packSize = packSize;
    line.lastUnits = 10;
    line.lastCost = {1005};
    return line;
}

TEST(ProposeRestock, BuysUpToTheParLevelRoundedUpToWholePacks)
{
    struct Case {
        StockLine line;
        std::int64_t units;
    };
    const std::vector<Case> cases = {{low(3, 5, 20, 1), 17},  {low(3, 5, 20, 6), 18},
                                     {low(2, 5, 20, 6), 18},  {low(1, 5, 20, 6), 24},
                                     {low(5, 5, 20, 12), 24}, {low(0, 0, 1, 100), 100},
                                     {low(0, 0, 12, 12), 12}};
    for (const Case& one : cases) {
        const auto buy = proposeRestock(one.line);
        ASSERT_TRUE(buy.has_value());
        EXPECT_EQ(buy->unitsToBuy, one.units)
            << one.line.units << " there, par " << *one.line.parLevel << ", packs of "
            << one.line.packSize;
        EXPECT_GE(one.line.units + buy->unitsToBuy, buy->parLevel);
        EXPECT_LT(one.line.units + buy->unitsToBuy - one.line.packSize, buy->parLevel);
    }
}

TEST(ProposeRestock, BuysNothingOfAnItemThatIsNotLow)
{
    EXPECT_EQ(proposeRestock(low(6, 5, 20, 1)), std::nullopt);
    StockLine withoutLevel = low(0, 5, 20, 1);
    withoutLevel.reorderPoint = std::nullopt;
    EXPECT_EQ(proposeRestock(withoutLevel), std::nullopt);
    StockLine retired = low(0, 5, 20, 1);
    retired.retired = true;
    EXPECT_EQ(proposeRestock(retired), std::nullopt);
}

TEST(ProposeRestock, GetsAboveTheReorderPointWhenTheParLevelIsNotOverIt)
{
    EXPECT_EQ(proposeRestock(low(3, 5, std::nullopt, 1))->unitsToBuy, 3);
    EXPECT_EQ(proposeRestock(low(3, 5, 4, 1))->unitsToBuy, 3);
}

TEST(ProposeRestock, EstimatesTheCostByTheNewestLotBoughtRoundedHalfUp)
{
    EXPECT_EQ(proposeRestock(low(3, 5, 6, 1))->estimatedCost, Money{302}) << "3 of 10 for 10.05";
    StockLine neverBought = low(3, 5, 6, 1);
    neverBought.lastUnits = 0;
    EXPECT_EQ(proposeRestock(neverBought)->estimatedCost, std::nullopt);
}

} // namespace
} // namespace giftbox::tests::stock_test
