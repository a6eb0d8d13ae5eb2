#include "gifting/anonymize_recipient.h"
#include "tests/gifting/selection/month_fixture.h"

namespace giftbox::tests::nomination_test {
namespace {

using gifting::NominationState;

class Nominate : public MonthFixture {};
GIFTBOX_ON_BOTH_ENGINES(Nominate);

TEST_P(Nominate, KeepsWhoWasSuggestedByWhomAndWhy)
{
    const auto number = nominate("C-2", "2026-07");
    const gifting::Nomination kept = nomination(number);
    EXPECT_EQ(kept.number.value, 1);
    EXPECT_EQ(kept.month, month("2026-07"));
    EXPECT_EQ(kept.recipientCode, "C-2");
    EXPECT_EQ(kept.recipientName, "Customer C-2");
    EXPECT_EQ(kept.adviser, "Bo");
    EXPECT_EQ(kept.department, "service");
    EXPECT_EQ(kept.reason, "always asks how we are");
    EXPECT_EQ(kept.state, NominationState::Open);
    EXPECT_EQ(kept.answer, "");
}

TEST_P(Nominate, RecordsNumbersAndNoWordsAboutAnybody)
{
    nominate("C-2", "2026-07");
    EXPECT_EQ(lastEvent(), R"(nomination.add nomination 1 {"month":"2026-07","recipient":2})");
    withdraw({1});
    EXPECT_EQ(lastEvent(), R"(nomination.withdraw nomination 1 {"month":"2026-07","recipient":2})");
    nominate("C-2", "2026-07");
    decline({2});
    EXPECT_EQ(lastEvent(), R"(nomination.decline nomination 2 {"month":"2026-07","recipient":2})");
}

TEST_P(Nominate, IsOncePerAdviserRecipientAndMonth)
{
    nominate("C-1", "2026-07");
    const Refusal refusal = EXPECT_REFUSAL("nomination.exists", nominate("C-1", "2026-07"));
    EXPECT_EQ(refusal.sentence(), "Bo already nominated C-1 for 2026-07 (nomination 1). To change "
                                  "the reason, withdraw that nomination first.");
    EXPECT_NO_THROW(nominate("C-1", "2026-07", "Cy"));
    EXPECT_NO_THROW(nominate("C-2", "2026-07"));
    EXPECT_NO_THROW(nominate("C-1", "2026-08"));
}

TEST_P(Nominate, IsOnceWhateverTheCapitalsBlanksAndAccentsOfTheAdviser)
{
    nominate("C-1", "2026-07", "Bö");
    const Refusal refusal = EXPECT_REFUSAL("nomination.exists", nominate("c-1", "2026-07", "bo "));
    EXPECT_EQ(refusal.sentence(), "bo  already nominated C-1 for 2026-07 (nomination 1). To change "
                                  "the reason, withdraw that nomination first.");
    EXPECT_NO_THROW(nominate("C-1", "2026-07", "Bob"));
}

TEST_P(Nominate, IsOpenAgainOnceItIsReopened)
{
    const auto number = nominate("C-1", "2026-07");
    const auto reopen = [&] {
        return write([&](auto& tx) { return gifting::reopenNomination(tx, number); });
    };
    EXPECT_EQ(EXPECT_REFUSAL("nomination.not_declined", reopen()).sentence(),
              "Nomination 1 is open. Only a declined or withdrawn nomination can be reopened.");
    decline(number, "had one in May");
    EXPECT_EQ(reopen().state, NominationState::Open);
    EXPECT_EQ(nomination(number).answer, "");
    EXPECT_EQ(verify(), std::vector<std::string>());
    select("C-1", "2026-07");
    EXPECT_REFUSAL("nomination.not_declined", reopen());
}

TEST_P(Nominate, IsOpenAgainOnceItsWithdrawalIsTakenBackUnlessThereIsAnother)
{
    const auto number = nominate("C-1", "2026-07");
    const auto reopen = [&] {
        return write([&](auto& tx) { return gifting::reopenNomination(tx, number); });
    };
    withdraw(number);
    EXPECT_EQ(reopen().state, NominationState::Open);
    EXPECT_EQ(nomination(number).answer, "");
    EXPECT_EQ(verify(), std::vector<std::string>());
    withdraw(number);
    nominate("C-1", "2026-07");
    EXPECT_REFUSAL("nomination.exists", reopen());
}

TEST_P(Nominate, StaysDeclinedInAClosedMonthAndForTheAnonymized)
{
    const auto number = nominate("C-1", "2026-07");
    decline(number, "had one in May");
    write([](auto& tx) { return gifting::anonymizeRecipient(tx, "C-1", "asked"); });
    EXPECT_REFUSAL("recipient.anonymized",
                   write([&](auto& tx) { return gifting::reopenNomination(tx, number); }));
    EXPECT_REFUSAL("nomination.unknown", write([&](auto& tx) {
                       return gifting::reopenNomination(tx, gifting::NominationNo{9});
                   }));
}

TEST_P(Nominate, MayComeAgainOnceItIsWithdrawnButNotOnceItIsDeclined)
{
    withdraw(nominate("C-1", "2026-07"));
    const auto again = nominate("C-1", "2026-07");
    decline(again, "had one in May");
    const Refusal refusal = EXPECT_REFUSAL("nomination.exists", nominate("C-1", "2026-07"));
    EXPECT_EQ(refusal.sentence(),
              "Bo already nominated C-1 for 2026-07, and nomination 2 was declined (had one in "
              "May). Nominate the recipient for another month.");
    EXPECT_EQ(nominations(), "C-1 withdrawn, C-1 declined");
}

TEST_P(Nominate, IsForAnOpenMonthAtMostTwelveAhead)
{
    EXPECT_NO_THROW(nominate("C-1", "2027-06"));
    const Refusal refusal = EXPECT_REFUSAL("month.too_far_ahead", nominate("C-1", "2027-07"));
    EXPECT_EQ(
        refusal.sentence(),
        "2027-07 is more than 12 months after the current month, 2026-06. Enter an earlier month.");
    EXPECT_NO_THROW(nominate("C-1", "2025-01"));
    close("2025-01");
    EXPECT_REFUSAL("month.closed", nominate("C-2", "2025-01"));
}

TEST_P(Nominate, IsRefusedForSomebodyUnknownOrAnonymized)
{
    EXPECT_REFUSAL("recipient.unknown", nominate("C-9", "2026-07"));
    flag("C-1", "anonymized");
    EXPECT_REFUSAL("recipient.anonymized", nominate("C-1", "2026-07"));
}

TEST_P(Nominate, IsRefusedWithoutAdviserDepartmentOrReason)
{
    const auto nominateIn = [&](const std::string& adviser, const std::string& department,
                                const std::string& reason) {
        write([&](auto& tx) {
            return gifting::nominateRecipient(tx, {.recipient = "C-1",
                                                   .month = month("2026-07"),
                                                   .adviser = adviser,
                                                   .department = department,
                                                   .reason = reason});
        });
    };
    EXPECT_REFUSAL("text.missing", nominateIn(" ", "service", "a joy"));
    EXPECT_REFUSAL("text.missing", nominateIn("Bo", "", "a joy"));
    EXPECT_REFUSAL("text.missing", nominateIn("Bo", "service", ""));
    EXPECT_REFUSAL("text.too_long", nominateIn("Bo", "service", std::string(1001, 'x')));
}

class AnswerNomination : public MonthFixture {};
GIFTBOX_ON_BOTH_ENGINES(AnswerNomination);

TEST_P(AnswerNomination, KeepsTheReasonForWhoeverNominated)
{
    const auto mine = nominate("C-1", "2026-07");
    const auto theirs = nominate("C-1", "2026-07", "Cy");
    withdraw(mine, "meant her sister");
    decline(theirs, "had one in May");
    EXPECT_EQ(nomination(mine).state, NominationState::Withdrawn);
    EXPECT_EQ(nomination(mine).answer, "meant her sister");
    EXPECT_EQ(nomination(theirs).state, NominationState::Declined);
    EXPECT_EQ(nomination(theirs).answer, "had one in May");
}

TEST_P(AnswerNomination, HappensOnce)
{
    const auto number = nominate("C-1", "2026-07");
    decline(number, "had one in May");
    const Refusal refusal = EXPECT_REFUSAL("nomination.not_open", withdraw(number));
    EXPECT_EQ(refusal.sentence(), "Nomination 1 was already declined (had one in May). Only an "
                                  "open nomination can be withdrawn or declined.");
    EXPECT_REFUSAL("nomination.not_open", decline(number));
    EXPECT_REFUSAL("nomination.unknown", withdraw({2}));
}

TEST_P(AnswerNomination, IsRefusedForSomebodySelected)
{
    const auto number = nominate("C-1", "2026-07");
    select("C-1", "2026-07");
    EXPECT_REFUSAL("nomination.selected", withdraw(number));
    EXPECT_REFUSAL("nomination.selected", decline(number));
    remove("C-1", "2026-07");
    EXPECT_NO_THROW(decline(number));
}

TEST_P(AnswerNomination, IsRefusedWithoutAReasonAndInAClosedMonth)
{
    const auto number = nominate("C-1", "2025-01");
    EXPECT_REFUSAL("text.missing", withdraw(number, " "));
    EXPECT_REFUSAL("text.missing", decline(number, ""));
    close("2025-01");
    EXPECT_REFUSAL("month.closed", withdraw(number));
    EXPECT_REFUSAL("month.closed", decline(number));
}

class ListNominations : public MonthFixture {};
GIFTBOX_ON_BOTH_ENGINES(ListNominations);

TEST_P(ListNominations, IsByMonthAdviserRecipientAndState)
{
    nominate("C-1", "2026-07");
    nominate("C-2", "2026-07", "Cy");
    decline(nominate("C-3", "2026-07"));
    withdraw(nominate("C-1", "2026-08"));
    nominate("C-1", "2026-08", "Cy");
    select("C-2", "2026-07");
    EXPECT_EQ(nominations(), "C-1 open, C-2 selected, C-3 declined, C-1 withdrawn, C-1 open");
    EXPECT_EQ(nominations({.month = month("2026-07")}), "C-1 open, C-2 selected, C-3 declined");
    EXPECT_EQ(nominations({.adviser = "Cy"}), "C-2 selected, C-1 open");
    const auto recipientOne = nomination({1}).recipient;
    EXPECT_EQ(nominations({.recipient = recipientOne}), "C-1 open, C-1 withdrawn, C-1 open");
    EXPECT_EQ(nominations({.month = month("2026-08"), .recipient = recipientOne}),
              "C-1 withdrawn, C-1 open");
    EXPECT_EQ(nominations({.state = NominationState::Open}), "C-1 open, C-1 open");
    EXPECT_EQ(nominations({.state = NominationState::Selected}), "C-2 selected");
    EXPECT_EQ(codeOf([] { gifting::parseNominationState("gone"); }), "nomination.state_unknown");
}

TEST_P(ListNominations, KnowsNothingOfOtherStores)
{
    nominate("C-1", "2026-07");
    openStore("USD", "0.00", 0);
    recipient("C-1");
    EXPECT_EQ(nominations(), "");
    EXPECT_EQ(nominate("C-1", "2026-07").value, 1);
}

} // namespace
} // namespace giftbox::tests::nomination_test
