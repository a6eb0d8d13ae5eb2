#include "gifting/anonymize_recipient.h"
#include "gifting/planner/month_to_plan.h"
#include "gifting/selection/confirm_recipient.h"
#include "tests/gifting/selection/month_fixture.h"

#include <sstream>

namespace giftbox::tests::confirm_test {
namespace {

/// Somebody whom an adviser nominates and nobody has entered yet: `NEW-4`, since there are three recipients.
class SomebodyNew : public MonthFixture {
protected:
    gifting::Nomination nominateNew(const std::string& name = "Pat Kim",
                                    const std::string& when = "2026-07",
                                    const std::string& adviser = "Bo")
    {
        return write([&](auto& tx) {
            return gifting::nominateRecipient(
                tx, {.recipient = {},
                     .month = month(when),
                     .adviser = adviser,
                     .department = "service",
                     .reason = "brings cake",
                     .somebodyNew = gifting::Recipient{.code = {},
                                                       .name = name,
                                                       .group = {},
                                                       .kind = gifting::RecipientKind::Person,
                                                       .note = "drives the red van"}});
        });
    }
    gifting::Recipient confirm(const gifting::Confirmation& who, const std::string& code = "NEW-4")
    {
        return write([&](auto& tx) { return gifting::confirmRecipient(tx, code, who); });
    }
    void confirmAs(const std::string& code) { confirm({.code = code, .sameAs = {}}); }
    void confirmSame(const std::string& code) { confirm({.code = {}, .sameAs = code}); }
    gifting::Recipient known(const std::string& code)
    {
        return read([&](const auto& tx) { return gifting::requireRecipient(tx, code).recipient; });
    }
    /// Codes of the list of recipients, or of people to confirm.
    std::string listed(bool areUnconfirmed = false)
    {
        return read([&](const auto& tx) {
            std::string codes;
            for (const auto& one : gifting::recipientsAfter(tx, "", 100, areUnconfirmed)) {
                codes += (codes.empty() ? "" : ",") + one.recipient.code;
            }
            return codes;
        });
    }
    std::int64_t waiting()
    {
        return read([](const auto& tx) { return gifting::countUnconfirmed(tx); });
    }
};
GIFTBOX_ON_BOTH_ENGINES(SomebodyNew);

TEST_P(SomebodyNew, IsNominatedWithACodeMadeFromTheNumberInOneEvent)
{
    const gifting::Nomination made = nominateNew();
    EXPECT_EQ(made.recipientCode, "NEW-4");
    EXPECT_EQ(made.recipientName, "Pat Kim");
    EXPECT_EQ(nominations(), "NEW-4 open");
    EXPECT_EQ(lastEvent(), R"(nomination.add_new nomination 1 {"month":"2026-07","recipient":4})");
    const gifting::Recipient person = known("NEW-4");
    EXPECT_TRUE(person.unconfirmed);
    EXPECT_EQ(person.note, "drives the red van");
    EXPECT_EQ(waiting(), 1);
    EXPECT_EQ(listed(), "C-1,C-2,C-3");
    EXPECT_EQ(listed(true), "NEW-4");
}

TEST_P(SomebodyNew, GetsACodeThatNobodyHas)
{
    recipient("new-5");
    EXPECT_EQ(nominateNew().recipientCode, "NEW-5-5");
}

TEST_P(SomebodyNew, IsNominatedWhollyOrNotAtAll)
{
    EXPECT_REFUSAL("text.missing", nominateNew(" "));
    EXPECT_REFUSAL("month.too_far_ahead", nominateNew("Pat Kim", "2028-01"));
    EXPECT_REFUSAL("text.missing", nominateNew("Pat Kim", "2026-07", ""));
    const auto nominateWhom = [&](const std::string& code, bool isNew) {
        gifting::NominationRequest request{.recipient = code,
                                           .month = month("2026-07"),
                                           .adviser = "Bo",
                                           .department = "service",
                                           .reason = "cake"};
        if (isNew) {
            request.somebodyNew = gifting::Recipient{.code = {}, .name = "Pat Kim"};
        }
        write([&](auto& tx) { return gifting::nominateRecipient(tx, request); });
    };
    EXPECT_REFUSAL("nomination.whom", nominateWhom("", false));
    EXPECT_REFUSAL("nomination.whom", nominateWhom("C-1", true));
}

TEST_P(SomebodyNew, IsAskedAboutWhereTheNameIsKnown)
{
    nothingIsConfirmed();
    const Refusal refusal = EXPECT_REFUSAL("recipient.similar", nominateNew("customer C-2"));
    EXPECT_EQ(
        refusal.sentence(),
        "Did you mean Customer C-2 (C-2)? If so, nominate that recipient. If \"customer C-2\" "
        "is somebody else, confirm it.");
    EXPECT_NO_THROW(nominateNew("Pat Kim"));
    EXPECT_REFUSAL("recipient.similar", nominateNew("Kim, Pat", "2026-07", "Cy"));
    allIsConfirmed();
    EXPECT_EQ(nominateNew("Kim, Pat", "2026-07", "Cy").recipientCode, "NEW-5");
}

TEST_P(SomebodyNew, MayBeNominatedByOthersToo)
{
    nominateNew();
    EXPECT_NO_THROW(nominate("NEW-4", "2026-07", "Cy"));
    EXPECT_REFUSAL("nomination.exists", nominate("NEW-4", "2026-07", "Bo"));
}

TEST_P(SomebodyNew, GetsNothingUntilConfirmed)
{
    nominateNew();
    const gifting::PlanRequest plan{
        .recipient = "NEW-4", .lines = {{"MUG-01", 1}}, .month = month("2026-07")};
    const Refusal refusal = EXPECT_REFUSAL("recipient.unconfirmed", select("new-4", "2026-07"));
    EXPECT_EQ(refusal.sentence(),
              "Recipient NEW-4 was nominated as somebody new and is not confirmed yet. The parts "
              "director or a manager confirms who it is first. `giftbox recipient confirm NEW-4 "
              "--code CODE` does it, or `--same-as CODE` for a recipient you have.");
    EXPECT_REFUSAL("recipient.unconfirmed", select("NEW-4", "2026-07", "a wedding"));
    EXPECT_REFUSAL("recipient.unconfirmed", pack("NEW-4", {{"MUG-01", 1}}, "2026-06-10"));
    EXPECT_REFUSAL("recipient.unconfirmed",
                   write([&](auto& tx) { return gifting::planBox(tx, plan); }));
    EXPECT_REFUSAL("selection.nothing_to_approve", approve("2026-07"));
    const Refusal rejected =
        EXPECT_REFUSAL("import.rejected", importBoxes("box,recipient,packed_on,given_on,sku,units\n"
                                                      "B-1,NEW-4,2026-06-02,,MUG-01,1\n"));
    EXPECT_NE(rejected.what(), nullptr);
    EXPECT_EQ(warnings("NEW-4", "2026-07"), "Not confirmed yet");
    confirmAs("C-4");
    EXPECT_NO_THROW(select("C-4", "2026-07"));
    EXPECT_NO_THROW(approve("2026-07"));
    EXPECT_NO_THROW(write([&](auto& tx) {
        gifting::PlanRequest request = plan;
        request.recipient = "C-4";
        return gifting::planBox(tx, request);
    }));
    EXPECT_NO_THROW(pack("C-4", {{"MUG-01", 1}}, "2026-06-10"));
}

TEST_P(SomebodyNew, IsNoCandidateOfThePlannerHoweverTheyCameOnTheList)
{
    nominateNew();
    confirmAs("C-4");
    select("C-4", "2026-07");
    approve("2026-07");
    const auto planned = [&] {
        return read(
            [&](const auto& tx) { return gifting::waitingIn(tx, month("2026-07")).size(); });
    };
    const auto before = planned();
    flag("C-4", "unconfirmed");
    EXPECT_EQ(planned() + 1, before);
}

TEST_P(SomebodyNew, BecomesARecipientWithTheStoresCode)
{
    nominateNew();
    confirmAs("C-4");
    EXPECT_EQ(lastEvent(), R"(recipient.confirm recipient 4 {})");
    EXPECT_FALSE(known("C-4").unconfirmed);
    EXPECT_EQ(known("C-4").name, "Pat Kim");
    EXPECT_EQ(nominations(), "C-4 open");
    EXPECT_EQ(listed(), "C-1,C-2,C-3,C-4");
    EXPECT_EQ(waiting(), 0);
    EXPECT_REFUSAL("recipient.unknown", known("NEW-4"));
    EXPECT_REFUSAL("recipient.confirmed", confirm({.code = "C-5", .sameAs = {}}, "C-4"));
}

TEST_P(SomebodyNew, IsConfirmedWithAFreeCodeOrAsSomebodyKnown)
{
    nominateNew();
    nominateNew("Sam Lee");
    EXPECT_REFUSAL("recipient.exists", confirmAs("c-1"));
    EXPECT_REFUSAL("recipient.code_malformed", confirmAs("-"));
    EXPECT_REFUSAL("recipient.confirm_how", confirm({}));
    EXPECT_REFUSAL("recipient.confirm_how", confirm({.code = "C-4", .sameAs = "C-1"}));
    EXPECT_REFUSAL("recipient.unknown", confirmSame("C-9"));
    EXPECT_REFUSAL("recipient.unconfirmed", confirmSame("NEW-5"));
    EXPECT_REFUSAL("recipient.unconfirmed", confirmSame("NEW-4"));
    EXPECT_REFUSAL("recipient.unknown", confirm({.code = "C-4", .sameAs = {}}, "NEW-9"));
}

TEST_P(SomebodyNew, LeavesTheirNominationsToWhomTheyTurnOutToBe)
{
    nominate("C-2", "2026-07");
    nominateNew();
    nominate("NEW-4", "2026-07", "Cy");
    nominate("NEW-4", "2026-08");
    decline(nominate("NEW-4", "2026-09"));
    withdraw(nominate("NEW-4", "2026-10"));
    nominate("C-2", "2026-10");
    confirmSame("c-2");
    EXPECT_EQ(lastEvent(), R"(recipient.same_as recipient 4 {"same_as":2,"moved":"2 3 4 5 6",)"
                           R"("withdrawn":"2"})");
    EXPECT_EQ(nominations(), "C-2 open, C-2 withdrawn, C-2 open, C-2 open, C-2 declined, "
                             "C-2 withdrawn, C-2 open");
    EXPECT_EQ(nomination(gifting::NominationNo{2}).answer, "already nominated by the same adviser");
    EXPECT_EQ(nomination(gifting::NominationNo{3}).reason, "always asks how we are");
    EXPECT_EQ(listed(), "C-1,C-2,C-3");
    EXPECT_EQ(listed(true), "");
    EXPECT_EQ(waiting(), 0);
    EXPECT_EQ(read([](const auto& tx) { return gifting::searchRecipients(tx, "Pat", 9).size(); }),
              0U);
    EXPECT_EQ(csv(exchange::exportRecipients).find("ANON"), std::string::npos);
    EXPECT_NO_THROW(select("C-2", "2026-07"));
    EXPECT_EQ(verify(), std::vector<std::string>{});
}

TEST_P(SomebodyNew, StandsInNoFileOfRecipientsAndIsForgottenWhenAnonymized)
{
    nominateNew();
    EXPECT_EQ(csv(exchange::exportRecipients).find("Pat Kim"), std::string::npos);
    write([](auto& tx) { return gifting::anonymizeRecipient(tx, "NEW-4", "asked us to"); });
    EXPECT_EQ(listed(), "C-1,C-2,C-3");
    EXPECT_EQ(listed(true), "");
    EXPECT_EQ(nomination(gifting::NominationNo{1}).reason, "anonymized");
    EXPECT_REFUSAL("recipient.anonymized", confirm({.code = "C-4", .sameAs = {}}, "ANON-4"));
}

TEST_P(SomebodyNew, IsConfirmedByNoFile)
{
    nominateNew();
    std::istringstream file("recipient,name,note\nNEW-4,Pat Kimm,a neighbor\n");
    write([&](auto& tx) {
        return exchange::importRecipients(tx, {.in = file,
                                               .fileName = "r.csv",
                                               .ignored = {},
                                               .progress = [](std::int64_t) {},
                                               .changes = exchange::Changes::Both});
    });
    EXPECT_EQ(known("NEW-4").name, "Pat Kimm");
    EXPECT_TRUE(known("NEW-4").unconfirmed);
}

TEST_P(SomebodyNew, IsFoundByVerifyWhereANominationMovedOtherwise)
{
    nominateNew();
    confirmSame("C-2");
    booksAreFalsified();
    raw().execute("UPDATE nomination SET recipient_no = 1 WHERE store_id = " + storeId());
    EXPECT_FALSE(verify().empty());
}

} // namespace
} // namespace giftbox::tests::confirm_test
