#include "gifting/plan_box.h"

#include "books/code.h"
#include "foundation/json.h"

namespace giftbox::gifting {

using books::BoxNo;
using books::WriteTransaction;
using foundation::JsonObject;

namespace {

std::string subjectOf(BoxNo number) { return "box " + std::to_string(number.value); }

JsonObject detailOf(const WriteTransaction& tx, const budget::BoxCost& cost)
{
    const foundation::Currency& currency = tx.store().currency;
    JsonObject detail;
    detail.add("contents", toText(cost.contents, currency))
        .add("packaging", toText(cost.packaging, currency))
        .add("labor", toText(cost.labor, currency));
    return detail;
}

std::vector<BoxLine> plainLines(const std::vector<PlannedLine>& lines)
{
    std::vector<BoxLine> plain;
    for (const PlannedLine& line : lines) {
        plain.push_back({.sku = line.sku, .units = line.units});
    }
    return plain;
}

void leavePlan(const WriteTransaction& tx, BoxNo number, PlanState state,
               const foundation::Value& cancelReason)
{
    tx.database().execute("gifting/update_planned_box", {{"store_id", tx.storeId()},
                                                         {"box_no", number.value},
                                                         {"state", toText(state)},
                                                         {"cancel_reason", cancelReason}});
}

} // namespace

PlannedResult planBox(WriteTransaction& tx, const PlanRequest& request)
{
    BoxRun run(tx);
    run.load({&request, 1});
    const PlannedResult planned = run.plan(request);
    run.write();
    JsonObject detail = detailOf(tx, planned.cost);
    detail.add("month", toText(planned.month));
    addVerdict(detail, tx.store(), planned.verdict);
    tx.record("box.plan", subjectOf(planned.number), detail.text());
    return planned;
}

PackedBox packPlannedBox(WriteTransaction& tx, const PlannedPacking& packing)
{
    const PlannedBox plan = requirePlanned(tx, packing.number, "packed");
    const std::vector<BoxLine> reserved = plainLines(linesOf(tx, plan));
    const BoxRequest request{.recipient = plan.recipientCode,
                             .lines = packing.lines.empty() ? reserved : packing.lines,
                             .minutes = packing.minutes ? packing.minutes : plan.laborMinutes,
                             .packedOn = packing.packedOn,
                             .givenOn = {},
                             .reference = {},
                             .override = packing.override ? packing.override : plan.planOverride,
                             .number = plan.number,
                             .despite = packing.despite};
    BoxRun run(tx);
    run.load({&request, 1});
    run.release(plan, reserved);
    const PackedBox packed = run.pack(request);
    run.write();
    leavePlan(tx, plan.number, PlanState::Packed, {});
    JsonObject detail = detailOf(tx, packed.cost);
    detail.add("packed_on", toText(request.packedOn))
        .add("estimated", toText(plan.cost.total(), tx.store().currency));
    addVerdict(detail, tx.store(), packed.verdict);
    tx.record("box.pack", subjectOf(plan.number), detail.text());
    return packed;
}

PlannedBox cancelBox(WriteTransaction& tx, BoxNo number, const std::string& reason)
{
    books::requireText(reason, "the reason for cancelling");
    PlannedBox plan = requirePlanned(tx, number, "cancelled");
    BoxRun run(tx);
    run.release(plan, plainLines(linesOf(tx, plan)));
    run.write();
    leavePlan(tx, number, PlanState::Cancelled, std::string_view(reason));
    plan.state = PlanState::Cancelled;
    plan.cancelReason = reason;
    tx.record("box.cancel", subjectOf(number), "{}");
    return plan;
}

} // namespace giftbox::gifting
