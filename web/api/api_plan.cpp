#include "gifting/planner/accept_plan.h"
#include "gifting/planner/change_plan.h"
#include "reports/plan_rows.h"
#include "web/api/api_table.h"
#include "web/ui/planner.h"

namespace giftbox::web {

using access::Action;
using books::EventSeq;
using books::ReadTransaction;
using books::WriteTransaction;
using foundation::Column;
using foundation::RowWriter;
using gifting::KeptPlan;
using reports::PlanFor;
using enum ApiType;

namespace {

constexpr ApiField kMonth{"month", Month, false, "This month when left out."};
constexpr ApiField kSeen{"seen", Integer, true,
                         "The `seen` of the proposal's rows: it is still as you saw it."};

constexpr ApiField kShow[] = {kMonth};
constexpr ApiField kPropose[] = {
    kMonth,
    {"boxes", Integer, false, "Only for the first so many, in the order they were chosen."},
    {"recipe", Text, false, "By this recipe; 3 to 6 items of contents when left out."}};
constexpr ApiField kChange[] = {
    kMonth, kSeen, {"lines", Lines, true, "What goes in; an empty list takes the box out."}};
constexpr ApiField kAccept[] = {kMonth, kSeen};

const std::vector<Column>& planColumns()
{
    return reports::planColumns(PlanFor::ProgramsThatChangeIt);
}

void writePlan(const KeptPlan& plan, RowWriter& out)
{
    reports::writePlan(plan, PlanFor::ProgramsThatChangeIt, out);
}

void readPlan(ApiCall& call, const ReadTransaction& tx, RowWriter& out)
{
    writePlan(gifting::requirePlan(tx, call.month("month")), out);
}

void look(ApiCall& call, foundation::Database& database)
{
    call.prepared = findPlan(database, call.token.storeCode,
                             {.month = call.month("month"),
                              .boxes = call.maybeInteger("boxes"),
                              .recipe = call.maybeText("recipe"),
                              .today = call.today});
}

void propose(ApiCall& call, WriteTransaction& tx, RowWriter& out)
{
    const auto& found = std::any_cast<const FoundPlan&>(call.prepared);
    gifting::keepPlan(tx, found.month, found.proposal);
    writePlan(gifting::requirePlan(tx, found.month.month), out);
}

void change(ApiCall& call, WriteTransaction& tx, RowWriter& out)
{
    const auto month = call.month("month");
    const KeptPlan changed = gifting::changePlan(tx, {.month = month,
                                                      .seen = EventSeq{call.integer("seen")},
                                                      .recipient = call.part,
                                                      .lines = call.lines("lines")});
    writePlan(changed.boxes.empty() ? changed : gifting::requirePlan(tx, month), out);
}

void accept(ApiCall& call, WriteTransaction& tx, RowWriter& out)
{
    const auto accepted =
        gifting::acceptPlan(tx, call.month("month"), EventSeq{call.integer("seen")});
    reports::writeAccepted(tx.store(), accepted, out);
}

const ApiRoute kRoutes[] = {
    {"/plan", "The proposal for a month", Action::Plan, kShow, planColumns, readPlan},
    {"/plan",
     "Propose a box for everybody on the approved list who has none; takes up to 20 seconds",
     Action::Plan, kPropose, planColumns, nullptr, propose, false, look},
    {"/plan/accept", "Plan every box of the proposal, all or none", Action::Plan, kAccept,
     reports::acceptedColumns, nullptr, accept},
    {"/plan/{recipient}/change", "Say what goes into a box of the proposal", Action::Plan, kChange,
     planColumns, nullptr, change}};

} // namespace

std::span<const ApiRoute> apiPlanRoutes() { return kRoutes; }

} // namespace giftbox::web
