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

void runOn(const WriteTransaction& tx, std::string_view sql, BoxNo number)
{
    tx.database().execute(sql, {{"store_id", tx.storeId()}, {"box_no", number.value}});
}

BoxRequest requestOf(const PlannedBox& plan, const std::vector<BoxLine>& reserved,
                     const PlannedPacking& packing)
{
    const bool asPlanned = packing.lines.empty();
    return {.recipient = plan.recipientCode,
            .lines = asPlanned ? reserved : packing.lines,
            .minutes = packing.minutes ? packing.minutes : plan.laborMinutes,
            .packedOn = packing.packedOn,
            .givenOn = {},
            .reference = {},
            .override = packing.override ? packing.override : plan.planOverride,
            .number = plan.number,
            .recipe = asPlanned ? plan.recipe : std::nullopt,
            .despite = packing.despite};
}

} // namespace

PlannedResult planBox(WriteTransaction& tx, const PlanRequest& typed)
{
    PlanRequest request = typed;
    BoxRun run(tx);
    run.load({&typed, 1});
    run.name(request);
    PlannedResult planned = run.plan(request);
    planned.room.more = run.more(request);
    planned.lines = merged(request.lines);
    run.write();
    JsonObject detail = detailOf(tx, planned.cost);
    detail.add("month", toText(planned.month));
    addRecipe(detail, request.recipe);
    addVerdict(detail, tx.store(), planned.verdict);
    tx.record("box.plan", subjectOf(planned.number), detail.text());
    return planned;
}

BoxRequest requestOf(const books::ReadTransaction& tx, const PlannedPacking& packing)
{
    const PlannedBox plan = requirePlanned(tx, packing.number, "packed");
    return requestOf(plan, plainLines(linesOf(tx, plan)), packing);
}

PackedBox packPlannedBox(WriteTransaction& tx, const PlannedPacking& packing)
{
    const PlannedBox plan = requirePlanned(tx, packing.number, "packed");
    const std::vector<BoxLine> reserved = plainLines(linesOf(tx, plan));
    BoxRequest request = requestOf(plan, reserved, packing);
    BoxRun run(tx);
    run.load({&request, 1});
    run.name({&request, 1});
    run.release(plan, reserved);
    PackedBox packed = run.pack(request);
    packed.room.more = run.more(request);
    packed.lines = merged(request.lines);
    run.write();
    runOn(tx, "gifting/delete_planned_lines", plan.number);
    runOn(tx, "gifting/delete_planned_box", plan.number);
    JsonObject detail = detailOf(tx, packed.cost);
    detail.add("packed_on", toText(request.packedOn))
        .add("estimated", toText(plan.cost.total(), tx.store().currency));
    addRecipe(detail, request.recipe);
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
    runOn(tx, "gifting/delete_planned_lines", number);
    tx.database().execute("gifting/cancel_planned_box",
                          {{"store_id", tx.storeId()},
                           {"box_no", number.value},
                           {"cancel_reason", std::string_view(reason)}});
    const JsonObject detail = detailOf(tx, plan.cost);
    plan.cost = {};
    plan.laborMinutes = 0;
    plan.state = PlanState::Cancelled;
    plan.cancelReason = reason;
    tx.record("box.cancel", subjectOf(number), detail.text());
    return plan;
}

} // namespace giftbox::gifting
