#include "web/worker_pool.h"

#include "foundation/text.h"

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

void WorkerPool::start(std::size_t threads,
                       const std::function<std::unique_ptr<Worker>()>& makeWorker)
{
    for (std::size_t i = 0; i < threads; ++i) {
        threads_.emplace_back([this, &makeWorker] {
            const std::unique_ptr<Worker> worker = makeWorker();
            Task task;
            while (pop(task)) {
                task.done(guarded(*worker, task.request));
            }
        });
    }
}

void WorkerPool::ask(Request request, Done done)
{
    {
        const std::lock_guard lock(mutex_);
        tasks_.push_back({std::move(request), std::move(done)});
    }
    ready_.notify_one();
}

bool WorkerPool::pop(Task& task)
{
    std::unique_lock lock(mutex_);
    ready_.wait(lock, [this] { return isClosed_ || !tasks_.empty(); });
    if (tasks_.empty()) {
        return false;
    }
    task = std::move(tasks_.front());
    tasks_.pop_front();
    return true;
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
