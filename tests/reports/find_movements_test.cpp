#include "reports/find_movements.h"

#include "tests/support/store_fixture.h"

namespace giftbox::tests::find_movements_test {
namespace {

/// Two items, received, packed, unpacked, counted, and written off in March and April.
class FindMovements : public StoreFixture {
protected:
    void prepare() override
    {
        item("HAT");
        item("MUG");
        recipient("C-1");
        receive({.sku = "HAT",
                 .units = 3,
                 .cost = money("10.00"),
                 .receivedOn = day("2026-03-02"),
                 .reference = "INV-7",
                 .supplier = "Hats and more"});
        stock("MUG", 5, "20.00", "2026-03-03");
        box_ = pack("C-1", {{"HAT", 2}, {"MUG", 1}}, "2026-03-10");
        writeOff("MUG", 1, "2026-04-02");
    }
    /// `SEQ KIND SKU UNITS COST` per line.
    std::string found(const reports::MovementsWanted& wanted)
    {
        std::string lines;
        for (const auto& one : find(wanted).movements) {
            lines += std::to_string(one.seq) + " " + one.kind + " " + one.sku + " " +
                     std::to_string(one.units) + " " + text(one.cost) + "\n";
        }
        return lines;
    }
    reports::FoundMovements find(const reports::MovementsWanted& wanted)
    {
        return read([&](const auto& tx) { return reports::findMovements(tx, wanted); });
    }
    gifting::PackedBox box_;
};

TEST_P(FindMovements, AreNewestFirst)
{
    EXPECT_EQ(found({}), "5 write-off MUG -1 -4.00\n"
                         "4 issue MUG -1 -4.00\n"
                         "3 issue HAT -2 -6.67\n"
                         "2 receipt MUG 5 20.00\n"
                         "1 receipt HAT 3 10.00\n");
    EXPECT_FALSE(find({}).next.has_value());
    EXPECT_EQ(found({.before = 2}), "1 receipt HAT 3 10.00\n");
}

TEST_P(FindMovements, AreOfAnItemALotAMonthOrAKind)
{
    EXPECT_EQ(found({.sku = "HAT"}), "3 issue HAT -2 -6.67\n1 receipt HAT 3 10.00\n");
    EXPECT_EQ(found({.lot = books::LotNo{1}}), "3 issue HAT -2 -6.67\n1 receipt HAT 3 10.00\n");
    EXPECT_EQ(found({.month = month("2026-04")}), "5 write-off MUG -1 -4.00\n");
    EXPECT_EQ(found({.month = month("2026-05")}), "");
    EXPECT_EQ(found({.figure = books::MonthFigure::Restock}),
              "2 receipt MUG 5 20.00\n1 receipt HAT 3 10.00\n");
    EXPECT_EQ(found({.month = month("2026-04"), .figure = books::MonthFigure::WriteOff}),
              "5 write-off MUG -1 -4.00\n");
    EXPECT_REFUSAL("item.unknown", find({.sku = "NONE"}));
}

TEST_P(FindMovements, ComeInPages)
{
    for (std::int64_t i = 0; i < reports::kMovementsShown; ++i) {
        stock("HAT", 1, "1.00", "2026-05-01");
    }
    const auto first = find({});
    EXPECT_EQ(first.movements.size(), static_cast<std::size_t>(reports::kMovementsShown));
    ASSERT_TRUE(first.next.has_value());
    EXPECT_EQ(*first.next, 6);
    EXPECT_EQ(find({.before = first.next}).movements.size(), 5U);
}

TEST_P(FindMovements, ALotSaysWhereItCameFrom)
{
    const auto lot = read([](const auto& tx) { return reports::requireLot(tx, books::LotNo{1}); });
    EXPECT_EQ(lot.sku, "HAT");
    EXPECT_EQ(lot.reference, "INV-7");
    EXPECT_EQ(lot.supplier, "Hats and more");
    EXPECT_EQ(lot.source, "purchase");
    EXPECT_EQ(lot.units, 3);
    EXPECT_EQ(text(lot.cost), "10.00");
    EXPECT_EQ(lot.unitsLeft, 1);
    EXPECT_EQ(text(lot.costLeft), "3.33");
    EXPECT_REFUSAL("lot.unknown",
                   read([](const auto& tx) { return reports::requireLot(tx, books::LotNo{9}); }));
}

TEST_P(FindMovements, ABoxSaysWhichLotsItTookFrom)
{
    const gifting::Box box = this->box(box_);
    const auto draws = read([&](const auto& tx) { return reports::boxDraws(tx, box.number); });
    ASSERT_EQ(draws.size(), 2U);
    EXPECT_EQ(draws[0].sku, "HAT");
    EXPECT_EQ(draws[0].lot.value, 1);
    EXPECT_EQ(draws[0].units, 2);
    EXPECT_EQ(text(draws[0].cost), "6.67");
    EXPECT_EQ(draws[0].reference, "INV-7");
    EXPECT_EQ(draws[0].receivedOn, day("2026-03-02"));
}

GIFTBOX_ON_BOTH_ENGINES(FindMovements);

} // namespace
} // namespace giftbox::tests::find_movements_test
