#include "gifting/anonymize_recipient.h"
#include "gifting/take_back_box.h"
#include "tests/support/journals.h"

namespace giftbox::tests::take_back_box_test {
namespace {

using gifting::BoxState;

/// A mug costs 10.00; labor costs 0.50 a minute.
class TakeBackBox : public JournalFixture {
protected:
    void prepare() override
    {
        item("MUG-01");
        recipient("C-1");
        stock("MUG-01", 20, "200.00", "2026-03-01");
    }
    gifting::PackedBox packed(const std::string& on) { return pack("C-1", {{"MUG-01", 1}}, on); }
    gifting::Box takeBack(books::BoxNo box, const std::string& reason = "by mistake")
    {
        return write([&](auto& tx) { return gifting::takeBackBox(tx, box, reason); });
    }
    std::vector<gifting::TakenBack> history(const gifting::PackedBox& box)
    {
        return read([&](const auto& tx) { return gifting::takenBack(tx, box.number); });
    }
};
GIFTBOX_ON_BOTH_ENGINES(TakeBackBox);

TEST_P(TakeBackBox, MakesItPackedAndCommittedAgain)
{
    const auto one = packed("2026-03-05");
    const budget::MonthTotals before = total("2026-03");
    give(one, "2026-03-06");
    const auto box = takeBack(one.number);
    EXPECT_EQ(box.state, BoxState::Packed);
    EXPECT_EQ(box.givenOn, std::nullopt);
    EXPECT_EQ(box.month, month("2026-03"));
    EXPECT_EQ(total("2026-03"), before);
    EXPECT_EQ(verify(), std::vector<std::string>());
}

TEST_P(TakeBackBox, KeepsThatItWasGiven)
{
    const auto one = packed("2026-03-05");
    give(one, "2026-03-06");
    takeBack(one.number);
    give(one, "2026-03-08");
    takeBack(one.number, "again");
    const auto all = history(one);
    ASSERT_EQ(all.size(), 2U);
    EXPECT_EQ(all[0].givenOn, day("2026-03-06"));
    EXPECT_EQ(all[0].on, day("2026-06-15"));
    EXPECT_EQ(all[0].reason, "by mistake");
    EXPECT_EQ(all[0].actor, "ann");
    EXPECT_EQ(all[1].givenOn, day("2026-03-08"));
    EXPECT_EQ(verify(), std::vector<std::string>());
}

TEST_P(TakeBackBox, LeavesItToBeGivenOrUnpacked)
{
    const auto one = packed("2026-03-05");
    give(one, "2026-03-06");
    takeBack(one.number);
    give(one, "2026-04-02");
    EXPECT_EQ(box(one).month, month("2026-04"));
    takeBack(one.number);
    EXPECT_EQ(unpack(one, "2026-04-03").state, BoxState::Unpacked);
    EXPECT_EQ(onShelf("MUG-01"), (OnShelf{20, "200.00"}));
    EXPECT_EQ(verify(), std::vector<std::string>());
}

TEST_P(TakeBackBox, CountsTheRecipientWhileAnotherBoxWasGiven)
{
    const auto one = packed("2026-03-05");
    const auto two = packed("2026-03-05");
    give(one, "2026-03-06");
    give(two, "2026-03-06");
    takeBack(one.number);
    EXPECT_EQ(total("2026-03").recipients, 1);
    takeBack(two.number);
    EXPECT_EQ(total("2026-03").recipients, 0);
    EXPECT_EQ(verify(), std::vector<std::string>());
}

TEST_P(TakeBackBox, CommitsInTheFirstOpenMonthWhenItsOwnIsClosed)
{
    const auto one = packed("2026-03-05");
    give(one, "2026-04-06");
    close("2026-03");
    const std::string closed = monthlyReport("2026-03", "2026-03");
    EXPECT_EQ(takeBack(one.number).month, month("2026-04"));
    EXPECT_EQ(total("2026-04").committed, box(one).cost.total());
    EXPECT_EQ(total("2026-04").boxesGiven, 0);
    EXPECT_EQ(monthlyReport("2026-03", "2026-03"), closed);
    close("2026-04");
    EXPECT_EQ(box(one).month, month("2026-05"));
    EXPECT_EQ(verify(), std::vector<std::string>());
}

TEST_P(TakeBackBox, IsRefusedOnceTheMonthIsClosed)
{
    const auto one = packed("2026-03-05");
    give(one, "2026-03-06");
    close("2026-03");
    EXPECT_EQ(EXPECT_REFUSAL("box.given_in_closed_month", takeBack(one.number)).sentence(),
              "Box 1 was handed over on 2026-03-06, and 2026-03 is closed. A closed month stays as "
              "it is. If the box was never handed over, hand it over now without recording it "
              "again; if its items are back on the shelf, count them.");
}

TEST_P(TakeBackBox, TakesTheOverrideOfGivingAlong)
{
    cap("month.program", "0.00", budget::CapAction::Stop, "2026-04");
    const auto one = packed("2026-03-05");
    give(one, "2026-04-06", "a wedding");
    EXPECT_EQ(total("2026-04").overrides, 1);
    takeBack(one.number);
    EXPECT_EQ(total("2026-04").overrides, 0);
    EXPECT_EQ(history(one).at(0).giveOverride, "a wedding");
    EXPECT_REFUSAL("budget.month_program_exceeded", give(one, "2026-04-07"));
    EXPECT_EQ(verify(), std::vector<std::string>());
}

TEST_P(TakeBackBox, IsNeverHeldBackByACap)
{
    const auto one = packed("2026-03-05");
    give(one, "2026-04-06");
    cap("month.program", "0.00", budget::CapAction::Stop, "2026-03");
    EXPECT_EQ(takeBack(one.number).month, month("2026-03"));
}

TEST_P(TakeBackBox, TakesBackABoxThatWasGivenWithItsPacking)
{
    const auto one = pack({.recipient = "C-1",
                           .lines = {{"MUG-01", 1}},
                           .packedOn = day("2026-03-05"),
                           .givenOn = day("2026-03-06")});
    EXPECT_EQ(takeBack(one.number).state, BoxState::Packed);
    EXPECT_EQ(verify(), std::vector<std::string>());
    give(one, "2026-03-07");
    EXPECT_EQ(verify(), std::vector<std::string>());
}

TEST_P(TakeBackBox, IsOnlyForAGivenBox)
{
    const auto one = packed("2026-03-05");
    EXPECT_EQ(EXPECT_REFUSAL("box.not_given", takeBack(one.number)).sentence(),
              "Box 1 is packed. Only a box that was handed over can be taken back.");
    unpack(one, "2026-03-06");
    EXPECT_REFUSAL("box.not_given", takeBack(one.number));
    const auto plan = write([](auto& tx) {
        return gifting::planBox(
            tx, {.recipient = "C-1", .lines = {{"MUG-01", 1}}, .month = month("2026-06")});
    });
    EXPECT_REFUSAL("box.not_given", takeBack(plan.number));
    EXPECT_REFUSAL("box.unknown", takeBack(books::BoxNo{9}));
    const auto two = packAndGive("C-1", {{"MUG-01", 1}}, "2026-03-05");
    EXPECT_REFUSAL("text.missing", takeBack(two.number, ""));
}

TEST_P(TakeBackBox, ForgetsItsReasonWithTheRecipient)
{
    const auto one = packAndGive("C-1", {{"MUG-01", 1}}, "2026-03-05");
    takeBack(one.number, "Ana came by twice");
    EXPECT_EQ(lastDetail().find("Ana"), std::string::npos);
    write([](auto& tx) { return gifting::anonymizeRecipient(tx, "C-1", "asked"); });
    EXPECT_EQ(history(one).at(0).reason, "anonymized");
    EXPECT_EQ(verify(), std::vector<std::string>());
}

TEST_P(TakeBackBox, IsTheSameInTheBooksMadeOfItsFiles)
{
    const auto one = packed("2026-03-05");
    give(one, "2026-04-06");
    takeBack(one.number);
    const Journals before = journals();
    openStore("USD", "30.00", 0);
    importJournals(before);
    EXPECT_EQ(journals(), before);
}

} // namespace
} // namespace giftbox::tests::take_back_box_test
