#include "gifting/packed_on.h"
#include "tests/support/store_fixture.h"

namespace giftbox::tests::packed_on_test {
namespace {

/// Boxes packed in March; one given at once, one in the month, one after it, one unpacked after it, one still there.
class PackedOn : public StoreFixture {
protected:
    void prepare() override
    {
        item("MUG-01");
        packagingItem("CARTON");
        recipient("C-1");
        stock("MUG-01", 100, "1000.00", "2026-02-01");
        stock("CARTON", 100, "50.00", "2026-02-01");
        packAndGive("C-1", {{"MUG-01", 1}, {"CARTON", 1}}, "2026-03-02");
        inMonth_ = pack("C-1", {{"MUG-01", 1}, {"CARTON", 1}}, "2026-03-03");
        later_ = pack("C-1", {{"MUG-01", 2}, {"CARTON", 1}}, "2026-03-04");
        undone_ = pack("C-1", {{"MUG-01", 3}, {"CARTON", 1}}, "2026-03-05");
        pack("C-1", {{"MUG-01", 4}, {"CARTON", 1}}, "2026-03-31");
        give(inMonth_, "2026-03-20");
        give(later_, "2026-04-01");
        unpack(undone_, "2026-05-02");
        writeOff("MUG-01", 1, "2026-03-06");
        count("CARTON", 94, "2026-04-30");
    }
    /// `boxes contents packaging`
    std::string packed(const std::string& on)
    {
        const auto all = read([&](const auto& tx) { return gifting::packedOn(tx, day(on)); });
        return std::to_string(all.boxes) + " " + text(all.cost.contents) + " " +
               text(all.cost.packaging);
    }
    std::string numbers(const std::string& on)
    {
        return read([&](const auto& tx) {
            std::string all;
            gifting::listPackedOn(tx, day(on), [&](const gifting::Box& box) {
                EXPECT_EQ(box.state, gifting::BoxState::Packed);
                all += std::to_string(box.number.value) + " ";
            });
            return all;
        });
    }
    /// Receipts minus boxes given, write-offs, and losses, by movements up to that date.
    std::int64_t expectedGoods(const std::string& on)
    {
        const std::string until = std::to_string(day(on).number());
        return std::stoll(
            raw()
                .column("SELECT CAST(SUM(m.cost_minor) AS bigint) FROM movement m LEFT JOIN box b "
                        "ON b.store_id = m.store_id AND b.box_no = m.box_no WHERE m.store_id = " +
                        storeId() + " AND m.moved_on <= " + until +
                        " AND (m.box_no IS NULL OR b.given_on <= " + until + ")")
                .front());
    }

    gifting::PackedBox inMonth_;
    gifting::PackedBox later_;
    gifting::PackedBox undone_;
};
GIFTBOX_ON_BOTH_ENGINES(PackedOn);

TEST_P(PackedOn, CountsWhatLayPackedOnThatDayWhateverBecameOfIt)
{
    EXPECT_EQ(packed("2026-03-01"), "0 0.00 0.00");
    EXPECT_EQ(packed("2026-03-03"), "1 10.00 0.50");
    EXPECT_EQ(packed("2026-03-19"), "3 60.00 1.50");
    EXPECT_EQ(packed("2026-03-20"), "2 50.00 1.00");
    EXPECT_EQ(packed("2026-03-31"), "3 90.00 1.50");
    EXPECT_EQ(packed("2026-04-30"), "2 70.00 1.00");
    EXPECT_EQ(packed("2026-06-15"), "1 40.00 0.50");
    EXPECT_EQ(numbers("2026-03-31"), "3 4 5 ");
    EXPECT_EQ(numbers("2026-04-01"), "4 5 ");
}

TEST_P(PackedOn, WithTheShelfIsWhatWasReceivedAndNotGivenOnEveryDay)
{
    for (const char* on : {"2026-02-01", "2026-03-02", "2026-03-05", "2026-03-20", "2026-03-31",
                           "2026-04-01", "2026-04-30", "2026-05-01", "2026-05-02", "2026-06-15"}) {
        const Money all = read([&](const auto& tx) {
            Money there;
            inventory::stockOn(tx, day(on),
                               [&](const inventory::StockLine& line) { there += line.cost; });
            Money inItems;
            for (const auto& [number, packed] : gifting::packedItemsOn(tx, day(on))) {
                inItems += packed.cost;
            }
            const Money goods = gifting::packedOn(tx, day(on)).goods();
            EXPECT_EQ(inItems, goods) << on;
            return there + goods;
        });
        EXPECT_EQ(all.minor, expectedGoods(on)) << on;
    }
}

TEST_P(PackedOn, IsFrozenAsOfTheLastDayWhenAMonthIsClosed)
{
    close("2026-02");
    const auto before = monthlyReport("2026-03", "2026-03");
    const auto closed = close("2026-03");
    EXPECT_EQ(closed.carried.boxes, 3);
    EXPECT_EQ(closed.carried.goods(), money("91.50"));
    EXPECT_EQ(closed.movedBoxes, 1) << "the others were given or unpacked when it was closed";
    EXPECT_EQ(closed.moved, money("40.50"));
    const auto after = monthlyReport("2026-03", "2026-03");
    const auto lastCells = [](const std::string& row) { return row.substr(row.rfind(",0,3,")); };
    EXPECT_EQ(lastCells(before), lastCells(after));
    EXPECT_EQ(close("2026-04").carried.boxes, 2);
}

TEST_P(PackedOn, StandsInTheReportOfEveryMonth)
{
    const std::string report = monthlyReport("2026-02", "2026-06");
    for (const char* row :
         {",0,0,0.00\r\n", ",0,3,91.50\r\n", ",0,2,71.00\r\n", ",0,1,40.50\r\n"}) {
        EXPECT_NE(report.find(row), std::string::npos) << row << report;
    }
}

} // namespace
} // namespace giftbox::tests::packed_on_test
