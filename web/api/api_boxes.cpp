#include "gifting/give_box.h"
#include "gifting/pack_box.h"
#include "gifting/plan_box.h"
#include "gifting/selection/candidates.h"
#include "gifting/substitutes.h"
#include "gifting/use_recipe.h"
#include "reports/box_rows.h"
#include "web/api/api_table.h"

namespace giftbox::web {

using access::Action;
using books::BoxNo;
using books::ReadTransaction;
using books::WriteTransaction;
using foundation::RowWriter;
using enum ApiType;

namespace {

constexpr ApiField kOn{"on", Date, false, "The day it happened; today when left out."};
constexpr ApiField kReason{"reason", Text, true, "Why; it is kept."};
constexpr ApiField kMinutes{"minutes", Integer, false,
                            "Minutes of labor; the store's own when left out."};
constexpr ApiField kOverride{"override", Text, false,
                             "A manager's reason to go over a stop cap with this one box."};
constexpr ApiField kRecipient{"recipient", Text, true, "The code of who it is for."};

constexpr ApiField kBoxes[] = {
    {"month", Month, false, "The month they count in; this month when left out."},
    {"state", Text, false, "planned, cancelled, packed, given or unpacked."},
    {"as_of", Date, false,
     "Those that lay packed and not given at the end of this day; neither month nor state then."}};
constexpr ApiField kLines{"lines", Lines, false,
                          "What goes in; a recipe makes them when left out."};
constexpr ApiField kRecipe{"recipe", Text, false,
                           "The recipe that makes the lines, by name, where none are given."};

constexpr ApiField kPack[] = {kRecipient, kLines, kRecipe, kMinutes, kOn, kOverride};
constexpr ApiField kPlan[] = {kRecipient,
                              kLines,
                              kRecipe,
                              kMinutes,
                              {"month", Month, false, "For which month; this one when left out."},
                              kOverride};
constexpr ApiField kPackPlanned[] = {
    {"lines", Lines, false, "What goes in instead of what was planned."}, kMinutes, kOn, kOverride};
constexpr ApiField kGive[] = {kOn, kOverride};
constexpr ApiField kUnpack[] = {kReason, kOn};
constexpr ApiField kCancel[] = {kReason};

std::optional<std::string> overrideIn(const ApiCall& call)
{
    auto reason = call.maybeText("override");
    if (reason && !call.may(Action::Override)) {
        throw foundation::Refusal("access.override/token", {{"roles", toText(call.token.roles)}});
    }
    return reason;
}

BoxNo boxOf(const ApiCall& call) { return BoxNo{call.number()}; }

void readBoxes(ApiCall& call, const ReadTransaction& tx, RowWriter& out)
{
    const reports::BoxesWanted wanted = reports::boxesWanted(call.text("state"));
    const gifting::BoxFilter filter{.month = call.month("month"),
                                    .state = wanted.state,
                                    .recipient = {},
                                    .most = call.limit() + 1, // one more tells that a page follows
                                    .after = BoxNo{call.afterNumber().value_or(0)}};
    const auto on = call.maybeDate("as_of");
    reports::requireAlone(on, call.has("month") || call.has("state"));
    ApiPage page(call);
    out.begin(reports::boxColumns());
    if (on) {
        reports::listPackedBoxes(
            tx, *on, [&](BoxNo number) { return page.takes(number.value); }, out);
        out.end();
        page.finish();
        return;
    }
    reports::listAllBoxes(
        tx, wanted, filter, [&](BoxNo number) { return page.takes(number.value); }, out);
    out.end();
    page.finish();
}

void readBox(ApiCall& call, const ReadTransaction& tx, RowWriter& out)
{
    const auto plan = gifting::findPlannedBox(tx, boxOf(call));
    out.begin(reports::boxLineColumns());
    if (plan && plan->state == gifting::PlanState::Cancelled) {
        reports::writeBoxWithoutLine(*plan, out);
    } else if (plan) {
        for (const gifting::PlannedLine& line : linesOf(tx, *plan)) {
            reports::writeBoxLine(*plan, line, out);
        }
    } else {
        const gifting::Box box = gifting::requireBox(tx, boxOf(call));
        for (const gifting::PackedLine& line : linesOf(tx, box)) {
            reports::writeBoxLine(box, line, out);
        }
    }
    out.end();
}

void writeOne(const auto& box, RowWriter& out)
{
    out.begin(reports::boxColumns());
    reports::writeBoxCells(box, out);
    out.endRow();
    out.end();
}

void writePacked(const books::Store& store, foundation::Date on, const gifting::PackedBox& packed,
                 RowWriter& out)
{
    out.begin(reports::packedColumns());
    reports::writePacked(store, on, packed, out);
    out.end();
}

template <class Request>
Request byRecipe(const ReadTransaction& tx, const ApiCall& call, Request request)
{
    const auto name = call.maybeText("recipe");
    if (!name) {
        return request;
    }
    if (!request.lines.empty()) {
        throw foundation::Refusal("recipe.or_lines");
    }
    return gifting::useRecipe(tx, std::move(request), {.name = *name, .picks = {}});
}

gifting::BoxRequest boxIn(ApiCall& call, const ReadTransaction& tx)
{
    gifting::BoxRequest request{.recipient = call.text("recipient"),
                                .lines = call.lines("lines"),
                                .minutes = call.maybeInteger("minutes"),
                                .packedOn = call.day("on"),
                                .givenOn = {},
                                .reference = {},
                                .override = overrideIn(call)};
    request.despite = gifting::approvedDespite(tx, request.recipient, request.packedOn.month());
    return byRecipe(tx, call, std::move(request));
}

gifting::PlannedPacking packingIn(ApiCall& call, const ReadTransaction& tx)
{
    const gifting::PlannedBox plan = gifting::requirePlanned(tx, boxOf(call), "packed");
    return {.number = plan.number,
            .lines = call.lines("lines"),
            .minutes = call.maybeInteger("minutes"),
            .packedOn = call.day("on"),
            .override = overrideIn(call),
            .despite = gifting::approvedDespite(tx, plan.recipientCode, plan.month)};
}

gifting::PlanRequest planIn(ApiCall& call, const ReadTransaction& tx)
{
    gifting::PlanRequest request{.recipient = call.text("recipient"),
                                 .lines = call.lines("lines"),
                                 .minutes = call.maybeInteger("minutes"),
                                 .month = call.month("month"),
                                 .override = overrideIn(call),
                                 .recipe = {}};
    request.despite = gifting::approvedDespite(tx, request.recipient, request.month);
    return byRecipe(tx, call, std::move(request));
}

gifting::BoxRequest plannedBoxIn(ApiCall& call, const ReadTransaction& tx)
{
    return gifting::requestOf(tx, packingIn(call, tx));
}

template <auto requestIn>
gifting::BoxRefusal insteadOf(ApiCall& call, const ReadTransaction& tx,
                              const foundation::Refusal& refusal)
{
    return gifting::withSubstitutes(tx, refusal, requestIn(call, tx));
}

void pack(ApiCall& call, WriteTransaction& tx, RowWriter& out)
{
    const gifting::BoxRequest request = boxIn(call, tx);
    writePacked(tx.store(), request.packedOn, gifting::packBox(tx, request), out);
}

void packPlanned(ApiCall& call, WriteTransaction& tx, RowWriter& out)
{
    const gifting::PlannedPacking packing = packingIn(call, tx);
    writePacked(tx.store(), packing.packedOn, gifting::packPlannedBox(tx, packing), out);
}

void plan(ApiCall& call, WriteTransaction& tx, RowWriter& out)
{
    const gifting::PlanRequest request = planIn(call, tx);
    const gifting::PlannedResult planned = gifting::planBox(tx, request);
    out.begin(reports::plannedColumns());
    reports::writePlanned(tx.store(), request.recipient, planned, out);
    out.end();
}

void give(ApiCall& call, WriteTransaction& tx, RowWriter& out)
{
    const gifting::GivenBox given =
        gifting::giveBox(tx, boxOf(call), call.day("on"), overrideIn(call));
    out.begin(reports::givenColumns());
    reports::writeGiven(tx.store(), given, out);
    out.end();
}

void unpack(ApiCall& call, WriteTransaction& tx, RowWriter& out)
{
    writeOne(gifting::unpackBox(tx, boxOf(call), call.day("on"), call.text("reason")), out);
}

void cancel(ApiCall& call, WriteTransaction& tx, RowWriter& out)
{
    writeOne(gifting::cancelBox(tx, boxOf(call), call.text("reason")), out);
}

using reports::boxColumns;
using reports::boxLineColumns;
using reports::givenColumns;
using reports::packedColumns;
using reports::plannedColumns;

const ApiRoute kRoutes[] = {
    {"/boxes", "The boxes of a month, by number", Action::ViewStock, kBoxes, boxColumns, readBoxes,
     nullptr, true},
    {"/boxes/{no}",
     "One box: a row for each item in it; one without, when it is cancelled",
     Action::ViewStock,
     {},
     boxLineColumns,
     readBox},
    {.pattern = "/boxes/pack",
     .summary = "Pack a box",
     .action = Action::Pack,
     .fields = kPack,
     .columns = packedColumns,
     .write = pack,
     .withSubstitutes = insteadOf<boxIn>},
    {.pattern = "/boxes/plan",
     .summary = "Plan a box",
     .action = Action::Plan,
     .fields = kPlan,
     .columns = plannedColumns,
     .write = plan,
     .withSubstitutes = insteadOf<planIn>},
    {.pattern = "/boxes/{no}/pack",
     .summary = "Pack a planned box",
     .action = Action::Pack,
     .fields = kPackPlanned,
     .columns = packedColumns,
     .write = packPlanned,
     .withSubstitutes = insteadOf<plannedBoxIn>},
    {"/boxes/{no}/give", "Give a packed box", Action::Give, kGive, givenColumns, nullptr, give},
    {"/boxes/{no}/unpack", "Unpack a packed box", Action::Cancel, kUnpack, boxColumns, nullptr,
     unpack},
    {"/boxes/{no}/cancel", "Cancel a planned box", Action::Cancel, kCancel, boxColumns, nullptr,
     cancel}};

} // namespace

std::span<const ApiRoute> apiBoxRoutes() { return kRoutes; }

} // namespace giftbox::web
