#include "gifting/give_box.h"
#include "gifting/pack_box.h"
#include "gifting/plan_box.h"
#include "gifting/selection/candidates.h"
#include "gifting/use_recipe.h"
#include "operations/call.h"
#include "reports/box_rows.h"

namespace giftbox::operations {

using access::Action;
using books::BoxNo;
using books::ReadTransaction;
using books::WriteTransaction;
using foundation::FieldInfo;
using foundation::RowWriter;
using enum foundation::FieldType;
using enum foundation::Need;

namespace {

constexpr FieldInfo kNumber{.name = "no",
                            .type = Integer,
                            .title = "Box",
                            .help = "the box's number",
                            .need = Required,
                            .option = "NO"};
constexpr FieldInfo kRecipient{.name = "recipient",
                               .title = "Recipient",
                               .help = "the code of who it is for",
                               .need = Required,
                               .option = "--for",
                               .value = "RECIPIENT"};
constexpr FieldInfo kMinutes{.name = "minutes",
                             .type = Integer,
                             .title = "Minutes",
                             .help = "labor; the store's own when left out",
                             .value = "MINUTES"};
constexpr FieldInfo kOverride{.name = "override",
                              .title = "Override",
                              .help = "a manager's reason to go over a stop cap with this one box",
                              .value = "WHY"};
constexpr FieldInfo kLines{.name = "lines",
                           .type = Lines,
                           .title = "Items",
                           .help = "what goes in; a recipe makes them when left out",
                           .option = "--item"};
constexpr FieldInfo kRecipe{.name = "recipe",
                            .title = "Recipe",
                            .help =
                                "the recipe that makes the lines, by name, where none are given",
                            .value = "NAME"};

std::optional<std::string> overrideIn(const Call& call)
{
    auto reason = call.maybeText("override");
    if (reason && !call.caller.may(Action::Override)) {
        throw foundation::Refusal("access.override",
                                  "an override needs a manager's token; this one is for " +
                                      toText(call.caller.roles));
    }
    return reason;
}

BoxNo boxOf(const Call& call) { return BoxNo{call.integer("no")}; }

void readBoxes(Call& call, const ReadTransaction& tx, RowWriter& out)
{
    const reports::BoxesWanted wanted = reports::boxesWanted(call.text("state"));
    const gifting::BoxFilter filter{.month = call.caller.isTrusted() ? call.maybeMonth("month")
                                                                     : call.month("month"),
                                    .state = wanted.state,
                                    .recipient = {},
                                    .most = call.limit() + 1, // one more tells that a page follows
                                    .after = BoxNo{call.afterNumber().value_or(0)}};
    const auto on = call.maybeDate("as_of");
    reports::requireAlone(on, call.has("month") || call.has("state"));
    Page page(call);
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

void readBox(Call& call, const ReadTransaction& tx, RowWriter& out)
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
    writeRow(out, reports::boxColumns(), [&] {
        reports::writeBoxCells(box, out);
        out.endRow();
    });
}

void writePacked(const books::Store& store, foundation::Date on, const gifting::PackedBox& packed,
                 RowWriter& out)
{
    out.begin(reports::packedColumns());
    reports::writePacked(store, on, packed, out);
    out.end();
}

template <class Request>
Request byRecipe(const ReadTransaction& tx, const Call& call, Request request)
{
    const auto name = call.maybeText("recipe");
    if (!name) {
        return request;
    }
    if (!request.lines.empty()) {
        throw foundation::Refusal("recipe.or_lines", "the box has lines and a recipe that makes "
                                                     "them; give one of the two");
    }
    return gifting::useRecipe(tx, std::move(request), {.name = *name, .picks = {}});
}

gifting::BoxRequest boxIn(Call& call, const ReadTransaction& tx)
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

gifting::PlannedPacking packingIn(Call& call, const ReadTransaction& tx)
{
    const gifting::PlannedBox plan = gifting::requirePlanned(tx, boxOf(call), "packed");
    return {.number = plan.number,
            .lines = call.lines("lines"),
            .minutes = call.maybeInteger("minutes"),
            .packedOn = call.day("on"),
            .override = overrideIn(call),
            .despite = gifting::approvedDespite(tx, plan.recipientCode, plan.month)};
}

gifting::PlanRequest planIn(Call& call, const ReadTransaction& tx)
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

gifting::BoxRequest plannedBoxIn(Call& call, const ReadTransaction& tx)
{
    return gifting::requestOf(tx, packingIn(call, tx));
}

template <auto requestIn>
gifting::BoxRefusal insteadOf(Call& call, const ReadTransaction& tx,
                              const foundation::Refusal& refusal)
{
    return gifting::withSubstitutes(tx, refusal, requestIn(call, tx));
}

void pack(Call& call, WriteTransaction& tx, RowWriter& out)
{
    const gifting::BoxRequest request = boxIn(call, tx);
    writePacked(tx.store(), request.packedOn, gifting::packBox(tx, request), out);
}

void packPlanned(Call& call, WriteTransaction& tx, RowWriter& out)
{
    const gifting::PlannedPacking packing = packingIn(call, tx);
    writePacked(tx.store(), packing.packedOn, gifting::packPlannedBox(tx, packing), out);
}

void plan(Call& call, WriteTransaction& tx, RowWriter& out)
{
    const gifting::PlanRequest request = planIn(call, tx);
    const gifting::PlannedResult planned = gifting::planBox(tx, request);
    writeRow(out, reports::plannedColumns(),
             [&] { reports::writePlanned(tx.store(), request.recipient, planned, out); });
}

void give(Call& call, WriteTransaction& tx, RowWriter& out)
{
    const gifting::GivenBox given =
        gifting::giveBox(tx, boxOf(call), call.day("on"), overrideIn(call));
    writeRow(out, reports::givenColumns(), [&] { reports::writeGiven(tx.store(), given, out); });
}

void unpack(Call& call, WriteTransaction& tx, RowWriter& out)
{
    writeOne(gifting::unpackBox(tx, boxOf(call), call.day("on"), call.text("reason")), out);
}

void cancel(Call& call, WriteTransaction& tx, RowWriter& out)
{
    writeOne(gifting::cancelBox(tx, boxOf(call), call.text("reason")), out);
}

std::vector<Operation> packing()
{
    return {{.address = "/boxes/pack",
             .summary = "pack a box",
             .action = Action::Pack,
             .fields = {kRecipient, kLines, kRecipe, kMinutes, kOn, kOverride},
             .columns = reports::packedColumns,
             .write = pack,
             .answer = Answer::Row,
             .withSubstitutes = insteadOf<boxIn>},
            {.address = "/boxes/plan",
             .summary = "plan a box",
             .action = Action::Plan,
             .fields = {kRecipient,
                        kLines,
                        kRecipe,
                        kMinutes,
                        {.name = "month",
                         .type = Month,
                         .title = "Month",
                         .help = "for which month; this one when left out"},
                        kOverride},
             .columns = reports::plannedColumns,
             .write = plan,
             .answer = Answer::Row,
             .withSubstitutes = insteadOf<planIn>},
            {.address = "/boxes/{no}/pack",
             .summary = "pack a planned box",
             .action = Action::Pack,
             .fields = {kNumber,
                        {.name = "lines",
                         .type = Lines,
                         .title = "Items",
                         .help = "what goes in instead of what was planned",
                         .option = "--item"},
                        kMinutes,
                        kOn,
                        kOverride},
             .columns = reports::packedColumns,
             .write = packPlanned,
             .answer = Answer::Row,
             .withSubstitutes = insteadOf<plannedBoxIn>}};
}

std::vector<Operation> others()
{
    return {{.command = "box cancel",
             .address = "/boxes/{no}/cancel",
             .summary = "give a planned box up; its units and its estimated cost are free again",
             .action = Action::Cancel,
             .fields = {kNumber, kReason},
             .columns = reports::boxColumns,
             .write = cancel,
             .answer = Answer::Row,
             .example = "43 --reason \"on holiday until spring\""},
            {.command = "box give",
             .address = "/boxes/{no}/give",
             .summary = "hand a packed box over",
             .action = Action::Give,
             .fields = {kNumber, kOn, kOverride},
             .columns = reports::givenColumns,
             .write = give,
             .answer = Answer::Row,
             .example = "42"},
            {.command = "box unpack",
             .address = "/boxes/{no}/unpack",
             .summary = "take a packed box apart; everything returns at the cost it left with",
             .action = Action::Cancel,
             .fields = {kNumber, kReason, kOn},
             .columns = reports::boxColumns,
             .write = unpack,
             .answer = Answer::Row,
             .example = "42 --reason \"moved away\""},
            {.address = "/boxes/{no}",
             .summary = "one box: a row for each item in it; one without, when it is cancelled",
             .fields = {kNumber},
             .columns = reports::boxLineColumns,
             .read = readBox},
            {.command = "box list",
             .address = "/boxes",
             .summary = "boxes, by number",
             .fields = {{.name = "month",
                         .type = Month,
                         .title = "Month",
                         .help = "only those that count in this month; a program gets those of the "
                                 "current month when "
                                 "left out"},
                        {.name = "state",
                         .title = "State",
                         .help = "only these",
                         .choices = "planned|packed|given|unpacked|cancelled"},
                        {.name = "as_of",
                         .type = Date,
                         .title = "As of",
                         .help = "those that lay packed and not given at the end of this day; "
                                 "neither month nor state "
                                 "then"}},
             .columns = reports::boxColumns,
             .read = readBoxes,
             .example = "--state packed",
             .isPaged = true}};
}

} // namespace

std::vector<Operation> boxOperations()
{
    std::vector<Operation> all = packing();
    std::ranges::move(others(), std::back_inserter(all));
    return all;
}

} // namespace giftbox::operations
