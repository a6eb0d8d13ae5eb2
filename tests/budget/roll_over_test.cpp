#include "accounting/reopen_month.h"
#include "budget/roll_over.h"
#include "reports/exceptions.h"
#include "reports/month_rows.h"
#include "tests/support/store_fixture.h"

namespace giftbox::tests::roll_over_test {
namespace {

using budget::Cap;
using budget::CapAction;
using budget::CapName;
using budget::RollOver;

Cap rolling(RollOver rollOver, std::int64_t rolledMinor = 0, std::int64_t mostMinor = 0)
{
    return {.name = CapName::MonthProgram,
            .from = month("2026-01"),
            .amount = {10000},
            .rollOver = rollOver,
            .rollOverMost = {mostMinor},
            .rolled = {rolledMinor}};
}

TEST(RollsOver, TakesTheCapWithItsOwnRollOverLessWhatWasSpent)
{
    EXPECT_EQ(rollsOver(rolling(RollOver::Both), {7000}), Money{3000});
    EXPECT_EQ(rollsOver(rolling(RollOver::Both, 500), {7000}), Money{3500});
    EXPECT_EQ(rollsOver(rolling(RollOver::Both, -500), {7000}), Money{2500});
    EXPECT_EQ(rollsOver(rolling(RollOver::Both), {12000}), Money{-2000});
    EXPECT_EQ(rollsOver(rolling(RollOver::Both), {10000}), Money{});
}

TEST(RollsOver, LeavesOutTheSideThatDoesNotRollOver)
{
    EXPECT_EQ(rollsOver(rolling(RollOver::None), {7000}), Money{});
    EXPECT_EQ(rollsOver(rolling(RollOver::Surplus), {7000}), Money{3000});
    EXPECT_EQ(rollsOver(rolling(RollOver::Surplus), {12000}), Money{});
    EXPECT_EQ(rollsOver(rolling(RollOver::Deficit), {7000}), Money{});
    EXPECT_EQ(rollsOver(rolling(RollOver::Deficit), {12000}), Money{-2000});
}

TEST(RollsOver, IsAtMostTheMaximumOnBothSides)
{
    EXPECT_EQ(rollsOver(rolling(RollOver::Both, 0, 1000), {7000}), Money{1000});
    EXPECT_EQ(rollsOver(rolling(RollOver::Both, 0, 1000), {12000}), Money{-1000});
    EXPECT_EQ(rollsOver(rolling(RollOver::Both, 0, 1000), {9500}), Money{500});
}

class RolledOver : public StoreFixture {
protected:
    void prepare() override
    {
        openStore("USD", "0.00", 0);
        item("MUG");
        recipient("C-1");
        stock("MUG", 500, "500.00", "2026-01-01");
    }
    void set(RollOver rollOver, const std::string& amount = "100.00",
             const std::string& from = "2026-01", const std::string& most = "0.00",
             const std::string& cap = "month.program")
    {
        const Cap one{.name = budget::parseCapName(cap),
                      .from = month(from),
                      .amount = money(amount),
                      .rollOver = rollOver,
                      .rollOverMost = money(most)};
        write([&](auto& tx) { return budget::setCap(tx, one, "as agreed"), 0; });
    }
    void spend(std::int64_t dollars, const std::string& on, const char* override = nullptr)
    {
        pack({.recipient = "C-1",
              .lines = {{"MUG", dollars}},
              .packedOn = day(on),
              .givenOn = day(on),
              .override =
                  override == nullptr ? std::nullopt : std::optional<std::string>(override)});
    }
    std::string rolledInto(const std::string& of, CapName cap = CapName::MonthProgram)
    {
        return text(read([&](const auto& tx) {
                        return budget::capOf(budget::loadMonth(tx, month(of)).caps, cap);
                    })->rolled);
    }
    void reopen(const std::string& of)
    {
        write([&](auto& tx) { return accounting::reopenMonth(tx, month(of), "late invoice"), 0; });
    }
    std::string exceptions(const std::string& of)
    {
        return csv([&](const auto& tx, auto& out) {
            reports::writeExceptions(tx, month(of), month(of), out);
        });
    }
};
GIFTBOX_ON_BOTH_ENGINES(RolledOver);

TEST_P(RolledOver, ComesFromClosedMonthsOnlyAndAddsUpFromMonthToMonth)
{
    set(RollOver::Surplus);
    spend(70, "2026-01-10");
    EXPECT_EQ(rolledInto("2026-02"), "0.00");
    close("2026-01");
    EXPECT_EQ(rolledInto("2026-01"), "0.00");
    EXPECT_EQ(rolledInto("2026-02"), "30.00");
    EXPECT_EQ(rolledInto("2026-03"), "0.00");
    spend(90, "2026-02-10");
    close("2026-02");
    EXPECT_EQ(rolledInto("2026-03"), "40.00");
    spend(140, "2026-03-10");
    const Refusal refusal = EXPECT_REFUSAL("budget.month_program_exceeded", spend(1, "2026-03-11"));
    EXPECT_EQ(refusal.sentence(),
              "This box would put 2026-03 over its 140.00 USD limit (100.00 USD and 40.00 USD "
              "rolled over) by 1.00 USD: 140.00 USD spent, 0.00 USD committed, 141.00 USD with "
              "this box. Choose cheaper items, or ask a manager to approve it.");
}

TEST_P(RolledOver, OfAnOverriddenMonthIsADeficit)
{
    set(RollOver::Both);
    spend(150, "2026-01-10", "a wedding");
    close("2026-01");
    EXPECT_EQ(rolledInto("2026-02"), "-50.00");
    spend(50, "2026-02-10");
    const Refusal refusal = EXPECT_REFUSAL("budget.month_program_exceeded", spend(1, "2026-02-11"));
    EXPECT_NE(
        refusal.sentence().find("its 50.00 USD limit (100.00 USD less 50.00 USD rolled over)"),
        std::string::npos);
    spend(1, "2026-02-12", "agreed");
    EXPECT_NE(
        exceptions("2026-02").find("Boxes per month: 51.00 USD is 1.00 USD over the 50.00 USD "
                                   "limit (100.00 USD less 50.00 USD rolled over)"),
        std::string::npos)
        << exceptions("2026-02");
    close("2026-02");
    EXPECT_EQ(rolledInto("2026-03"), "-1.00");
}

TEST_P(RolledOver, MayLeaveNothingOfAMonth)
{
    set(RollOver::Deficit);
    spend(250, "2026-01-10", "a wedding");
    close("2026-01");
    EXPECT_EQ(rolledInto("2026-02"), "-150.00");
    EXPECT_REFUSAL("budget.month_program_exceeded", spend(1, "2026-02-11"));
    close("2026-02");
    EXPECT_EQ(rolledInto("2026-03"), "-50.00");
}

TEST_P(RolledOver, BeginsInTheMonthInWhichTheCapRollsOver)
{
    set(RollOver::None);
    set(RollOver::Surplus, "100.00", "2026-02");
    close("2026-01");
    EXPECT_EQ(rolledInto("2026-02"), "0.00");
    close("2026-02");
    EXPECT_EQ(rolledInto("2026-03"), "100.00");
}

TEST_P(RolledOver, GoesOnUnderANewAmountAndEndsWithTheRollOver)
{
    set(RollOver::Surplus);
    set(RollOver::Both, "60.00", "2026-02");
    set(RollOver::None, "80.00", "2026-04");
    close("2026-01");
    EXPECT_EQ(rolledInto("2026-02"), "100.00");
    close("2026-02");
    EXPECT_EQ(rolledInto("2026-03"), "160.00");
    close("2026-03");
    EXPECT_EQ(rolledInto("2026-04"), "0.00");
    close("2026-04");
    EXPECT_EQ(rolledInto("2026-05"), "0.00");
}

TEST_P(RolledOver, IsAddedUpOverEmptyMonthsThatCloseTogether)
{
    set(RollOver::Surplus, "100.00", "2026-01", "250.00");
    close("2026-01");
    write([&](auto& tx) {
        return accounting::closeMonth(tx, month("2026-04"),
                                      accounting::EarlierMonths::CloseWhenEmpty);
    });
    EXPECT_EQ(rolledInto("2026-03"), "200.00");
    EXPECT_EQ(rolledInto("2026-04"), "250.00");
    EXPECT_EQ(rolledInto("2026-05"), "250.00");
    reopen("2026-04");
    EXPECT_EQ(rolledInto("2026-02"), "100.00");
    EXPECT_EQ(rolledInto("2026-03"), "0.00");
}

TEST_P(RolledOver, IsTakenAwayWhenItsMonthIsOpenedAgain)
{
    set(RollOver::Surplus);
    spend(70, "2026-01-10");
    close("2026-01");
    spend(130, "2026-02-10");
    reopen("2026-01");
    EXPECT_EQ(rolledInto("2026-02"), "0.00");
    EXPECT_REFUSAL("budget.month_program_exceeded", spend(1, "2026-02-11"));
    spend(10, "2026-01-11");
    close("2026-01");
    EXPECT_EQ(rolledInto("2026-02"), "20.00");
}

TEST_P(RolledOver, OfRestockingCountsReceipts)
{
    close("2026-01");
    set(RollOver::Surplus, "40.00", "2026-02", "0.00", "month.restock");
    stock("MUG", 1, "15.00", "2026-02-05");
    close("2026-02");
    EXPECT_EQ(rolledInto("2026-03", CapName::MonthRestock), "25.00");
    stock("MUG", 1, "65.00", "2026-03-05");
    const Refusal refusal =
        EXPECT_REFUSAL("budget.month_restock_exceeded", stock("MUG", 1, "0.01", "2026-03-05"));
    EXPECT_NE(refusal.sentence().find("its 65.00 USD limit (40.00 USD and 25.00 USD rolled over)"),
              std::string::npos);
}

TEST_P(RolledOver, StandsBesideTheCapAndCountsInWhatRemains)
{
    set(RollOver::Surplus, "100.00", "2026-01", "50.00");
    close("2026-01");
    spend(60, "2026-02-10");
    const std::string caps = csv([](const auto& tx, auto& out) {
        out.begin(reports::capsOfMonthColumns());
        reports::writeCapsOfMonth(tx, month("2026-02"), out);
        out.end();
    });
    EXPECT_NE(caps.find("month.program,100.00,stop,2026-01,surplus,50.00,,50.00,60.00,0.00,,90.00,"
                        "40.00,"),
              std::string::npos)
        << caps;
    EXPECT_NE(monthlyReport("2026-02", "2026-02").find(",100.00,50.00,90.00,40.0,"),
              std::string::npos)
        << monthlyReport("2026-02", "2026-02");
}

TEST_P(RolledOver, IsRecomputedByVerify)
{
    set(RollOver::Surplus);
    spend(70, "2026-01-10");
    close("2026-01");
    booksAreFalsified();
    raw().execute("UPDATE cap_roll_over SET amount_minor = 3001 WHERE store_id = " + storeId());
    const auto found = verify();
    EXPECT_NE(std::ranges::find(found, "caps that roll over: month.program 30.01 USD into 2026-02 "
                                       "stored, month.program 30.00 USD into 2026-02 recomputed"),
              found.end())
        << testing::PrintToString(found);
    raw().execute("DELETE FROM cap_roll_over WHERE store_id = " + storeId());
    EXPECT_FALSE(verify().empty());
}

TEST_P(RolledOver, IsRefusedForACapPerBoxAndWithoutAWholePolicy)
{
    EXPECT_EQ(EXPECT_REFUSAL("cap.roll_over_box",
                             set(RollOver::Surplus, "1.00", "2026-01", "0.00", "box.total"))
                  .sentence(),
              "The cap box.total limits one box, so nothing rolls over. Only caps of a month roll "
              "over.");
    EXPECT_REFUSAL("cap.roll_over_most", set(RollOver::None, "1.00", "2026-01", "5.00"));
    EXPECT_REFUSAL("cap.roll_over_most", set(RollOver::Both, "1.00", "2026-01", "-5.00"));
    EXPECT_EQ(codeOf([] { budget::parseRollOver("all"); }), "cap.roll_over_unknown");
}

class CapWarning : public RolledOver {
protected:
    void warnAt(std::int64_t percent, const std::string& cap = "month.program",
                const std::string& amount = "100.00")
    {
        const Cap one{.name = budget::parseCapName(cap),
                      .from = month("2026-01"),
                      .amount = money(amount),
                      .warnPercent = percent};
        write([&](auto& tx) { return budget::setCap(tx, one, "as agreed"), 0; });
    }
};
GIFTBOX_ON_BOTH_ENGINES(CapWarning);

TEST_P(CapWarning, IsForTheBoxThatPassesTheShare)
{
    warnAt(80);
    spend(80, "2026-01-10");
    EXPECT_EQ(exceptions("2026-01").find("warns"), std::string::npos);
    const auto packed = pack("C-1", {{"MUG", 1}}, "2026-01-11");
    ASSERT_EQ(packed.verdict.warned.size(), 1U);
    EXPECT_NE(exceptions("2026-01").find("Boxes per month: 81.00 USD is 81.00 % of the 100.00 USD "
                                         "limit, which warns at 80 %"),
              std::string::npos)
        << exceptions("2026-01");
    EXPECT_NE(
        lastDetail().find("the cap month.program is 100.00 USD, this would come to 81.00 USD, "
                          "81.00 %"),
        std::string::npos);
    EXPECT_TRUE(pack("C-1", {{"MUG", 1}}, "2026-01-11").verdict.warned.empty());
    EXPECT_REFUSAL("budget.month_program_exceeded", spend(19, "2026-01-11"));
}

TEST_P(CapWarning, IsForEachBoxAboveTheShareOfACapPerBoxAndForReceipts)
{
    warnAt(50, "box.total", "10.00");
    EXPECT_TRUE(pack("C-1", {{"MUG", 5}}, "2026-01-11").verdict.warned.empty());
    EXPECT_EQ(pack("C-1", {{"MUG", 6}}, "2026-01-11").verdict.warned.size(), 1U);
    EXPECT_EQ(pack("C-1", {{"MUG", 6}}, "2026-01-11").verdict.warned.size(), 1U);
    warnAt(90, "month.restock", "600.00");
    const auto received = stock("MUG", 1, "50.00", "2026-01-12");
    ASSERT_EQ(received.verdict.warned.size(), 1U);
    EXPECT_EQ(received.verdict.warned[0].percent, 90);
}

TEST_P(CapWarning, NeedsAShareOfTheCap)
{
    EXPECT_EQ(EXPECT_REFUSAL("cap.warn_percent", warnAt(100)).sentence(),
              "A cap cannot warn at 100 %. Enter 1 to 99, or leave it out.");
    EXPECT_REFUSAL("cap.warn_percent", warnAt(-1));
}

TEST(WarnsAbove, IsExact)
{
    Cap cap{.amount = {101}, .warnPercent = 80};
    EXPECT_EQ(cap.warnsAbove(), Money{80}); // 80.8
    cap.rolled = {-200};
    EXPECT_EQ(cap.warnsAbove(), std::nullopt);
    EXPECT_EQ(budget::percentText({8120}, {10000}), "81.20");
    EXPECT_EQ(budget::percentText({1}, {3}), "33.33");
    EXPECT_EQ(budget::percentText({-1}, {2000}), "-0.05");
}

} // namespace
} // namespace giftbox::tests::roll_over_test
