#pragma once

#include "web/http.h"

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

/// Threads that answer requests in the order asked, each with a Worker that `makeWorker` made on it.
class WorkerPool {
public:
    using Done = std::function<void(Response)>;

    void start(std::size_t threads, const std::function<std::unique_ptr<Worker>()>& makeWorker);
    /// `done` is called on the worker's thread.
    void ask(Request request, Done done);
    /// Finishes what was asked, then ends the threads.
    void finish();

private:
    struct Task {
        Request request;
        Done done;
    };
    bool pop(Task& task);

    std::vector<std::thread> threads_;
    std::mutex mutex_;
    std::condition_variable ready_;
    std::deque<Task> tasks_;
    bool isClosed_ = false;
};

} // namespace giftbox::web
