#include "tests/support/store_fixture.h"

namespace giftbox::tests::set_cap_test {
namespace {

using budget::Cap;
using budget::CapAction;
using budget::CapName;

class SetCap : public StoreFixture {
protected:
    std::optional<Cap> inForce(CapName name, const std::string& of)
    {
        return read([&](const auto& tx) {
            return budget::capOf(budget::loadMonth(tx, month(of)).caps, name);
        });
    }
    std::vector<budget::CapChange> history()
    {
        return read([](const auto& tx) { return budget::listCapChanges(tx); });
    }
};
GIFTBOX_ON_BOTH_ENGINES(SetCap);

TEST_P(SetCap, HoldsFromItsMonthUntilALaterOneDoes)
{
    cap("month.program", "100.00", CapAction::Stop, "2026-03");
    cap("month.program", "200.00", CapAction::Warn, "2026-05");
    EXPECT_EQ(inForce(CapName::MonthProgram, "2026-02"), std::nullopt);
    EXPECT_EQ(inForce(CapName::MonthProgram, "2026-03")->amount, money("100.00"));
    EXPECT_EQ(inForce(CapName::MonthProgram, "2026-04")->amount, money("100.00"));
    EXPECT_EQ(inForce(CapName::MonthProgram, "2026-05")->amount, money("200.00"));
    EXPECT_EQ(inForce(CapName::MonthProgram, "2031-01")->action, CapAction::Warn);
    EXPECT_EQ(inForce(CapName::BoxTotal, "2026-05"), std::nullopt);
}

TEST_P(SetCap, OfTwoForOneMonthTheLaterSetHoldsAndBothAreKept)
{
    cap("box.total", "100.00", CapAction::Stop, "2026-03");
    cap("box.total", "50.00", CapAction::Stop, "2026-03");
    EXPECT_EQ(inForce(CapName::BoxTotal, "2026-03")->amount, money("50.00"));
    const auto all = history();
    ASSERT_EQ(all.size(), 2U);
    EXPECT_EQ(all[0].cap.amount, money("100.00"));
    EXPECT_EQ(all[1].cap.amount, money("50.00"));
    EXPECT_EQ(all[1].reason, "as agreed");
    EXPECT_EQ(all[1].actor, "ann");
    EXPECT_LT(all[0].recordedAt, all[1].recordedAt);
}

TEST_P(SetCap, SetLaterForAnEarlierMonthDoesNotReachOverALaterMonth)
{
    cap("box.total", "50.00", CapAction::Stop, "2026-05");
    cap("box.total", "10.00", CapAction::Stop, "2026-03");
    EXPECT_EQ(inForce(CapName::BoxTotal, "2026-04")->amount, money("10.00"));
    EXPECT_EQ(inForce(CapName::BoxTotal, "2026-05")->amount, money("50.00"));
}

TEST_P(SetCap, EndsFromAMonthOnUntilALaterOneStarts)
{
    const auto end = [&](const std::string& from, const std::string& reason = "enough") {
        return write([&](auto& tx) {
            return budget::endCap(tx, CapName::MonthProgram, month(from), reason);
        });
    };
    EXPECT_EQ(EXPECT_REFUSAL("cap.none", end("2026-05")).sentence(),
              "There is no cap month.program in 2026-05, so none can end. See the caps with their "
              "months.");
    cap("month.program", "100.00", CapAction::Stop, "2026-03");
    cap("month.program", "200.00", CapAction::Warn, "2026-07");
    EXPECT_REFUSAL("cap.none", end("2026-02"));
    EXPECT_REFUSAL("text.missing", end("2026-05", ""));
    end("2026-05");
    EXPECT_EQ(inForce(CapName::MonthProgram, "2026-04")->amount, money("100.00"));
    EXPECT_EQ(inForce(CapName::MonthProgram, "2026-05"), std::nullopt);
    EXPECT_EQ(inForce(CapName::MonthProgram, "2026-07")->amount, money("200.00"));
    EXPECT_EQ(history().back().cap.action, CapAction::End);
    EXPECT_REFUSAL("cap.none", end("2026-06"));
    EXPECT_EQ(verify(), std::vector<std::string>());
}

TEST_P(SetCap, IsNoWayToEndOne)
{
    EXPECT_REFUSAL("cap.action_unknown", cap("box.total", "1.00", CapAction::End));
}

TEST_P(SetCap, MayGoBelowWhatIsSpent)
{
    item("MUG-01");
    recipient("C-1");
    stock("MUG-01", 1, "10.00", "2026-03-01");
    packAndGive("C-1", {{"MUG-01", 1}}, "2026-03-05");
    cap("month.program", "1.00", CapAction::Stop, "2026-03");
    EXPECT_EQ(total("2026-03").spent(), money("10.00"));
    EXPECT_EQ(inForce(CapName::MonthProgram, "2026-03")->amount, money("1.00"));
}

TEST_P(SetCap, MayHoldFromAMonthToCome)
{
    cap("month.restock", "0.00", CapAction::Stop, "2027-01");
    EXPECT_EQ(inForce(CapName::MonthRestock, "2027-01")->amount, money("0.00"));
}

TEST_P(SetCap, IsRefusedForAClosedMonth)
{
    close("2026-03");
    for (const char* closed : {"2026-03", "2026-01"}) {
        const Refusal refusal =
            EXPECT_REFUSAL("month.closed", cap("box.total", "1.00", CapAction::Stop, closed));
        EXPECT_EQ(refusal.sentence(),
                  std::string(closed) + " is closed. A new cap can begin in 2026-04 or later.");
    }
    EXPECT_NO_THROW(cap("box.total", "1.00", CapAction::Stop, "2026-04"));
}

TEST_P(SetCap, IsRefusedForANegativeAmount)
{
    EXPECT_REFUSAL("cap.negative", cap("box.total", "-0.01", CapAction::Stop));
}

TEST_P(SetCap, NeedsAReason)
{
    const Cap one{.name = CapName::BoxTotal, .from = month("2026-03"), .amount = {100}};
    EXPECT_REFUSAL("text.missing",
                   write([&](auto& tx) { return budget::setCap(tx, one, "\n"), 0; }));
}

TEST_P(SetCap, LeavesAnotherStoreAlone)
{
    cap("box.total", "1.00", CapAction::Stop);
    openStore("USD", "0.00", 0);
    EXPECT_EQ(inForce(CapName::BoxTotal, "2026-03"), std::nullopt);
    EXPECT_TRUE(history().empty());
}

class MonthsWithFacts : public StoreFixture {};
GIFTBOX_ON_BOTH_ENGINES(MonthsWithFacts);

TEST_P(MonthsWithFacts, AreNoneInANewStoreAndThenTheFirstAndTheLast)
{
    const auto span = [&] {
        return read([](const auto& tx) { return budget::monthsWithFacts(tx); });
    };
    EXPECT_FALSE(span().has_value());
    item("MUG-01");
    stock("MUG-01", 1, "10.00", "2026-04-01");
    ASSERT_TRUE(span().has_value());
    EXPECT_EQ(span()->first, month("2026-04"));
    EXPECT_EQ(span()->last, month("2026-04"));
    stock("MUG-01", 1, "10.00", "2025-12-31");
    EXPECT_EQ(span()->first, month("2025-12"));
    EXPECT_EQ(span()->last, month("2026-04"));
}

} // namespace
} // namespace giftbox::tests::set_cap_test
