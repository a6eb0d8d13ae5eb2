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

/// Answers requests one at a time; each thread has its own worker.
class Worker {
public:
    virtual ~Worker() = default;
    virtual Response answer(const Request& request) = 0;
};

/// Threads that answer requests in order, each with a Worker that `makeWorker` made on it. A change may wait for
/// another writer, so one thread is always free for reads and logins.
class WorkerPool {
public:
    using Done = std::function<void(Response)>;

    /// Starts threads for `writers` concurrent changes and one more. A change starts during another only when the
    /// newest one has run for `patience`. Returns when all threads have their worker.
    void start(std::size_t writers, const std::function<std::unique_ptr<Worker>()>& makeWorker,
               std::chrono::milliseconds patience = {});
    /// Calls `done` on the worker's thread.
    void ask(Request request, Done done);
    /// Finishes all requests, then ends the threads.
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
    /// The first task that may start now.
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
    std::vector<Clock::time_point> writers_; ///< when the running changes began
    std::size_t watchers_ = 0;               ///< threads waiting for a writer's patience to end
    bool isClosed_ = false;
};

} // namespace giftbox::web
