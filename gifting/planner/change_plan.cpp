#include "gifting/planner/change_plan.h"

#include "foundation/json.h"
#include "gifting/box_poster.h"
#include "gifting/recipient.h"
#include "inventory/item.h"

#include <algorithm>

namespace giftbox::gifting {

using books::ReadTransaction;
using books::WriteTransaction;
using foundation::Refusal;
using gifting::BoxLine;

namespace {

std::int64_t unitsOf(const std::vector<BoxLine>& lines, const std::string& sku)
{
    std::int64_t units = 0;
    for (const BoxLine& line : lines) {
        units += line.sku == sku ? line.units : 0;
    }
    return units;
}

/// Units that the box takes beyond its earlier ones must be available after those of all other boxes.
void requireThere(const ReadTransaction& tx, const SavedProposal& plan, const KeptBox& before,
                  const std::vector<BoxLine>& lines)
{
    const std::vector<inventory::AvailableItem> items = inventory::itemsAvailable(tx);
    for (const BoxLine& line : lines) {
        const std::int64_t had = unitsOf(before.lines, line.sku);
        const inventory::AvailableItem* item = inventory::findAvailable(items, line.sku);
        if (item == nullptr) {
            (void)inventory::requireItem(tx, line.sku); // throws the refusal
            continue;
        }
        std::int64_t others = -had;
        for (const KeptBox& box : plan.boxes) {
            others += unitsOf(box.lines, line.sku);
        }
        const std::int64_t there = item->available(inventory::kEver) - others;
        if (line.units > had && line.units > there) {
            throw Refusal("stock.short/proposal", {{"sku", line.sku},
                                                   {"units", line.units},
                                                   {"there", std::max<std::int64_t>(0, there)}});
        }
    }
}

/// A recipient's code, for input in any capitals.
std::string codeOf(const ReadTransaction& tx, const std::string& typed)
{
    const auto found = gifting::findRecipient(tx, typed);
    return found ? found->recipient.code : typed;
}

/// The recipient's box, or a new one.
KeptBox& boxFor(SavedProposal& plan, const std::vector<Waiting>& waiting, const PlanChange& change)
{
    const auto box = std::ranges::find(plan.boxes, change.recipient, &KeptBox::code);
    if (box != plan.boxes.end()) {
        return *box;
    }
    const auto one = std::ranges::find(waiting, change.recipient, &Waiting::code);
    if (one == waiting.end()) {
        throw Refusal("plan.outdated/change",
                      {{"recipient", change.recipient}, {"month", change.month}});
    }
    return plan.boxes.emplace_back(KeptBox{.recipient = one->number,
                                           .code = one->code,
                                           .name = {},
                                           .lines = {},
                                           .cost = {},
                                           .passed = {}});
}

/// In the order of selection, as they are read back.
void putInOrder(SavedProposal& plan, const std::vector<Waiting>& waiting)
{
    std::ranges::stable_sort(plan.boxes, {}, [&](const KeptBox& box) {
        const auto one = std::ranges::find(waiting, box.recipient, &Waiting::number);
        return one == waiting.end() ? -1 : one - waiting.begin();
    });
}

} // namespace

SavedProposal changedPlan(const ReadTransaction& tx, const PlanChange& typed)
{
    PlanChange change = typed;
    change.recipient = codeOf(tx, typed.recipient);
    gifting::nameItems(tx, change.lines);
    SavedProposal plan = requirePlan(tx, change.month);
    requireSeen(plan, change.seen);
    const std::vector<Waiting> waiting = waitingIn(tx, change.month);
    KeptBox& box = boxFor(plan, waiting, change);
    const std::vector<BoxLine> lines = gifting::merged(change.lines);
    requireThere(tx, plan, box, lines);
    if (box.lines != lines) {
        plan.worth.reset();
    }
    box.lines = lines;
    std::erase_if(plan.boxes, [](const KeptBox& one) { return one.lines.empty(); });
    putInOrder(plan, waiting);
    estimatePlan(tx, change.month, plan);
    return plan;
}

SavedProposal changePlan(WriteTransaction& tx, const PlanChange& change)
{
    tx.requireOpen(change.month);
    SavedProposal plan = changedPlan(tx, change);
    const auto box = std::ranges::find(plan.boxes, codeOf(tx, change.recipient), &KeptBox::code);
    replacePlan(tx, change.month, plan);
    tx.record("plan.change", "month " + toText(change.month),
              foundation::JsonObject()
                  .add("boxes", static_cast<std::int64_t>(plan.boxes.size()))
                  .add("items", box == plan.boxes.end()
                                    ? std::int64_t{0}
                                    : static_cast<std::int64_t>(box->lines.size()))
                  .text());
    return plan;
}

} // namespace giftbox::gifting
