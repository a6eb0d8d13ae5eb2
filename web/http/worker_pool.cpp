#include "web/http/worker_pool.h"

#include "foundation/text.h"

#include <algorithm>

namespace giftbox::web {
namespace {

/// The last net: a worker answers also where something failed that it did not foresee.
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
                       const std::function<std::unique_ptr<Worker>()>& makeWorker)
{
    mostWriters_ = writers;
    for (std::size_t i = 0; i <= writers; ++i) {
        threads_.emplace_back([this, &makeWorker] {
            const std::unique_ptr<Worker> worker = makeWorker();
            Task task;
            while (pop(task)) {
                Response response = guarded(*worker, task.request);
                end(task);
                task.done(std::move(response));
            }
        });
    }
}

void WorkerPool::ask(Request request, Done done)
{
    const bool mayWait = !request.isRead() && !request.isAnnounced && request.path != "/login";
    {
        const std::lock_guard lock(mutex_);
        tasks_.push_back({std::move(request), std::move(done), mayWait});
    }
    ready_.notify_one();
}

WorkerPool::Tasks::iterator WorkerPool::nextTask()
{
    return std::ranges::find_if(
        tasks_, [this](const Task& task) { return !task.mayWait || writers_ < mostWriters_; });
}

bool WorkerPool::pop(Task& task)
{
    std::unique_lock lock(mutex_);
    auto next = tasks_.end();
    ready_.wait(lock, [&] {
        next = nextTask();
        return next != tasks_.end() || (isClosed_ && tasks_.empty());
    });
    if (next == tasks_.end()) {
        return false;
    }
    task = std::move(*next);
    tasks_.erase(next);
    writers_ += task.mayWait ? 1 : 0;
    return true;
}

void WorkerPool::end(const Task& task)
{
    const std::lock_guard lock(mutex_);
    writers_ -= task.mayWait ? 1 : 0;
    // Whoever ends takes the next task itself; only those that wait for the end of all have to hear of it.
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
