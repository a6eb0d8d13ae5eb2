#include "tests/support/program.h"
#include "tests/support/seed.h"

#include <algorithm>
#include <chrono>
#include <random>
#include <thread>

// The PostgreSQL server crashes in the middle of work: all acknowledged changes are there when it is back.

namespace giftbox::tests::server_crash_test {
namespace {

constexpr int kPackers = 3;
constexpr int kRounds = 6;

std::int64_t linesIn(const std::string& text) { return std::count(text.begin(), text.end(), '\n'); }

/// A separate server, because other tests keep using theirs.
class ServerCrash : public testing::Test, protected ProgramStore {
protected:
    void SetUp() override
    {
        if (!select(foundation::Engine::Postgresql)) {
            GTEST_SKIP() << kNoServer;
        }
        std::string url = server("start");
        url.resize(url.find_last_not_of('\n') + 1);
        useDatabase(url);
        useStore("S1");
        does("init --name Test --currency USD");
        does("item add HAT --name Cap --kind contents");
        does("recipient add ANA --name Ana");
        does("receive HAT 1000000 --cost 3333333.33 --on 2025-03-01");
    }

    void TearDown() override
    {
        if (!IsSkipped()) {
            server("stop");
        }
    }

    std::string server(const std::string& what) const
    {
        const Ended ended = run({.words = {GIFTBOX_SOURCE_DIR "/scripts/postgres", what,
                                           "/tmp/giftbox-crash-" + std::to_string(getpid())}});
        EXPECT_TRUE(ended.done()) << ended;
        return ended.out;
    }

    /// Packs boxes one by one and records each that ended with status 0.
    CommandLine packing(int packer) const
    {
        CommandLine loop = line("");
        loop.words = {
            "bash", "-c",
            "while \"$0\" box pack --for ANA --item HAT --on 2025-03-02 --confirm >/dev/null 2>&1; "
            "do echo packed >>packed-$1; done",
            GIFTBOX_PROGRAM, std::to_string(packer)};
        return loop;
    }

    std::int64_t acknowledged() const
    {
        std::int64_t all = 0;
        for (int packer = 0; packer < kPackers; ++packer) {
            all += linesIn(readFile(file("packed-" + std::to_string(packer))));
        }
        return all;
    }
};

TEST_F(ServerCrash, LosesNothingAcknowledged)
{
    std::mt19937_64 random(testSeed());
    std::uniform_int_distribution<int> delay(150, 450);
    std::int64_t unheard = 0; // packed, but the server ended before the answer
    for (int round = 0; round < kRounds && !HasFailure(); ++round) {
        const std::int64_t before = acknowledged();
        std::vector<Started> packers;
        for (int packer = 0; packer < kPackers; ++packer) {
            packers.emplace_back(packing(packer));
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(delay(random)));
        // On a busy machine, it takes longer until there is data to lose.
        for (int tries = 0; acknowledged() <= before + kPackers && tries < 600; ++tries) {
            std::this_thread::sleep_for(std::chrono::milliseconds(50));
        }
        server("crash");
        for (Started& packer : packers) {
            packer.wait();
        }
        const std::int64_t there = linesIn(does("box list -O csv")) - 1;
        EXPECT_GE(there, acknowledged() + unheard);
        EXPECT_LE(there, acknowledged() + unheard + kPackers);
        unheard = there - acknowledged();
        expectVerified();
    }
    EXPECT_GT(acknowledged(), kRounds * kPackers)
        << "the server ended before there was anything to lose";
}

} // namespace
} // namespace giftbox::tests::server_crash_test
