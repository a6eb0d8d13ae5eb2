#include "gifting/substitutes.h"
#include "tests/gifting/shelf_of.h"
#include "tests/support/store_fixture.h"

namespace giftbox::tests::substitutes_test {
namespace {

using budget::CapAction;
using budget::CapName;
using foundation::Date;
using gifting::BoxLine;
using gifting::RefusedBox;
using gifting::Substitute;
using inventory::AvailableItem;

AvailableItem costing(const std::string& sku, std::int64_t units, std::int64_t unitMinor)
{
    AvailableItem item = contents(sku, "hats", units);
    if (units > 0) {
        item.lots.front().costLeft = {unitMinor * units};
    }
    return item;
}

budget::MonthState under(CapName name, std::int64_t amountMinor)
{
    budget::MonthState month;
    month.caps[static_cast<std::size_t>(name)] = {
        .name = name, .from = foundation::Month(202601), .amount = {amountMinor}};
    return month;
}

/// `HAT-2 instead of HAT-1 for 500, box 700`, one per line.
std::string found(const std::vector<BoxLine>& lines, const std::vector<AvailableItem>& shelf,
                  const budget::MonthState& month = {}, const Date& on = inventory::kEver)
{
    const RefusedBox box{.step = gifting::Step::Packing, .lines = lines, .labor = {200}, .on = on};
    std::string text;
    for (const Substitute& one : gifting::findSubstitutes(box, shelf, month)) {
        text += one.sku + " instead of " + one.insteadOf + " for " +
                std::to_string(one.cost.minor) + ", box " + std::to_string(one.boxTotal.minor) +
                "\n";
    }
    return text;
}

TEST(FindSubstitutes, AreTheThreeCheapestForTheItemThatIsShort)
{
    EXPECT_EQ(found({{"A", 2}, {"B", 1}},
                    {costing("A", 1, 900), costing("B", 1, 300), costing("C", 2, 500),
                     costing("D", 5, 100), costing("E", 2, 400), costing("F", 2, 450)}),
              "D instead of A for 200, box 700\n"
              "E instead of A for 800, box 1300\n"
              "F instead of A for 900, box 1400\n");
}

TEST(FindSubstitutes, OfEqualCostStandInTheOrderOfTheirSkus)
{
    EXPECT_EQ(found({{"A", 1}}, {costing("A", 0, 0), costing("C", 1, 100), costing("B", 1, 100)}),
              "B instead of A for 100, box 300\nC instead of A for 100, box 300\n");
}

TEST(FindSubstitutes, HaveEnoughUnitsThatAreNotReservedAndWereThereOnTheDay)
{
    AvailableItem reserved = costing("R", 5, 100);
    reserved.reserved = 4;
    AvailableItem late = costing("L", 5, 100);
    late.lots.front().receivedOn = Date(20260320);
    EXPECT_EQ(found({{"A", 2}}, {costing("A", 1, 900), costing("B", 1, 100), reserved, late}, {},
                    Date(20260310)),
              "");
}

TEST(FindSubstitutes, AreOfTheSameCategoryKindAndSize)
{
    AvailableItem wanted = costing("A", 0, 0);
    wanted.size = "M";
    AvailableItem large = costing("L", 5, 100);
    large.size = "L";
    AvailableItem medium = costing("M", 5, 100);
    medium.size = "M";
    AvailableItem packaging = medium;
    packaging.sku = "P";
    packaging.kind = inventory::ItemKind::Packaging;
    EXPECT_EQ(found({{"A", 1}}, {wanted, large, medium, packaging, contents("PEN", "pens", 5)}),
              "M instead of A for 100, box 300\n");
}

TEST(FindSubstitutes, ThereAreNoneForAnItemWithoutACategory)
{
    EXPECT_EQ(found({{"A", 1}}, {contents("A", "", 0), contents("B", "", 5)}), "");
}

TEST(FindSubstitutes, OverACapReplaceTheDearestContentsSoThatTheBoxFits)
{
    const std::vector<AvailableItem> shelf = {costing("A", 5, 900), costing("B", 5, 300),
                                              costing("C", 5, 500), costing("D", 5, 501),
                                              costing("E", 5, 100)};
    EXPECT_EQ(found({{"B", 1}, {"A", 1}}, shelf, under(CapName::BoxTotal, 1000)),
              "E instead of A for 100, box 600\nC instead of A for 500, box 1000\n");
    EXPECT_EQ(found({{"B", 1}, {"A", 1}}, shelf, under(CapName::BoxContents, 400)),
              "E instead of A for 100, box 600\n");
    auto month = under(CapName::MonthProgram, 5000);
    month.totals.committed = {4400};
    EXPECT_EQ(found({{"B", 1}, {"A", 1}}, shelf, month), "E instead of A for 100, box 600\n");
    month.totals.committed = {4401};
    EXPECT_EQ(found({{"B", 1}, {"A", 1}}, shelf, month), "");
}

TEST(FindSubstitutes, AnotherShortLineCountsAsNothing)
{
    EXPECT_EQ(found({{"A", 1}, {"B", 1}},
                    {costing("A", 0, 0), costing("B", 0, 0), costing("C", 1, 100)},
                    under(CapName::BoxTotal, 300)),
              "C instead of A for 100, box 300\n");
}

class SubstitutesFor : public StoreFixture {
protected:
    void prepare() override
    {
        for (const char* sku : {"HAT-1", "HAT-2", "HAT-3"}) {
            add({.sku = sku, .name = "Hat", .category = "hats"});
        }
        recipient("C-1");
        stock("HAT-1", 2, "20.00", "2026-03-01");
        stock("HAT-2", 2, "16.00", "2026-03-01");
        stock("HAT-3", 2, "10.00", "2026-03-02");
    }

    template <class Request>
    std::string skusFor(const Request& request)
    {
        return read([&](const auto& tx) {
            std::string skus;
            for (const Substitute& one : gifting::substitutesFor(tx, request)) {
                skus += (skus.empty() ? "" : " ") + one.sku;
            }
            return skus;
        });
    }
    static gifting::BoxRequest packing(const std::vector<BoxLine>& lines,
                                       const std::string& on = "2026-03-05")
    {
        return {.recipient = "C-1", .lines = lines, .packedOn = day(on)};
    }
    static gifting::PlanRequest planning(const std::vector<BoxLine>& lines)
    {
        return {.recipient = "C-1", .lines = lines, .month = month("2026-03")};
    }
    gifting::PlannedResult plan(const std::vector<BoxLine>& lines)
    {
        return write([&](auto& tx) { return gifting::planBox(tx, planning(lines)); });
    }
};
GIFTBOX_ON_BOTH_ENGINES(SubstitutesFor);

TEST_P(SubstitutesFor, CanBePackedInstead)
{
    EXPECT_EQ(skusFor(packing({{"HAT-1", 1}, {"HAT-1", 2}})), "") << "nothing is there three times";
    pack("C-1", {{"HAT-1", 2}}, "2026-03-05");
    EXPECT_EQ(skusFor(packing({{"HAT-1", 1}})), "HAT-3 HAT-2");
    EXPECT_EQ(skusFor(packing({{"HAT-1", 1}}, "2026-03-01")), "HAT-2");
    EXPECT_EQ(skusFor(planning({{"HAT-1", 1}})), "HAT-3 HAT-2");
}

TEST_P(SubstitutesFor, StayUnderTheCapsUnlessOverridden)
{
    cap("box.total", "5.00", CapAction::Stop);
    EXPECT_EQ(skusFor(packing({{"HAT-1", 1}})), "HAT-3");
    EXPECT_EQ(skusFor(planning({{"HAT-1", 1}})), "HAT-3");
    auto overridden = packing({{"HAT-1", 3}});
    EXPECT_EQ(skusFor(overridden), "");
    overridden.lines = {{"HAT-1", 1}};
    overridden.override = "a jubilee";
    EXPECT_EQ(skusFor(overridden), "HAT-3 HAT-2");
}

TEST_P(SubstitutesFor, StayUnderAGiftLimitThatBlocks)
{
    constexpr std::int64_t kBlock = 2;
    setFrom(books::Setting::LimitUsGift, kBlock, "2026-01");
    pack("C-1", {{"HAT-2", 2}}, "2026-03-05"); // 16.00 of 25.00
    const Refusal refusal =
        EXPECT_REFUSAL("limit.exceeded", pack("C-1", {{"HAT-1", 1}}, "2026-03-05"));
    EXPECT_TRUE(gifting::asksForSubstitutes(refusal));
    EXPECT_EQ(skusFor(packing({{"HAT-1", 1}})), "HAT-3");
    EXPECT_EQ(skusFor(planning({{"HAT-1", 1}})), "HAT-3");
    EXPECT_EQ(skusFor(packing({{"HAT-1", 2}})), "");
    auto overridden = packing({{"HAT-1", 2}});
    overridden.override = "a jubilee";
    EXPECT_EQ(skusFor(overridden), "HAT-3");
}

TEST_P(SubstitutesFor, WhatAPlannedBoxHasReservedIsFreeForItsPacking)
{
    cap("month.program", "15.00", CapAction::Stop);
    const auto planned = plan({{"HAT-3", 2}});
    EXPECT_EQ(skusFor(packing({{"HAT-1", 1}})), "");
    const auto request = read([&](const auto& tx) {
        return gifting::requestOf(
            tx, {.number = planned.number, .lines = {{"HAT-1", 2}}, .packedOn = day("2026-03-05")});
    });
    EXPECT_EQ(request.number, planned.number);
    EXPECT_EQ(skusFor(request), "HAT-3");
}

TEST_P(SubstitutesFor, ThereAreNoneWhenAnItemIsNotKnown)
{
    EXPECT_EQ(skusFor(packing({{"HAT-9", 1}, {"HAT-1", 1}})), "");
}

} // namespace
} // namespace giftbox::tests::substitutes_test
