#include "web/http/worker_pool.h"

#include "foundation/text.h"

#include <algorithm>

namespace giftbox::web {
namespace {

/// The last resort: a worker answers even after an unexpected failure.
Response guarded(Worker& worker, const Request& request)
{
    try {
        return worker.answer(request);
    } catch (const std::exception& error) {
        return textResponse(500, "The server failed: " + foundation::printable(error.what()));
    }
}

} // namespace

void WorkerPool::start(std::size_t writers,
                       const std::function<std::unique_ptr<Worker>()>& makeWorker,
                       std::chrono::milliseconds patience)
{
    mostWriters_ = writers;
    patience_ = patience;
    for (std::size_t i = 0; i <= writers; ++i) {
        threads_.emplace_back([this, &makeWorker] {
            const std::unique_ptr<Worker> worker = makeWorker();
            {
                const std::lock_guard lock(mutex_);
                ++made_;
            }
            allMade_.notify_one();
            Task task;
            while (pop(task)) {
                Response response = guarded(*worker, task.request);
                end(task);
                task.done(std::move(response));
            }
        });
    }
    std::unique_lock lock(mutex_);
    allMade_.wait(lock, [this] { return made_ == threads_.size(); });
}

void WorkerPool::ask(Request request, Done done)
{
    const bool mayWait = !request.isRead() && !request.isAnnounced && request.path != "/login";
    const std::lock_guard lock(mutex_);
    tasks_.push_back({std::move(request), std::move(done), mayWait, {}});
    if (!mayWait || mayWrite() || watchers_ == 0) {
        ready_.notify_one();
    }
}

bool WorkerPool::mayWrite() const
{
    return writers_.empty() ||
           (writers_.size() < mostWriters_ && Clock::now() - writers_.back() >= patience_);
}

WorkerPool::Tasks::iterator WorkerPool::nextTask()
{
    return std::ranges::find_if(
        tasks_, [isFree = mayWrite()](const Task& task) { return !task.mayWait || isFree; });
}

/// One thread watches the clock for waiting tasks; the others sleep until notified.
void WorkerPool::waitForTask(std::unique_lock<std::mutex>& lock)
{
    if (tasks_.empty() || watchers_ > 0 || writers_.size() >= mostWriters_) {
        return ready_.wait(lock);
    }
    ++watchers_;
    ready_.wait_for(lock, patience_);
    --watchers_;
}

bool WorkerPool::pop(Task& task)
{
    std::unique_lock lock(mutex_);
    auto next = nextTask();
    while (next == tasks_.end()) {
        if (isClosed_ && tasks_.empty()) {
            return false;
        }
        waitForTask(lock);
        next = nextTask();
    }
    task = std::move(*next);
    tasks_.erase(next);
    if (task.mayWait) {
        task.begunAt = Clock::now();
        writers_.push_back(task.begunAt);
    }
    if (!tasks_.empty() && watchers_ == 0) {
        ready_.notify_one(); // another thread watches the clock now
    }
    return true;
}

void WorkerPool::end(const Task& task)
{
    const std::lock_guard lock(mutex_);
    if (task.mayWait) {
        writers_.erase(std::ranges::find(writers_, task.begunAt));
    }
    // A thread that finishes takes the next task itself; only those waiting for the end of all need a notice.
    if (isClosed_) {
        ready_.notify_all();
    }
}

void WorkerPool::finish()
{
    {
        const std::lock_guard lock(mutex_);
        isClosed_ = true;
    }
    ready_.notify_all();
    for (std::thread& thread : threads_) {
        thread.join();
    }
}

} // namespace giftbox::web
