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

/// How long the planner may take.
constexpr std::int64_t kSeconds = 60;

/// Shows how much of the time is used while it lives.
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
                       : "changed since it was proposed") +
           (waiting.empty() ? "" : "; " + waiting);
}

/// Solves it outside of any transaction, so that nobody waits.
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
                      "` plans these boxes";
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
         "propose a box for everybody on the approved list of a month who has none",
         {month,
          {"--boxes", "N", "only for the first so many, in the order in which they were chosen",
           Need::Optional},
          {"--recipe", "NAME", "boxes by this recipe; 3 to 6 items of contents when left out",
           Need::Optional}},
         "giftbox plan 2026-12 --recipe Autumn",
         planMonth},
        {"plan",
         "show",
         "what is proposed for a month",
         {month},
         "giftbox plan show 2026-12",
         planShow},
        {"plan",
         "accept",
         "plan every box that is proposed for a month, all or none",
         {month},
         "giftbox plan accept 2026-12",
         planAccept},
    };
}

} // namespace giftbox::cli
