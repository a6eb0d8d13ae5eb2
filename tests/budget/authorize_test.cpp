#include "budget/authorize.h"

#include <gtest/gtest.h>

namespace giftbox::budget::authorize_test {
namespace {

using foundation::Money;
using foundation::Month;
using foundation::Refusal;

const Month kMarch(202603);

books::Store store()
{
    books::Store store;
    store.currency = foundation::currencyOf("USD");
    return store;
}

Cap cap(CapName name, std::int64_t amountMinor, CapAction action = CapAction::Stop)
{
    return {.name = name, .from = kMarch, .amount = {amountMinor}, .action = action};
}

/// A month in which 30.00 is spent (12.00, 10.00 and 8.00) and 20.00 committed.
MonthState monthWith(const std::vector<Cap>& caps)
{
    MonthState state;
    state.totals.contents = {1200};
    state.totals.packaging = {1000};
    state.totals.labor = {800};
    state.totals.committed = {2000};
    state.totals.count(books::MovementKind::Receipt, {5000});
    for (const Cap& one : caps) {
        state.caps[static_cast<std::size_t>(one.name)] = one;
    }
    return state;
}

const BoxCost kBox{.contents = {500}, .packaging = {200}, .labor = {300}};

/// The code of the refusal; `allowed` without one.
template <class Work>
std::string codeOf(Work work)
{
    try {
        work();
        return "allowed";
    } catch (const Refusal& refusal) {
        return refusal.code();
    }
}

std::string codeOfBox(const std::vector<Cap>& caps,
                      const std::optional<std::string>& override = std::nullopt)
{
    return codeOf([&] { (void)authorizeBox(store(), kMarch, monthWith(caps), kBox, override); });
}

TEST(AuthorizeBox, AllowsEverythingWithoutCaps)
{
    EXPECT_EQ(authorizeBox(store(), kMarch, monthWith({}), kBox, std::nullopt), Verdict{});
}

TEST(AuthorizeBox, AllowsExactlyTheCapAndRefusesOneCentMore)
{
    EXPECT_EQ(codeOfBox({cap(CapName::BoxTotal, 1000)}), "allowed");
    EXPECT_EQ(codeOfBox({cap(CapName::BoxTotal, 999)}), "budget.box_total_exceeded");
    EXPECT_EQ(codeOfBox({cap(CapName::BoxContents, 500)}), "allowed");
    EXPECT_EQ(codeOfBox({cap(CapName::BoxContents, 499)}), "budget.box_contents_exceeded");
    EXPECT_EQ(codeOfBox({cap(CapName::MonthProgram, 6000)}), "allowed");
    EXPECT_EQ(codeOfBox({cap(CapName::MonthProgram, 5999)}), "budget.month_program_exceeded");
}

TEST(AuthorizeBox, LooksAtNoCapOnReceipts)
{
    EXPECT_EQ(codeOfBox({cap(CapName::MonthRestock, 0)}), "allowed");
}

TEST(AuthorizeBox, GathersEveryCapThatWarns)
{
    const std::vector caps = {cap(CapName::BoxTotal, 999, CapAction::Warn),
                              cap(CapName::BoxContents, 500, CapAction::Warn),
                              cap(CapName::MonthProgram, 5999, CapAction::Warn)};
    EXPECT_EQ(authorizeBox(store(), kMarch, monthWith(caps), kBox, std::nullopt),
              (Verdict{.warned = {{caps[0], {1000}}, {caps[2], {6000}}}, .overridden = {}}));
}

TEST(AuthorizeBox, LetsAnOverridePassEveryStopCapAndSaysWhich)
{
    const std::vector caps = {cap(CapName::BoxTotal, 999), cap(CapName::BoxContents, 0),
                              cap(CapName::MonthProgram, 0, CapAction::Warn)};
    EXPECT_EQ(authorizeBox(store(), kMarch, monthWith(caps), kBox, "a wedding"),
              (Verdict{.warned = {{caps[2], {6000}}},
                       .overridden = {{caps[0], {1000}}, {caps[1], {500}}}}));
}

TEST(AuthorizeBox, NeedsNoOverrideWhereNoStopCapIsPassed)
{
    EXPECT_EQ(authorizeBox(store(), kMarch, monthWith({cap(CapName::BoxTotal, 1000)}), kBox,
                           "just in case"),
              Verdict{});
}

TEST(AuthorizeBox, RefusesASumThatLeavesTheRange)
{
    MonthState state = monthWith({});
    state.totals.committed = {std::numeric_limits<std::int64_t>::max() - 3000};
    EXPECT_EQ(codeOf([&] { (void)authorizeBox(store(), kMarch, state, kBox, std::nullopt); }),
              "money.overflow");
}

TEST(AuthorizeMove, TestsTheMonthsCapOnly)
{
    const auto codeOfMove = [](const std::vector<Cap>& caps) {
        return codeOf([&] {
            (void)authorizeMove(store(), kMarch, monthWith(caps), Money{1000}, std::nullopt);
        });
    };
    EXPECT_EQ(codeOfMove({cap(CapName::BoxTotal, 0), cap(CapName::BoxContents, 0)}), "allowed");
    EXPECT_EQ(codeOfMove({cap(CapName::MonthProgram, 6000)}), "allowed");
    EXPECT_EQ(codeOfMove({cap(CapName::MonthProgram, 5999)}), "budget.month_program_exceeded");
}

TEST(AuthorizeMove, LetsAnOverridePass)
{
    const Cap program = cap(CapName::MonthProgram, 5999);
    EXPECT_EQ(authorizeMove(store(), kMarch, monthWith({program}), Money{1000}, "a wedding"),
              (Verdict{.warned = {}, .overridden = {{program, {6000}}}}));
}

TEST(AuthorizeRestock, TestsTheCapOnReceiptsOnly)
{
    const auto codeOfReceipt = [](const std::vector<Cap>& caps) {
        return codeOf(
            [&] { (void)authorizeRestock(store(), kMarch, monthWith(caps), Money{1000}); });
    };
    EXPECT_EQ(codeOfReceipt({cap(CapName::MonthProgram, 0), cap(CapName::BoxTotal, 0)}), "allowed");
    EXPECT_EQ(codeOfReceipt({cap(CapName::MonthRestock, 6000)}), "allowed");
    EXPECT_EQ(codeOfReceipt({cap(CapName::MonthRestock, 5999)}), "budget.month_restock_exceeded");
}

TEST(AuthorizeRestock, RecordsAndWarnsOverACapThatWarns)
{
    const Cap restock = cap(CapName::MonthRestock, 5999, CapAction::Warn);
    EXPECT_EQ(authorizeRestock(store(), kMarch, monthWith({restock}), Money{1000}),
              (Verdict{.warned = {{restock, {6000}}}, .overridden = {}}));
}

TEST(RemainingUnder, IsWhatIsLeftAndMayBeNegative)
{
    EXPECT_EQ(remainingUnder(cap(CapName::BoxTotal, 1000), Money{400}), Money{600});
    EXPECT_EQ(remainingUnder(cap(CapName::BoxTotal, 1000), Money{1400}), Money{-400});
    EXPECT_EQ(remainingUnder(std::nullopt, Money{400}), std::nullopt);
}

TEST(SentenceOf, NamesTheCapBothAmountsAndTheDifference)
{
    EXPECT_EQ(sentenceOf(store(), {cap(CapName::BoxTotal, 6000), {6310}}).text(),
              "Total per box: 63.10 USD is 3.10 USD over the 60.00 USD limit");
}

TEST(ParseCapName, KnowsTheFourCapsOnly)
{
    for (const CapName name : kCapNames) {
        EXPECT_EQ(parseCapName(toText(name)), name);
    }
    for (const char* wrong : {"", "box", "box.Total", "month.program "}) {
        EXPECT_EQ(codeOf([&] { (void)parseCapName(wrong); }), "cap.unknown");
    }
}

TEST(ParseCapAction, KnowsStopAndWarnOnly)
{
    for (const CapAction action : {CapAction::Stop, CapAction::Warn}) {
        EXPECT_EQ(parseCapAction(toText(action)), action);
    }
    for (const char* wrong : {"", "STOP", "halt"}) {
        EXPECT_EQ(codeOf([&] { (void)parseCapAction(wrong); }), "cap.action_unknown");
    }
}

TEST(FirstStop, IsTheCapForWhichTheBoxWouldBeRefused)
{
    const auto stop = [](const std::vector<Cap>& caps) { return firstStop(monthWith(caps), kBox); };
    EXPECT_EQ(stop({}), std::nullopt);
    EXPECT_EQ(stop({cap(CapName::BoxTotal, 1000), cap(CapName::BoxContents, 500),
                    cap(CapName::MonthProgram, 6000)}),
              std::nullopt)
        << "exactly at each cap";
    EXPECT_EQ(stop({cap(CapName::MonthProgram, 5999)}), CapName::MonthProgram);
    EXPECT_EQ(stop({cap(CapName::MonthProgram, 0), cap(CapName::BoxContents, 499)}),
              CapName::BoxContents);
    EXPECT_EQ(stop({cap(CapName::BoxContents, 0), cap(CapName::BoxTotal, 999)}), CapName::BoxTotal);
    EXPECT_EQ(stop({cap(CapName::BoxTotal, 0, CapAction::Warn)}), std::nullopt);
    EXPECT_EQ(stop({cap(CapName::MonthRestock, 0)}), std::nullopt) << "of receipts";
}

} // namespace
} // namespace giftbox::budget::authorize_test
