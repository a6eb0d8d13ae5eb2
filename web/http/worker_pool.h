#pragma once

#include "web/http/http.h"

#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace giftbox::web {

/// Answers requests one after the other; each worker thread has its own.
class Worker {
public:
    virtual ~Worker() = default;
    virtual Response answer(const Request& request) = 0;
};

/// Threads that answer requests in the order asked, each with a Worker that `makeWorker` made on it. A request that changes something may have to
/// wait for another writer: there is always a thread for those that only read, and for logins.
class WorkerPool {
public:
    using Done = std::function<void(Response)>;

    /// So many that change something at once, and a thread more. While one changes something, another begins only when the last that began has been at it
    /// for `patience`. Returns when all threads have their worker.
    void start(std::size_t writers, const std::function<std::unique_ptr<Worker>()>& makeWorker,
               std::chrono::milliseconds patience = {});
    /// `done` is called on the worker's thread.
    void ask(Request request, Done done);
    /// Finishes what was asked, then ends the threads.
    void finish();

private:
    using Clock = std::chrono::steady_clock;
    struct Task {
        Request request;
        Done done;
        bool mayWait = false; ///< for another writer
        Clock::time_point begunAt{};
    };
    using Tasks = std::deque<Task>;
    /// The first that may begin now.
    Tasks::iterator nextTask();
    bool mayWrite() const;
    void waitForTask(std::unique_lock<std::mutex>& lock);
    bool pop(Task& task);
    void end(const Task& task);

    std::vector<std::thread> threads_;
    std::mutex mutex_;
    std::condition_variable ready_;
    std::condition_variable allMade_;
    std::size_t made_ = 0;
    Tasks tasks_;
    std::size_t mostWriters_ = 0;
    std::chrono::milliseconds patience_{0};
    std::vector<Clock::time_point> writers_; ///< when those at work began
    std::size_t watchers_ = 0;               ///< wait for a writer's patience to end
    bool isClosed_ = false;
};

} // namespace giftbox::web
