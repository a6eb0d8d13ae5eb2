#include "tests/support/at_once.h"

#include "foundation/refusal.h"

#include <mutex>
#include <thread>
#include <vector>

namespace giftbox::tests {

Outcomes atOnce(const std::string& url, int people,
                const std::function<void(foundation::Database&, int)>& work)
{
    Outcomes counts;
    std::mutex mutex;
    std::vector<std::thread> threads;
    for (int person = 0; person < people; ++person) {
        threads.emplace_back([&, person] {
            std::string outcome = "done";
            try {
                foundation::Database own = foundation::Database::open(url);
                work(own, person);
            } catch (const foundation::Refusal& refusal) {
                outcome = refusal.code();
            } catch (const foundation::DatabaseError& error) {
                outcome = error.what();
            }
            const std::lock_guard lock(mutex);
            ++counts[outcome];
        });
    }
    for (std::thread& thread : threads) {
        thread.join();
    }
    return counts;
}

} // namespace giftbox::tests
