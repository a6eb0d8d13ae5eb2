#include "cli/context.h"
#include "cli/looks.h"
#include "gifting/planner/plan_month.h"
#include "operations/call.h"
#include "operations/find_plan.h"
#include "reports/plan_rows.h"

#include <condition_variable>
#include <mutex>
#include <thread>

namespace giftbox::cli {

using operations::Call;

namespace {

/// The planner's time limit.
constexpr std::int64_t kSeconds = 60;

/// Shows the time used while it exists.
class Clockwork {
public:
    explicit Clockwork(std::function<void(std::int64_t, std::int64_t)> progress)
        : progress_(std::move(progress)),
          thread_([this](const std::stop_token& stop) { run(stop); })
    {}

private:
    void run(const std::stop_token& stop)
    {
        std::mutex mutex;
        std::unique_lock lock(mutex);
        std::condition_variable_any bell;
        for (std::int64_t second = 0; !stop.stop_requested(); ++second) {
            progress_(second, kSeconds);
            bell.wait_for(lock, stop, std::chrono::seconds(1), [] { return false; });
        }
        progress_(kSeconds, kSeconds);
    }

    std::function<void(std::int64_t, std::int64_t)> progress_;
    std::jthread thread_;
};

std::string summaryOf(const books::Store& store, const gifting::SavedProposal& plan)
{
    const std::string waiting = textOf(sentencesOf(store, plan.boxesWaiting));
    return (plan.worth ? "objective " + std::to_string(plan.worth->objective) + ", at best " +
                             std::to_string(plan.worth->bound) + ", gap " +
                             reports::gapOf(*plan.worth) + " %"
                       : "changed since the proposal") +
           (waiting.empty() ? "" : "; " + waiting);
}

} // namespace

void lookForPlan(Context& context, Call& call)
{
    const Clockwork clockwork(context.progress("planning, time used"));
    call.prepared = operations::findPlan(context.database(), context.storeCode(),
                                         {.month = call.month("month"),
                                          .boxes = call.maybeInteger("boxes"),
                                          .recipe = call.maybeText("recipe"),
                                          .today = context.today()},
                                         kSeconds);
}

std::string wordsOfPlan(const books::ReadTransaction& tx, Call& call)
{
    const foundation::Month month = call.month("month");
    const std::string words = summaryOf(tx.store(), gifting::requirePlan(tx, month));
    return call.operation().isChange()
               ? words + "; `giftbox plan accept " + toText(month) + "` accepts the proposal"
               : words;
}

} // namespace giftbox::cli
