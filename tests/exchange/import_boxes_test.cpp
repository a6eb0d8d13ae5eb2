#include "tests/support/store_fixture.h"

namespace giftbox::tests::import_boxes_test {
namespace {

using budget::CapAction;

/// Stock: 20 mugs for 200.00 and 20 cartons for 10.00. A box takes 12 minutes of labor (6.00) by default.
class ImportBoxes : public StoreFixture {
protected:
    void prepare() override
    {
        openStore("USD", "30.00", 12);
        item("MUG-01");
        packagingItem("CARTON");
        recipient("C-1");
        recipient("C-2");
        stock("MUG-01", 20, "200.00", "2026-03-01");
        stock("CARTON", 20, "10.00", "2026-03-01");
    }
    static inline const std::string kHead =
        "box,recipient,packed_on,given_on,sku,units,labor_minutes\n";

    std::vector<std::string> placesOf(const std::string& rows)
    {
        return EXPECT_REFUSAL("import.rejected", importBoxes(kHead + rows)).places();
    }
};
GIFTBOX_ON_BOTH_ENGINES(ImportBoxes);

TEST_P(ImportBoxes, PacksEachBoxAndGivesItWhereItSaysSo)
{
    EXPECT_EQ(importBoxes(kHead + "B-1,C-1,2026-03-05,2026-03-06,MUG-01,2,0\n"
                                  "B-1,C-1,2026-03-05,2026-03-06,CARTON,1,0\n"
                                  "B-2,C-2,2026-03-05,,MUG-01,1,\n"),
              (exchange::ImportSummary{.added = 2, .unchanged = 0}));
    EXPECT_EQ(total("2026-03").contents, money("20.00"));
    EXPECT_EQ(total("2026-03").packaging, money("0.50"));
    EXPECT_EQ(total("2026-03").committed, money("16.00")) << "with the store's own minutes";
    EXPECT_EQ(total("2026-03").recipients, 1);
    const auto kept = box({.number = books::BoxNo{1}});
    EXPECT_EQ(kept.reference, "B-1");
    EXPECT_EQ(kept.state, gifting::BoxState::Given);
    EXPECT_EQ(kept.givenOn, day("2026-03-06"));
    EXPECT_EQ(lines({.number = books::BoxNo{1}}), "MUG-01 contents 2 20.00\nCARTON packaging 1 "
                                                  "0.50\n");
}

TEST_P(ImportBoxes, AddsNothingWhenImportedAgain)
{
    const std::string file = kHead + "B-1,C-1,2026-03-05,2026-03-06,MUG-01,2,0\n"
                                     "B-1,C-1,2026-03-05,2026-03-06,CARTON,1,0\n"
                                     "B-2,C-2,2026-03-05,,MUG-01,1,\n";
    importBoxes(file);
    EXPECT_EQ(importBoxes(file), (exchange::ImportSummary{.added = 0, .unchanged = 2}));
    close("2026-03");
    EXPECT_EQ(importBoxes(file), (exchange::ImportSummary{.added = 0, .unchanged = 2}));
    EXPECT_EQ(onShelf("MUG-01"), (OnShelf{17, "170.00"}));
}

TEST_P(ImportBoxes, KnowsAKeyAgainThatIsOlderThanTheRuleForWords)
{
    booksAreFalsified(); // by the spelling alone
    importBoxes(kHead + "B 1,C-1,2026-03-05,2026-03-06,MUG-01,2,0\n");
    ASSERT_EQ(raw().execute("UPDATE box SET reference = 'B  1 ' WHERE reference = 'B 1'"), 1);
    EXPECT_EQ(importBoxes(kHead + "B  1 ,C-1,2026-03-05,2026-03-06,MUG-01,2,0\n"),
              (exchange::ImportSummary{.added = 0, .unchanged = 1}));
    EXPECT_EQ(onShelf("MUG-01"), (OnShelf{18, "180.00"}));
}

TEST_P(ImportBoxes, FindsABoxAgainThatWasDrawnFromSeveralLots)
{
    stock("MUG-01", 5, "60.00", "2026-03-02");
    const std::string file = kHead + "B-1,C-1,2026-03-05,,MUG-01,22,0\n";
    importBoxes(file);
    EXPECT_EQ(importBoxes(file).unchanged, 1);
}

TEST_P(ImportBoxes, ShowsBothWhenABoxIsThereWithOtherValues)
{
    importBoxes(kHead + "B-1,C-1,2026-03-05,2026-03-06,MUG-01,2,5\n");
    const std::string there = "Box B-1 is already in the books with another value: ";
    EXPECT_EQ(placesOf("B-1,C-2,2026-03-05,2026-03-06,MUG-01,2,5\n"),
              (std::vector<std::string>{"boxes.csv:2: recipient: Box B-1 is already in the books "
                                        "for another recipient than C-2."}));
    EXPECT_EQ(
        placesOf("B-1,C-1,2026-03-04,2026-03-06,MUG-01,2,5\n"),
        (std::vector{"boxes.csv:2: packed_on: " + there + "2026-03-05 there, 2026-03-04 here."}));
    EXPECT_EQ(
        placesOf("B-1,C-1,2026-03-05,,MUG-01,2,5\n"),
        (std::vector{"boxes.csv:2: given_on: " + there + "2026-03-06 there, not given here."}));
    EXPECT_EQ(placesOf("B-1,C-1,2026-03-05,2026-03-06,MUG-01,2,6\n"),
              (std::vector{"boxes.csv:2: labor_minutes: " + there + "5 there, 6 here."}));
    EXPECT_EQ(placesOf("B-1,C-1,2026-03-05,2026-03-06,MUG-01,3,5\n").size(), 1U);
}

TEST_P(ImportBoxes, ListsEveryBadRowAndChangesNothing)
{
    const auto places = placesOf("B-1,C-1,2026-03-05,,MUG-01,1,\n"
                                 "B-2,C-9,2026-03-05,,MUG-01,1,\n"
                                 "B-3,C-1,2026-03-05,,MUG-99,1,\n"
                                 "B-4,C-1,2026-03-05,,MUG-01,99,\n"
                                 "B-5,C-1,2026-03-05,2026-03-04,MUG-01,1,\n"
                                 "B-6,C-1,2026-13-05,,MUG-01,1,\n"
                                 "B-7,C-1,2026-03-05,,MUG-01,0,\n"
                                 "B-8,C-1,2026-03-05,,MUG-01,,\n"
                                 "B-9,C-1,2026-03-05,,MUG-01,1,-1\n"
                                 ",C-1,2026-03-05,,MUG-01,1,\n"
                                 "B-10,C-1,2026-07-05,,MUG-01,1,\n"
                                 "B-11,C-1,2026-03-05,,MUG-01,1,1.5\n");
    std::vector<std::string> begins;
    for (const std::string& place : places) {
        begins.push_back(place.substr(0, place.find(": ", place.find(": ") + 2)));
    }
    EXPECT_EQ(begins, (std::vector<std::string>{
                          "boxes.csv:3: recipient", "boxes.csv:4: sku", "boxes.csv:5: units",
                          "boxes.csv:6: given_on", "boxes.csv:7: packed_on", "boxes.csv:8: units",
                          "boxes.csv:9: units", "boxes.csv:10: labor_minutes", "boxes.csv:11: box",
                          "boxes.csv:12: packed_on", "boxes.csv:13: labor_minutes"}));
}

TEST_P(ImportBoxes, WantsTheRowsOfOneBoxToAgreeAndToStandTogether)
{
    EXPECT_EQ(placesOf("B-1,C-1,2026-03-05,,MUG-01,1,5\n"
                       "B-1,C-2,2026-03-06,2026-03-06,MUG-01,1,6\n"),
              (std::vector<std::string>{"boxes.csv:3: recipient: This differs from the box's first "
                                        "row, line 2. Use the same value in all its rows.",
                                        "boxes.csv:3: packed_on: This differs from the box's first "
                                        "row, line 2. Use the same value in all its rows.",
                                        "boxes.csv:3: given_on: This differs from the box's first "
                                        "row, line 2. Use the same value in all its rows.",
                                        "boxes.csv:3: labor_minutes: This differs from the box's "
                                        "first row, line 2. Use the same value in all its rows."}));
    EXPECT_EQ(placesOf("B-1,C-1,2026-03-05,,MUG-01,1,\n"
                       "B-2,C-1,2026-03-05,,MUG-01,1,\n"
                       "B-1,C-1,2026-03-05,,CARTON,1,\n"),
              (std::vector<std::string>{"boxes.csv:4: box: Box B-1 begins in line 2, with other "
                                        "rows in between. Keep the rows of a box together."}));
}

TEST_P(ImportBoxes, IsHeldBackByTheCapsOfItsDays)
{
    cap("month.program", "32.00", CapAction::Stop);
    const auto places = placesOf("B-1,C-1,2026-03-05,2026-03-05,MUG-01,1,\n"
                                 "B-2,C-1,2026-03-05,,MUG-01,1,\n"
                                 "B-3,C-1,2026-03-05,,CARTON,1,0\n"
                                 "B-4,C-1,2026-04-05,,MUG-01,1,\n");
    ASSERT_EQ(places.size(), 1U);
    EXPECT_EQ(places.front().find("boxes.csv:4: box: This box would put 2026-03 over its 32.00 USD "
                                  "limit by 0.50 USD"),
              0U)
        << places.front();
}

TEST_P(ImportBoxes, GoesOnAfterABoxThatIsShortAsIfItHadNotBeenThere)
{
    const auto places = placesOf("B-1,C-1,2026-03-05,,MUG-01,19,\n"
                                 "B-2,C-1,2026-03-05,,MUG-01,2,\n"
                                 "B-3,C-1,2026-03-05,,MUG-01,1,\n"
                                 "B-4,C-1,2026-03-05,,MUG-01,1,\n");
    ASSERT_EQ(places.size(), 2U);
    EXPECT_EQ(places[0], "boxes.csv:3: units: This needs 2 of item MUG-01, but 1 was in stock on "
                         "2026-03-05. Receive more, or select another item.");
    EXPECT_EQ(places[1], "boxes.csv:5: units: This needs 1 of item MUG-01, but 0 were in stock on "
                         "2026-03-05. Receive more, or select another item.");
}

TEST_P(ImportBoxes, ReadsAFileOfManyChunks)
{
    stock("MUG-01", 20'000, "100000.00", "2026-03-01");
    std::string file = kHead;
    constexpr int kBoxes = 3000;
    for (int i = 0; i < kBoxes; ++i) {
        const std::string begin = "B-" + std::to_string(i) + ",C-" + std::to_string(1 + i % 2) +
                                  ",2026-03-05,2026-03-05,";
        file += begin + "MUG-01,1,0\n" + begin + "MUG-01,2,0\n" + begin + "MUG-01,1,0\n";
    }
    EXPECT_EQ(importBoxes(file), (exchange::ImportSummary{.added = kBoxes, .unchanged = 0}));
    EXPECT_EQ(importBoxes(file), (exchange::ImportSummary{.added = 0, .unchanged = kBoxes}));
    EXPECT_EQ(onShelf("MUG-01").units, 20 + 20'000 - 4 * kBoxes);
    EXPECT_EQ(total("2026-03").boxesGiven, kBoxes);
    EXPECT_EQ(total("2026-03").recipients, 2);
}

TEST_P(ImportBoxes, RefusesABoxThatIsTwiceInAFileOfManyChunks)
{
    stock("MUG-01", 20'000, "100000.00", "2026-03-01");
    std::string rows;
    for (int i = 0; i < 4200; ++i) {
        rows += "B-" + std::to_string(i) + ",C-1,2026-03-05,,MUG-01,1,0\n";
    }
    for (int round = 0; round < 2; ++round) {
        EXPECT_EQ(
            placesOf(rows + "B-7,C-1,2026-03-05,,MUG-01,1,0\n"),
            (std::vector<std::string>{"boxes.csv:4202: box: Box B-7 begins in line 9, with other "
                                      "rows in between. Keep the rows of a box together."}));
        importBoxes(kHead + rows);
    }
}

TEST_P(ImportBoxes, ListsEveryBadRowOnBothSidesOfAChunk)
{
    stock("MUG-01", 4200, "4200.00", "2026-03-01");
    std::string rows;
    for (int i = 0; i < 4200; ++i) {
        rows +=
            "B-" + std::to_string(i) + (i % 3 == 0 ? ",C-9" : ",C-1") + ",2026-03-05,,MUG-01,1,0\n";
    }
    const std::vector<std::string> places = placesOf(rows);
    EXPECT_EQ(places.size(), 1400U);
    EXPECT_TRUE(places.back().starts_with("boxes.csv:4199: recipient: ")) << places.back();
}

TEST_P(ImportBoxes, CountsAsPackedOneAfterTheOther)
{
    importBoxes(kHead + "B-1,C-1,2026-03-05,,MUG-01,1,0\n"
                        "B-2,C-1,2026-03-05,,CARTON,1,0\n"
                        "B-2,C-1,2026-03-05,,MUG-01,1,0\n");
    EXPECT_EQ(box({.number = books::BoxNo{2}}).cost.total(), money("10.50"));
    EXPECT_EQ(give({.number = books::BoxNo{2}}, "2026-03-06").box.reference, "B-2");
}

} // namespace
} // namespace giftbox::tests::import_boxes_test
