#include "gifting/planner/plan_month.h"
#include "gifting/selection/approve_selection.h"
#include "gifting/selection/nominate_recipient.h"
#include "gifting/selection/select_recipient.h"
#include "gifting/set_recipe.h"
#include "tests/web/site_fixture.h"

#include <algorithm>
#include <thread>

namespace giftbox::web::plan_test {
namespace {

using access::Role;

/// Two recipients on the approved list for July, and three hats, pens, and cups.
class SitePlan : public SiteFixture {
protected:
    void prepare() override
    {
        SiteFixture::prepare();
        for (const char* sku : {"HAT", "PEN", "CUP"}) {
            inventory::Item item;
            item.sku = sku;
            item.name = std::string("The ") + sku;
            item.category = std::string(sku) + "s";
            item.unit = "each";
            add(item);
            stock(sku, 3, "21.00", "2026-05-01");
        }
        for (const char* code : {"C-1", "C-2"}) {
            recipient(code);
            write([&](auto& tx) {
                return gifting::nominateRecipient(tx, {.recipient = code,
                                                       .month = july(),
                                                       .adviser = "Bo",
                                                       .department = "service",
                                                       .reason = "asks how we are"});
            });
            write([&](auto& tx) {
                return gifting::selectRecipient(
                    tx, {.recipient = code, .month = july(), .exceptionReason = {}});
            });
        }
        write([&](auto& tx) { return gifting::approveSelections(tx, july()); });
        cap("month.program", "100.00", budget::CapAction::Stop);
        manager_ = loggedInAs(Role::Manager);
    }

    static foundation::Month july() { return foundation::parseMonth("2026-07"); }
    Response propose(const std::string& boxes = "")
    {
        return post(at("/plan/propose"), {{"month", "2026-07"}, {"boxes", boxes}}, manager_);
    }
    tests::ParsedPage planPage() { return parsed(get(at("/plan?month=2026-07"), manager_)); }
    std::string changeAddress(const std::string& code) const
    {
        return at("/plan/change?month=2026-07&recipient=" + code);
    }
    std::string seen() { return fieldOf(get(changeAddress("C-1"), manager_), "seen"); }
    std::string events()
    {
        return raw().rows("SELECT COUNT(*) FROM event WHERE store_id = " + storeId()).front()[0];
    }

    std::string manager_;
};

TEST_P(SitePlan, IsProposedChangedAndAccepted)
{
    EXPECT_TRUE(planPage().says("Approved recipients without a box: 2."));
    const Response proposed = propose();
    ASSERT_EQ(headerOf(proposed, "Location"), at("/plan?month=2026-07")) << proposed.body;
    EXPECT_TRUE(planPage().says("The HAT; The PEN; The CUP"));
    EXPECT_EQ(planPage().fact("Remaining now, USD"), "100.00");
    EXPECT_EQ(planPage().fact("Remaining after these boxes"), "58.00");

    const Response page = get(changeAddress("C-1"), manager_);
    const Fields change = {{"seen", fieldOf(page, "seen")}, {"sku", "PEN"}, {"line_units", "2"}};
    const Response saved = post(changeAddress("C-1"), change, manager_);
    EXPECT_EQ(headerOf(saved, "Location"), at("/plan?month=2026-07")) << saved.body;
    EXPECT_EQ(planPage().fact("Remaining after these boxes"), "65.00");

    const Response accept = get(at("/plan/accept?month=2026-07"), manager_);
    EXPECT_TRUE(parsed(accept).says("Remaining after these boxes: 65.00 USD."));
    const Response accepted =
        post(at("/plan/accept?month=2026-07"), {{"seen", fieldOf(accept, "seen")}}, manager_);
    EXPECT_TRUE(
        parsed(follow(accepted, manager_)).says("2 boxes planned. Estimated cost: 35.00 USD."));
    EXPECT_EQ(total("2026-07").committed, money("35.00"));
    EXPECT_TRUE(planPage().says("No approved recipient is waiting for a box"));
}

TEST_P(SitePlan, SaysWhatWaitsToCountInTheMonth)
{
    recipient("C-9");
    pack("C-9", {{"PEN", 1}}, "2026-06-02");
    propose("1");
    const std::string said =
        "1 box packed in 2026-06 (7.00 USD) counts there until given, then here.";
    EXPECT_TRUE(planPage().says(said));
    EXPECT_EQ(planPage().fact("Remaining after these boxes"), "79.00");
    EXPECT_EQ(planPage().fact("Remaining after waiting boxes"), "72.00");
    EXPECT_EQ(parsed(get(changeAddress("C-1"), manager_))
                  .cell("Remaining after waiting boxes", "Now, USD"),
              "72.00");
    const Response accept = get(at("/plan/accept?month=2026-07"), manager_);
    EXPECT_TRUE(parsed(accept).says(said));
    const Response accepted =
        post(at("/plan/accept?month=2026-07"), {{"seen", fieldOf(accept, "seen")}}, manager_);
    EXPECT_TRUE(parsed(follow(accepted, manager_)).says("Remaining after that: 72.00 USD."));
}

TEST_P(SitePlan, LeadsBackToThePlanWhereNothingIsProposed)
{
    for (const char* const page : {"/plan/accept?month=2026-07", "/plan/change?month=2026-07"}) {
        const Response answer = get(at(page), manager_);
        EXPECT_EQ(headerOf(answer, "Location"), at("/plan?month=2026-07")) << page;
        EXPECT_EQ(post(at(page), {{"seen", "1"}}, manager_).status, 422) << page;
    }
}

TEST_P(SitePlan, ShowsTheCostOfAChangeAndSavesNothing)
{
    propose();
    const std::string before = events();
    Fields look = {{"seen", seen()}, {"sku", "HAT"}, {"line_units", "2"}, {"step", "look"}};
    const Response looked = post(changeAddress("C-1"), look, manager_);
    EXPECT_EQ(looked.status, 200);
    const tests::ParsedPage page = parsed(looked);
    EXPECT_TRUE(page.says("Nothing is saved yet."));
    const std::string remaining = "Remaining after all planned boxes";
    EXPECT_EQ(page.cell("Total", "With the change, USD"), "14.00");
    EXPECT_EQ(page.cell(remaining, "With the change, USD"), "65.00");
    EXPECT_EQ(page.cell(remaining, "Now, USD"), "58.00") << "as proposed";
    EXPECT_EQ(page.values("sku").front(), "HAT");
    look[3].second = "drop";
    EXPECT_EQ(
        parsed(post(changeAddress("C-1"), look, manager_)).cell(remaining, "With the change, USD"),
        "79.00");
    look[3].second = "look";
    look[2].second = "3";
    const Response refused = post(changeAddress("C-1"), look, manager_);
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(
        parsed(refused).says("needs 3 of item HAT, but the other boxes in the proposal leave 2"));
    EXPECT_EQ(events(), before);
}

TEST_P(SitePlan, RefusesTheSecondOfTwoWhoChangeIt)
{
    propose();
    const Fields change = {{"seen", seen()}, {"sku", "PEN"}, {"line_units", "1"}};
    EXPECT_EQ(post(changeAddress("C-1"), change, manager_).status, 303);
    const Response late = post(changeAddress("C-2"), change, manager_);
    EXPECT_EQ(late.status, 422);
    EXPECT_TRUE(parsed(late).says("Somebody changed this after you opened it: removed: "));
    EXPECT_EQ(parsed(late).values("sku").front(), "PEN") << "what was typed is kept";
    const Response accept = post(at("/plan/accept?month=2026-07"), {change[0]}, manager_);
    EXPECT_EQ(accept.status, 422);
    EXPECT_EQ(total("2026-07").committed, foundation::Money{});
    const Fields known = {{"seen", fieldOf(late, "seen")}, change[1], change[2]};
    EXPECT_EQ(post(changeAddress("C-2"), known, manager_).status, 303) << "now it is known";
}

TEST_P(SitePlan, SaysWhatIsInTheWayAndByHowMuch)
{
    cap("month.program", "41.00", budget::CapAction::Stop);
    const Response refused = propose();
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(parsed(refused).says("It would take 1.00 USD more under the month"));
    EXPECT_TRUE(parsed(refused).refuses("boxes"));
    EXPECT_EQ(propose("1").status, 303);
    EXPECT_TRUE(planPage().says("C-2 is approved but not in the proposal."));
}

TEST_P(SitePlan, ShowsWhatIsInTheWayOfABoxBeforeItIsAccepted)
{
    propose();
    cap("box.total", "20.00", budget::CapAction::Stop);
    EXPECT_TRUE(planPage().says("20.00 USD"));
    writeOff("PEN", 2, "2026-06-10");
    EXPECT_TRUE(planPage().says("An item is no longer available. Change the box."));
    EXPECT_EQ(planPage().fact("These boxes"), "21.00, not counting 1 box with unknown cost");
    EXPECT_EQ(planPage().fact("Remaining after these boxes"), "unknown");
    const tests::ParsedPage refused =
        parsed(post(at("/plan/accept?month=2026-07"), {{"seen", seen()}}, manager_));
    EXPECT_TRUE(refused.says("Box for C-1: "));
}

TEST_P(SitePlan, IsMadeByARecipeThatTheShelfAllows)
{
    write([&](auto& tx) {
        return gifting::setRecipe(
            tx,
            {.name = "A & B", .items = {{"HAT", 1}}, .categories = {{"CUPs", 1}}, .minutes = 20});
    });
    EXPECT_TRUE(parsed(get(at("/recipes"), manager_)).says("HAT: 3 available"));
    EXPECT_TRUE(parsed(get(at("/recipes/show?name=A%20%26%20B"), manager_))
                    .says("More boxes possible 3 Minutes each 20"));
    EXPECT_EQ(get(at("/recipes/show?name=C"), manager_).status, 404);
    const Response proposed =
        post(at("/plan/propose"), {{"month", "2026-07"}, {"recipe", "A & B"}}, manager_);
    EXPECT_EQ(proposed.status, 303) << proposed.body;
    EXPECT_TRUE(planPage().says("from the recipe A & B, version 1"));
}

TEST_P(SitePlan, IsLookedForOneAtATime)
{
    // The first request holds the planner; each answer is one of the two.
    std::vector<int> statuses(4);
    std::vector<std::string> bodies(4);
    std::vector<std::unique_ptr<Site>> sites;
    std::vector<Request> requests;
    for (std::size_t i = 0; i < statuses.size(); ++i) {
        sites.push_back(anotherSite());
        requests.push_back(formRequest(at("/plan/propose"), {{"month", "2026-07"}}, manager_));
        requests.back().headers.push_back({"Host", "giftbox.test"});
    }
    std::vector<std::thread> people;
    for (std::size_t i = 0; i < statuses.size(); ++i) {
        people.emplace_back([&, i] {
            const Response response = sites[i]->answer(requests[i]);
            statuses[i] = response.status;
            bodies[i] = response.body;
        });
    }
    for (std::thread& one : people) {
        one.join();
    }
    EXPECT_TRUE(std::ranges::count(statuses, 303) >= 1);
    for (std::size_t i = 0; i < statuses.size(); ++i) {
        EXPECT_TRUE(statuses[i] == 303 ||
                    bodies[i].find("A proposal is already being made") != std::string::npos)
            << bodies[i];
    }
}

GIFTBOX_ON_BOTH_ENGINES(SitePlan);

} // namespace
} // namespace giftbox::web::plan_test
