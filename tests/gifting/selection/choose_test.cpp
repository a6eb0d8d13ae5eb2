#include "tests/gifting/selection/month_fixture.h"

namespace giftbox::tests {
namespace {

using gifting::Standing;
using gifting::Warning;

std::string said(const Standing& standing, std::int64_t waitingMonths = 6)
{
    return textOf(shownWarnings(gifting::warningsFor(standing, month("2026-07"), waitingMonths)));
}

Standing given(const std::string& on)
{
    Standing standing;
    standing.lastGivenOn = day(on);
    return standing;
}

TEST(WarningsFor, SpeakAgainstWhoeverHadABoxWithinTheWaitingMonths)
{
    EXPECT_EQ(said({}), "");
    EXPECT_EQ(said(given("2026-01-31")), "");
    EXPECT_EQ(said(given("2026-02-01")), "given a box on 2026-02-01, and the store waits 6 months");
    EXPECT_EQ(said(given("2026-07-02")), "given a box on 2026-07-02, and the store waits 6 months");
    EXPECT_EQ(said(given("2026-09-01")), "given a box on 2026-09-01, and the store waits 6 months");
    EXPECT_EQ(said(given("2025-12-31"), 8),
              "given a box on 2025-12-31, and the store waits 8 months");
    EXPECT_EQ(said(given("2026-06-30"), 1), "");
    EXPECT_EQ(said(given("2026-07-01"), 1),
              "given a box on 2026-07-01, and the store waits 1 month");
    EXPECT_EQ(said(given("2026-07-01"), 0), "");
}

TEST(WarningsFor, SpeakAgainstABoxThatWaitsAnotherOfTheHouseholdAndDoNotGift)
{
    Standing standing = given("2026-07-02");
    standing.waitsSince = day("2026-06-26");
    standing.sameHousehold = {"C-2", "C-3"};
    standing.doNotGift = true;
    const auto all = gifting::warningsFor(standing, month("2026-07"), 6);
    EXPECT_EQ(textOf(shownWarnings(all)),
              "given a box on 2026-07-02, and the store waits 6 months; a box "
              "packed on 2026-06-26 waits to be given to them; another of the same "
              "household or fleet gets a box in 2026-07: C-2, C-3; marked "
              "do-not-gift");
    EXPECT_EQ(textOf(foundation::keptSentences(keptText(all))),
              "given a box on 2026-07-02, and the store waits 6 months; a box "
              "packed on 2026-06-26 waits to be given to them; another of the same "
              "household or fleet gets a box in 2026-07; marked "
              "do-not-gift");
}

class ChooseList : public MonthFixture {};
GIFTBOX_ON_BOTH_ENGINES(ChooseList);

TEST_P(ChooseList, WarnsOfAHouseholdInOtherCapitalsBlanksAndAccents)
{
    householdOf("C-1", "Reyés");
    householdOf("C-2", "reyes ");
    nominate("C-1", "2026-07");
    nominate("C-2", "2026-07");
    choose("c-1", "2026-07");
    EXPECT_EQ(warnings("C-2", "2026-07"),
              "another of the same household or fleet gets a box in 2026-07: C-1");
    EXPECT_REFUSAL("choice.warned", choose("C-2", "2026-07"));
}

TEST_P(ChooseList, ShowsEveryNominatedRecipientWithReasonsMostNominatorsFirst)
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
    EXPECT_EQ(all[1].choice, std::nullopt);
}

TEST_P(ChooseList, SaysThatABoxPackedBeforeTheMonthWaits)
{
    item("TIE");
    stock("TIE", 9, "9.00", "2026-05-01");
    const auto box = pack("C-1", {{"TIE", 1}}, "2026-05-31");
    nominate("C-1", "2026-05");
    nominate("C-1", "2026-06");
    EXPECT_EQ(candidate("C-1", "2026-05").standing.waitsSince, std::nullopt) << "it is May's own";
    EXPECT_EQ(textOf(shownWarnings(candidate("C-1", "2026-06").warnings)),
              "a box packed on 2026-05-31 waits to be given to them");
    EXPECT_REFUSAL("choice.warned", choose("C-1", "2026-06"));
    give(box, "2026-06-01");
    EXPECT_EQ(candidate("C-1", "2026-06").standing.waitsSince, std::nullopt);
}

TEST_P(ChooseList, CountsNominationsOfEarlierMonthsSinceTheLastChoice)
{
    nominate("C-1", "2026-01");
    nominate("C-1", "2026-02");
    choose("C-1", "2026-02");
    nominate("C-1", "2026-03");
    decline(nominate("C-1", "2026-04"));
    nominate("C-1", "2026-04", "Cy");
    withdraw(nominate("C-1", "2026-05"));
    nominate("C-1", "2026-06");
    nominate("C-1", "2026-07");
    EXPECT_EQ(candidate("C-1", "2026-06").neverChosen, 3);
    EXPECT_EQ(candidate("C-1", "2026-02").neverChosen, 1);
    EXPECT_EQ(candidate("C-1", "2026-01").neverChosen, 0);
    choose("C-1", "2026-06");
    EXPECT_EQ(candidate("C-1", "2026-07").neverChosen, 0);
    remove("C-1", "2026-06");
    EXPECT_EQ(candidate("C-1", "2026-07").neverChosen, 4);
}

TEST_P(ChooseList, PutsWhoWasPassedOverMoreOftenFirst)
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

TEST_P(ChooseList, SaysWhenTheyWereLastGivenABox)
{
    nominate("C-1", "2026-07");
    EXPECT_EQ(candidate("C-1", "2026-07").standing.lastGivenOn, std::nullopt);
    packAndGive("C-1", {{"MUG-01", 1}}, "2025-02-10");
    packAndGive("C-1", {{"MUG-01", 1}}, "2026-01-31");
    unpack(pack("C-1", {{"MUG-01", 1}}, "2026-05-05"), "2026-05-06");
    pack("C-1", {{"MUG-01", 1}}, "2026-05-05");
    EXPECT_EQ(candidate("C-1", "2026-07").standing.lastGivenOn, day("2026-01-31"));
    EXPECT_EQ(warnings("C-1", "2026-07"), "a box packed on 2026-05-05 waits to be given to them");
}

TEST_P(ChooseList, WarnsByTheStoresOwnWaitingMonths)
{
    nominate("C-1", "2026-07");
    packAndGive("C-1", {{"MUG-01", 1}}, "2026-01-31");
    setFrom(books::Setting::WaitingMonths, 7, "2026-07");
    EXPECT_EQ(warnings("C-1", "2026-07"),
              "given a box on 2026-01-31, and the store waits 7 months");
    setFrom(books::Setting::WaitingMonths, 8, "2026-08");
    EXPECT_EQ(warnings("C-1", "2026-07"),
              "given a box on 2026-01-31, and the store waits 7 months");
}

TEST_P(ChooseList, WarnsOfAnotherOfTheHouseholdWhoGetsABox)
{
    householdOf("C-1", "Weaver");
    householdOf("C-2", "Weaver");
    for (const char* code : {"C-1", "C-2", "C-3"}) {
        nominate(code, "2026-07");
        nominate(code, "2026-06");
    }
    EXPECT_EQ(warnings("C-2", "2026-07"), "") << "both are nominated, none is chosen";
    choose("C-1", "2026-07");
    EXPECT_EQ(warnings("C-2", "2026-07"),
              "another of the same household or fleet gets a box in 2026-07: C-1");
    EXPECT_EQ(warnings("C-1", "2026-07"), "") << "nobody is in their own way";
    EXPECT_EQ(warnings("C-3", "2026-07"), "");
    EXPECT_EQ(warnings("C-2", "2026-06"), "");
    const auto packed = pack("C-1", {{"MUG-01", 1}}, "2026-06-02");
    EXPECT_EQ(warnings("C-2", "2026-06"),
              "another of the same household or fleet gets a box in 2026-06: C-1");
    unpack(packed, "2026-06-03");
    EXPECT_EQ(warnings("C-2", "2026-06"), "");
}

TEST_P(ChooseList, TakesAsManyStatementsForManyAsForOne)
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

class ChooseRecipient : public MonthFixture {};
GIFTBOX_ON_BOTH_ENGINES(ChooseRecipient);

TEST_P(ChooseRecipient, PutsThemOnTheListOfTheMonth)
{
    nominate("C-1", "2026-07");
    actsAs("Kim");
    choose("C-1", "2026-07");
    EXPECT_EQ(
        candidate("C-1", "2026-07").choice,
        (gifting::Choice{.chosenBy = "Kim", .warnings = "", .despite = "", .approvedBy = ""}));
    EXPECT_EQ(lastEvent(), R"(choice.add recipient 1 {"month":"2026-07","warnings":0})");
}

TEST_P(ChooseRecipient, IsRefusedAgainstAWarningWithoutAReason)
{
    nominate("C-1", "2026-07");
    packAndGive("C-1", {{"MUG-01", 1}}, "2026-05-10");
    doNotGift("C-1");
    const Refusal refusal = EXPECT_REFUSAL("choice.warned", choose("C-1", "2026-07"));
    EXPECT_EQ(refusal.sentence(),
              "C-1: given a box on 2026-05-10, and the store waits 6 months; marked do-not-gift; "
              "choose somebody else, or say why it is to be");
    EXPECT_REFUSAL("text.missing", choose("C-1", "2026-07", " "));
}

TEST_P(ChooseRecipient, KeepsTheWarningsAndTheReasonToGoAgainstThem)
{
    householdOf("C-1", "Weaver");
    householdOf("C-2", "Weaver");
    nominate("C-1", "2026-07");
    nominate("C-2", "2026-07");
    choose("C-1", "2026-07", "nothing asks for this");
    choose("C-2", "2026-07", "it is her birthday");
    EXPECT_EQ(candidate("C-1", "2026-07").choice->despite, "");
    EXPECT_EQ(candidate("C-2", "2026-07").choice->despite, "it is her birthday");
    EXPECT_EQ(textOf(foundation::keptSentences(candidate("C-2", "2026-07").choice->warnings)),
              "another of the same household or fleet gets a box in 2026-07");
    EXPECT_EQ(lastEvent(), R"(choice.add recipient 2 {"month":"2026-07","warnings":1})");
}

TEST_P(ChooseRecipient, NeedsAnOpenNominationOfThatMonth)
{
    EXPECT_REFUSAL("choice.not_nominated", choose("C-1", "2026-07"));
    withdraw(nominate("C-1", "2026-07"));
    decline(nominate("C-1", "2026-07", "Cy"));
    nominate("C-1", "2026-08");
    EXPECT_REFUSAL("choice.not_nominated", choose("C-1", "2026-07"));
    EXPECT_REFUSAL("recipient.unknown", choose("C-9", "2026-07"));
    flag("C-1", "anonymized");
    EXPECT_REFUSAL("recipient.anonymized", choose("C-1", "2026-08"));
}

TEST_P(ChooseRecipient, HappensOnceAMonth)
{
    nominate("C-1", "2026-07");
    nominate("C-1", "2026-08");
    choose("C-1", "2026-07");
    EXPECT_REFUSAL("choice.exists", choose("C-1", "2026-07"));
    EXPECT_NO_THROW(choose("C-1", "2026-08"));
}

TEST_P(ChooseRecipient, IsForAnOpenMonthAtMostTwelveAhead)
{
    nominate("C-1", "2025-01");
    close("2025-01");
    EXPECT_REFUSAL("month.closed", choose("C-1", "2025-01"));
    EXPECT_REFUSAL("month.too_far_ahead", choose("C-1", "2027-07"));
}

class RemoveChoice : public MonthFixture {};
GIFTBOX_ON_BOTH_ENGINES(RemoveChoice);

TEST_P(RemoveChoice, TakesThemOffTheListAndTellsWhoNominated)
{
    const auto number = nominate("C-1", "2026-07");
    choose("C-1", "2026-07");
    remove("C-1", "2026-07", "on holiday until autumn");
    EXPECT_EQ(candidate("C-1", "2026-07").choice, std::nullopt);
    EXPECT_EQ(nomination(number).state, gifting::NominationState::Open);
    EXPECT_EQ(nomination(number).answer, "on holiday until autumn");
    EXPECT_EQ(lastEvent(), R"(choice.remove recipient 1 {"month":"2026-07"})");
    EXPECT_NO_THROW(choose("C-1", "2026-07"));
}

TEST_P(RemoveChoice, IsRefusedForWhoeverIsNotOnTheList)
{
    nominate("C-1", "2026-07");
    EXPECT_REFUSAL("choice.unknown", remove("C-1", "2026-07"));
    EXPECT_REFUSAL("recipient.unknown", remove("C-9", "2026-07"));
    choose("C-1", "2026-07");
    EXPECT_REFUSAL("text.missing", remove("C-1", "2026-07", ""));
}

TEST_P(RemoveChoice, IsRefusedOnceABoxIsPlannedPackedOrGiven)
{
    nominate("C-1", "2026-06");
    choose("C-1", "2026-06");
    const auto planned = write([&](auto& tx) {
        return gifting::planBox(
            tx, {.recipient = "C-1", .lines = {{"MUG-01", 1}}, .month = month("2026-06")});
    });
    const Refusal refusal = EXPECT_REFUSAL("choice.has_box", remove("C-1", "2026-06"));
    EXPECT_EQ(refusal.sentence(), "box 1 for C-1 is planned in 2026-06; cancel it first");
    write([&](auto& tx) { return gifting::cancelBox(tx, planned.number, "another box"); });
    const auto packed = pack("C-1", {{"MUG-01", 1}}, "2026-06-02");
    EXPECT_REFUSAL("choice.has_box", remove("C-1", "2026-06"));
    unpack(packed, "2026-06-03");
    const auto second = pack("C-1", {{"MUG-01", 1}}, "2026-06-02");
    give(second, "2026-06-04");
    EXPECT_REFUSAL("choice.has_box", remove("C-1", "2026-06"));
}

TEST_P(RemoveChoice, IsPossibleWhileTheOnlyBoxesAreOfOtherMonthsOrUnpacked)
{
    nominate("C-1", "2026-06");
    choose("C-1", "2026-06");
    packAndGive("C-1", {{"MUG-01", 1}}, "2026-05-02");
    unpack(pack("C-1", {{"MUG-01", 1}}, "2026-06-02"), "2026-06-03");
    EXPECT_NO_THROW(remove("C-1", "2026-06"));
}

TEST_P(RemoveChoice, IsRefusedInAClosedMonth)
{
    nominate("C-1", "2025-01");
    choose("C-1", "2025-01");
    close("2025-01");
    EXPECT_REFUSAL("month.closed", remove("C-1", "2025-01"));
}

class ApproveChoices : public MonthFixture {};
GIFTBOX_ON_BOTH_ENGINES(ApproveChoices);

TEST_P(ApproveChoices, ApprovesWhoeverIsNotApprovedYet)
{
    for (const char* code : {"C-1", "C-2", "C-3"}) {
        nominate(code, "2026-07");
    }
    choose("C-1", "2026-07");
    choose("C-2", "2026-07");
    actsAs("Kim");
    const auto first = approve("2026-07");
    EXPECT_EQ(first.approved, 2);
    EXPECT_EQ(first.all, 2);
    EXPECT_EQ(lastEvent(), R"(choice.approve month 2026-07 {"approved":2,"all":2})");
    choose("C-3", "2026-07");
    EXPECT_FALSE(candidate("C-3", "2026-07").choice->isApproved());
    actsAs("Lee");
    const auto second = approve("2026-07");
    EXPECT_EQ(second.approved, 1);
    EXPECT_EQ(second.all, 3);
    EXPECT_EQ(candidate("C-1", "2026-07").choice->approvedBy, "Kim");
    EXPECT_EQ(candidate("C-3", "2026-07").choice->approvedBy, "Lee");
}

TEST_P(ApproveChoices, SaysWhoWasFirst)
{
    nominate("C-1", "2026-07");
    EXPECT_EQ(EXPECT_REFUSAL("choice.nothing_to_approve", approve("2026-07")).sentence(),
              "nobody is on the list of 2026-07; `giftbox choose add` comes first");
    choose("C-1", "2026-07");
    actsAs("Kim");
    approve("2026-07");
    const Refusal refusal = EXPECT_REFUSAL("choice.nothing_to_approve", approve("2026-07"));
    EXPECT_TRUE(
        refusal.sentence().starts_with("the list of 2026-07 was approved by Kim at 2026-06-15T00:"))
        << refusal.sentence();
    EXPECT_TRUE(refusal.sentence().ends_with(", and nobody was added since"));
}

TEST_P(ApproveChoices, IsRefusedInAClosedMonth)
{
    nominate("C-1", "2025-01");
    choose("C-1", "2025-01");
    close("2025-01");
    EXPECT_REFUSAL("month.closed", approve("2025-01"));
}

class ApprovedDespite : public MonthFixture {
protected:
    std::optional<std::string> despite(const std::string& code, const std::string& when)
    {
        return read([&](const auto& tx) {
            const auto exemption = gifting::approvedDespite(tx, code, month(when));
            return exemption ? std::optional(exemption->reason()) : std::nullopt;
        });
    }
};
GIFTBOX_ON_BOTH_ENGINES(ApprovedDespite);

TEST_P(ApprovedDespite, IsTheReasonOnceAManagerHasApprovedIt)
{
    doNotGift("C-1");
    nominate("C-1", "2026-07");
    nominate("C-2", "2026-07");
    choose("C-1", "2026-07", "asked for it herself");
    choose("C-2", "2026-07");
    EXPECT_EQ(despite("C-1", "2026-07"), std::nullopt);
    approve("2026-07");
    EXPECT_EQ(despite("C-1", "2026-07"), "asked for it herself");
    EXPECT_EQ(despite("C-1", "2026-08"), std::nullopt);
    EXPECT_EQ(despite("C-2", "2026-07"), std::nullopt);
    EXPECT_EQ(despite("C-9", "2026-07"), std::nullopt);
}

} // namespace
} // namespace giftbox::tests
