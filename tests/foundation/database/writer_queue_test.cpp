#include "foundation/database/writer_queue.h"

#include "foundation/database/database.h"
#include "foundation/database/open_file.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <fstream>
#include <thread>
#include <vector>

namespace giftbox::foundation::writer_queue_test {
namespace {

using std::chrono::milliseconds;
using Turn = WriterQueue::Turn;

constexpr milliseconds kLong(30'000);

/// A separate file.
class WriterQueueTest : public testing::Test {
protected:
    WriterQueueTest()
    {
        std::string folder =
            (std::filesystem::temp_directory_path() / "giftbox-queue-XXXXXX").string();
        if (mkdtemp(folder.data()) == nullptr) {
            throw std::runtime_error("cannot make " + folder);
        }
        folder_ = folder;
        std::ofstream(path()) << "";
    }
    ~WriterQueueTest() override { std::filesystem::remove_all(folder_); }
    std::string path() const { return folder_ / "books.db"; }
    std::filesystem::path folder_;
};

/// A connection that shows the queue of its file.
class Opened {
public:
    explicit Opened(const std::string& path) : session_(path), file_(path, session_) {}
    WriterQueue& queue() const { return file_.writers(); }

private:
    Session session_;
    mutable OpenFile file_;
};

void untilWaiting(WriterQueue& queue, std::size_t count)
{
    while (queue.waiting() != count) {
        std::this_thread::yield();
    }
}

TEST_F(WriterQueueTest, ServesInTheOrderOfComing)
{
    WriterQueue queue;
    std::vector<int> order; // written by the thread whose turn it is
    std::vector<std::thread> writers;
    {
        const Turn first(queue, kLong);
        for (int i = 0; i < 12; ++i) {
            writers.emplace_back([&, i] {
                const Turn turn(queue, kLong);
                order.push_back(i);
            });
            untilWaiting(queue, static_cast<std::size_t>(i) + 1);
        }
    }
    for (std::thread& writer : writers) {
        writer.join();
    }
    EXPECT_EQ(order, (std::vector{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11}));
}

TEST_F(WriterQueueTest, LetsGoWhoHasWaitedTooLongAndServesTheNext)
{
    WriterQueue queue;
    std::atomic<bool> served = false;
    std::thread patient;
    {
        const Turn first(queue, kLong);
        std::thread impatient([&] { EXPECT_FALSE(Turn(queue, milliseconds(20)).isMine()); });
        untilWaiting(queue, 1);
        patient = std::thread([&] { served = Turn(queue, kLong).isMine(); });
        impatient.join();
        untilWaiting(queue, 1);
        EXPECT_FALSE(served);
    }
    patient.join();
    EXPECT_TRUE(served);
    EXPECT_TRUE(Turn(queue, milliseconds(0)).isMine());
}

TEST_F(WriterQueueTest, IsTheSameForEveryPathOfAFileAndAnotherForAnotherFile)
{
    std::filesystem::create_symlink(path(), folder_ / "link.db");
    const Opened one(path());
    EXPECT_EQ(&Opened(folder_ / "." / "books.db").queue(), &one.queue());
    EXPECT_EQ(&Opened(folder_ / "link.db").queue(), &one.queue());
    EXPECT_NE(&Opened(folder_ / "other.db").queue(), &one.queue());
}

TEST_F(WriterQueueTest, HoldsUpWritersOfADatabaseAndNobodyWhoReads)
{
    const Opened opened(path());
    WriterQueue& queue = opened.queue();
    auto one = Database::open(path());
    auto other = Database::open(path());
    const auto whatEndsIt = {+[](Database& database) { database.commit(); },
                             +[](Database& database) { database.rollback(); },
                             +[](Database& database) { Database(std::move(database)); }};
    for (const auto end : whatEndsIt) {
        one.begin(Access::Write);
        std::thread writer([&] {
            other.begin(Access::Write);
            other.commit();
        });
        untilWaiting(queue, 1);
        Database reader = Database::open(path());
        reader.begin(Access::Read);
        reader.rollback();
        EXPECT_EQ(queue.waiting(), 1U);
        end(one);
        writer.join();
    }
}

/// A lock taken without the queue belongs to another process.
TEST_F(WriterQueueTest, AsksAgainWithoutLongSleepsWhileAnotherProcessWrites)
{
    using Clock = std::chrono::steady_clock;
    auto here = Database::open(path());
    auto there = Database::open(path());
    std::vector<milliseconds> late;
    for (int round = 0; round < 5; ++round) {
        there.runText("BEGIN IMMEDIATE", "another process");
        std::atomic<Clock::rep> got = 0;
        std::thread writer([&] {
            here.begin(Access::Write);
            got = Clock::now().time_since_epoch().count();
            here.rollback();
        });
        // SQLite's own wait would sleep from 328 to 428 ms.
        std::this_thread::sleep_for(milliseconds(340));
        const Clock::time_point ended = Clock::now();
        there.runText("COMMIT", "another process");
        writer.join();
        late.push_back(std::chrono::duration_cast<milliseconds>(
            Clock::time_point(Clock::duration(got)) - ended));
    }
    EXPECT_LT(*std::ranges::min_element(late), milliseconds(40));
}

} // namespace
} // namespace giftbox::foundation::writer_queue_test
