#pragma once

#include <chrono>
#include <list>
#include <mutex>

namespace giftbox::foundation {

/// The queue of writers of one SQLite file in this process, in order of arrival. SQLite itself lets in whoever asks
/// at the right moment, while the others sleep longer and longer.
class WriterQueue {
public:
    /// The right to write, given up when it is destroyed.
    class Turn {
    public:
        /// Waits for all earlier writers, at most `longest`.
        Turn(WriterQueue& queue, std::chrono::milliseconds longest);
        Turn(const Turn&) = delete;
        Turn& operator=(const Turn&) = delete;
        ~Turn();
        /// Whether the turn came in time.
        bool isMine() const { return isMine_; }

    private:
        WriterQueue& queue_;
        bool isMine_;
    };

    /// The number of waiting writers.
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
