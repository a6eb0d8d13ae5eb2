#include "tests/gifting/selection/month_fixture.h"

namespace giftbox::tests::select_test {
namespace {

using gifting::Standing;
using gifting::Warning;

books::Store dollars()
{
    books::Store store;
    store.currency = foundation::currencyOf("USD");
    return store;
}

std::string said(const Standing& standing, std::int64_t minimumGiftInterval = 6)
{
    return textOf(shownWarnings(
        gifting::warningsFor(dollars(), standing, month("2026-07"), minimumGiftInterval)));
}

Standing given(const std::string& on)
{
    Standing standing;
    standing.lastGivenOn = day(on);
    return standing;
}

TEST(WarningsFor, SpeakAgainstWhoeverHadABoxWithinTheMinimumGiftInterval)
{
    EXPECT_EQ(said({}), "");
    EXPECT_EQ(said(given("2026-01-31")), "");
    EXPECT_EQ(said(given("2026-02-01")),
              "Given a box on 2026-02-01 (minimum gift interval: 6 months)");
    EXPECT_EQ(said(given("2026-07-02")),
              "Given a box on 2026-07-02 (minimum gift interval: 6 months)");
    EXPECT_EQ(said(given("2026-09-01")),
              "Given a box on 2026-09-01 (minimum gift interval: 6 months)");
    EXPECT_EQ(said(given("2025-12-31"), 8),
              "Given a box on 2025-12-31 (minimum gift interval: 8 months)");
    EXPECT_EQ(said(given("2026-06-30"), 1), "");
    EXPECT_EQ(said(given("2026-07-01"), 1),
              "Given a box on 2026-07-01 (minimum gift interval: 1 month)");
    EXPECT_EQ(said(given("2026-07-01"), 0), "");
}

TEST(WarningsFor, SpeakAgainstABoxThatWaitsAnotherOfTheHouseholdAndDoNotGift)
{
    Standing standing = given("2026-07-02");
    standing.waitsSince = day("2026-06-26");
    standing.sameHousehold = {"C-2", "C-3"};
    standing.doNotGift = true;
    const auto all = gifting::warningsFor(dollars(), standing, month("2026-07"), 6);
    EXPECT_EQ(textOf(shownWarnings(all)),
              "Given a box on 2026-07-02 (minimum gift interval: 6 months); A box packed on "
              "2026-06-26 is still waiting for them; Somebody else in the household or fleet gets "
              "a box in 2026-07: C-2, C-3; Marked do-not-gift");
    EXPECT_EQ(textOf(foundation::keptSentences(keptText(all))),
              "Given a box on 2026-07-02 (minimum gift interval: 6 months); A box packed on "
              "2026-06-26 is still waiting for them; Somebody else in the household or fleet gets "
              "a box in 2026-07; Marked do-not-gift");
}

class SelectList : public MonthFixture {};
GIFTBOX_ON_BOTH_ENGINES(SelectList);

TEST_P(SelectList, WarnsOfAHouseholdInOtherCapitalsBlanksAndAccents)
{
    householdOf("C-1", "Reyés");
    householdOf("C-2", "reyes ");
    nominate("C-1", "2026-07");
    nominate("C-2", "2026-07");
    select("c-1", "2026-07");
    EXPECT_EQ(warnings("C-2", "2026-07"),
              "Somebody else in the household or fleet gets a box in 2026-07: C-1");
    EXPECT_REFUSAL("selection.warned", select("C-2", "2026-07"));
}

TEST_P(SelectList, ShowsEveryNominatedRecipientWithReasonsMostNominatorsFirst)
{
    nominate("C-1", "2026-07");
    nominate("C-2", "2026-07", "Cy");
    nominate("C-2", "2026-07");
    withdraw(nominate("C-3", "2026-07"));
    decline(nominate("C-1", "2026-07", "Di"));
    nominate("C-3", "2026-08");
    const auto all = candidates("2026-07");
    ASSERT_EQ(all.size(), 2U);
    EXPECT_EQ(all[0].code, "C-2");
    EXPECT_EQ(all[0].name, "Customer C-2");
    EXPECT_EQ(all[0].reasons,
              (std::vector<gifting::Reason>{{"Cy", "service", "always asks how we are"},
                                            {"Bo", "service", "always asks how we are"}}));
    EXPECT_EQ(all[1].code, "C-1");
    EXPECT_EQ(all[1].reasons.size(), 1U);
    EXPECT_EQ(all[1].selection, std::nullopt);
}

TEST_P(SelectList, SaysThatABoxPackedBeforeTheMonthWaits)
{
    item("TIE");
    stock("TIE", 9, "9.00", "2026-05-01");
    const auto box = pack("C-1", {{"TIE", 1}}, "2026-05-31");
    nominate("C-1", "2026-05");
    nominate("C-1", "2026-06");
    EXPECT_EQ(candidate("C-1", "2026-05").standing.waitsSince, std::nullopt) << "it is May's own";
    EXPECT_EQ(textOf(shownWarnings(candidate("C-1", "2026-06").warnings)),
              "A box packed on 2026-05-31 is still waiting for them");
    EXPECT_REFUSAL("selection.warned", select("C-1", "2026-06"));
    give(box, "2026-06-01");
    EXPECT_EQ(candidate("C-1", "2026-06").standing.waitsSince, std::nullopt);
}

TEST_P(SelectList, CountsNominationsOfEarlierMonthsSinceTheLastSelection)
{
    nominate("C-1", "2026-01");
    nominate("C-1", "2026-02");
    select("C-1", "2026-02");
    nominate("C-1", "2026-03");
    decline(nominate("C-1", "2026-04"));
    nominate("C-1", "2026-04", "Cy");
    withdraw(nominate("C-1", "2026-05"));
    nominate("C-1", "2026-06");
    nominate("C-1", "2026-07");
    EXPECT_EQ(candidate("C-1", "2026-06").timesPassedOver, 3);
    EXPECT_EQ(candidate("C-1", "2026-02").timesPassedOver, 1);
    EXPECT_EQ(candidate("C-1", "2026-01").timesPassedOver, 0);
    select("C-1", "2026-06");
    EXPECT_EQ(candidate("C-1", "2026-07").timesPassedOver, 0);
    remove("C-1", "2026-06");
    EXPECT_EQ(candidate("C-1", "2026-07").timesPassedOver, 4);
}

TEST_P(SelectList, PutsWhoWasPassedOverMoreOftenFirst)
{
    nominate("C-3", "2026-06");
    for (const char* code : {"C-1", "C-2", "C-3"}) {
        nominate(code, "2026-07");
    }
    std::string order;
    for (const auto& one : candidates("2026-07")) {
        order += one.code + " ";
    }
    EXPECT_EQ(order, "C-3 C-1 C-2 ");
}

TEST_P(SelectList, SaysWhenTheyWereLastGivenABox)
{
    nominate("C-1", "2026-07");
    EXPECT_EQ(candidate("C-1", "2026-07").standing.lastGivenOn, std::nullopt);
    packAndGive("C-1", {{"MUG-01", 1}}, "2025-02-10");
    packAndGive("C-1", {{"MUG-01", 1}}, "2026-01-31");
    unpack(pack("C-1", {{"MUG-01", 1}}, "2026-05-05"), "2026-05-06");
    pack("C-1", {{"MUG-01", 1}}, "2026-05-05");
    EXPECT_EQ(candidate("C-1", "2026-07").standing.lastGivenOn, day("2026-01-31"));
    EXPECT_EQ(warnings("C-1", "2026-07"), "A box packed on 2026-05-05 is still waiting for them");
}

TEST_P(SelectList, WarnsByTheStoresOwnMinimumGiftInterval)
{
    nominate("C-1", "2026-07");
    packAndGive("C-1", {{"MUG-01", 1}}, "2026-01-31");
    setFrom(books::Setting::MinimumGiftInterval, 7, "2026-07");
    EXPECT_EQ(warnings("C-1", "2026-07"),
              "Given a box on 2026-01-31 (minimum gift interval: 7 months)");
    setFrom(books::Setting::MinimumGiftInterval, 8, "2026-08");
    EXPECT_EQ(warnings("C-1", "2026-07"),
              "Given a box on 2026-01-31 (minimum gift interval: 7 months)");
}

TEST_P(SelectList, WarnsOfAnotherOfTheHouseholdWhoGetsABox)
{
    householdOf("C-1", "Weaver");
    householdOf("C-2", "Weaver");
    for (const char* code : {"C-1", "C-2", "C-3"}) {
        nominate(code, "2026-07");
        nominate(code, "2026-06");
    }
    EXPECT_EQ(warnings("C-2", "2026-07"), "") << "both are nominated, none is chosen";
    select("C-1", "2026-07");
    EXPECT_EQ(warnings("C-2", "2026-07"),
              "Somebody else in the household or fleet gets a box in 2026-07: C-1");
    EXPECT_EQ(warnings("C-1", "2026-07"), "") << "nobody is in their own way";
    EXPECT_EQ(warnings("C-3", "2026-07"), "");
    EXPECT_EQ(warnings("C-2", "2026-06"), "");
    const auto packed = pack("C-1", {{"MUG-01", 1}}, "2026-06-02");
    EXPECT_EQ(warnings("C-2", "2026-06"),
              "Somebody else in the household or fleet gets a box in 2026-06: C-1");
    unpack(packed, "2026-06-03");
    EXPECT_EQ(warnings("C-2", "2026-06"), "");
}

TEST_P(SelectList, TakesAsManyStatementsForManyAsForOne)
{
    const auto statements = [&] {
        const std::int64_t before = database().statementsSent();
        candidates("2026-07");
        return database().statementsSent() - before;
    };
    nominate("C-1", "2026-07");
    statements(); // the first time they are prepared
    const std::int64_t ofOne = statements();
    nominate("C-2", "2026-07");
    nominate("C-3", "2026-07");
    nominate("C-3", "2026-06");
    EXPECT_EQ(statements(), ofOne);
}

class SelectRecipient : public MonthFixture {};
GIFTBOX_ON_BOTH_ENGINES(SelectRecipient);

TEST_P(SelectRecipient, PutsThemOnTheListOfTheMonth)
{
    nominate("C-1", "2026-07");
    actsAs("Kim");
    select("C-1", "2026-07");
    EXPECT_EQ(candidate("C-1", "2026-07").selection,
              (gifting::Selection{
                  .selectedBy = "Kim", .warnings = "", .exceptionReason = "", .approvedBy = ""}));
    EXPECT_EQ(lastEvent(), R"(choice.add recipient 1 {"month":"2026-07","warnings":0})");
}

TEST_P(SelectRecipient, IsRefusedAgainstAWarningWithoutAReason)
{
    nominate("C-1", "2026-07");
    packAndGive("C-1", {{"MUG-01", 1}}, "2026-05-10");
    doNotGift("C-1");
    const Refusal refusal = EXPECT_REFUSAL("selection.warned", select("C-1", "2026-07"));
    EXPECT_EQ(refusal.sentence(),
              "C-1 has warnings: Given a box on 2026-05-10 (minimum gift interval: 6 months); "
              "Marked do-not-gift. Select somebody else, or give an exception reason.");
    EXPECT_REFUSAL("text.missing", select("C-1", "2026-07", " "));
}

TEST_P(SelectRecipient, KeepsTheWarningsAndTheReasonToGoAgainstThem)
{
    householdOf("C-1", "Weaver");
    householdOf("C-2", "Weaver");
    nominate("C-1", "2026-07");
    nominate("C-2", "2026-07");
    select("C-1", "2026-07", "nothing asks for this");
    select("C-2", "2026-07", "it is her birthday");
    EXPECT_EQ(candidate("C-1", "2026-07").selection->exceptionReason, "");
    EXPECT_EQ(candidate("C-2", "2026-07").selection->exceptionReason, "it is her birthday");
    EXPECT_EQ(textOf(foundation::keptSentences(candidate("C-2", "2026-07").selection->warnings)),
              "Somebody else in the household or fleet gets a box in 2026-07");
    EXPECT_EQ(lastEvent(), R"(choice.add recipient 2 {"month":"2026-07","warnings":1})");
}

TEST_P(SelectRecipient, NeedsAnOpenNominationOfThatMonth)
{
    EXPECT_REFUSAL("selection.not_nominated", select("C-1", "2026-07"));
    withdraw(nominate("C-1", "2026-07"));
    decline(nominate("C-1", "2026-07", "Cy"));
    nominate("C-1", "2026-08");
    EXPECT_REFUSAL("selection.not_nominated", select("C-1", "2026-07"));
    EXPECT_REFUSAL("recipient.unknown", select("C-9", "2026-07"));
    flag("C-1", "anonymized");
    EXPECT_REFUSAL("recipient.anonymized", select("C-1", "2026-08"));
}

TEST_P(SelectRecipient, HappensOnceAMonth)
{
    nominate("C-1", "2026-07");
    nominate("C-1", "2026-08");
    select("C-1", "2026-07");
    EXPECT_REFUSAL("selection.exists", select("C-1", "2026-07"));
    EXPECT_NO_THROW(select("C-1", "2026-08"));
}

TEST_P(SelectRecipient, IsForAnOpenMonthAtMostTwelveAhead)
{
    nominate("C-1", "2025-01");
    close("2025-01");
    EXPECT_REFUSAL("month.closed", select("C-1", "2025-01"));
    EXPECT_REFUSAL("month.too_far_ahead", select("C-1", "2027-07"));
}

class RemoveSelection : public MonthFixture {};
GIFTBOX_ON_BOTH_ENGINES(RemoveSelection);

TEST_P(RemoveSelection, TakesThemOffTheListAndTellsWhoNominated)
{
    const auto number = nominate("C-1", "2026-07");
    select("C-1", "2026-07");
    remove("C-1", "2026-07", "on holiday until autumn");
    EXPECT_EQ(candidate("C-1", "2026-07").selection, std::nullopt);
    EXPECT_EQ(nomination(number).state, gifting::NominationState::Open);
    EXPECT_EQ(nomination(number).answer, "on holiday until autumn");
    EXPECT_EQ(lastEvent(), R"(choice.remove recipient 1 {"month":"2026-07"})");
    EXPECT_NO_THROW(select("C-1", "2026-07"));
}

TEST_P(RemoveSelection, IsRefusedForWhoeverIsNotOnTheList)
{
    nominate("C-1", "2026-07");
    EXPECT_REFUSAL("selection.unknown", remove("C-1", "2026-07"));
    EXPECT_REFUSAL("recipient.unknown", remove("C-9", "2026-07"));
    select("C-1", "2026-07");
    EXPECT_REFUSAL("text.missing", remove("C-1", "2026-07", ""));
}

TEST_P(RemoveSelection, IsRefusedOnceABoxIsPlannedPackedOrGiven)
{
    nominate("C-1", "2026-06");
    select("C-1", "2026-06");
    const auto planned = write([&](auto& tx) {
        return gifting::planBox(
            tx, {.recipient = "C-1", .lines = {{"MUG-01", 1}}, .month = month("2026-06")});
    });
    const Refusal refusal = EXPECT_REFUSAL("selection.has_box", remove("C-1", "2026-06"));
    EXPECT_EQ(refusal.sentence(), "C-1 has a planned box, 1, in 2026-06. Cancel it first.");
    write([&](auto& tx) { return gifting::cancelBox(tx, planned.number, "another box"); });
    const auto packed = pack("C-1", {{"MUG-01", 1}}, "2026-06-02");
    EXPECT_REFUSAL("selection.has_box", remove("C-1", "2026-06"));
    unpack(packed, "2026-06-03");
    const auto second = pack("C-1", {{"MUG-01", 1}}, "2026-06-02");
    give(second, "2026-06-04");
    EXPECT_REFUSAL("selection.has_box", remove("C-1", "2026-06"));
}

TEST_P(RemoveSelection, IsPossibleWhileTheOnlyBoxesAreOfOtherMonthsOrUnpacked)
{
    nominate("C-1", "2026-06");
    select("C-1", "2026-06");
    packAndGive("C-1", {{"MUG-01", 1}}, "2026-05-02");
    unpack(pack("C-1", {{"MUG-01", 1}}, "2026-06-02"), "2026-06-03");
    EXPECT_NO_THROW(remove("C-1", "2026-06"));
}

TEST_P(RemoveSelection, IsRefusedInAClosedMonth)
{
    nominate("C-1", "2025-01");
    select("C-1", "2025-01");
    close("2025-01");
    EXPECT_REFUSAL("month.closed", remove("C-1", "2025-01"));
}

class ApproveSelections : public MonthFixture {};
GIFTBOX_ON_BOTH_ENGINES(ApproveSelections);

TEST_P(ApproveSelections, ApprovesWhoeverIsNotApprovedYet)
{
    for (const char* code : {"C-1", "C-2", "C-3"}) {
        nominate(code, "2026-07");
    }
    select("C-1", "2026-07");
    select("C-2", "2026-07");
    actsAs("Kim");
    const auto first = approve("2026-07");
    EXPECT_EQ(first.approved, 2);
    EXPECT_EQ(first.all, 2);
    EXPECT_EQ(lastEvent(), R"(choice.approve month 2026-07 {"approved":2,"all":2})");
    select("C-3", "2026-07");
    EXPECT_FALSE(candidate("C-3", "2026-07").selection->isApproved());
    actsAs("Lee");
    const auto second = approve("2026-07");
    EXPECT_EQ(second.approved, 1);
    EXPECT_EQ(second.all, 3);
    EXPECT_EQ(candidate("C-1", "2026-07").selection->approvedBy, "Kim");
    EXPECT_EQ(candidate("C-3", "2026-07").selection->approvedBy, "Lee");
}

TEST_P(ApproveSelections, ApprovesOnlyWhoIsNamed)
{
    for (const char* code : {"C-1", "C-2"}) {
        nominate(code, "2026-07");
        select(code, "2026-07");
    }
    actsAs("Kim");
    EXPECT_EQ(approve("2026-07", "C-2").approved, 1);
    EXPECT_EQ(lastEvent(), R"(choice.approve month 2026-07 {"approved":1,"all":2,"recipient":2})");
    EXPECT_FALSE(candidate("C-1", "2026-07").selection->isApproved());
    EXPECT_EQ(candidate("C-2", "2026-07").selection->approvedBy, "Kim");
    EXPECT_EQ(EXPECT_REFUSAL("selection.nothing_to_approve", approve("2026-07", "C-2")).sentence(),
              "Kim has approved C-2 for 2026-07 already.");
    EXPECT_REFUSAL("selection.unknown", approve("2026-07", "C-3"));
    EXPECT_REFUSAL("recipient.unknown", approve("2026-07", "C-9"));
}

TEST_P(ApproveSelections, SaysWhoWasFirst)
{
    nominate("C-1", "2026-07");
    EXPECT_EQ(EXPECT_REFUSAL("selection.nothing_to_approve", approve("2026-07")).sentence(),
              "Nobody is on the list for 2026-07. Run `giftbox select add` first.");
    select("C-1", "2026-07");
    actsAs("Kim");
    approve("2026-07");
    const Refusal refusal = EXPECT_REFUSAL("selection.nothing_to_approve", approve("2026-07"));
    EXPECT_TRUE(
        refusal.sentence().starts_with("Kim approved the list for 2026-07 on 2026-06-15T00:"))
        << refusal.sentence();
    EXPECT_TRUE(refusal.sentence().ends_with(", and nobody was added since."));
}

TEST_P(ApproveSelections, IsRefusedInAClosedMonth)
{
    nominate("C-1", "2025-01");
    select("C-1", "2025-01");
    close("2025-01");
    EXPECT_REFUSAL("month.closed", approve("2025-01"));
}

class ApprovedException : public MonthFixture {
protected:
    std::optional<std::string> exceptionReason(const std::string& code, const std::string& when)
    {
        return read([&](const auto& tx) {
            const auto exemption = gifting::approvedException(tx, code, month(when));
            return exemption ? std::optional(exemption->reason()) : std::nullopt;
        });
    }
};
GIFTBOX_ON_BOTH_ENGINES(ApprovedException);

TEST_P(ApprovedException, IsTheReasonOnceAManagerHasApprovedIt)
{
    doNotGift("C-1");
    nominate("C-1", "2026-07");
    nominate("C-2", "2026-07");
    select("C-1", "2026-07", "asked for it herself");
    select("C-2", "2026-07");
    EXPECT_EQ(exceptionReason("C-1", "2026-07"), std::nullopt);
    approve("2026-07");
    EXPECT_EQ(exceptionReason("C-1", "2026-07"), "asked for it herself");
    EXPECT_EQ(exceptionReason("C-1", "2026-08"), std::nullopt);
    EXPECT_EQ(exceptionReason("C-2", "2026-07"), std::nullopt);
    EXPECT_EQ(exceptionReason("C-9", "2026-07"), std::nullopt);
}

} // namespace
} // namespace giftbox::tests::select_test
