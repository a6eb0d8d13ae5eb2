#include "foundation/database/writer_queue.h"

#include <condition_variable>

namespace giftbox::foundation {

/// Each has its own condition, so that a leaving writer wakes only the next.
struct WriterQueue::Waiter {
    std::condition_variable called;
    bool isCalled = false;
};

bool WriterQueue::enter(std::chrono::milliseconds longest)
{
    std::unique_lock lock(mutex_);
    if (!isTaken_) {
        isTaken_ = true;
        return true;
    }
    Waiter self;
    const auto place = waiting_.insert(waiting_.end(), &self);
    if (self.called.wait_for(lock, longest, [&] { return self.isCalled; })) {
        return true;
    }
    waiting_.erase(place);
    return false;
}

void WriterQueue::leave()
{
    const std::lock_guard lock(mutex_);
    if (waiting_.empty()) {
        isTaken_ = false;
        return;
    }
    // Notify under the lock: once that is free, the waiter may be gone. isTaken_ passes on, so that nobody overtakes
    // it.
    Waiter& next = *waiting_.front();
    waiting_.pop_front();
    next.isCalled = true;
    next.called.notify_one();
}

std::size_t WriterQueue::waiting()
{
    const std::lock_guard lock(mutex_);
    return waiting_.size();
}

WriterQueue::Turn::Turn(WriterQueue& queue, std::chrono::milliseconds longest)
    : queue_(queue), isMine_(queue_.enter(longest))
{}

WriterQueue::Turn::~Turn()
{
    if (isMine_) {
        queue_.leave();
    }
}

} // namespace giftbox::foundation
