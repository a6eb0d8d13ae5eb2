#include "purchasing/correct_receipt.h"
#include "purchasing/return_receipt.h"
#include "purchasing/reverse_receipt.h"
#include "tests/support/journals.h"

namespace giftbox::tests::return_receipt_test {
namespace {

using books::LotNo;
using books::MonthFigure;
using budget::CapAction;

/// Lot 1 is 3 mugs for 30.00, lot 2 is 4 mugs for 60.00.
class ReturnReceipt : public JournalFixture {
protected:
    void prepare() override
    {
        item("MUG-01");
        recipient("C-1");
        stock("MUG-01", 3, "30.00", "2026-03-01");
        stock("MUG-01", 4, "60.00", "2026-03-02");
    }
    purchasing::ReturnedUnits giveBack(std::int64_t lot, std::int64_t units,
                                       const std::string& on = "2026-03-05")
    {
        return write([&](auto& tx) {
            return purchasing::returnToSupplier(
                tx, {.lot = LotNo{lot}, .units = units, .on = day(on), .reason = "wrong color"});
        });
    }
    purchasing::CreditedReturn credit(std::int64_t movement, const std::string& amount,
                                      const std::string& on = "2026-04-02")
    {
        const Money credited = money(amount);
        return write([&](auto& tx) {
            return purchasing::creditReturn(
                tx, {.movement = movement, .amount = credited, .on = day(on), .reference = "CN-1"});
        });
    }
    purchasing::ReturnedUnits reverse(std::int64_t movement)
    {
        return write(
            [&](auto& tx) { return purchasing::reverseReturn(tx, movement, "they stayed"); });
    }
    Money restock(const std::string& month) { return total(month).of(MonthFigure::Restock); }
    Money variance(const std::string& month) { return total(month).of(MonthFigure::Variance); }
};
GIFTBOX_ON_BOTH_ENGINES(ReturnReceipt);

TEST_P(ReturnReceipt, TakesUnitsOutOfTheirOwnLotAtItsCost)
{
    const purchasing::ReturnedUnits done = giveBack(2, 2);
    EXPECT_EQ(done.cost, money("-30.00"));
    EXPECT_EQ(done.unitsNow, 5);
    EXPECT_EQ(onShelf("MUG-01"), (OnShelf{5, "60.00"}));
    EXPECT_EQ(restock("2026-03"), money("60.00")) << "the month gets the amount back";
    pack("C-1", {{"MUG-01", 3}}, "2026-03-06");
    EXPECT_EQ(onShelf("MUG-01"), (OnShelf{2, "30.00"})) << "the older lot went into the box";
}

TEST_P(ReturnReceipt, GivesTheLastUnitsTheRestOfTheCost)
{
    stock("MUG-01", 3, "10.00", "2026-03-03");
    EXPECT_EQ(giveBack(3, 1).cost, money("-3.33"));
    EXPECT_EQ(giveBack(3, 2).cost, money("-6.67"));
    EXPECT_EQ(onShelf("MUG-01"), (OnShelf{7, "90.00"}));
}

TEST_P(ReturnReceipt, IsRefusedWhenTheUnitsAreGone)
{
    pack("C-1", {{"MUG-01", 5}}, "2026-03-04");
    giveBack(2, 1);
    EXPECT_EQ(EXPECT_REFUSAL("return.units_gone", giveBack(2, 2)).sentence(),
              "Receipt R-2 for item MUG-01 has 4 units, and 3 of them are gone: 2 in box 1, 1 "
              "returned to the supplier. 1 is left, so 2 cannot be returned. Return at most 1, or "
              "select another receipt.");
    EXPECT_REFUSAL("return.units_gone", giveBack(1, 1));
}

TEST_P(ReturnReceipt, LeavesWhatPlannedBoxesReserve)
{
    write([&](auto& tx) {
        return gifting::planBox(
            tx, {.recipient = "C-1", .lines = {{"MUG-01", 6}}, .month = month("2026-06")});
    });
    EXPECT_REFUSAL("receipt.reserved", giveBack(2, 2));
    giveBack(2, 1);
}

TEST_P(ReturnReceipt, HasADayAReasonAndUnits)
{
    EXPECT_REFUSAL("return.too_early", giveBack(2, 1, "2026-03-01"));
    EXPECT_REFUSAL("date.in_future", giveBack(2, 1, "2026-07-01"));
    EXPECT_REFUSAL("units.malformed", giveBack(2, 0));
    EXPECT_REFUSAL("lot.unknown", giveBack(9, 1));
    EXPECT_REFUSAL("text.missing", write([&](auto& tx) {
                       return purchasing::returnToSupplier(
                           tx,
                           {.lot = LotNo{1}, .units = 1, .on = day("2026-03-05"), .reason = " "});
                   }));
    close("2026-03");
    EXPECT_REFUSAL("month.closed", giveBack(2, 1));
    giveBack(2, 1, "2026-04-01");
    EXPECT_EQ(restock("2026-04"), money("-15.00"));
}

TEST_P(ReturnReceipt, IsNeverStoppedByACap)
{
    cap("month.restock", "0.00", CapAction::Stop);
    const auto returned = giveBack(2, 4);
    EXPECT_EQ(returned.remaining, money("-30.00"));
    credit(returned.movement, "0.00", "2026-03-06");
    EXPECT_EQ(restock("2026-03"), money("90.00")) << "nothing came back";
    EXPECT_EQ(variance("2026-03"), money("60.00"));
}

TEST_P(ReturnReceipt, IsCreditedOnceAndTheDifferenceIsAVariance)
{
    const auto returned = giveBack(2, 2);
    EXPECT_EQ(credit(returned.movement, "26.50").variance, money("3.50"));
    EXPECT_EQ(onShelf("MUG-01"), (OnShelf{5, "60.00"})) << "what is left costs what it did";
    EXPECT_EQ(restock("2026-04"), money("3.50"));
    EXPECT_EQ(variance("2026-04"), money("3.50"));
    EXPECT_EQ(EXPECT_REFUSAL("return.credited", credit(returned.movement, "26.50")).sentence(),
              "Return 3 of item MUG-01 was already credited on 2026-04-02 with 26.50 USD.");
    EXPECT_REFUSAL("return.credited", reverse(returned.movement));
    const auto all =
        read([](const auto& tx) { return purchasing::returnsBefore(tx, std::nullopt, 9); });
    ASSERT_EQ(all.size(), 1);
    EXPECT_EQ(all[0].credit(), money("26.50"));
    EXPECT_EQ(all[0].state(), "credited");
}

TEST_P(ReturnReceipt, IsCreditedWithMoreOrWithExactlyItsCost)
{
    const auto one = giveBack(2, 1);
    const auto other = giveBack(1, 1);
    EXPECT_EQ(credit(one.movement, "15.00").variance, money("0.00"));
    EXPECT_EQ(credit(other.movement, "11.00").variance, money("-1.00"));
    EXPECT_EQ(variance("2026-04"), money("-1.00"));
    EXPECT_EQ(restock("2026-04"), money("-1.00"));
}

TEST_P(ReturnReceipt, IsCreditedAfterItWasReturned)
{
    const auto returned = giveBack(2, 1);
    EXPECT_REFUSAL("return.too_early", credit(returned.movement, "1.00", "2026-03-04"));
    EXPECT_REFUSAL("cost.negative", credit(returned.movement, "-1.00"));
    EXPECT_REFUSAL("movement.other_kind", credit(1, "1.00"));
    EXPECT_REFUSAL("movement.unknown", credit(99, "1.00"));
    EXPECT_REFUSAL("text.missing", write([&](auto& tx) {
                       return purchasing::creditReturn(tx, {.movement = returned.movement,
                                                            .amount = {100},
                                                            .on = day("2026-04-01"),
                                                            .reference = ""});
                   }));
}

TEST_P(ReturnReceipt, IsReversedOnceAndItsUnitsComeBackAtTheirCost)
{
    const auto returned = giveBack(2, 2);
    const auto back = reverse(returned.movement);
    EXPECT_EQ(back.cost, money("30.00"));
    EXPECT_EQ(onShelf("MUG-01"), (OnShelf{7, "90.00"}));
    EXPECT_EQ(restock("2026-03"), money("90.00"));
    EXPECT_REFUSAL("movement.reversed", reverse(returned.movement));
    EXPECT_REFUSAL("movement.reversed", credit(returned.movement, "1.00"));
}

TEST_P(ReturnReceipt, MeetsACorrectionOfItsReceipt)
{
    giveBack(2, 1);
    write([&](auto& tx) {
        return purchasing::correctReceipt(
            tx, {.lot = LotNo{2}, .cost = Money{8000}, .reason = "freight left out"});
    });
    EXPECT_EQ(onShelf("MUG-01"), (OnShelf{6, "90.00"})) << "3 of 4 cost 60.00";
    EXPECT_EQ(variance("2026-03"), money("5.00"));
    EXPECT_REFUSAL("receipt.used", write([](auto& tx) {
                       return purchasing::reverseReceipt(tx, LotNo{2}, "twice");
                   }));
    giveBack(2, 3);
    EXPECT_EQ(onShelf("MUG-01"), (OnShelf{3, "30.00"}));
}

TEST_P(ReturnReceipt, ComesBackFromFilesWithItsCreditAndItsReversal)
{
    const auto credited = giveBack(2, 2);
    credit(credited.movement, "26.50");
    const auto exact = giveBack(1, 1);
    credit(exact.movement, "10.00");
    reverse(giveBack(2, 1).movement);
    const Journals before = journals();
    openStore("USD", "30.00", 0);
    importJournals(before);
    EXPECT_EQ(journals(), before);
    const auto all =
        read([](const auto& tx) { return purchasing::returnsBefore(tx, std::nullopt, 9); });
    ASSERT_EQ(all.size(), 3);
    EXPECT_EQ(all[0].state(), "reversed");
    EXPECT_EQ(all[2].credit(), money("26.50"));
    EXPECT_EQ(all[2].creditReference, "CN-1");
}

} // namespace
} // namespace giftbox::tests::return_receipt_test
