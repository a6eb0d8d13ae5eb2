#include "gifting/plan_box.h"

#include "books/code.h"
#include "foundation/json.h"
#include "gifting/statements.h"

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

void deleteLines(const WriteTransaction& tx, BoxNo number)
{
    tx.database().execute(sql::DeletePlannedLines{.storeId = tx.storeId(), .boxNo = number.value});
}

/// The remains of a cancelled box.
void addCancelled(WriteTransaction& tx, const PlannedBox& plan)
{
    const sql::CancelledFact fact{.storeId = tx.storeId(), .boxNo = plan.number.value};
    foundation::Rows rows = tx.database().query(sql::CancelledFact::kName, fact.binds());
    rows.next();
    tx.facts().add(books::facts::kPlannedBox,
                   books::factText<sql::CancelledFact, books::facts::kPlannedBox>(rows.row()));
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
            .exemption = packing.exemption};
}

/// What is given now, and what is not, as it was planned.
BoxTaxChange taxOf(const WriteTransaction& tx, const PlannedPacking& packing)
{
    if (packing.tax.empty()) {
        return {};
    }
    BoxTax planned = boxTaxOf(tx, packing.number);
    return {.taxClass = packing.tax.taxClass.value_or(std::move(planned.taxClass)),
            .purpose = packing.tax.purpose.value_or(std::move(planned.purpose))};
}

} // namespace

PlannedResult planBox(WriteTransaction& tx, const PlanRequest& typed)
{
    PlanRequest request = typed;
    BoxPoster run(tx);
    run.load({&typed, 1});
    run.name(request);
    PlannedResult planned = run.plan(request);
    planned.remaining.more = run.more(request);
    planned.lines = merged(request.lines);
    run.write();
    planned.remaining.waiting = run.waitingBefore(planned.month);
    JsonObject detail = detailOf(tx, planned.cost);
    detail.add("month", toText(planned.month));
    addRecipe(detail, request.recipe);
    addVerdict(detail, tx.store(), planned.verdict);
    detail.add("plans", planWord(planned.number, planned.digest));
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
    request.tax = taxOf(tx, packing);
    BoxPoster run(tx);
    run.load({&request, 1});
    run.name({&request, 1});
    run.release(plan, reserved);
    PackedBox packed = run.pack(request);
    packed.remaining.more = run.more(request);
    packed.lines = merged(request.lines);
    run.write();
    deleteLines(tx, plan.number);
    tx.database().execute(
        sql::DeletePlannedBox{.storeId = tx.storeId(), .boxNo = plan.number.value});
    packed.remaining.waiting = run.waitingBefore(packed.month);
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
    books::requireText(reason, "the reason for cancelling", "reason");
    PlannedBox plan = requirePlanned(tx, number, "cancelled");
    BoxPoster run(tx);
    run.release(plan, plainLines(linesOf(tx, plan)));
    run.write();
    deleteLines(tx, number);
    tx.database().execute(sql::CancelPlannedBox{
        .storeId = tx.storeId(), .cancelReason = reason, .boxNo = number.value});
    addCancelled(tx, plan);
    const JsonObject detail = detailOf(tx, plan.cost);
    plan.cost = {};
    plan.laborMinutes = 0;
    plan.state = PlanState::Cancelled;
    plan.cancelReason = reason;
    tx.record("box.cancel", subjectOf(number), detail.text());
    return plan;
}

} // namespace giftbox::gifting
