#include "gifting/planner/accept_plan.h"
#include "gifting/planner/change_plan.h"
#include "operations/call.h"
#include "operations/find_plan.h"
#include "reports/plan_rows.h"

namespace giftbox::operations {

using access::Action;
using books::EventSeq;
using books::ReadTransaction;
using books::WriteTransaction;
using foundation::Column;
using foundation::FieldInfo;
using foundation::RowWriter;
using gifting::SavedProposal;
using reports::PlanFor;
using enum foundation::FieldType;
using enum foundation::Need;

namespace {

constexpr FieldInfo kSeenPlan{
    .name = "seen",
    .type = Integer,
    .title = "Seen",
    .help = "the `seen` value in the proposal's rows; refused if the proposal has changed",
    .need = Required};

const std::vector<Column>& planColumns()
{
    return reports::planColumns(PlanFor::ProgramsThatChangeIt);
}

void writePlan(const SavedProposal& plan, RowWriter& out)
{
    reports::writePlan(plan, PlanFor::ProgramsThatChangeIt, out);
}

void readPlan(Call& call, const ReadTransaction& tx, RowWriter& out)
{
    writePlan(gifting::requirePlan(tx, call.month("month")), out);
}

void look(Call& call, foundation::Database& database)
{
    call.prepared = findPlan(database, call.caller.store,
                             {.month = call.month("month"),
                              .boxes = call.maybeInteger("boxes"),
                              .recipe = call.maybeText("recipe"),
                              .today = call.today});
}

void propose(Call& call, WriteTransaction& tx, RowWriter& out)
{
    const auto& found = std::any_cast<const FoundPlan&>(call.prepared);
    gifting::keepPlan(tx, found.month, found.proposal);
    writePlan(gifting::requirePlan(tx, found.month.month), out);
}

void change(Call& call, WriteTransaction& tx, RowWriter& out)
{
    const auto month = call.month("month");
    const SavedProposal changed = gifting::changePlan(tx, {.month = month,
                                                           .seen = EventSeq{call.integer("seen")},
                                                           .recipient = call.text("recipient"),
                                                           .lines = call.lines("lines")});
    writePlan(changed.boxes.empty() ? changed : gifting::requirePlan(tx, month), out);
}

void accept(Call& call, WriteTransaction& tx, RowWriter& out)
{
    const auto accepted =
        gifting::acceptPlan(tx, call.month("month"), EventSeq{call.integer("seen")});
    reports::writeAccepted(tx.store(), accepted, out);
}

} // namespace

std::vector<Operation> planOperations()
{
    return {{.address = "/plan",
             .summary = "propose a box for every approved recipient without one; takes up to 20 "
                        "seconds",
             .action = Action::Plan,
             .fields = {kMonth,
                        {.name = "boxes",
                         .type = Integer,
                         .title = "Boxes",
                         .help = "number of boxes, in the order of selection"},
                        {.name = "recipe",
                         .title = "Recipe",
                         .help = "recipe for the boxes; default: 3 to 6 gift items"}},
             .columns = planColumns,
             .write = propose,
             .prepare = look},
            {.address = "/plan",
             .summary = "proposal for a month",
             .action = Action::Plan,
             .fields = {kMonth},
             .columns = planColumns,
             .read = readPlan},
            {.address = "/plan/accept",
             .summary = "accept the proposal and plan all of its boxes",
             .action = Action::Plan,
             .fields = {kMonth, kSeenPlan},
             .columns = reports::acceptedColumns,
             .write = accept},
            {.address = "/plan/{recipient}/change",
             .summary = "change the items in a proposed box",
             .action = Action::Plan,
             .fields = {{.name = "recipient",
                         .title = "Recipient",
                         .help = "recipient code",
                         .need = Required},
                        kMonth,
                        kSeenPlan,
                        {.name = "lines",
                         .type = Lines,
                         .title = "Items",
                         .help = "new items; an empty list removes the box",
                         .need = Required}},
             .columns = planColumns,
             .write = change}};
}

} // namespace giftbox::operations
