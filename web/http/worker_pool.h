#pragma once

#include "web/http/http.h"

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

    /// So many that change something at once, and a thread more.
    void start(std::size_t writers, const std::function<std::unique_ptr<Worker>()>& makeWorker);
    /// `done` is called on the worker's thread.
    void ask(Request request, Done done);
    /// Finishes what was asked, then ends the threads.
    void finish();

private:
    struct Task {
        Request request;
        Done done;
        bool mayWait = false; ///< for another writer
    };
    using Tasks = std::deque<Task>;
    /// The first that may begin now.
    Tasks::iterator nextTask();
    bool pop(Task& task);
    void end(const Task& task);

    std::vector<std::thread> threads_;
    std::mutex mutex_;
    std::condition_variable ready_;
    Tasks tasks_;
    std::size_t mostWriters_ = 0;
    std::size_t writers_ = 0; ///< at work
    bool isClosed_ = false;
};

} // namespace giftbox::web
