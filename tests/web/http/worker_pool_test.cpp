#include "web/http/worker_pool.h"

#include <gtest/gtest.h>

#include <atomic>
#include <future>
#include <thread>

namespace giftbox::web::worker_pool_test {
namespace {

/// A pool whose forms wait until released.
class Workers : public testing::Test {
protected:
    explicit Workers(std::chrono::milliseconds patience = {})
    {
        pool_.start(2, makeWorker_, patience);
    }
    ~Workers() override
    {
        letGo();
        pool_.finish();
    }
    std::future<Response> ask(const std::string& method, const std::string& path)
    {
        Request request;
        request.method = method;
        request.path = path;
        auto promise = std::make_unique<std::promise<Response>>();
        auto future = promise->get_future();
        auto* const kept = promises_.emplace_back(std::move(promise)).get();
        pool_.ask(std::move(request),
                  [kept](Response response) { kept->set_value(std::move(response)); });
        return future;
    }
    static bool isAnswered(std::future<Response>& response)
    {
        return response.wait_for(std::chrono::seconds(10)) == std::future_status::ready;
    }
    /// The most forms running at once so far.
    int most()
    {
        const std::lock_guard lock(mutex_);
        return most_;
    }
    void letGo()
    {
        const std::lock_guard lock(mutex_);
        isOpen_ = true;
        opened_.notify_all();
    }

private:
    struct Waits : Worker {
        explicit Waits(Workers& test) : test_(test) {}
        Response answer(const Request& request) override
        {
            std::unique_lock lock(test_.mutex_);
            if (request.path == "/form") {
                ++test_.atWork_;
                test_.most_ = std::max(test_.most_, test_.atWork_);
                test_.opened_.wait(lock, [this] { return test_.isOpen_; });
                --test_.atWork_;
            }
            return textResponse(200, request.path);
        }
        Workers& test_;
    };
    std::function<std::unique_ptr<Worker>()> makeWorker_ = [this] {
        return std::make_unique<Waits>(*this);
    };
    std::mutex mutex_;
    std::condition_variable opened_;
    bool isOpen_ = false;
    int atWork_ = 0;
    int most_ = 0;
    std::vector<std::unique_ptr<std::promise<Response>>> promises_;
    WorkerPool pool_;
};

TEST_F(Workers, ReadAndLogInWhileEveryFormWaits)
{
    std::vector<std::future<Response>> forms;
    for (int i = 0; i < 20; ++i) {
        forms.push_back(ask("POST", "/form"));
    }
    for (int i = 0; i < 20; ++i) {
        auto page = ask("GET", "/page");
        EXPECT_TRUE(isAnswered(page));
        auto login = ask("POST", "/login");
        EXPECT_TRUE(isAnswered(login));
    }
    EXPECT_EQ(forms.front().wait_for(std::chrono::seconds(0)), std::future_status::timeout);
    letGo();
    for (std::future<Response>& form : forms) {
        EXPECT_TRUE(isAnswered(form));
    }
}

/// Settings as for a SQLite file.
class PatientWorkers : public Workers {
protected:
    PatientWorkers() : Workers(std::chrono::milliseconds(200)) {}
};

TEST_F(PatientWorkers, BeginAFormOnlyWhenTheOneBeforeItTakesLong)
{
    std::vector<std::future<Response>> forms;
    for (int i = 0; i < 3; ++i) {
        forms.push_back(ask("POST", "/form"));
    }
    auto page = ask("GET", "/page");
    EXPECT_TRUE(isAnswered(page));
    EXPECT_LE(most(), 1);
    for (int i = 0; i < 100 && most() < 2; ++i) {
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
    EXPECT_EQ(most(), 2) << "whoever takes long keeps nobody";
    letGo();
    for (std::future<Response>& form : forms) {
        EXPECT_TRUE(isAnswered(form));
    }
}

TEST_F(PatientWorkers, DoQuickFormsOneAfterTheOther)
{
    letGo();
    std::vector<std::future<Response>> forms;
    for (int i = 0; i < 500; ++i) {
        forms.push_back(ask("POST", "/form"));
    }
    for (std::future<Response>& form : forms) {
        EXPECT_TRUE(isAnswered(form));
    }
    EXPECT_EQ(most(), 1);
}

} // namespace
} // namespace giftbox::web::worker_pool_test
