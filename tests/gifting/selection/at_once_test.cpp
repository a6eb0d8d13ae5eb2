#include "gifting/planner/accept_plan.h"
#include "gifting/planner/plan_month.h"
#include "tests/gifting/selection/month_fixture.h"
#include "tests/support/at_once.h"

#include <atomic>

namespace giftbox::tests::at_once_test {
namespace {

/// Several people at once, each with their own connection.
class ProgramAtOnce : public MonthFixture {
protected:
    static constexpr int kPeople = 4;

    Outcomes outcomes(const std::function<void(books::WriteTransaction&)>& work)
    {
        return atOnce(url(), kPeople, [&](foundation::Database& own, int person) {
            const books::Actor who{.name = "person " + std::to_string(person),
                                   .now = {1'781'500'000'000},
                                   .machineZone = "UTC",
                                   .requestKey = ""};
            books::write(own, store(), who, [&](auto& tx) { return work(tx), 0; });
        });
    }
};
GIFTBOX_ON_BOTH_ENGINES(ProgramAtOnce);

TEST_P(ProgramAtOnce, OneManagerApprovesAndTheOthersAreTold)
{
    nominate("C-1", "2026-07");
    select("C-1", "2026-07");
    EXPECT_EQ(outcomes([](auto& tx) { gifting::approveSelections(tx, month("2026-07")); }),
              (Outcomes{{"done", 1}, {"selection.nothing_to_approve", kPeople - 1}}));
    EXPECT_TRUE(candidate("C-1", "2026-07").selection->isApproved());
}

TEST_P(ProgramAtOnce, AProposalIsAcceptedOnce)
{
    threeCategories(9);
    nominate("C-1", "2026-07");
    select("C-1", "2026-07");
    approve("2026-07");
    const gifting::MonthToPlan loaded = read([](const auto& tx) {
        return gifting::loadMonthToPlan(
            tx, {.month = month("2026-07"), .boxes = {}, .recipe = {}, .today = day("2026-06-15")});
    });
    write([&](auto& tx) {
        gifting::keepPlan(tx, loaded, gifting::proposePlan(tx.store(), loaded, 20));
        return 0;
    });
    EXPECT_EQ(outcomes([](auto& tx) { gifting::acceptPlan(tx, month("2026-07")); }),
              (Outcomes{{"done", 1}, {"plan.none", kPeople - 1}}));
}

TEST_P(ProgramAtOnce, AnAdviserNominatesOnce)
{
    EXPECT_EQ(outcomes([](auto& tx) {
                  gifting::nominateRecipient(tx, {.recipient = "C-1",
                                                  .month = month("2026-07"),
                                                  .adviser = "Bo",
                                                  .department = "parts",
                                                  .reason = "a joy"});
              }),
              (Outcomes{{"done", 1}, {"nomination.exists", kPeople - 1}}));
    EXPECT_EQ(nominations(), "C-1 open");
}

TEST_P(ProgramAtOnce, OfAHouseholdOneIsSelectedAndTheOthersAreWarnedOf)
{
    for (const char* code : {"C-1", "C-2", "C-3"}) {
        householdOf(code, "Weaver");
        nominate(code, "2026-07");
    }
    std::atomic<int> next = 0;
    const auto ends = outcomes([&](auto& tx) {
        gifting::selectRecipient(tx, {.recipient = "C-" + std::to_string(1 + next++ % 3),
                                      .month = month("2026-07"),
                                      .exceptionReason = {}});
    });
    EXPECT_EQ(ends.at("done"), 1);
}

} // namespace
} // namespace giftbox::tests::at_once_test
