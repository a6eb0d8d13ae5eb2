#include "exchange/import_counts.h"

#include "gifting/counting/start_count.h"
#include "tests/support/store_fixture.h"

#include <sstream>

namespace giftbox::tests::import_counts_test {
namespace {

class ImportCounts : public StoreFixture {
protected:
    void prepare() override
    {
        openStore("USD", "0.00", 0);
        add({.sku = "HAT", .name = "Hat", .barcode = "4006381333931"});
        item("MUG");
        item("PEN");
        stock("HAT", 10, "30.00", "2026-06-01");
        stock("MUG", 4, "8.00", "2026-06-01");
    }
    exchange::ImportSummary counts(const std::string& text, const std::string& on = "2026-06-15")
    {
        std::istringstream in(text);
        return write([&](auto& tx) {
            return exchange::importCounts(
                tx, {.in = in, .fileName = "counts.csv", .ignored = {}, .progress = {}}, day(on));
        });
    }
};
GIFTBOX_ON_BOTH_ENGINES(ImportCounts);

TEST_P(ImportCounts, CorrectTheShelfInOneChange)
{
    const auto events = [&] {
        return raw().rows("SELECT event_seq FROM event WHERE store_id = " + storeId()).size();
    };
    const std::size_t before = events();
    const auto summary = counts("sku,units,reason,cost\n"
                                "4006381333931,7,year end,\n"
                                "MUG,5,year end,\n"
                                "PEN,2,year end,1.50\n");
    EXPECT_EQ(summary.added, 3);
    EXPECT_EQ(summary.changes,
              (std::vector<std::string>{
                  "counts.csv:2: Item HAT: 10 in the books, 7 counted; cost -9.00 USD",
                  "counts.csv:3: Item MUG: 4 in the books, 5 counted; cost 2.00 USD",
                  "counts.csv:4: Item PEN: 0 in the books, 2 counted; cost 1.50 USD"}));
    EXPECT_EQ(events(), before + 1);
    EXPECT_EQ(onShelf("HAT"), (OnShelf{7, "21.00"}));
    EXPECT_EQ(onShelf("MUG"), (OnShelf{5, "10.00"}));
    EXPECT_EQ(onShelf("PEN"), (OnShelf{2, "1.50"}));
    EXPECT_EQ(text(total("2026-06").of(books::MonthFigure::WriteOff)), "5.50");
    EXPECT_EQ(counts("sku,units,reason\nHAT,7,again\n").changes.size(), 0U) << "it agrees";
}

TEST_P(ImportCounts, AreOfTheDayThatIsSaid)
{
    stock("HAT", 5, "20.00", "2026-06-10");
    const std::string file = "sku,units,reason,counted_on\nHAT,9,one is missing,2026-06-05\n"
                             "MUG,4,it agrees,\n";
    EXPECT_EQ(counts(file, "2026-06-08").changes.size(), 1U);
    EXPECT_EQ(onShelf("HAT"), (OnShelf{14, "47.00"}));
    EXPECT_EQ(onShelf("MUG"), (OnShelf{4, "8.00"}));
}

TEST_P(ImportCounts, NameEveryBadRowAndChangeNothing)
{
    const std::string before = allRows();
    const Refusal refusal = EXPECT_REFUSAL("import.rejected", counts("sku,units,reason,counted_on\n"
                                                                     "HAT,-1,x,\n"
                                                                     "NONE,1,x,\n"
                                                                     "MUG,1,,\n"
                                                                     "PEN,3,x,\n"
                                                                     "MUG,2,x,2027-01-01\n"
                                                                     "HAT,8,x,\n"
                                                                     "HAT,many,x,\n"));
    std::string places;
    for (const foundation::BadRow& row : refusal.badRows()) {
        places += std::to_string(row.line) + " " + row.column + ";";
    }
    EXPECT_EQ(places, "2 units;3 sku;4 reason;5 cost;6 sku;7 sku;8 units;");
    EXPECT_EQ(allRows(), before);
}

TEST_P(ImportCounts, AreTakenIntoAnOpenCountAsOfItsStart)
{
    write([](auto& tx) { return gifting::startCount(tx, {.on = day("2026-06-15")}); });
    writeOff("HAT", 1, "2026-06-15");
    const auto summary = counts("sku,units,reason,cost,count\n"
                                "PEN,2,,1.50,1\n"
                                "4006381333931,9,,,1\n"
                                "MUG,3,year end,,\n");
    EXPECT_EQ(summary.added, 3);
    EXPECT_EQ(onShelf("HAT").units, 9) << "nothing moves before it is posted";
    EXPECT_EQ(onShelf("MUG").units, 3) << "a row without a count is one of its own";
    const auto lines = read([](const auto& tx) {
        return gifting::linesOfCount(tx, gifting::requireCountSession(tx, gifting::CountNo{1}));
    });
    EXPECT_EQ(lines[0].sku, "HAT");
    EXPECT_EQ(lines[0].entry->difference(), -1) << "10 were there at the start";
    EXPECT_EQ(lines[0].movedSinceCounted, -1);
    EXPECT_FALSE(lines[1].entry);
    EXPECT_EQ(lines[2].entry->foundCost, money("1.50"));
}

TEST_P(ImportCounts, NameEveryBadRowOfAnOpenCount)
{
    edit("HAT", {{"bin", "A-1"}});
    write(
        [](auto& tx) { return gifting::startCount(tx, {.on = day("2026-06-15"), .bin = "A-1"}); });
    const Refusal refusal = EXPECT_REFUSAL("import.rejected", counts("sku,units,reason,count\n"
                                                                     "HAT,9,,1\n"
                                                                     "HAT,8,,1\n"
                                                                     "MUG,9,,1\n"
                                                                     "HAT,-1,,1\n"
                                                                     "HAT,9,,2\n"));
    std::string places;
    for (const foundation::BadRow& row : refusal.badRows()) {
        places += std::to_string(row.line) + " " + row.column + ";";
    }
    EXPECT_EQ(places, "3 sku;4 sku;5 sku;6 count;");
}

} // namespace
} // namespace giftbox::tests::import_counts_test
