#include "gifting/planner/month_to_plan.h"
#include "gifting/selection/selection_boxes.h"
#include "tests/gifting/selection/month_fixture.h"

namespace giftbox::tests::selection_boxes_test {
namespace {

using gifting::BoxOfRecipient;
using gifting::MonthSelection;

BoxOfRecipient boxIn(const std::string& when, std::int64_t recordedBy)
{
    BoxOfRecipient box;
    box.month = month(when);
    box.recordedBy = books::EventSeq{recordedBy};
    return box;
}

MonthSelection selectedFor(const std::string& when, std::int64_t madeBy)
{
    return {month(when), books::EventSeq{madeBy}};
}

/// The selection month of each box; `-` without one.
std::string months(const std::vector<BoxOfRecipient>& boxes,
                   const std::vector<MonthSelection>& selections)
{
    std::string text;
    for (const auto& one : gifting::selectionsOf(boxes, selections)) {
        text +=
            (text.empty() ? "" : " ") + (one ? toText(selections[*one].month) : std::string("-"));
    }
    return text;
}

TEST(SelectionsOf, AreThoseOfTheBoxesOwnMonthFirst)
{
    const std::vector<MonthSelection> both = {selectedFor("2026-04", 1), selectedFor("2026-05", 2)};
    EXPECT_EQ(months({boxIn("2026-04", 3), boxIn("2026-05", 4)}, both), "2026-04 2026-05");
    EXPECT_EQ(months({boxIn("2026-05", 3), boxIn("2026-05", 4)}, both), "2026-05 2026-04");
    EXPECT_EQ(months({boxIn("2026-05", 3), boxIn("2026-05", 4), boxIn("2026-05", 5)}, both),
              "2026-05 2026-04 -");
    EXPECT_EQ(months({boxIn("2026-04", 3), boxIn("2026-05", 4)}, {both[1]}), "- 2026-05")
        << "an earlier box does not take the place of the month's own";
}

TEST(SelectionsOf, AreTheNearestWithoutABoxThatWereMadeBefore)
{
    const std::vector<MonthSelection> both = {selectedFor("2026-04", 1), selectedFor("2026-06", 5)};
    EXPECT_EQ(months({boxIn("2026-05", 3)}, both), "2026-04") << "June was not chosen yet";
    EXPECT_EQ(months({boxIn("2026-05", 7)}, both), "2026-04") << "of two as near the earlier";
    EXPECT_EQ(months({boxIn("2026-04", 3), boxIn("2026-05", 7)}, both), "2026-04 2026-06");
    EXPECT_EQ(months({boxIn("2024-01", 3)}, both), "-") << "far too early for either";
    EXPECT_EQ(months({boxIn("2026-04", 0)}, both), "2026-04")
        << "a list may say what was done already";
}

/// It is 2026-08-15, and C-1 is nominated for the previous months.
class OwnBoxes : public MonthFixture {
protected:
    void prepare() override
    {
        MonthFixture::prepare();
        itIs("2026-08-15");
        nominateEverywhere("C-1");
    }
    void nominateEverywhere(const std::string& code)
    {
        for (const char* when : {"2026-04", "2026-05", "2026-06", "2026-07", "2026-08"}) {
            nominate(code, when);
        }
    }
    /// Adds a recipient without a box who is selected for these months.
    std::string somebodySelectedFor(std::initializer_list<const char*> months)
    {
        std::string code = "D-" + std::to_string(++others_);
        recipient(code);
        nominateEverywhere(code);
        for (const char* when : months) {
            select(code, when);
        }
        return code;
    }
    void selectFor(const std::string& when) { select("C-1", when, "all the same"); }
    std::string onTheListOf(const std::string& when) { return warnings("C-1", when); }
    std::vector<std::string> waitFor(const std::string& when)
    {
        std::vector<std::string> codes;
        for (const gifting::Waiting& one :
             read([&](const auto& tx) { return gifting::waitingIn(tx, month(when)); })) {
            codes.push_back(one.code);
        }
        return codes;
    }
    static std::string saidOf(const std::string& givenOn)
    {
        return "Given a box on " + givenOn + " (minimum gift interval: 6 months)";
    }

private:
    int others_ = 0;
};
GIFTBOX_ON_BOTH_ENGINES(OwnBoxes);

TEST_P(OwnBoxes, AreNoWarningWhenGivenInOrAfterTheMonth)
{
    struct Case {
        std::string packedOn;
        std::string givenOn;
    };
    for (const Case& one : {Case{"2026-05-28", "2026-06-02"}, Case{"2026-06-05", "2026-06-05"},
                            Case{"2026-06-05", "2026-08-02"}, Case{"2026-07-05", "2026-07-06"}}) {
        SCOPED_TRACE("packed on " + one.packedOn + ", given on " + one.givenOn);
        const std::string code = somebodySelectedFor({"2026-06"});
        const auto packed = pack(code, {{"MUG-01", 1}}, one.packedOn);
        EXPECT_EQ(warnings(code, "2026-06"), "") << "while it waits";
        give(packed, one.givenOn);
        EXPECT_EQ(warnings(code, "2026-06"), "");
        EXPECT_EQ(candidate(code, "2026-06").standing, gifting::Standing{});
        EXPECT_EQ(warnings(code, "2026-08"), saidOf(one.givenOn))
            << "it speaks against a later one";
        EXPECT_EQ(warnings(code, "2026-04"), "") << "April does not look ahead";
    }
}

TEST_P(OwnBoxes, GivenBeforeTheMonthAreNotItsOwn)
{
    const std::string code = somebodySelectedFor({"2026-06"});
    const auto packed = pack(code, {{"MUG-01", 1}}, "2026-05-28");
    EXPECT_EQ(warnings(code, "2026-06"), "");
    give(packed, "2026-05-31");
    EXPECT_EQ(warnings(code, "2026-06"), saidOf("2026-05-31"));
    EXPECT_NO_THROW(remove(code, "2026-06"));
}

TEST_P(OwnBoxes, OfAnotherSelectionAreAWarningWhenGivenBeforeOrInTheMonth)
{
    for (const std::string givenOn :
         {"2026-05-30", "2026-06-01", "2026-06-30", "2026-07-01", "2026-08-02"}) {
        SCOPED_TRACE("given on " + givenOn);
        const std::string code = somebodySelectedFor({"2026-05", "2026-06"});
        const auto packed = pack(code, {{"MUG-01", 1}}, "2026-05-10");
        EXPECT_EQ(warnings(code, "2026-06"),
                  "A box packed on 2026-05-10 is still waiting for them");
        EXPECT_EQ(warnings(code, "2026-05"), "");
        give(packed, givenOn);
        EXPECT_EQ(warnings(code, "2026-05"), "") << "May's own";
        EXPECT_EQ(warnings(code, "2026-06"),
                  day(givenOn).month() > month("2026-06") ? "" : saidOf(givenOn));
    }
}

TEST_P(OwnBoxes, LeaveABoxOfNoSelectionAWarning)
{
    const auto packed = pack("C-1", {{"MUG-01", 1}}, "2026-06-05");
    EXPECT_EQ(onTheListOf("2026-06"), "") << "packed in the month itself";
    give(packed, "2026-06-06");
    const char* said = "Given a box on 2026-06-06 (minimum gift interval: 6 months)";
    EXPECT_EQ(onTheListOf("2026-06"), said);
    EXPECT_EQ(onTheListOf("2026-05"), "") << "May does not look into June";
    EXPECT_REFUSAL("selection.warned", select("C-1", "2026-06"));
    selectFor("2026-06");
    EXPECT_EQ(onTheListOf("2026-06"), said) << "the selection did not lead to it";
}

TEST_P(OwnBoxes, OfASecondKindAreAWarningWhenTheSelectionHasOne)
{
    selectFor("2026-06");
    packAndGive("C-1", {{"MUG-01", 1}}, "2026-06-05");
    packAndGive("C-1", {{"MUG-01", 1}}, "2026-06-20");
    EXPECT_EQ(onTheListOf("2026-06"),
              "Given a box on 2026-06-20 (minimum gift interval: 6 months)");
}

TEST_P(OwnBoxes, ThatArePlannedAreNoWarningEither)
{
    selectFor("2026-07");
    const auto planned = write([&](auto& tx) {
        return gifting::planBox(
            tx, {.recipient = "C-1", .lines = {{"MUG-01", 1}}, .month = month("2026-07")});
    });
    EXPECT_EQ(onTheListOf("2026-07"), "");
    write([&](auto& tx) {
        return gifting::packPlannedBox(tx, {.number = planned.number,
                                            .lines = {},
                                            .minutes = {},
                                            .packedOn = day("2026-06-29"),
                                            .override = {}});
    });
    EXPECT_EQ(onTheListOf("2026-07"), "") << "packed early, it is July's own";
    EXPECT_EQ(onTheListOf("2026-08"), "A box packed on 2026-06-29 is still waiting for them");
}

TEST_P(OwnBoxes, OfTheHouseholdAreAWarningInTheMonthAlone)
{
    householdOf("C-1", "Weaver");
    householdOf("C-2", "Weaver");
    const auto packed = pack("C-2", {{"MUG-01", 1}}, "2026-06-05");
    const auto saidIn = [](const std::string& when) {
        return "Somebody else in the household or fleet gets a box in " + when + ": C-2";
    };
    EXPECT_EQ(onTheListOf("2026-06"), saidIn("2026-06"));
    EXPECT_EQ(onTheListOf("2026-07"), "");
    give(packed, "2026-07-02");
    EXPECT_EQ(onTheListOf("2026-06"), "");
    EXPECT_EQ(onTheListOf("2026-07"), saidIn("2026-07"));
    EXPECT_EQ(onTheListOf("2026-05"), "");
    EXPECT_EQ(onTheListOf("2026-08"), "");
}

TEST_P(OwnBoxes, GivenInAnotherMonthArePlannedForNoMore)
{
    selectFor("2026-06");
    selectFor("2026-07");
    approve("2026-06");
    approve("2026-07");
    const auto packed = pack("C-1", {{"MUG-01", 1}}, "2026-06-28");
    give(packed, "2026-07-02");
    EXPECT_EQ(waitFor("2026-06"), std::vector<std::string>{}) << "June's list led to it";
    EXPECT_EQ(waitFor("2026-07"), std::vector<std::string>{"C-1"}) << "July's did not";
    const Refusal refusal = EXPECT_REFUSAL("selection.has_box", remove("C-1", "2026-06"));
    EXPECT_EQ(refusal.sentence(), "C-1 was given box 1 in 2026-07 and stays on the list.");
    EXPECT_NO_THROW(remove("C-1", "2026-07"));
}

} // namespace
} // namespace giftbox::tests::selection_boxes_test
