#include "cli/command_parts.h"
#include "cli/commands.h"
#include "cli/context.h"
#include "gifting/planner/accept_plan.h"
#include "gifting/planner/plan_month.h"
#include "reports/plan_rows.h"

#include <condition_variable>
#include <mutex>
#include <thread>

namespace giftbox::cli {

using foundation::Month;
using foundation::RowWriter;

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

Month monthOf(const Context& context) { return context.arguments().month("MONTH"); }

reports::PlanFor readerOf(Format format)
{
    return format == Format::Table ? reports::PlanFor::People : reports::PlanFor::Programs;
}

std::string summaryOf(const books::Store& store, const gifting::SavedProposal& plan)
{
    const std::string waiting = textOf(sentencesOf(store, plan.boxesWaiting));
    return (plan.worth ? "objective " + std::to_string(plan.worth->objective) + ", at best " +
                             std::to_string(plan.worth->bound) + ", gap " +
                             reports::gapOf(*plan.worth) + " %"
                       : "changed since the proposal") +
           (waiting.empty() ? "" : "; " + waiting);
}

/// Solves outside of a transaction, so that nobody waits.
gifting::Proposal solved(const Context& context, const books::Store& store,
                         const gifting::MonthToPlan& month)
{
    const Clockwork clockwork(context.progress(
        "planning " + std::to_string(month.recipients.size()) + " boxes, time used"));
    return gifting::proposePlan(store, month, kSeconds);
}

} // namespace

int planMonth(Context& context)
{
    const Arguments& given = context.arguments();
    const gifting::PlanAsk ask{.month = monthOf(context),
                               .boxes = given.maybeInteger("--boxes"),
                               .recipe = given.maybeText("--recipe"),
                               .today = context.today()};
    gifting::MonthToPlan month;
    gifting::Proposal proposal;
    if (!context.isDone()) {
        books::Store store;
        month = books::read(context.database(), context.storeCode(),
                            [&](const books::ReadTransaction& tx) {
                                store = tx.store();
                                return gifting::loadMonthToPlan(tx, ask);
                            });
        proposal = solved(context, store, month);
    }
    std::string summary;
    const int status =
        context.change(Shape::Rows, [&](books::WriteTransaction& tx, RowWriter& out) {
            gifting::keepPlan(tx, month, proposal);
            const gifting::SavedProposal plan = gifting::requirePlan(tx, ask.month);
            reports::writePlan(plan, readerOf(context.output().format()), out);
            summary = summaryOf(tx.store(), plan) + "; `giftbox plan accept " + toText(ask.month) +
                      "` accepts the proposal";
        });
    if (!summary.empty()) {
        context.note(summary);
    }
    return status;
}

int planShow(Context& context)
{
    std::string summary;
    const int status = context.read([&](const books::ReadTransaction& tx) {
        const gifting::SavedProposal plan = gifting::requirePlan(tx, monthOf(context));
        reports::writePlan(plan, readerOf(context.output().format()),
                           *context.output().writer(tx.store().currency, Shape::Rows));
        summary = summaryOf(tx.store(), plan);
    });
    context.note(summary);
    return status;
}

int planAccept(Context& context)
{
    std::string waiting;
    const int status =
        context.change(Shape::Rows, [&](books::WriteTransaction& tx, RowWriter& out) {
            const auto accepted = gifting::acceptPlan(tx, monthOf(context));
            reports::writeAccepted(tx.store(), accepted, out);
            waiting = textOf(sentencesOf(tx.store(), accepted.front().box.remaining.waiting));
        });
    if (!waiting.empty()) {
        context.note(waiting);
    }
    return status;
}

std::vector<Command> planningCommands()
{
    const Parameter month{"MONTH", "", "YYYY-MM", Need::Required};
    return {
        {"",
         "plan",
         "propose a box for every approved recipient without one",
         {month,
          {"--boxes", "N", "number of boxes, in the order of selection", Need::Optional},
          {"--recipe", "NAME", "recipe for the boxes; default: 3 to 6 gift items", Need::Optional}},
         "giftbox plan 2026-12 --recipe Autumn",
         planMonth},
        {"plan",
         "show",
         "show the proposal for a month",
         {month},
         "giftbox plan show 2026-12",
         planShow},
        {"plan",
         "accept",
         "accept the proposal and plan all of its boxes",
         {month},
         "giftbox plan accept 2026-12",
         planAccept},
    };
}

} // namespace giftbox::cli
