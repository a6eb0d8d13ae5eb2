#pragma once

#include <chrono>
#include <list>
#include <mutex>

namespace giftbox::foundation {

/// Writers of one SQLite file inside this process, first come, first served. SQLite itself lets whoever happens to ask at the
/// right moment go first, and the others sleep longer and longer.
class WriterQueue {
public:
    /// The right to write, given up when it is destroyed.
    class Turn {
    public:
        /// Waits until everybody who came earlier has gone, at most `longest`.
        Turn(WriterQueue& queue, std::chrono::milliseconds longest);
        Turn(const Turn&) = delete;
        Turn& operator=(const Turn&) = delete;
        ~Turn();
        /// Whether it came in time.
        bool isMine() const { return isMine_; }

    private:
        WriterQueue& queue_;
        bool isMine_;
    };

    /// How many wait for their turn.
    std::size_t waiting();

private:
    struct Waiter;
    bool enter(std::chrono::milliseconds longest);
    void leave();

    std::mutex mutex_;
    bool isTaken_ = false;
    std::list<Waiter*> waiting_;
};

} // namespace giftbox::foundation
