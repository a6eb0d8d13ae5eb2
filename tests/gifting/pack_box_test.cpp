#include "tests/support/details.h"
#include "tests/support/first_settings.h"
#include "tests/support/store_fixture.h"

namespace giftbox::tests::pack_box_test {
namespace {

using gifting::BoxRequest;

class PackBox : public StoreFixture {
protected:
    void prepare() override
    {
        item("MUG-01");
        item("HAT-01");
        packagingItem("CARTON");
        recipient("C-1");
    }

    static BoxRequest request(const std::vector<gifting::BoxLine>& lines, const std::string& on)
    {
        BoxRequest request;
        request.recipient = "C-1";
        request.lines = lines;
        request.packedOn = day(on);
        return request;
    }
};
GIFTBOX_ON_BOTH_ENGINES(PackBox);

TEST_P(PackBox, TakesEachLineOffTheShelfAtItsFifoCost)
{
    stock("MUG-01", 3, "10.00", "2026-03-01");
    stock("MUG-01", 5, "25.00", "2026-03-02");
    stock("CARTON", 10, "7.00", "2026-03-01");
    const auto packed = pack("C-1", {{"MUG-01", 4}, {"CARTON", 1}}, "2026-03-05");
    EXPECT_EQ(packed.cost.contents, money("15.00"));
    EXPECT_EQ(packed.cost.packaging, money("0.70"));
    EXPECT_EQ(packed.cost.labor, money("0.00"));
    EXPECT_EQ(onShelf("MUG-01"), (OnShelf{4, "20.00"}));
    EXPECT_EQ(onShelf("CARTON"), (OnShelf{9, "6.30"}));
}

TEST_P(PackBox, KeepsTheBoxAsPackedAndCommitted)
{
    stock("MUG-01", 3, "10.00", "2026-03-01");
    BoxRequest wanted = request({{"MUG-01", 1}}, "2026-03-05");
    wanted.minutes = 12;
    const auto packed = pack(wanted);
    const auto kept = box(packed);
    EXPECT_EQ(kept.number.value, 1);
    EXPECT_EQ(kept.state, gifting::BoxState::Packed);
    EXPECT_EQ(kept.recipientCode, "C-1");
    EXPECT_EQ(kept.month, month("2026-03"));
    EXPECT_EQ(kept.packedOn, day("2026-03-05"));
    EXPECT_EQ(kept.givenOn, std::nullopt);
    EXPECT_EQ(kept.laborMinutes, 12);
    EXPECT_EQ(kept.cost, packed.cost);
    EXPECT_EQ(kept.cost.total(), money("9.33"));
    EXPECT_EQ(total("2026-03").committed, money("9.33"));
    EXPECT_EQ(total("2026-03").spent(), money("0.00"));
}

TEST_P(PackBox, GivenAtOnceIsSpentAndNotCommitted)
{
    stock("MUG-01", 3, "10.00", "2026-03-01");
    const auto packed = packAndGive("C-1", {{"MUG-01", 2}}, "2026-03-05");
    EXPECT_EQ(box(packed).state, gifting::BoxState::Given);
    EXPECT_EQ(box(packed).givenOn, day("2026-03-05"));
    const auto march = total("2026-03");
    EXPECT_EQ(march.spent(), money("6.67"));
    EXPECT_EQ(march.committed, money("0.00"));
    EXPECT_EQ(march.boxesGiven, 1);
    EXPECT_EQ(march.recipients, 1);
}

TEST_P(PackBox, GivenAtOnceInALaterMonthCountsInThatMonth)
{
    stock("MUG-01", 3, "9.00", "2026-03-01");
    BoxRequest wanted = request({{"MUG-01", 2}}, "2026-03-30");
    wanted.givenOn = day("2026-04-02");
    const auto packed = pack(wanted);
    EXPECT_EQ(packed.month, month("2026-04"));
    EXPECT_EQ(total("2026-03").spent(), money("0.00"));
    EXPECT_EQ(total("2026-03").committed, money("0.00"));
    EXPECT_EQ(total("2026-04").spent(), money("6.00"));
}

TEST_P(PackBox, AddsUpTheLinesOfOneItem)
{
    stock("MUG-01", 3, "10.00", "2026-03-01");
    const auto packed = pack("C-1", {{"MUG-01", 1}, {"MUG-01", 1}}, "2026-03-05");
    EXPECT_EQ(packed.cost.contents, money("6.67")) << "two units are rounded once";
    EXPECT_EQ(lines(packed), "MUG-01 contents 2 6.67\n");
}

TEST_P(PackBox, KeepsTheLinesInTheOrderTheyWerePacked)
{
    stock("MUG-01", 1, "1.00", "2026-03-01");
    stock("MUG-01", 1, "3.00", "2026-03-02");
    stock("HAT-01", 1, "5.00", "2026-03-01");
    stock("CARTON", 1, "0.50", "2026-03-01");
    const auto packed = pack("C-1", {{"MUG-01", 2}, {"CARTON", 1}, {"HAT-01", 1}}, "2026-03-05");
    EXPECT_EQ(lines(packed),
              "MUG-01 contents 2 4.00\nCARTON packaging 1 0.50\nHAT-01 contents 1 5.00\n");
}

TEST_P(PackBox, DrawsOnlyOnLotsReceivedByItsDay)
{
    stock("MUG-01", 2, "20.00", "2026-03-10");
    stock("MUG-01", 2, "2.00", "2026-03-01");
    const auto packed = pack("C-1", {{"MUG-01", 2}}, "2026-03-05");
    EXPECT_EQ(packed.cost.contents, money("2.00"));
    const Refusal refusal =
        EXPECT_REFUSAL("stock.short", pack("C-1", {{"MUG-01", 1}}, "2026-03-09"));
    EXPECT_EQ(refusal.sentence(), "This needs 1 of item MUG-01, but 0 were in stock on 2026-03-09 "
                                  "(2 more came in later). Receive more, or select another item.");
    EXPECT_EQ(pack("C-1", {{"MUG-01", 1}}, "2026-03-10").cost.contents, money("10.00"));
}

TEST_P(PackBox, TakesALotThatCameLateByItsDateAndNotByItsNumber)
{
    stock("MUG-01", 1, "3.00", "2026-03-10");
    stock("MUG-01", 1, "1.00", "2026-03-01");
    EXPECT_EQ(pack("C-1", {{"MUG-01", 1}}, "2026-03-15").cost.contents, money("1.00"));
    EXPECT_EQ(pack("C-1", {{"MUG-01", 1}}, "2026-03-15").cost.contents, money("3.00"));
}

TEST_P(PackBox, NeverCostsAgainWhatIsPosted)
{
    stock("MUG-01", 2, "10.00", "2026-03-10");
    const auto packed = pack("C-1", {{"MUG-01", 1}}, "2026-03-15");
    stock("MUG-01", 2, "2.00", "2026-03-01");
    EXPECT_EQ(box(packed).cost.contents, money("5.00"));
    EXPECT_EQ(onShelf("MUG-01"), (OnShelf{3, "7.00"}));
}

TEST_P(PackBox, MovesNoLineWhenOneIsShort)
{
    stock("MUG-01", 3, "10.00", "2026-03-01");
    stock("HAT-01", 1, "9.00", "2026-03-01");
    const Refusal refusal =
        EXPECT_REFUSAL("stock.short", pack("C-1", {{"MUG-01", 1}, {"HAT-01", 2}}, "2026-03-05"));
    EXPECT_EQ(refusal.sentence(), "This needs 2 of item HAT-01, but 1 was in stock on 2026-03-05. "
                                  "Receive more, or select another item.");
    EXPECT_EQ(onShelf("MUG-01"), (OnShelf{3, "10.00"}));
}

TEST_P(PackBox, TakesTheLastUnitsWithTheRestOfTheCost)
{
    stock("MUG-01", 3, "10.00", "2026-03-01");
    EXPECT_EQ(pack("C-1", {{"MUG-01", 1}}, "2026-03-05").cost.contents, money("3.33"));
    EXPECT_EQ(pack("C-1", {{"MUG-01", 1}}, "2026-03-05").cost.contents, money("3.34"));
    EXPECT_EQ(pack("C-1", {{"MUG-01", 1}}, "2026-03-05").cost.contents, money("3.33"));
    EXPECT_EQ(onShelf("MUG-01"), (OnShelf{0, "0.00"}));
    EXPECT_EQ(total("2026-03").committed, money("10.00"));
}

TEST_P(PackBox, UsesTheStoresMinutesWhenNobodySaysOtherwise)
{
    openStore("USD", "30.00", 20);
    item("MUG-01");
    recipient("C-1");
    stock("MUG-01", 2, "2.00", "2026-03-01");
    EXPECT_EQ(pack("C-1", {{"MUG-01", 1}}, "2026-03-05").cost.labor, money("10.00"));
    BoxRequest quick = request({{"MUG-01", 1}}, "2026-03-05");
    quick.minutes = 0;
    EXPECT_EQ(pack(quick).cost.labor, money("0.00"));
}

TEST_P(PackBox, MayPackARetiredItemThatIsStillThere)
{
    stock("MUG-01", 1, "2.00", "2026-03-01");
    retire("MUG-01");
    EXPECT_EQ(pack("C-1", {{"MUG-01", 1}}, "2026-03-05").cost.contents, money("2.00"));
}

TEST_P(PackBox, IsRefusedWithoutItems)
{
    EXPECT_REFUSAL("box.empty", pack(request({}, "2026-03-05")));
}

TEST_P(PackBox, IsRefusedForLaborThatCannotBe)
{
    stock("MUG-01", 1, "2.00", "2026-03-01");
    BoxRequest wanted = request({{"MUG-01", 1}}, "2026-03-05");
    wanted.minutes = -1;
    EXPECT_REFUSAL("labor.negative", pack(wanted));
    wanted.minutes = 100'001;
    EXPECT_REFUSAL("labor.negative", pack(wanted));
    wanted.minutes = 100'000;
    EXPECT_EQ(pack(wanted).cost.labor, money("50000.00"));
}

TEST_P(PackBox, IsRefusedForUnitsThatCannotBe)
{
    stock("MUG-01", 1, "2.00", "2026-03-01");
    EXPECT_REFUSAL("units.malformed", pack("C-1", {{"MUG-01", 0}}, "2026-03-05"));
    EXPECT_REFUSAL("units.malformed", pack("C-1", {{"MUG-01", 2}, {"MUG-01", -1}}, "2026-03-05"));
    EXPECT_REFUSAL("units.malformed", pack("C-1", {{"MUG-01", 1'000'000'001}}, "2026-03-05"));
    EXPECT_REFUSAL("units.malformed",
                   pack("C-1", {{"MUG-01", 1'000'000'000}, {"MUG-01", 1}}, "2026-03-05"));
}

TEST_P(PackBox, IsRefusedForAnUnknownItemOrRecipient)
{
    stock("MUG-01", 1, "2.00", "2026-03-01");
    EXPECT_REFUSAL("item.unknown", pack("C-1", {{"MUG-01", 1}, {"MUG-02", 1}}, "2026-03-05"));
    EXPECT_REFUSAL("item.unknown", pack("C-1", {{"mug 01", 1}}, "2026-03-05"));
    EXPECT_REFUSAL("recipient.unknown", pack("C-2", {{"MUG-01", 1}}, "2026-03-05"));
    EXPECT_REFUSAL("recipient.unknown", pack("", {{"MUG-01", 1}}, "2026-03-05"));
}

TEST_P(PackBox, IsRefusedInTheFutureAndInAClosedMonth)
{
    stock("MUG-01", 4, "2.00", "2026-03-01");
    EXPECT_REFUSAL("date.in_future", pack("C-1", {{"MUG-01", 1}}, "2026-06-16"));
    EXPECT_NO_THROW(pack("C-1", {{"MUG-01", 1}}, "2026-06-15"));
    close("2026-03");
    const Refusal refusal =
        EXPECT_REFUSAL("month.closed", pack("C-1", {{"MUG-01", 1}}, "2026-03-31"));
    EXPECT_EQ(refusal.sentence(),
              "2026-03-31 is in the closed month 2026-03. The first open day is 2026-04-01.");
    EXPECT_NO_THROW(pack("C-1", {{"MUG-01", 1}}, "2026-04-01"));
}

TEST_P(PackBox, CannotBeGivenBeforeItIsPackedNorInTheFuture)
{
    stock("MUG-01", 4, "2.00", "2026-03-01");
    BoxRequest wanted = request({{"MUG-01", 1}}, "2026-03-05");
    wanted.givenOn = day("2026-03-04");
    EXPECT_REFUSAL("box.given_before_packed", pack(wanted));
    wanted.givenOn = day("2026-06-16");
    EXPECT_REFUSAL("date.in_future", pack(wanted));
}

TEST_P(PackBox, RefusesAnAmountThatLeavesTheRangeInsteadOfGettingItWrong)
{
    openStore("USD", "92233720368547758.00", 0);
    item("MUG-01");
    recipient("C-1");
    stock("MUG-01", 2, "100000000000.00", "2026-03-01");
    BoxRequest wanted = request({{"MUG-01", 2}}, "2026-03-05");
    wanted.minutes = 60;
    EXPECT_REFUSAL("money.overflow", pack(wanted));
    EXPECT_EQ(pack("C-1", {{"MUG-01", 1}}, "2026-03-05").cost.total(), money("50000000000.00"));
}

TEST_P(PackBox, RecordsWhoPackedWhatForWhomAndAtWhichCost)
{
    stock("MUG-01", 3, "10.00", "2026-03-01");
    actsAs("Ben O'Neil");
    pack("C-1", {{"MUG-01", 1}}, "2026-03-05");
    auto events = raw().rows("SELECT actor, action, subject, detail FROM event WHERE "
                             "store_id = " +
                             storeId() + " ORDER BY event_seq DESC LIMIT 1");
    ASSERT_EQ(events.size(), 1U);
    events.front().back() = withoutDigests(events.front().back());
    EXPECT_EQ(events.front(),
              (RawDatabase::Cells{"Ben O'Neil", "box.pack", "box 1",
                                  R"({"recipient":1,"packed_on":"2026-03-05",)"
                                  R"("contents":"3.33","packaging":"0.00","labor":"0.00"})"}));
}

TEST(LaborCost, IsMinutesAtTheHourlyRateRoundedHalfUp)
{
    books::Store store;
    const auto march = month("2026-03");
    const auto labor = [&](std::int64_t rate, std::optional<std::int64_t> minutes) {
        store.settings = books::DatedSettings(firstSettings(60, rate));
        return gifting::laborCost(store, march, minutes);
    };
    EXPECT_EQ(labor(3000, 0), Money{0});
    EXPECT_EQ(labor(3000, 60), Money{3000});
    EXPECT_EQ(labor(3000, {}), Money{3000}) << "the store's own minutes";
    EXPECT_EQ(labor(3000, 25), Money{1250});
    EXPECT_EQ(labor(1990, 1), Money{33}) << "33.17 cents";
    EXPECT_EQ(labor(1990, 2), Money{66}) << "66.33 cents";
    EXPECT_EQ(labor(1990, 5), Money{166}) << "165.83 cents";
    EXPECT_EQ(labor(1950, 1), Money{33}) << "32.5 cents";
    EXPECT_EQ(labor(1950, 3), Money{98}) << "97.5 cents";
}

} // namespace
} // namespace giftbox::tests::pack_box_test
