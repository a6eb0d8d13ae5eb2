#include "reports/exceptions.h"
#include "reports/month_pipeline.h"
#include "reports/nomination_counts.h"
#include "reports/recipient_history.h"
#include "tests/gifting/selection/month_fixture.h"

namespace giftbox::tests::pipeline_test {
namespace {

using budget::CapAction;
using foundation::RowWriter;

class Story : public MonthFixture {
protected:
    std::string story(const std::string& of)
    {
        return csv([&](const auto& tx, RowWriter& out) {
            reports::writePipelineLines(reports::monthPipeline(tx, month(of)), out);
        });
    }
    std::string counts(const std::string& of)
    {
        return csv([&](const auto& tx, RowWriter& out) {
            reports::writePipelineCounts(reports::monthPipeline(tx, month(of)), out);
        });
    }
};
GIFTBOX_ON_BOTH_ENGINES(Story);

TEST_P(Story, OfAMonthWithoutAnythingIsEmpty)
{
    EXPECT_EQ(story("2026-06"), "recipient,name,advisers,stage,boxes,given_on,total_cost\r\n");
    EXPECT_EQ(counts("2026-06"), "stage,recipients,boxes,total_cost\r\n"
                                 "nominated,0,,\r\nselected,0,,\r\npacked,0,0,0.00\r\n"
                                 "given,0,0,0.00\r\nwaiting,0,0,0.00\r\n");
}

TEST_P(Story, SaysHowFarEverybodyCame)
{
    for (const char* code : {"C-4", "C-5", "C-6", "C-7"}) {
        recipient(code);
    }
    for (const char* code : {"C-1", "C-2", "C-3", "C-4", "C-5"}) {
        nominate(code, "2026-06");
    }
    nominate("C-1", "2026-06", "Cy");
    withdraw(nominate("C-6", "2026-06"));
    decline(nominate("C-7", "2026-06"));
    for (const char* code : {"C-1", "C-2", "C-3"}) {
        select(code, "2026-06");
    }
    approve("2026-06");
    select("C-4", "2026-06");
    give(pack("C-1", {{"MUG-01", 1}}, "2026-06-02"), "2026-06-03");
    packAndGive("C-1", {{"MUG-01", 2}}, "2026-06-04");
    pack("C-2", {{"MUG-01", 1}}, "2026-06-02");
    unpack(pack("C-3", {{"MUG-01", 1}}, "2026-06-02"), "2026-06-03");
    EXPECT_EQ(story("2026-06"), "recipient,name,advisers,stage,boxes,given_on,total_cost\r\n"
                                "C-1,Customer C-1,\"Bo, Cy\",given,2,2026-06-04,30.00\r\n"
                                "C-2,Customer C-2,Bo,packed,1,,10.00\r\n"
                                "C-3,Customer C-3,Bo,approved,0,,0.00\r\n"
                                "C-4,Customer C-4,Bo,selected,0,,0.00\r\n"
                                "C-5,Customer C-5,Bo,nominated,0,,0.00\r\n"
                                "C-7,Customer C-7,Bo,declined,0,,0.00\r\n");
    EXPECT_EQ(counts("2026-06"), "stage,recipients,boxes,total_cost\r\n"
                                 "nominated,5,,\r\nselected,4,,\r\npacked,2,3,40.00\r\n"
                                 "given,1,2,30.00\r\nwaiting,3,1,10.00\r\n");
}

TEST_P(Story, HasWhoeverGotABoxWithoutANomination)
{
    write([&](auto& tx) {
        return gifting::planBox(
            tx, {.recipient = "C-1", .lines = {{"MUG-01", 1}}, .month = month("2026-07")});
    });
    EXPECT_EQ(story("2026-07"), "recipient,name,advisers,stage,boxes,given_on,total_cost\r\n"
                                "C-1,Customer C-1,,planned,0,,0.00\r\n");
    packAndGive("C-2", {{"MUG-01", 1}}, "2026-05-02");
    EXPECT_EQ(story("2026-05"), "recipient,name,advisers,stage,boxes,given_on,total_cost\r\n"
                                "C-2,Customer C-2,,given,1,2026-05-02,10.00\r\n");
}

TEST_P(Story, OfAClosedMonthStaysAsItIs)
{
    nominate("C-1", "2025-01");
    nominate("C-2", "2025-01");
    select("C-1", "2025-01");
    packAndGive("C-1", {{"MUG-01", 1}}, "2025-01-20");
    close("2025-01");
    const std::string before = story("2025-01") + counts("2025-01");
    packAndGive("C-1", {{"MUG-01", 1}}, "2026-06-02");
    nominate("C-2", "2026-06");
    select("C-2", "2026-06");
    EXPECT_EQ(story("2025-01") + counts("2025-01"), before);
}

class NominationCounts : public MonthFixture {};
GIFTBOX_ON_BOTH_ENGINES(NominationCounts);

TEST_P(NominationCounts, AreByAdviserAndDepartment)
{
    nominate("C-1", "2026-05");
    nominate("C-2", "2026-06");
    nominate("C-3", "2026-06");
    nominate("C-3", "2026-06", "Cy");
    decline(nominate("C-1", "2026-06", "Cy"));
    withdraw(nominate("C-2", "2026-06", "Cy"));
    select("C-2", "2026-06");
    select("C-3", "2026-06");
    packAndGive("C-3", {{"MUG-01", 1}}, "2026-06-02");
    packAndGive("C-1", {{"MUG-01", 1}}, "2026-06-02");
    const auto from = [&](const std::string& first, const std::string& last) {
        return csv([&](const auto& tx, RowWriter& out) {
            reports::writeNominationCounts(tx, month(first), month(last), out);
        });
    };
    const std::string head = "adviser,department,nominated,selected,given,declined,withdrawn\r\n";
    EXPECT_EQ(from("2026-06", "2026-06"),
              head + "Bo,service,2,2,1,0,0\r\nCy,service,3,1,1,1,1\r\n");
    EXPECT_EQ(from("2026-05", "2026-06"),
              head + "Bo,service,3,2,1,0,0\r\nCy,service,3,1,1,1,1\r\n");
    EXPECT_EQ(from("2026-07", "2026-12"), head);
}

class Exceptions : public MonthFixture {
protected:
    /// `kind,subject,recipient,name,what,reason,who` of every row.
    std::string exceptions(const std::string& of)
    {
        const std::string all = csv([&](const auto& tx, RowWriter& out) {
            reports::writeExceptions(tx, month(of), month(of), out);
        });
        std::string text;
        for (std::size_t at = all.find("\r\n") + 2; at < all.size();) {
            const std::size_t end = all.find("\r\n", at);
            text += all.substr(at, all.rfind(',', end) - at) + "\n";
            at = end + 2;
        }
        return text;
    }
    gifting::PackedBox packWith(const std::string& override, const std::string& on)
    {
        return pack({.recipient = "C-1",
                     .lines = {{"MUG-01", 1}},
                     .packedOn = day(on),
                     .override = override});
    }
};
GIFTBOX_ON_BOTH_ENGINES(Exceptions);

TEST_P(Exceptions, AreSelectionsAgainstAWarning)
{
    doNotGift("C-2");
    nominate("C-1", "2026-06");
    nominate("C-2", "2026-06");
    select("C-1", "2026-06");
    actsAs("Kim");
    select("C-2", "2026-06", "asked for it herself");
    EXPECT_EQ(
        exceptions("2026-06"),
        "selection,month 2026-06,C-2,Customer C-2,Marked do-not-gift,asked for it herself,Kim\n");
    EXPECT_EQ(exceptions("2026-07"), "");
}

TEST_P(Exceptions, AreCapsThatWarnedInTheirMonth)
{
    cap("box.total", "9.00", CapAction::Warn);
    cap("month.restock", "20.00", CapAction::Warn);
    pack("C-2", {{"MUG-01", 1}}, "2026-05-02");
    stock("MUG-01", 1, "30.00", "2026-05-03");
    pack("C-1", {{"MUG-01", 1}}, "2026-06-02");
    const std::string box = "Total per box: 10.00 USD is 1.00 USD over the 9.00 USD limit";
    EXPECT_EQ(exceptions("2026-05"),
              "warning,box 1,C-2,Customer C-2," + box +
                  ",,ann\nwarning,item MUG-01,,,Restocking per month: 30.00 USD is "
                  "10.00 USD over the 20.00 USD limit,,ann\n");
    EXPECT_EQ(exceptions("2026-06"), "warning,box 2,C-1,Customer C-1," + box + ",,ann\n");
}

TEST_P(Exceptions, AreOverridesOfEveryStepInTheMonthOfTheStep)
{
    cap("month.program", "5.00", CapAction::Stop);
    const auto packed = packWith("a wedding", "2026-05-02");
    actsAs("Kim");
    give(packed, "2026-06-02", "promised");
    write([&](auto& tx) {
        return gifting::planBox(tx, {.recipient = "C-2",
                                     .lines = {{"MUG-01", 1}},
                                     .month = month("2026-07"),
                                     .override = "twenty years"});
    });
    const std::string over = "Boxes per month: 10.00 USD is 5.00 USD over the 5.00 USD limit";
    EXPECT_EQ(exceptions("2026-05"),
              "override,box 1,C-1,Customer C-1," + over + ",a wedding,ann\n");
    EXPECT_EQ(exceptions("2026-06"), "override,box 1,C-1,Customer C-1," + over + ",promised,Kim\n");
    EXPECT_EQ(exceptions("2026-07"),
              "override,box 2,C-2,Customer C-2," + over + ",twenty years,Kim\n");
    EXPECT_EQ(total("2026-05").overrides + total("2026-06").overrides, 2);
}

TEST_P(Exceptions, AreOfFilesToo)
{
    cap("box.total", "9.00", CapAction::Warn);
    importBoxes("box,recipient,packed_on,given_on,sku,units\n"
                "B-1,C-1,2026-06-02,2026-06-03,MUG-01,1\n"
                "B-2,C-2,2026-06-02,,MUG-01,2\n");
    const std::string cap = "Total per box: ";
    EXPECT_EQ(exceptions("2026-06"), "warning,box 1,C-1,Customer C-1," + cap +
                                         "10.00 USD is 1.00 USD over the 9.00 USD limit,,ann\n" +
                                         "warning,box 2,C-2,Customer C-2," + cap +
                                         "20.00 USD is 11.00 USD over the 9.00 USD limit,,ann\n");
    EXPECT_EQ(verify(), std::vector<std::string>{});
}

TEST_P(Exceptions, OfAClosedMonthStayAsTheyAre)
{
    cap("box.total", "9.00", CapAction::Warn, "2025-01");
    pack("C-1", {{"MUG-01", 1}}, "2025-01-05");
    const std::string before = exceptions("2025-01");
    EXPECT_NE(before, "");
    close("2025-01");
    pack("C-1", {{"MUG-01", 1}}, "2025-02-05");
    EXPECT_EQ(exceptions("2025-01"), before);
}

TEST_P(Exceptions, AreNotMadeByWordsThatLookLikeOne)
{
    cap("month.program", "5.00", CapAction::Stop);
    packWith(R"(she said "warned":"x" and ,"packed_on":"2026-06-01")", "2026-05-02");
    EXPECT_EQ(exceptions("2026-06"), "");
}

class RecipientHistory : public MonthFixture {};
GIFTBOX_ON_BOTH_ENGINES(RecipientHistory);

TEST_P(RecipientHistory, IsMonthByMonth)
{
    nominate("C-1", "2026-03");
    decline(nominate("C-1", "2026-03", "Cy"));
    withdraw(nominate("C-1", "2026-04"));
    nominate("C-1", "2026-06");
    select("C-1", "2026-06");
    approve("2026-06");
    nominate("C-1", "2026-07");
    select("C-1", "2026-07");
    packAndGive("C-1", {{"MUG-01", 1}}, "2025-02-10");
    packAndGive("C-1", {{"MUG-01", 2}}, "2026-06-02");
    pack("C-1", {{"MUG-01", 1}}, "2026-06-03");
    unpack(pack("C-1", {{"MUG-01", 1}}, "2026-05-03"), "2026-05-04");
    packAndGive("C-2", {{"MUG-01", 1}}, "2026-05-05");
    const std::string history = csv([&](const auto& tx, RowWriter& out) {
        reports::writeRecipientHistory(tx, gifting::requireRecipient(tx, "C-1").number, out);
    });
    EXPECT_EQ(history, "month,nominated,declined,selected,boxes,given_on,total_cost\r\n"
                       "2025-02,0,0,,1,2025-02-10,10.00\r\n"
                       "2026-03,2,1,,0,,0.00\r\n"
                       "2026-06,1,0,approved,2,2026-06-02,30.00\r\n"
                       "2026-07,1,0,selected,0,,0.00\r\n");
}

} // namespace
} // namespace giftbox::tests::pipeline_test
