#include "tests/support/program.h"
#include "tests/support/raw_database.h"
#include "tests/support/server_database.h"
#include "tests/support/store_fixture.h"

#include <algorithm>
#include <set>
#include <unistd.h>

// Eight people at once: never a unit, cent, box, or store too many, and no lock errors.

namespace giftbox::tests::concurrency_test {
namespace {

constexpr int kAtOnce = 8;
constexpr int kRounds = 100; // of stock, and as many of caps

/// `12.34` of 1234 cents.
std::string dollars(int cents)
{
    const std::string rest = std::to_string(100 + cents % 100).substr(1);
    return std::to_string(cents / 100) + "." + rest;
}

class Concurrency : public ProgramFixture {
protected:
    void openBooks() const
    {
        does("init --name Test --currency USD");
        does("item add HAT --name Cap --kind contents");
        does("recipient add ANA --name Ana");
    }

    std::vector<Ended> eightTimes(const std::string& words) const
    {
        const std::vector<Ended> all = runAtOnce(std::vector<CommandLine>(kAtOnce, line(words)));
        for (const Ended& one : all) {
            for (const char* word :
                 {"locked", "busy", "deadlock", "serialize", "database.failed"}) {
                EXPECT_EQ(one.err.find(word), std::string::npos) << one;
            }
        }
        return all;
    }

    /// Exactly `good` of them succeed; all others are refused with the code.
    static void expectDone(const std::vector<Ended>& all, int good, const std::string& otherwise)
    {
        std::string told;
        int done = 0;
        int refused = 0;
        for (const Ended& one : all) {
            done += one.done() ? 1 : 0;
            refused += one.isRefused(otherwise) ? 1 : 0;
            told += testing::PrintToString(one.status) + " " + one.err;
        }
        EXPECT_EQ(done, good) << all.front() << told;
        EXPECT_EQ(refused, static_cast<int>(all.size()) - good) << all.front() << told;
    }

    /// The cells of the last line of CSV.
    static std::vector<std::string> lastRow(const std::string& csv)
    {
        const std::string row = csv.substr(csv.rfind('\n', csv.size() - 2) + 1);
        std::vector<std::string> cells(1);
        for (const char c : row) {
            if (c == ',') {
                cells.emplace_back();
            } else if (c != '\r' && c != '\n') {
                cells.back() += c;
            }
        }
        return cells;
    }
};

TEST_P(Concurrency, TheLastUnitsArePackedOnce)
{
    openBooks();
    int boxes = 0;
    int cents = 0;
    std::set<std::string> numbers;
    for (int round = 0; round < kRounds && !HasFailure(); ++round) {
        const int units = round % kAtOnce;
        if (units > 0) {
            const int cost = 701 * units + round; // does not divide evenly
            does("receive HAT " + std::to_string(units) + " --cost " + dollars(cost) +
                 " --on 2025-03-01");
            cents += cost;
        }
        const std::vector<Ended> all =
            eightTimes("box pack --for ANA --item HAT --on 2025-03-02 -O csv");
        expectDone(all, units, "stock.short");
        boxes += units;
        for (const Ended& one : all) {
            if (one.done()) {
                numbers.insert(lastRow(one.out).front());
            }
        }
        EXPECT_EQ(lastRow(does("stock -O csv")).at(4), "0") << "round " << round;
    }
    EXPECT_EQ(numbers.size(), static_cast<std::size_t>(boxes));
    EXPECT_EQ(*std::max_element(numbers.begin(), numbers.end(),
                                [](const std::string& a, const std::string& b) {
                                    return std::stoi(a) < std::stoi(b);
                                }),
              std::to_string(boxes));
    // All incoming cost has gone out, to the cent.
    const std::vector<std::string> month = lastRow(does("report month 2025-03 -O csv"));
    EXPECT_EQ(month.at(13), dollars(cents));
    EXPECT_EQ(month.at(14), dollars(cents));
    expectVerified();
}

TEST_P(Concurrency, TheLastBoxUnderACapIsPackedOnce)
{
    openBooks();
    does("receive HAT 10000 --cost 20000.00 --on 2015-01-01"); // 2.00 each
    for (int round = 0; round < kRounds && !HasFailure(); ++round) {
        const int boxes = round % kAtOnce;
        const int year = 2016 + round / 12;
        const std::string month =
            std::to_string(year) + "-" + std::to_string(101 + round % 12).substr(1);
        // The cap allows this many boxes, and is one cent short of one more.
        does("budget set month.program " + dollars(200 * boxes + 199) + " --from " + month +
             " --action stop --reason try");
        expectDone(eightTimes("box pack --for ANA --item HAT --on " + month + "-02"), boxes,
                   "budget.month_program_exceeded");
        const std::string shown = does("budget show " + month + " -O csv");
        EXPECT_NE(shown.find(",0.00," + dollars(200 * boxes) + ",,1.99,"), std::string::npos)
            << shown;
    }
    expectVerified();
}

TEST_P(Concurrency, ABoxIsGivenOnceOrUnpackedOnce)
{
    openBooks();
    does("receive HAT 20 --cost 20.00 --on 2025-03-01");
    for (int box = 1; box <= 20 && !HasFailure(); ++box) {
        does("box pack --for ANA --item HAT --on 2025-03-02");
        const std::string number = std::to_string(box);
        std::vector<CommandLine> lines;
        for (int i = 0; i < kAtOnce; ++i) {
            lines.push_back(line(i % 2 == 0
                                     ? "box give " + number + " --on 2025-03-03"
                                     : "box unpack " + number + " --reason x --on 2025-03-03"));
        }
        expectDone(runAtOnce(lines), 1, "box.not_packed");
    }
    expectVerified();
}

TEST_P(Concurrency, AMonthIsClosedOnceAndNothingSlipsIntoIt)
{
    openBooks();
    does("receive HAT 1000 --cost 1000.00 --on 2020-01-01");
    for (int round = 0; round < 20 && !HasFailure(); ++round) {
        const std::string month =
            std::to_string(2020 + round / 12) + "-" + std::to_string(101 + round % 12).substr(1);
        std::vector<CommandLine> lines(4, line("close " + month));
        for (int i = 0; i < 4; ++i) {
            lines.push_back(line("box pack --for ANA --item HAT --on " + month + "-15"));
        }
        const std::vector<Ended> all = runAtOnce(lines);
        expectDone({all.begin(), all.begin() + 4}, 1, "month.closed");
        for (const Ended& one : all) {
            EXPECT_TRUE(one.done() || one.isRefused("month.closed")) << one;
        }
        EXPECT_EQ(lastRow(does("report month " + month + " -O csv")).at(13), "0.00")
            << "all that was packed is carried over";
    }
    expectVerified();
}

TEST_P(Concurrency, TheSameRequestMakesOneBox)
{
    openBooks();
    does("receive HAT 100 --cost 100.00 --on 2025-03-01");
    for (int round = 1; round <= 20 && !HasFailure(); ++round) {
        const std::vector<Ended> all =
            eightTimes("box pack --for ANA --item HAT --on 2025-03-02 --request-key r-" +
                       std::to_string(round));
        for (const Ended& one : all) {
            EXPECT_TRUE(one.done()) << one;
            EXPECT_EQ(one.out, all.front().out) << one;
        }
        EXPECT_EQ(lastRow(does("box list -O csv")).front(), std::to_string(round));
    }
    expectVerified();
}

TEST_P(Concurrency, WhoIsAnonymizedWhileBoxesArePackedForThemIsGoneEverywhere)
{
    openBooks();
    does("receive HAT 1000 --cost 1000.01 --on 2025-03-01");
    for (int round = 0; round < 20 && !HasFailure(); ++round) {
        const std::string code = "Gone-" + std::to_string(round);
        does("recipient add " + code + " --name " + code + "-name");
        std::vector<CommandLine> lines;
        for (int i = 0; i < kAtOnce; ++i) {
            lines.push_back(line(i % 4 == 1 ? "recipient anonymize " + code + " --reason asked"
                                            : "box pack --for " + code +
                                                  " --item HAT --on 2025-03-02 --request-key " +
                                                  std::to_string(round * kAtOnce + i)));
        }
        int removed = 0;
        const std::vector<Ended> all = runAtOnce(lines);
        for (int i = 0; i < kAtOnce; ++i) {
            const Ended& one = all[static_cast<std::size_t>(i)];
            EXPECT_TRUE(one.done() || one.isRefused("recipient.unknown")) << one;
            removed += i % 4 == 1 && one.done() ? 1 : 0;
        }
        EXPECT_EQ(removed, 1);
        EXPECT_EQ(everyRow().find("Gone-"), std::string::npos);
    }
    expectVerified();
}

TEST_P(Concurrency, ReadersAlwaysSeeBooksThatHold)
{
    openBooks();
    does("receive HAT 1000 --cost 1000.01 --on 2025-03-01");
    for (int round = 0; round < 20 && !HasFailure(); ++round) {
        std::vector<CommandLine> lines(4, line("box pack --for ANA --item HAT:3 --on 2025-03-02"));
        lines.insert(lines.end(), {line("verify"), line("report month"), line("export movements"),
                                   line("stock")});
        for (const Ended& one : runAtOnce(lines)) {
            EXPECT_TRUE(one.done() && one.err.empty()) << one;
        }
    }
    expectVerified();
}

TEST_P(Concurrency, TheSameStoreIsMadeOnce)
{
    const std::string server = url();
    for (int round = 0; round < 10 && !HasFailure(); ++round) {
        // A new database each time, so that eight programs also create its schema at once.
        std::optional<ServerDatabase> own;
        if (GetParam() == foundation::Engine::Postgresql) {
            useDatabase(own.emplace(server).url());
        } else {
            useDatabase(file("new-" + std::to_string(round) + ".db"));
        }
        expectDone(eightTimes("init --name Test --currency USD"), 1, "store.exists");
        expectVerified();
    }
}

TEST_P(Concurrency, DifferentStoresAreAllMade)
{
    for (int round = 0; round < 5 && !HasFailure(); ++round) {
        std::vector<std::string> codes;
        std::vector<CommandLine> lines;
        for (int i = 0; i < kAtOnce; ++i) {
            codes.push_back(newStoreCode());
            useStore(codes.back());
            lines.push_back(line("init --name Test --currency USD"));
        }
        expectDone(runAtOnce(lines), kAtOnce, "");
        for (const std::string& code : codes) {
            useStore(code);
            expectVerified();
        }
    }
}

TEST_P(Concurrency, ABackupTakenMeanwhileHolds)
{
    const bool onServer = GetParam() == foundation::Engine::Postgresql;
    std::optional<ServerDatabase> own;
    if (onServer) {
        useDatabase(own.emplace(url()).url());
    }
    openBooks();
    does("receive HAT 1000 --cost 1000.01 --on 2025-03-01");
    for (int round = 0; round < 3 && !HasFailure(); ++round) {
        const std::string copy = file("copy-" + std::to_string(round));
        std::vector<CommandLine> lines(4, line("box pack --for ANA --item HAT:3 --on 2025-03-02"));
        lines.push_back(giftbox({"backup", copy}));
        for (const Ended& one : runAtOnce(lines)) {
            EXPECT_TRUE(one.done()) << one;
        }
        const std::string original = url();
        std::optional<ServerDatabase> ownCopy;
        if (onServer) {
            useDatabase(ownCopy.emplace(original).url());
            const Ended restored =
                run({.words = {"pg_restore", "--no-owner", "--dbname=" + url(), copy}});
            EXPECT_TRUE(restored.done()) << restored;
        } else {
            useDatabase(copy);
        }
        expectVerified();
        const std::size_t boxes = rowsOfCsv(does("box list -O csv")).size();
        EXPECT_GE(boxes, static_cast<std::size_t>(4 * round));
        EXPECT_LE(boxes, static_cast<std::size_t>(4 * round + 4));
        useDatabase(original);
    }
}

GIFTBOX_ON_BOTH_ENGINES(Concurrency);

} // namespace
} // namespace giftbox::tests::concurrency_test
