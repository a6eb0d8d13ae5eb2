#include "accounting/account_map.h"
#include "accounting/make_batch.h"
#include "exchange/undo_import.h"
#include "gifting/take_back_box.h"
#include "tests/support/store_fixture.h"

#include <random>

namespace giftbox::tests::undo_boxes_test {
namespace {

using books::BoxNo;
using exchange::ImportSummary;

/// Stock: 20 mugs for 200.00 and, later, 10 for 130.00; 20 cartons for 10.00.
class UndoBoxes : public StoreFixture {
protected:
    void prepare() override
    {
        openStore("USD", "30.00", 12);
        item("MUG");
        packagingItem("CARTON");
        recipient("C-1");
        recipient("C-2");
        stock("MUG", 20, "200.00", "2026-03-01");
        stock("CARTON", 20, "10.00", "2026-03-01");
        stock("MUG", 10, "130.00", "2026-03-02");
    }
    static inline const std::string kHead =
        "box,recipient,packed_on,given_on,sku,units,labor_minutes\n";
    static inline const std::string kFile = kHead + "B-1,C-1,2026-03-05,2026-03-06,MUG,22,0\n"
                                                    "B-1,C-1,2026-03-05,2026-03-06,CARTON,1,0\n"
                                                    "B-2,C-2,2026-03-05,,MUG,1,\n";

    exchange::UndoneImport undo(std::int64_t number)
    {
        return write([&](auto& tx) {
            return exchange::undoImport(tx, {.number = number, .reason = "wrong file"});
        });
    }
    gifting::BoxState stateOf(std::int64_t number) { return box({.number = BoxNo{number}}).state; }
    void refuses(const std::string& names)
    {
        const std::string before = allRows();
        const auto refused = EXPECT_REFUSAL("import.in_use", undo(1));
        EXPECT_NE(refused.sentence().find(names), std::string::npos) << refused.sentence();
        EXPECT_EQ(allRows(), before);
    }
};
GIFTBOX_ON_BOTH_ENGINES(UndoBoxes);

TEST_P(UndoBoxes, BringsBackTheShelfAtItsCostTheMonthAndTheKeysOfTheBoxes)
{
    const auto march = total("2026-03");
    importBoxes(kFile);
    const exchange::UndoneImport done = undo(1);
    EXPECT_EQ(done.reversed, 2);
    EXPECT_EQ(done.removed, 0);
    EXPECT_EQ(onShelf("MUG"), (OnShelf{30, "330.00"}));
    EXPECT_EQ(onShelf("CARTON"), (OnShelf{20, "10.00"}));
    EXPECT_EQ(stateOf(1), gifting::BoxState::Unpacked);
    EXPECT_EQ(stateOf(2), gifting::BoxState::Unpacked);
    const auto after = total("2026-03");
    EXPECT_EQ(after.contents, march.contents);
    EXPECT_EQ(after.committed, march.committed);
    EXPECT_EQ(after.boxesGiven, 0);
    EXPECT_EQ(after.recipients, 0);
    const auto back = read([](const auto& tx) { return gifting::takenBack(tx, BoxNo{1}); });
    ASSERT_EQ(back.size(), 1U);
    EXPECT_EQ(back.front().givenOn, day("2026-03-06"));
    EXPECT_EQ(verify(), std::vector<std::string>());
    EXPECT_REFUSAL("import.undone", undo(1));

    EXPECT_EQ(importBoxes(kFile), (ImportSummary{.added = 2, .unchanged = 0}));
    EXPECT_EQ(importBoxes(kFile), (ImportSummary{.added = 0, .unchanged = 2}));
    EXPECT_EQ(total("2026-03").boxesGiven, 1);
    EXPECT_EQ(undo(2).reversed, 2);
    EXPECT_EQ(onShelf("MUG"), (OnShelf{30, "330.00"}));
    EXPECT_EQ(verify(), std::vector<std::string>());
}

TEST_P(UndoBoxes, GivesTheCapTheAmountsBack)
{
    cap("month.program", "300.00", budget::CapAction::Stop, "2026-03");
    importBoxes(kFile);
    EXPECT_REFUSAL("budget.month_program_exceeded", pack("C-2", {{"MUG", 6}}, "2026-03-07"));
    undo(1);
    pack("C-2", {{"MUG", 6}}, "2026-03-07");
    EXPECT_EQ(verify(), std::vector<std::string>());
}

TEST_P(UndoBoxes, IsRefusedForBoxesThatChangedSince)
{
    importBoxes(kFile);
    give({.number = BoxNo{2}}, "2026-03-07");
    refuses("1 of its 2 boxes stands in the way: box 2 (changed since)");
    write([](auto& tx) { return gifting::takeBackBox(tx, BoxNo{1}, "the wrong one"); });
    refuses("2 of its 2 boxes stand in the way: box 1 (changed since), box 2 (changed since)");
}

TEST_P(UndoBoxes, IsRefusedForBoxesGivenInAClosedMonth)
{
    importBoxes(kFile);
    close("2026-03");
    refuses("box 1 (handed over in a closed month)");
}

TEST_P(UndoBoxes, UnpacksACarriedBoxOnTheFirstOpenDayAndLeavesThoseUnpackedBefore)
{
    importBoxes(kHead + "B-2,C-2,2026-03-05,,MUG,1,\nB-3,C-1,2026-03-05,,MUG,2,\n");
    close("2026-03");
    unpack({.number = BoxNo{2}}, "2026-04-02");
    EXPECT_EQ(undo(1).reversed, 1);
    EXPECT_EQ(box({.number = BoxNo{1}}).unpackedOn, day("2026-04-01"));
    EXPECT_EQ(total("2026-04").committed, money("0.00"));
    EXPECT_EQ(onShelf("MUG"), (OnShelf{30, "330.00"}));
    EXPECT_EQ(verify(), std::vector<std::string>());
}

TEST_P(UndoBoxes, StandsInTheNextBatchOfTheJournal)
{
    write([](auto& tx) {
        std::vector<accounting::AccountAsked> all;
        for (const accounting::JournalRoleRule& rule : accounting::kJournalRoles) {
            all.push_back({rule.role, "1000"});
        }
        accounting::setAccounts(tx, std::move(all), foundation::parseMonth("2026-01"));
        return true;
    });
    importBoxes(kFile);
    const auto make = [&] {
        return write(
            [](auto& tx) { return accounting::makeBatch(tx, foundation::parseMonth("2026-03")); });
    };
    make();
    undo(1);
    const auto next = make();
    EXPECT_GT(next.entries, 0);
    EXPECT_EQ(verify(), std::vector<std::string>());
    EXPECT_REFUSAL("journal.nothing_new", make());
}

/// Random files of boxes, undone or not, with boxes packed by hand between them.
TEST_P(UndoBoxes, CostsNothingWhateverTheFiles)
{
    std::mt19937 random(20260301); // NOLINT(bugprone-random-generator-seed): the same each time
    const auto upTo = [&](std::uint32_t most) { return static_cast<int>(random() % most) + 1; };
    std::int64_t imports = 0;
    for (int story = 0; story < 12; ++story) {
        const OnShelf mugs = onShelf("MUG");
        const auto march = total("2026-03");
        std::string file = kHead;
        for (int one = 0; one < upTo(3); ++one) {
            const std::string key = std::to_string(story % 4) + "-" + std::to_string(one);
            file += "R-" + key + ",C-" + std::to_string(upTo(2)) + ",2026-03-05," +
                    (upTo(2) == 1 ? "2026-03-06" : "") + ",MUG," + std::to_string(upTo(7)) + ",\n";
        }
        importBoxes(file);
        ++imports;
        undo(imports);
        EXPECT_EQ(onShelf("MUG"), mugs) << file;
        EXPECT_EQ(total("2026-03").committed, march.committed) << file;
        EXPECT_EQ(total("2026-03").contents, march.contents) << file;
        EXPECT_EQ(total("2026-03").recipients, march.recipients) << file;
        EXPECT_EQ(verify(), std::vector<std::string>()) << file;
        if (story % 3 == 0) {
            packAndGive("C-1", {{"MUG", 1}}, "2026-03-08");
        }
    }
}

} // namespace
} // namespace giftbox::tests::undo_boxes_test
