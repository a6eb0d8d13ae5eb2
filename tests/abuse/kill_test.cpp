#include "tests/support/program.h"
#include "tests/support/raw_database.h"
#include "tests/support/seed.h"
#include "tests/support/store_fixture.h"

#include <algorithm>
#include <chrono>
#include <random>
#include <thread>

// kill -9 at any moment: acknowledged changes are kept, there is never half a box, and the books verify.

namespace giftbox::tests::kill_test {
namespace {

using std::chrono::microseconds;

constexpr int kBoxesOfAFile = 60;
constexpr std::int64_t kUnits = 1'000'000;

std::int64_t linesIn(const std::string& text) { return std::count(text.begin(), text.end(), '\n'); }

class Kill : public ProgramFixture {
protected:
    void SetUp() override
    {
        ProgramFixture::SetUp();
        if (IsSkipped()) {
            return;
        }
        does("init --name Test --currency USD --labor-rate 24.00 --labor-minutes 15");
        does("item add HAT --name Cap --kind contents");
        does("item add BOX --name Box --kind packaging");
        does("recipient add ANA --name Ana");
        does("receive HAT " + std::to_string(kUnits) + " --cost 3333333.33 --on 2025-03-01");
        does("receive BOX " + std::to_string(kUnits) + " --cost 1000000.00 --on 2025-03-01");
    }

    void TearDown() override
    {
        if (IsSkipped()) {
            return;
        }
        EXPECT_GT(killed_, rounds() / 4) << "too few were killed in the middle";
        if (GetParam() == foundation::Engine::Sqlite) {
            EXPECT_EQ(RawDatabase(url()).column("PRAGMA integrity_check"),
                      std::vector<std::string>{"ok"});
        }
    }

    int rounds() const { return GetParam() == foundation::Engine::Sqlite ? 50 : 25; }

    /// Starts the command, kills it and its children after a random part of `longest`, and returns how it ended.
    Ended killSometime(const CommandLine& line, microseconds longest)
    {
        std::uniform_int_distribution<std::int64_t> delay(0, longest.count());
        Started started(line);
        std::this_thread::sleep_for(microseconds(delay(random_)));
        started.killAll();
        Ended ended = started.wait();
        killed_ += ended.status == -9 ? 1 : 0;
        return ended;
    }

    /// On a server, the commit of a killed client may still be running; a change of the store waits for it.
    void settle() { does("recipient add R-" + std::to_string(++settled_) + " --name Somebody"); }

    std::int64_t boxes() const { return linesIn(does("box list -O csv")) - 1; }

    /// Every box is complete: it has two lines, and their units have left the stock.
    void expectWholeBoxes(std::int64_t boxes, const Ended& ended) const
    {
        EXPECT_EQ(linesIn(does("export box-lines")) - 1, 2 * boxes) << ended;
        const std::string left = "," + std::to_string(kUnits - boxes) + ",";
        const std::string stock = does("stock -O csv");
        EXPECT_NE(stock.find("HAT,Cap,contents," + left), std::string::npos)
            << left << stock << ended;
        EXPECT_NE(stock.find("BOX,Box,packaging," + left), std::string::npos)
            << left << stock << ended;
        expectVerified();
    }

    std::string boxFile(int round) const
    {
        std::string csv = "box,recipient,packed_on,given_on,sku,units\n";
        for (int i = 0; i < kBoxesOfAFile; ++i) {
            const std::string row = "F-" + std::to_string(round) + "-" + std::to_string(i) +
                                    ",ANA,2025-03-02,2025-03-02,";
            csv += row + "HAT,1\n" + row + "BOX,1\n";
        }
        return csv;
    }

private:
    std::mt19937_64 random_{testSeed()};
    int killed_ = 0;
    int settled_ = 0;
};

TEST_P(Kill, DuringPackingLosesNothingAcknowledgedAndLeavesNoHalfBox)
{
    // Packs boxes one by one and records each that ended with status 0.
    CommandLine packing = line("");
    packing.words = {
        "bash", "-c",
        "while \"$0\" box pack --for ANA --item HAT --item BOX --on 2025-03-02 --confirm "
        ">/dev/null; do echo packed >>acknowledged; done",
        GIFTBOX_PROGRAM};
    // On a busy machine, a box takes longer than usual.
    const auto began = std::chrono::steady_clock::now();
    does("box pack --for ANA --item HAT --item BOX --on 2025-03-02 --confirm --dry-run");
    const auto longest = std::max(std::chrono::milliseconds(200),
                                  3 * std::chrono::duration_cast<std::chrono::milliseconds>(
                                          std::chrono::steady_clock::now() - began));
    std::int64_t acknowledged = 0;
    std::int64_t unheard = 0; // packed, but killed before the answer
    for (int round = 0; round < rounds() && !HasFailure(); ++round) {
        const Ended ended = killSometime(packing, longest);
        EXPECT_EQ(ended.err, "") << ended;
        settle();
        acknowledged = linesIn(readFile(file("acknowledged")));
        const std::int64_t there = boxes();
        EXPECT_GE(there, acknowledged + unheard) << ended;
        EXPECT_LE(there, acknowledged + unheard + 1) << ended;
        unheard = there - acknowledged;
        expectWholeBoxes(there, ended);
    }
    EXPECT_GT(acknowledged, rounds() / 4);
}

TEST_P(Kill, DuringAnImportLeavesAllOfTheFileOrNothing)
{
    writeFile(file("first.csv"), boxFile(0));
    const auto begin = std::chrono::steady_clock::now();
    does("import boxes first.csv");
    const auto oneImport =
        std::chrono::duration_cast<microseconds>(std::chrono::steady_clock::now() - begin);
    std::int64_t before = kBoxesOfAFile;
    for (int round = 1; round <= rounds() && !HasFailure(); ++round) {
        writeFile(file("boxes.csv"), boxFile(round));
        const Ended ended = killSometime(line("import boxes boxes.csv"), oneImport + oneImport / 4);
        settle();
        const std::int64_t added = boxes() - before;
        EXPECT_TRUE(added == kBoxesOfAFile || (added == 0 && !ended.done()))
            << added << " boxes added" << ended;
        before += added;
        expectWholeBoxes(before, ended);
        // Importing the same file again adds only the missing rows.
        const std::string again = does("import boxes boxes.csv -O csv");
        const std::string expected = added == 0 ? "," + std::to_string(kBoxesOfAFile) + ",0,0"
                                                : ",0," + std::to_string(kBoxesOfAFile) + ",0";
        EXPECT_NE(again.find(expected), std::string::npos) << again << ended;
        before = boxes();
    }
    expectVerified();
}

GIFTBOX_ON_BOTH_ENGINES(Kill);

} // namespace
} // namespace giftbox::tests::kill_test
