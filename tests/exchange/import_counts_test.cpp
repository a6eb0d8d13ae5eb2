#include "exchange/import_counts.h"

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
    const auto events = [&] { return raw().rows("SELECT event_seq FROM event").size(); };
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

} // namespace
} // namespace giftbox::tests::import_counts_test
