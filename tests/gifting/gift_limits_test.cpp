#include "tests/support/at_once.h"
#include "tests/support/store_fixture.h"

#include "reports/exceptions.h"

namespace giftbox::tests::gift_limits_test {
namespace {

using books::Setting;

constexpr std::int64_t kWarn = 1;
constexpr std::int64_t kBlock = 2;

/// A mug costs 10.00, a pen with the store's name 2.00, a carton 1.00.
class GiftLimits : public StoreFixture {
protected:
    void prepare() override
    {
        item("MUG");
        packagingItem("CARTON");
        inventory::Item pen{.sku = "PEN", .name = "Pen"};
        pen.imprinted = true;
        add(pen);
        recipient("C-1");
        recipient("C-2");
        stock("MUG", 100, "1000.00", "2025-01-01");
        stock("PEN", 100, "200.00", "2025-01-01");
        stock("CARTON", 100, "100.00", "2025-01-01");
    }
    void acts(std::int64_t action, const std::string& from = "2025-01")
    {
        setFrom(Setting::LimitUsGift, action, from);
    }
    gifting::PlannedResult plan(std::int64_t mugs, const std::string& in)
    {
        return write([&](auto& tx) {
            return gifting::planBox(
                tx, {.recipient = "C-1", .lines = {{"MUG", mugs}}, .month = month(in)});
        });
    }
    std::string exceptions(const std::string& in)
    {
        return csv([&](const auto& tx, auto& out) {
            reports::writeExceptions(tx, month(in), month(in), out);
        });
    }
};
GIFTBOX_ON_BOTH_ENGINES(GiftLimits);

TEST_P(GiftLimits, DoNothingUnlessTheStoreSaysSo)
{
    EXPECT_EQ(pack("C-1", {{"MUG", 9}}, "2026-03-05").verdict, budget::Verdict{});
}

TEST_P(GiftLimits, WarnWithTheSumSoFarAndAreRecorded)
{
    acts(kWarn);
    EXPECT_EQ(packAndGive("C-1", {{"MUG", 2}}, "2026-03-05").verdict, budget::Verdict{});
    EXPECT_EQ(pack("C-2", {{"MUG", 2}}, "2026-03-06").verdict, budget::Verdict{});
    const auto packed = pack("C-1", {{"MUG", 1}}, "2026-03-07");
    ASSERT_EQ(packed.verdict.warned.size(), 1U);
    EXPECT_EQ(packed.verdict.warned[0].limit, "us-gift");
    EXPECT_EQ(packed.verdict.warned[0].before, money("20.00"));
    EXPECT_EQ(packed.verdict.warned[0].wouldBe, money("30.00"));
    EXPECT_NE(lastDetail().find(R"("warned":"the cap limit.us-gift is 25.00 USD)"),
              std::string::npos);
    EXPECT_NE(exceptions("2026-03").find(
                  "Gift limit us-gift: 30.00 USD is 5.00 USD over the 25.00 USD limit"),
              std::string::npos);
}

TEST_P(GiftLimits, BlockABoxWithoutAnOverrideAndNothingChanges)
{
    acts(kBlock);
    pack("C-1", {{"MUG", 2}}, "2026-03-05");
    const Refusal refusal =
        EXPECT_REFUSAL("limit.exceeded", pack("C-1", {{"MUG", 1}}, "2026-03-07"));
    EXPECT_EQ(refusal.sentence(),
              "This box would put the gifts to this recipient over the us-gift limit of 25.00 USD "
              "by 5.00 USD: 20.00 USD so far, and this box adds 10.00 USD. Choose cheaper items, "
              "or ask a manager to approve it.");
    EXPECT_EQ(onShelf("MUG"), (OnShelf{98, "980.00"}));
    const auto packed = pack({.recipient = "C-1",
                              .lines = {{"MUG", 1}},
                              .packedOn = day("2026-03-07"),
                              .override = "the owner's guest"});
    EXPECT_EQ(packed.verdict.overridden.size(), 1U);
    EXPECT_EQ(box(packed).packOverride, "the owner's guest");
    EXPECT_EQ(total("2026-03").overrides, 1);
    EXPECT_EQ(give(packed, "2026-04-01").verdict, budget::Verdict{}) << "that was decided";
}

TEST_P(GiftLimits, LeaveOutPackagingLaborAndCheapImprintedItems)
{
    acts(kBlock);
    EXPECT_NO_THROW(pack({.recipient = "C-1",
                          .lines = {{"MUG", 2}, {"PEN", 20}, {"CARTON", 9}},
                          .minutes = 60,
                          .packedOn = day("2026-03-05")}));
    EXPECT_NO_THROW(pack("C-1", {{"PEN", 1}}, "2026-03-06"));
    EXPECT_REFUSAL("limit.exceeded", pack("C-1", {{"MUG", 1}, {"PEN", 1}}, "2026-03-06"));
    stock("PEN", 1, "4.01", "2025-01-02");
    EXPECT_NO_THROW(pack("C-2", {{"MUG", 2}, {"PEN", 79}}, "2026-03-06"));
    EXPECT_NO_THROW(pack("C-2", {{"PEN", 1}}, "2026-03-06")) << "24.01 of 25.00";
    EXPECT_REFUSAL("limit.exceeded", pack("C-2", {{"MUG", 1}}, "2026-03-06"));
}

TEST_P(GiftLimits, StartAnewWithTheTaxYear)
{
    acts(kBlock);
    pack("C-1", {{"MUG", 2}}, "2025-12-31");
    EXPECT_NO_THROW(pack("C-1", {{"MUG", 2}}, "2026-01-01"));
    EXPECT_REFUSAL("limit.exceeded", pack("C-1", {{"MUG", 1}}, "2025-11-01"));
    setFrom(Setting::TaxYearStart, 701, "2026-02");
    // The year began in July 2025.
    EXPECT_REFUSAL("limit.exceeded", pack("C-1", {{"MUG", 1}}, "2026-06-01"));
}

TEST_P(GiftLimits, CountAPlannedBoxOnceAndForgetACancelledOrUnpackedOne)
{
    acts(kBlock);
    const auto planned = plan(2, "2026-06");
    EXPECT_REFUSAL("limit.exceeded", plan(1, "2026-07"));
    EXPECT_REFUSAL("limit.exceeded", pack("C-1", {{"MUG", 1}}, "2026-06-01"));
    write([&](auto& tx) {
        return gifting::packPlannedBox(tx,
                                       {.number = planned.number, .packedOn = day("2026-06-02")});
    });
    const auto second = plan(1, "2027-01");
    EXPECT_NO_THROW(
        write([&](auto& tx) { return gifting::cancelBox(tx, second.number, "moved away"); }));
    const auto other = pack("C-2", {{"MUG", 2}}, "2026-06-01");
    EXPECT_REFUSAL("limit.exceeded", pack("C-2", {{"MUG", 1}}, "2026-06-01"));
    unpack(other, "2026-06-03");
    EXPECT_NO_THROW(pack("C-2", {{"MUG", 2}}, "2026-06-04"));
}

TEST_P(GiftLimits, AreTestedWhenABoxIsGivenInAnotherTaxYear)
{
    acts(kBlock);
    const auto packed = pack("C-1", {{"MUG", 2}}, "2025-12-30");
    pack("C-1", {{"MUG", 1}}, "2026-01-10");
    EXPECT_REFUSAL("limit.exceeded", give(packed, "2026-01-12"));
    EXPECT_EQ(box(packed).state, gifting::BoxState::Packed);
    const auto given = give(packed, "2026-01-12", "it was ordered last year");
    EXPECT_EQ(given.verdict.overridden.size(), 1U);
    EXPECT_EQ(box(packed).giveOverride, "it was ordered last year");
}

TEST_P(GiftLimits, CountTheBoxesOfOneFileTogether)
{
    acts(kWarn);
    importBoxes("box,recipient,packed_on,given_on,sku,units\r\n"
                "A,C-1,2025-03-02,2025-03-02,MUG,1\r\n"
                "B,C-1,2026-03-01,2026-03-01,MUG,2\r\n"
                "C,C-1,2026-03-02,2026-03-02,MUG,1\r\n");
    const std::string listed = exceptions("2026-03");
    EXPECT_NE(listed.find("30.00 USD is 5.00 USD over"), std::string::npos) << listed;
    EXPECT_EQ(exceptions("2025-03").find("limit"), std::string::npos);
}

TEST_P(GiftLimits, AreOfTheCurrencyOfTheStore)
{
    EXPECT_REFUSAL("store.limit_currency", setFrom(Setting::LimitDeGift, kWarn));
    EXPECT_NO_THROW(setFrom(Setting::LimitDeGift, 0));
}

TEST_P(GiftLimits, HoldWhenSeveralPackForOneRecipientAtOnce)
{
    acts(kBlock);
    constexpr int kPeople = 6;
    const auto outcomes = atOnce(url(), kPeople, [&](auto& own, int number) {
        const books::Actor person{.name = "person " + std::to_string(number),
                                  .now = {1'781'500'000'000},
                                  .machineZone = "UTC",
                                  .requestKey = ""};
        gifting::packBox(
            own, books::findStore(own, store()), person,
            {.recipient = "C-1", .lines = {{"MUG", 1}}, .packedOn = day("2026-03-05")});
    });
    EXPECT_EQ(outcomes, (Outcomes{{"done", 2}, {"limit.exceeded", kPeople - 2}}));
}

} // namespace
} // namespace giftbox::tests::gift_limits_test
