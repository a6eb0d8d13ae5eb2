#include "gifting/planner/accept_plan.h"
#include "gifting/planner/change_plan.h"
#include "operations/find_plan.h"
#include "operations/table.h"
#include "reports/plan_rows.h"

#include <algorithm>

namespace giftbox::operations {

using books::EventSeq;
using gifting::SavedProposal;

namespace {

constexpr FieldInfo kSeenPlan{
    .name = "seen",
    .type = Integer,
    .title = "Seen",
    .help = "the `seen` value in the proposal's rows; refused if the proposal has changed",
    .need = Required,
    .asked = foundation::Asked::ByPrograms};
/// Whoever works at a terminal has no rows in hand.
constexpr FieldInfo kPlanMonth{.name = "month",
                               .type = Month,
                               .title = "Month",
                               .help = "the month of the boxes",
                               .need = RequiredOnCommandLine,
                               .option = "MONTH"};

/// The proposal that a program says it has seen, or the one there is.
EventSeq seenIn(const Call& call, const ReadTransaction& tx)
{
    return call.has("seen") ? EventSeq{call.integer("seen")}
                            : gifting::requirePlan(tx, call.month("month")).keptBy;
}

constexpr RowShape kProposedBoxRow{"ProposedBox", reports::planColumns};

void readPlan(Call& call, const ReadTransaction& tx, RowWriter& out)
{
    reports::writePlan(tx.store(), gifting::requirePlan(tx, call.month("month")), out);
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
    reports::writePlan(tx.store(), gifting::requirePlan(tx, found.month.month), out);
}

void change(Call& call, WriteTransaction& tx, RowWriter& out)
{
    const auto month = call.month("month");
    const SavedProposal changed = gifting::changePlan(tx, {.month = month,
                                                           .seen = seenIn(call, tx),
                                                           .recipient = call.text("recipient"),
                                                           .lines = call.lines("lines")});
    reports::writePlan(tx.store(),
                       changed.boxes.empty() ? changed : gifting::requirePlan(tx, month), out);
}

void accept(Call& call, WriteTransaction& tx, RowWriter& out)
{
    const auto accepted = gifting::acceptPlan(tx, call.month("month"), seenIn(call, tx));
    reports::writeAccepted(tx.store(), accepted, out);
}

std::vector<Operation> proposing()
{
    return {{.command = "plan",
             .address = "/plan",
             .summary = "propose a box for every approved recipient without one",
             .action = Action::Plan,
             .fields = {kPlanMonth,
                        {.name = "boxes",
                         .type = Integer,
                         .title = "Number of boxes",
                         .help = "number of boxes, in the order of selection; default: one for "
                                 "every recipient"},
                        {.name = "recipe",
                         .title = "Recipe",
                         .help = "recipe for the boxes; default: 3 to 6 gift items",
                         .value = "NAME"}},
             .columns = kProposedBoxRow,
             .write = propose,
             .example = "2026-12 --recipe Autumn",
             .prepare = look,
             .oneWay = "It replaces the proposal of the month, if there is one. Nothing is planned "
                       "before you accept it."},
            {.command = "plan show",
             .address = "/plan",
             .summary = "show the proposal for a month",
             .action = Action::Plan,
             .fields = {kPlanMonth},
             .columns = kProposedBoxRow,
             .read = readPlan,
             .example = "2026-12"}};
}

std::vector<Operation> planChanges()
{
    return {{.command = "plan accept",
             .address = "/plan/accept",
             .summary = "accept the proposal and plan all of its boxes",
             .action = Action::Plan,
             .fields = {kPlanMonth, kSeenPlan},
             .columns = {"AcceptedBox", reports::acceptedColumns},
             .write = accept,
             .example = "2026-12",
             .oneWay = "Accepted boxes are canceled one by one."},
            {.command = "plan change",
             .address = "/plan/{recipient}/change",
             .summary = "say what goes into a box that is proposed for a month",
             .action = Action::Plan,
             .fields = {kPlanMonth,
                        {.name = "recipient",
                         .title = "Recipient",
                         .help = "recipient code",
                         .need = Required,
                         .option = "RECIPIENT"},
                        kSeenPlan,
                        {.name = "lines",
                         .type = Lines,
                         .title = "Items",
                         .help = "what goes in; without any the box is taken out",
                         .need = Required,
                         .option = "--item"}},
             .columns = kProposedBoxRow,
             .write = change,
             .example = "2026-12 C-1042 --item HAT-01 --item BOX-M",
             .oneWay = "To have the earlier proposal again, propose the month again."}};
}

} // namespace

std::vector<Operation> planOperations()
{
    std::vector<Operation> all = proposing();
    std::ranges::move(planChanges(), std::back_inserter(all));
    return all;
}

} // namespace giftbox::operations
