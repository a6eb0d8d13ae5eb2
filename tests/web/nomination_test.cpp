#include "gifting/selection/nomination.h"
#include "gifting/selection/select_recipient.h"
#include "tests/web/site_fixture.h"

namespace giftbox::web::nomination_test {
namespace {

using access::Role;

/// The outcomes of a nomination.
class SiteNominations : public SiteFixture {
protected:
    void prepare() override
    {
        SiteFixture::prepare();
        recipient("C-1");
        adviser_ = loggedInAs(Role::Adviser);
        manager_ = loggedInAs(Role::Manager);
        nominate();
    }
    Response nominate()
    {
        return post(
            at("/nominations/add"),
            {{"recipient", "C-1"}, {"reason", "cake"}, {"department", "s"}, {"month", "2026-06"}},
            adviser_);
    }
    std::string state(std::int64_t number)
    {
        return read([&](const auto& tx) {
            const auto one = gifting::requireNomination(tx, gifting::NominationNo{number});
            return std::string(toText(one.state)) + ": " + one.answer;
        });
    }
    std::string adviser_;
    std::string manager_;
};

TEST_P(SiteNominations, AreDeclinedByAManagerForAReasonThatTheAdviserReads)
{
    const std::string decline = at("/nominations/1/decline");
    EXPECT_TRUE(parsed(get(at("/nominations?month=2026-06"), manager_)).linksTo(decline));
    EXPECT_FALSE(parsed(get(at("/nominations?month=2026-06"), adviser_)).mentions(decline));
    EXPECT_TRUE(parsed(get(decline, manager_)).says("cake")) << "what was said for them";
    EXPECT_EQ(get(decline, adviser_).status, 403);
    EXPECT_EQ(post(decline, {{"reason", ""}}, manager_).status, 422);
    const Response done = post(decline, {{"reason", "a box waits for them"}}, manager_);
    EXPECT_EQ(headerOf(done, "Location"), at("/nominations?month=2026-06"));
    EXPECT_EQ(state(1), "declined: a box waits for them");
    EXPECT_TRUE(
        parsed(get(at("/nominations?month=2026-06"), adviser_)).says("a box waits for them"));
    EXPECT_EQ(post(decline, {{"reason", "again"}}, manager_).status, 422);
    EXPECT_EQ(get(at("/nominations/9/decline"), manager_).status, 404);
}

TEST_P(SiteNominations, TellTheAdviserWhenTheBoxWasHandedOver)
{
    item("HAT");
    stock("HAT", 5, "10.00", "2026-06-01");
    const auto box = [&] { return parsed(get(at(""), adviser_)).column("Box"); };
    EXPECT_EQ(box(), std::vector<std::string>{""});
    write([&](auto& tx) {
        return gifting::selectRecipient(
            tx, {.recipient = "C-1", .month = tests::month("2026-06"), .exceptionReason = {}});
    });
    EXPECT_EQ(box(), std::vector<std::string>{"not packed yet"});
    const auto packed = pack("C-1", {{"HAT", 1}}, "2026-06-11");
    EXPECT_EQ(box(), std::vector<std::string>{"packed 2026-06-11"});
    give(packed, "2026-06-12");
    EXPECT_EQ(box(), std::vector<std::string>{"handed over 2026-06-12"});
}

TEST_P(SiteNominations, AreWithdrawnByTheirAdviser)
{
    const std::string withdraw = at("/nominations/1/withdraw");
    EXPECT_TRUE(parsed(get(at("/nominations?month=2026-06"), adviser_)).linksTo(withdraw));
    const std::string other = loggedInAs(Role::Adviser);
    const tests::ParsedPage theirs = parsed(post(withdraw, {{"reason", "mine"}}, other));
    EXPECT_TRUE(theirs.says("another adviser"));
    EXPECT_FALSE(parsed(get(withdraw, other)).mentions("cake")) << "nor is it shown to them";
    EXPECT_EQ(state(1), "open: ");
    EXPECT_EQ(post(withdraw, {{"reason", "wrong month"}}, adviser_).status, 303);
    EXPECT_EQ(state(1), "withdrawn: wrong month");
    EXPECT_EQ(nominate().status, 303) << "once more";
}

TEST_P(SiteNominations, AnswerWithTheReasonWhenTheirRecipientIsTakenOffTheList)
{
    post(at("/select/add"), {{"recipient", "C-1"}, {"month", "2026-06"}}, manager_);
    const std::string page = at("/select/remove?month=2026-06&recipient=C-1");
    EXPECT_TRUE(parsed(get(at("/select?month=2026-06"), manager_)).linksTo(page));
    EXPECT_EQ(get(at("/select/remove"), adviser_).status, 403);
    EXPECT_EQ(post(at("/select/remove"),
                   {{"recipient", "C-1"}, {"month", "2026-06"}, {"reason", "away"}}, manager_)
                  .status,
              303);
    EXPECT_EQ(state(1), "open: away");
    const tests::ParsedPage nobody =
        parsed(post(at("/select/remove"),
                    {{"recipient", "C-1"}, {"month", "2026-06"}, {"reason", "away"}}, manager_));
    EXPECT_TRUE(nobody.refuses("recipient"));
}

GIFTBOX_ON_BOTH_ENGINES(SiteNominations);

} // namespace
} // namespace giftbox::web::nomination_test
