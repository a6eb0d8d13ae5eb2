#include "gifting/planned_box.h"
#include "reports/explain_terms.h"

namespace giftbox::reports {

using books::ReadTransaction;

namespace {

void explainPlan(const ReadTransaction& tx, const gifting::PlannedBox& plan, Explanation& out)
{
    out.figure({.what = "Estimated cost of box " + std::to_string(plan.number.value),
                .subject = explainedBy(plan.number),
                .amount = plan.cost.total(),
                .recipient = plan.recipientCode});
    const auto lines = linesOf(tx, plan);
    for (const auto& [kind, what, amount] :
         {std::tuple{inventory::ItemKind::Contents, "Contents, estimated", plan.cost.contents},
          std::tuple{inventory::ItemKind::Packaging, "Packaging, estimated",
                     plan.cost.packaging}}) {
        out.add({.what = what, .amount = amount});
        for (const gifting::PlannedLine& line : lines) {
            if (line.kind == kind) {
                out.add({.level = 2,
                         .kind = TermKind::Source,
                         .what = "Reserved: " + line.name,
                         .sku = line.sku,
                         .count = line.units});
            }
        }
    }
    out.add({.what = "Labor", .count = plan.laborMinutes, .amount = plan.cost.labor});
}

} // namespace

void explainBox(const ReadTransaction& tx, books::BoxNo number, Explanation& out)
{
    if (const auto plan = gifting::findPlannedBox(tx, number)) {
        explainPlan(tx, *plan, out);
        return;
    }
    const gifting::Box box = gifting::requireBox(tx, number);
    out.figure({.what = "Cost of box " + std::to_string(number.value),
                .subject = explainedBy(number),
                .on = box.packedOn,
                .amount = box.cost.total(),
                .reference = box.reference.value_or(""),
                .recipient = box.recipientCode});
    out.add({.what = "Contents", .amount = box.cost.contents});
    addParts(tx, box, BoxPart::Contents, 2, out);
    out.add({.what = "Packaging", .amount = box.cost.packaging});
    addParts(tx, box, BoxPart::Packaging, 2, out);
    addLabor(tx, box, 1, out);
}

} // namespace giftbox::reports
