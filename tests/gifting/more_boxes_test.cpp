#include "gifting/plan_box.h"
#include "tests/support/seed.h"
#include "tests/support/store_fixture.h"

#include <algorithm>
#include <random>

namespace giftbox::gifting {

void PrintTo(const MoreBoxes& more, std::ostream* out)
{
    *out << more.boxes << " more, limited by " << more.limitedBy;
}

} // namespace giftbox::gifting

namespace giftbox::tests::more_boxes_test {
namespace {

using budget::CapAction;
using gifting::BoxLine;
using gifting::MoreBoxes;
using gifting::PlanRequest;

/// A mug costs 10.00, a carton 1.00.
class MoreLikeIt : public StoreFixture {
protected:
    void prepare() override
    {
        item("MUG-01");
        packagingItem("CARTON");
        recipient("C-1");
        stock("MUG-01", 9, "90.00", "2026-03-01");
        stock("CARTON", 20, "20.00", "2026-03-01");
    }

    MoreBoxes afterPacking(const std::vector<BoxLine>& lines)
    {
        return pack("C-1", lines, "2026-03-05").remaining.more;
    }
    gifting::PlannedResult plan(const std::vector<BoxLine>& lines)
    {
        return write([&](auto& tx) {
            return gifting::planBox(
                tx, PlanRequest{.recipient = "C-1", .lines = lines, .month = month("2026-03")});
        });
    }
    /// How often `step` succeeds before it is refused.
    template <class Work>
    static std::int64_t untilRefused(Work step)
    {
        for (std::int64_t done = 0;; ++done) {
            if (!codeOf(step).empty()) {
                return done;
            }
        }
    }
};
GIFTBOX_ON_BOTH_ENGINES(MoreLikeIt);

TEST_P(MoreLikeIt, IsWhatTheShelfAllows)
{
    EXPECT_EQ(afterPacking({{"MUG-01", 2}, {"CARTON", 1}}), (MoreBoxes{3, "item MUG-01"}));
    EXPECT_EQ(afterPacking({{"CARTON", 1}}), (MoreBoxes{18, "item CARTON"}));
    EXPECT_EQ(afterPacking({{"MUG-01", 4}}), (MoreBoxes{0, "item MUG-01"}));
}

TEST_P(MoreLikeIt, CountsTheLinesOfOneItemTogether)
{
    EXPECT_EQ(afterPacking({{"MUG-01", 1}, {"MUG-01", 2}}), (MoreBoxes{2, "item MUG-01"}));
}

TEST_P(MoreLikeIt, CountsOnlyWhatWasThereOnTheDayAndIsNotReserved)
{
    stock("MUG-01", 5, "50.00", "2026-03-10");
    EXPECT_EQ(afterPacking({{"MUG-01", 1}}), (MoreBoxes{8, "item MUG-01"}));
    EXPECT_EQ(plan({{"MUG-01", 7}}).remaining.more, (MoreBoxes{0, "item MUG-01"}));
    EXPECT_EQ(afterPacking({{"MUG-01", 1}}), (MoreBoxes{5, "item MUG-01"}));
}

TEST_P(MoreLikeIt, IsWhatTheRemainingOfTheMonthAllows)
{
    cap("month.program", "34.99", CapAction::Stop);
    EXPECT_EQ(afterPacking({{"MUG-01", 1}}), (MoreBoxes{2, "cap month.program"}));
    cap("month.program", "30.00", CapAction::Stop);
    EXPECT_EQ(afterPacking({{"MUG-01", 1}}), (MoreBoxes{1, "cap month.program"}));
}

TEST_P(MoreLikeIt, ACapThatOnlyWarnsIsNotInTheWay)
{
    cap("month.program", "1.00", CapAction::Warn);
    EXPECT_EQ(afterPacking({{"MUG-01", 4}}), (MoreBoxes{1, "item MUG-01"}));
}

TEST_P(MoreLikeIt, SeesThatALaterLotBringsTheBoxOverItsCap)
{
    stock("MUG-01", 9, "180.00", "2026-03-02");
    cap("box.contents", "25.00", CapAction::Stop);
    EXPECT_EQ(afterPacking({{"MUG-01", 2}}), (MoreBoxes{3, "cap box.contents"}));
    cap("box.total", "20.00", CapAction::Stop);
    EXPECT_EQ(afterPacking({{"MUG-01", 2}}), (MoreBoxes{2, "cap box.total"}))
        << "the next costs 30.00";
}

TEST_P(MoreLikeIt, IsNoneAfterAnOverride)
{
    cap("box.total", "5.00", CapAction::Stop);
    const auto packed = pack({.recipient = "C-1",
                              .lines = {{"MUG-01", 1}},
                              .packedOn = day("2026-03-05"),
                              .override = "a jubilee"});
    EXPECT_EQ(packed.remaining.more, (MoreBoxes{0, "cap box.total"}));
}

TEST_P(MoreLikeIt, IsCountedUpToAHundred)
{
    stock("MUG-01", 200, "200.00", "2026-03-02");
    EXPECT_EQ(afterPacking({{"MUG-01", 1}}), (MoreBoxes{100, ""}));
}

TEST_P(MoreLikeIt, DoesNotStandInTheWayOfABoxWhenSumsBecomeTooLarge)
{
    openStore("USD", "92233720368547758.00", 0);
    item("MUG-01");
    recipient("C-1");
    stock("MUG-01", 3, "0.00", "2026-03-01");
    const auto packed = pack({.recipient = "C-1",
                              .lines = {{"MUG-01", 1}},
                              .minutes = 60,
                              .packedOn = day("2026-03-05")});
    EXPECT_EQ(packed.remaining.more, (MoreBoxes{0, "amounts that are too large"}));
}

TEST_P(MoreLikeIt, PlanningGoesOnAsOftenAsItSays)
{
    stock("MUG-01", 7, "71.03", "2026-03-02");
    cap("month.program", "120.00", CapAction::Stop);
    const std::vector<BoxLine> lines = {{"MUG-01", 2}, {"CARTON", 1}};
    const MoreBoxes more = plan(lines).remaining.more;
    EXPECT_EQ(more, (MoreBoxes{4, "cap month.program"}));
    EXPECT_EQ(untilRefused([&] { plan(lines); }), more.boxes);
}

TEST_P(MoreLikeIt, AddsNoStatementToABox)
{
    afterPacking({{"MUG-01", 1}});
    const std::int64_t before = database().statementsSent();
    afterPacking({{"MUG-01", 1}, {"CARTON", 1}});
    if (GetParam() == Engine::Postgresql) {
        EXPECT_LE(database().statementsSent() - before, 12);
    }
}

/// Random stock and caps, with costs that do not divide evenly.
class MoreLikeItAtRandom : public MoreLikeIt {};
INSTANTIATE_TEST_SUITE_P(, MoreLikeItAtRandom, testing::Values(Engine::Sqlite), engineName);

TEST_P(MoreLikeItAtRandom, PackingGoesOnAsOftenAsItSaysToTheCent)
{
    SCOPED_TRACE(storyName(0));
    std::mt19937 random(storySeed(0));
    const auto upTo = [&random](int most) {
        return std::uniform_int_distribution<int>(1, most)(random);
    };
    for (int round = 0; round < 60; ++round) {
        openStore("USD", "29.99", 7);
        recipient("C-1");
        const std::vector<std::string> skus = {"A", "B", "C"};
        std::vector<BoxLine> box;
        for (const std::string& sku : skus) {
            sku == "C" ? packagingItem(sku) : item(sku);
            for (int lot = upTo(3); lot > 0; --lot) {
                stock(sku, upTo(12), text(Money{upTo(9999)}), "2026-03-01");
            }
            box.push_back({sku, upTo(2)});
        }
        cap("month.program", text(Money{upTo(40000)}), CapAction::Stop);
        cap("box.contents", text(Money{2000 + upTo(9000)}), CapAction::Stop);
        std::int64_t expected = -1;
        const std::int64_t packed = untilRefused([&] {
            const std::int64_t more = afterPacking(box).boxes;
            EXPECT_TRUE(expected == -1 || more == expected - 1) << "round " << round;
            expected = more;
        });
        EXPECT_TRUE(packed == 0 || expected == 0) << "round " << round;
    }
}

} // namespace
} // namespace giftbox::tests::more_boxes_test
