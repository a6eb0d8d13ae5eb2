#include "reports/use_tax.h"

#include "tests/support/store_fixture.h"

namespace giftbox::tests::use_tax_test {
namespace {

class UseTax : public StoreFixture {
protected:
    void prepare() override
    {
        item("MUG");
        item("HAT");
        recipient("C-1");
        stock("MUG", 10, "100.00", "2026-01-01");
        receive({.sku = "HAT",
                 .units = 10,
                 .cost = money("50.00"),
                 .receivedOn = day("2026-01-01"),
                 .reference = {},
                 .supplier = {},
                 .source = "parts_transfer"});
    }
    std::string report(const std::string& first, const std::string& last)
    {
        return csv([&](const auto& tx, auto& out) {
            reports::writeUseTax(tx, month(first), month(last), out);
        });
    }
    static constexpr const char* kHead = "month,units,cost,returned_cost\r\n";
};
GIFTBOX_ON_BOTH_ENGINES(UseTax);

TEST_P(UseTax, CountsPartsTransfersInBoxesInTheMonthTheyWereGiven)
{
    packAndGive("C-1", {{"MUG", 1}, {"HAT", 2}}, "2026-02-03");
    give(pack("C-1", {{"HAT", 1}}, "2026-02-04"), "2026-03-01");
    packAndGive("C-1", {{"MUG", 1}}, "2026-04-04");
    pack("C-1", {{"HAT", 1}}, "2026-04-05");
    EXPECT_EQ(report("2026-01", "2026-06"), std::string(kHead) + "2026-02,2,10.00,0.00\r\n"
                                                                 "2026-03,1,5.00,0.00\r\n");
    EXPECT_EQ(report("2026-04", "2026-06"), kHead);
}

TEST_P(UseTax, SetsApartWhatCameBackFromAnUnpackedBox)
{
    unpack(pack("C-1", {{"MUG", 10}}, "2026-02-03"), "2026-02-04");
    packAndGive("C-1", {{"MUG", 3}}, "2026-02-05");
    EXPECT_EQ(report("2026-02", "2026-02"), std::string(kHead) + "2026-02,0,0.00,30.00\r\n");
}

} // namespace
} // namespace giftbox::tests::use_tax_test
