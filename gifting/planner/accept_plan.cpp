#include "gifting/planner/accept_plan.h"

#include "foundation/json.h"
#include "gifting/box_poster.h"
#include "gifting/planner/plan_month.h"

#include <algorithm>

namespace giftbox::gifting {

using books::WriteTransaction;
using foundation::Month;
using foundation::Refusal;
using gifting::PlanRequest;

namespace {

std::vector<PlanRequest> requestsOf(const WriteTransaction& tx, Month month,
                                    const SavedProposal& plan)
{
    const std::vector<Waiting> waiting = waitingIn(tx, month);
    std::vector<PlanRequest> requests;
    for (const KeptBox& box : plan.boxes) {
        const auto one = std::ranges::find(waiting, box.recipient, &Waiting::number);
        if (one == waiting.end()) {
            throw Refusal("plan.outdated", {{"recipient", box.code}, {"month", month}});
        }
        requests.push_back({.recipient = box.code,
                            .lines = box.lines,
                            .minutes = plan.laborMinutes,
                            .month = month,
                            .override = {},
                            .exemption = one->exemption,
                            .recipe = plan.recipe});
    }
    return requests;
}

gifting::PlannedResult planned(gifting::BoxPoster& run, const PlanRequest& request)
{
    try {
        return run.plan(request);
    } catch (const Refusal& refusal) {
        throw refusal.saidAs(foundation::Sentence(
            "part.plan_of_recipient", {{"recipient", request.recipient}, {"why", refusal.said()}}));
    }
}

} // namespace

std::vector<AcceptedBox> acceptPlan(WriteTransaction& tx, Month month,
                                    std::optional<books::EventSeq> seen)
{
    const SavedProposal plan = requirePlan(tx, month);
    if (seen) {
        requireSeen(plan, *seen);
    }
    const std::vector<PlanRequest> requests = requestsOf(tx, month, plan);
    gifting::BoxPoster run(tx);
    run.load(requests);
    std::vector<AcceptedBox> accepted;
    foundation::Money total;
    std::string plans;
    for (const PlanRequest& request : requests) {
        accepted.push_back({request.recipient, planned(run, request)});
        const gifting::PlannedResult& box = accepted.back().box;
        total += box.cost.total();
        plans += (plans.empty() ? "" : " ") + gifting::planWord(box.number, box.digest);
    }
    run.write();
    const gifting::WaitingBoxes boxesWaiting = run.waitingBefore(month);
    for (AcceptedBox& one : accepted) {
        one.box.remaining.waiting = boxesWaiting;
    }
    forgetPlan(tx, month);
    tx.record("plan.accept", "month " + toText(month),
              foundation::JsonObject()
                  .add("boxes", static_cast<std::int64_t>(accepted.size()))
                  .add("first_box", accepted.front().box.number.value)
                  .add("estimated", toText(total, tx.store().currency))
                  .add("plans", plans)
                  .text());
    return accepted;
}

} // namespace giftbox::gifting
