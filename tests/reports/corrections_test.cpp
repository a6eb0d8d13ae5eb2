#include "reports/corrections.h"

#include "gifting/reverse_adjustment.h"
#include "tests/support/store_fixture.h"

namespace giftbox::tests::corrections_test {
namespace {

using books::MonthFigure;

class Corrections : public StoreFixture {
protected:
    void prepare() override
    {
        item("MUG");
        item("HAT");
        stock("MUG", 10, "100.00", "2026-05-01");
        stock("HAT", 10, "50.00", "2026-05-01");
    }
    gifting::Adjustment lost(const std::string& sku, std::int64_t units, const std::string& reason,
                             const std::string& on)
    {
        return write([&](auto& tx) {
            return gifting::writeOffStock(
                tx, {.sku = sku, .units = units, .on = day(on), .reason = reason});
        });
    }
    gifting::Adjustment counted(const std::string& sku, std::int64_t units,
                                const std::string& reason, const std::string& on)
    {
        return write([&](auto& tx) {
            return gifting::countStock(
                tx, {.sku = sku, .units = units, .on = day(on), .reason = reason});
        });
    }
    std::string report(const std::string& first, const std::string& last)
    {
        return csv([&](const auto& tx, auto& out) {
            reports::writeCorrections(reports::corrections(tx, month(first), month(last)), out);
        });
    }
    static constexpr const char* kHead = "reason,written_off_units,written_off_cost,under_units,"
                                         "under_cost,over_units,over_cost\r\n";
};
GIFTBOX_ON_BOTH_ENGINES(Corrections);

TEST_P(Corrections, StandByReasonWithOverAndUnderSideBySide)
{
    lost("MUG", 2, "Damage", "2026-06-01");
    lost("HAT", 1, "damage: dropped", "2026-06-02");
    lost("HAT", 1, "fell", "2026-06-02");
    counted("MUG", 5, "miscount", "2026-06-03");
    counted("HAT", 12, "miscount", "2026-06-03");
    EXPECT_EQ(report("2026-06", "2026-06"), std::string(kHead) +
                                                "damage,3,25.00,0,0.00,0,0.00\r\n"
                                                "other,1,5.00,0,0.00,0,0.00\r\n"
                                                "miscount,0,0.00,3,30.00,4,20.00\r\n");
    EXPECT_EQ(total("2026-06").of(MonthFigure::WriteOff), money("40.00")) << "25 + 5 + 30 - 20";
    EXPECT_EQ(report("2026-05", "2026-05"), kHead);
}

TEST_P(Corrections, TakeAReversalOffTheReasonThatItReverses)
{
    lost("MUG", 3, "damage", "2026-05-31");
    const auto off = lost("MUG", 2, "damage", "2026-06-01");
    const auto found = counted("HAT", 12, "found", "2026-06-02");
    const auto missing = counted("HAT", 11, "miscount", "2026-06-03");
    for (const auto& [kind, done] : {std::pair{'w', off}, {'c', missing}, {'c', found}}) {
        write([&, k = kind, number = *done.movement](auto& tx) {
            return k == 'w' ? gifting::reverseWriteOff(tx, number, "a mistake")
                            : gifting::reverseCount(tx, number, "a mistake");
        });
    }
    EXPECT_EQ(report("2026-05", "2026-06"), std::string(kHead) +
                                                "damage,3,30.00,0,0.00,0,0.00\r\n"
                                                "found,0,0.00,0,0.00,0,0.00\r\n"
                                                "miscount,0,0.00,0,0.00,0,0.00\r\n");
}

} // namespace
} // namespace giftbox::tests::corrections_test
