#include "gifting/recipient.h"
#include "gifting/selection/nomination.h"
#include "tests/web/site_fixture.h"

namespace giftbox::web::somebody_new_test {
namespace {

using access::Role;

/// An adviser nominates somebody new, and a parts director confirms them.
class SiteSomebodyNew : public SiteFixture {
protected:
    void prepare() override
    {
        SiteFixture::prepare();
        recipient("C-1");
        adviser_ = loggedInAs(Role::Adviser);
        director_ = loggedInAs(Role::PartsDirector);
    }
    Response nominate(Fields more)
    {
        more.insert(more.end(),
                    {{"reason", "cake"}, {"department", "service"}, {"month", "2026-06"}});
        return post(at("/nominations/add"), std::move(more), adviser_);
    }
    std::string nominated()
    {
        return read([&](const auto& tx) {
            std::string all;
            gifting::listNominations(tx, {}, [&](const gifting::Nomination& one) {
                all += one.recipientCode + " " + std::string(toText(one.state)) + ";";
            });
            return all;
        });
    }
    std::string adviser_;
    std::string director_;
};
GIFTBOX_ON_BOTH_ENGINES(SiteSomebodyNew);

TEST_P(SiteSomebodyNew, IsNominatedByNameWhenNotFound)
{
    const auto form = parsed(get(at("/nominations/add"), adviser_));
    EXPECT_TRUE(form.says("Somebody who is not listed yet"));
    const auto unknown = parsed(nominate({{"recipient", "Pat Kim"}, {"kind", "person"}}));
    EXPECT_TRUE(unknown.refuses("recipient"));
    EXPECT_TRUE(unknown.says("Somebody who is not listed yet"));
    const Response done = nominate({{"recipient", "Pat Kim"},
                                    {"somebody_new", "yes"},
                                    {"kind", "person"},
                                    {"note", "drives the red van"}});
    EXPECT_EQ(headerOf(done, "Location"), at("/nominations?month=2026-06"));
    const auto list = parsed(follow(done, adviser_));
    EXPECT_TRUE(list.says("NEW-2 nominated for"));
    EXPECT_TRUE(list.says("Pat Kim"));
    EXPECT_EQ(nominated(), "NEW-2 open;");
}

TEST_P(SiteSomebodyNew, IsNobodyThereOnceThatIsConfirmed)
{
    const Fields typed = {{"recipient", "customer C-1"}, {"somebody_new", "yes"}};
    const auto asked = parsed(nominate(typed));
    EXPECT_TRUE(asked.refuses("recipient"));
    EXPECT_TRUE(asked.says("Did you mean Customer C-1 (C-1)?"));
    EXPECT_TRUE(asked.says("This is correct. Nominate as entered"));
    EXPECT_EQ(nominated(), "");
    Fields confirmed = typed;
    confirmed.insert(confirmed.end(),
                     {{"confirm", "yes"}, {"picked", "C-1"}, {"found_by", "customer C-1"}});
    EXPECT_EQ(nominate(confirmed).status, 303);
    EXPECT_EQ(nominated(), "NEW-2 open;");
    Fields picked = typed;
    picked.insert(picked.end(), {{"picked", "C-1"}, {"found_by", "customer C-1"}});
    EXPECT_EQ(nominate(picked).status, 303);
    EXPECT_EQ(nominated(), "NEW-2 open;C-1 open;");
}

TEST_P(SiteSomebodyNew, IsConfirmedByWhoeverEditsRecipients)
{
    nominate({{"recipient", "Pat Kim"}, {"somebody_new", "yes"}, {"note", "drives the red van"}});
    const std::string confirm = at("/recipients/confirm?code=NEW-2");
    EXPECT_EQ(get(confirm, adviser_).status, 403);
    EXPECT_TRUE(parsed(get(at(""), director_)).says("People to confirm"));
    EXPECT_FALSE(parsed(get(at(""), adviser_)).says("People to confirm"));
    const auto list = parsed(get(at("/recipients"), director_));
    EXPECT_TRUE(list.says("drives the red van"));
    EXPECT_TRUE(list.linksTo(confirm));
    EXPECT_FALSE(parsed(get(confirm, director_)).says("optional")) << "one of the two is needed";
    const auto page = parsed(get(at("/recipients/show?code=NEW-2"), director_));
    EXPECT_TRUE(page.says("to confirm"));
    EXPECT_TRUE(page.linksTo(confirm));
    EXPECT_FALSE(page.mentions("/boxes/pack"));
    EXPECT_TRUE(parsed(get(confirm, director_)).says("Who is Pat Kim?"));
    EXPECT_TRUE(parsed(post(confirm, {{"code", "C-1"}}, director_)).refuses("code"));
    EXPECT_TRUE(parsed(post(confirm, {}, director_)).refuses("code"));
    EXPECT_EQ(headerOf(post(confirm, {{"code", "C-2"}}, director_), "Location"),
              at("/recipients/show?code=C-2"));
    EXPECT_FALSE(parsed(get(at(""), director_)).says("People to confirm"));
    EXPECT_EQ(nominated(), "C-2 open;");
}

TEST_P(SiteSomebodyNew, MayTurnOutToBeSomebodyThere)
{
    nominate({{"recipient", "Kim"}, {"somebody_new", "yes"}});
    const std::string confirm = at("/recipients/confirm?code=NEW-2");
    const auto found = parsed(post(confirm, {{"same_as", "customer"}}, director_));
    EXPECT_TRUE(found.refuses("same_as"));
    EXPECT_EQ(post(confirm, {{"same_as", "customer"}, {"picked", "C-1"}, {"found_by", "customer"}},
                   director_)
                  .status,
              303);
    EXPECT_EQ(nominated(), "C-1 open;");
    EXPECT_FALSE(parsed(get(at("/recipients"), director_)).says("People to confirm"));
}

} // namespace
} // namespace giftbox::web::somebody_new_test
