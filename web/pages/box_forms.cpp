#include "budget/authorize.h"
#include "gifting/give_box.h"
#include "gifting/plan_box.h"
#include "gifting/selection/box_asked.h"
#include "gifting/substitutes.h"
#include "web/pages/pages.h"
#include "web/pages/recipe_field.h"
#include "web/pages/recipient_field.h"
#include "web/ui/operation_form.h"
#include "web/ui/room_text.h"

namespace giftbox::web {

using access::Action;
using books::ReadTransaction;
using foundation::Refusal;

namespace {

std::string boxAddress(const Visit& visit, books::BoxNo number)
{
    return visit.address("boxes/" + std::to_string(number.value));
}

Field minutesField()
{
    return {.name = "minutes",
            .label = "Minutes of labor",
            .type = "units",
            .hint = "The store's own when left out",
            .isNeeded = false};
}

Field dayField(const Visit& visit, const std::string& label)
{
    return {.name = "on",
            .label = label,
            .type = "date",
            .value = toText(visit.today()),
            .answersTo = {"month", "given_on"}};
}

Field reasonField() { return {.name = "reason", .label = "Why"}; }

/// Only who may override gets the field; the refusal of a cap stands at it, else above the form.
void addOverride(const Visit& visit, FormPage& page)
{
    if (visit.may(Action::Override)) {
        page.fields.push_back({.name = "override",
                               .label = "Override: why this one may go over a stop cap",
                               .isNeeded = false});
    }
}

std::optional<std::string> overrideIn(const Visit& visit)
{
    const auto reason = maybeTextIn(visit.form, "override");
    if (reason && !visit.may(Action::Override)) {
        throw Refusal("access.override");
    }
    return reason;
}

std::string saidOf(const Visit& visit, const books::Store& store, const budget::Verdict& verdict)
{
    std::string text;
    if (!verdict.warned.empty()) {
        text += " Note: " + textOf(sentencesOf(store, verdict.warned), visit.format) + ".";
    }
    if (!verdict.overridden.empty()) {
        text +=
            " Overridden: " + textOf(sentencesOf(store, verdict.overridden), visit.format) + ".";
    }
    return text;
}

/// What is left this month, to be seen before a box is packed or planned.
std::string roomNow(const ReadTransaction& tx, const Visit& visit)
{
    const foundation::Month month = visit.today().month();
    return roomText(visit.format, tx.store(), month, gifting::roomOf(tx, month));
}

Done packedDone(const Visit& visit, const books::Store& store, const gifting::PackedBox& packed)
{
    return {boxAddress(visit, packed.number),
            "Packed as box " + std::to_string(packed.number.value) + " for " +
                visit.format.withCode(packed.cost.total()) + "." +
                roomText(visit.format, store, packed.month, packed.room.month()) +
                saidOf(visit, store, packed.verdict)};
}

std::vector<gifting::BoxLine> linesPlanned(const ReadTransaction& tx,
                                           const gifting::PlannedBox& plan)
{
    std::vector<gifting::BoxLine> lines;
    for (const gifting::PlannedLine& line : linesOf(tx, plan)) {
        lines.push_back({line.sku, line.units});
    }
    return lines;
}

/// The recipe makes what goes in where no row says it.
gifting::BoxAsked askedIn(const ReadTransaction& tx, const Visit& visit)
{
    gifting::BoxAsked asked{.recipient = visit.form.text("recipient"),
                            .lines = linesIn(tx, visit.form),
                            .minutes = maybeIntegerIn(visit.form, "minutes"),
                            .override = overrideIn(visit)};
    if (asked.lines.empty()) {
        asked.recipe = maybeTextIn(visit.form, "recipe");
    }
    return asked;
}

/// Of a box that is packed as it was planned there are no lines.
gifting::BoxAsked plannedIn(const ReadTransaction& tx, const Visit& visit)
{
    gifting::BoxAsked asked = askedIn(tx, visit);
    asked.planned = books::BoxNo{visit.number()};
    asked.recipient.reset();
    asked.recipe.reset();
    if (asked.lines == linesPlanned(tx, gifting::requirePlanned(tx, *asked.planned, "packed"))) {
        asked.lines.clear();
    }
    return asked;
}

/// What else may go into the box that was asked for.
template <class RequestIn>
Advise otherItems(const RequestIn& requestIn)
{
    return [requestIn](const ReadTransaction& tx, const Refusal& refusal) {
        return gifting::asksForSubstitutes(refusal)
                   ? gifting::withSubstitutes(tx, refusal, requestIn(tx)).sentences()
                   : std::vector<foundation::Sentence>();
    };
}

constexpr std::string_view kFillIn = "fill-in";

void addRecipes(Visit& visit, FormPage& page)
{
    Field field = recipeField("none: what the rows say");
    field.value = visit.query.text("recipe");
    field.hint = "It fills the rows when they are empty; fill them in to look first";
    page.fields.push_back(std::move(field));
    page.steps.push_back({std::string(kFillIn), "Fill in by the recipe"});
}

/// The form with the rows and minutes of its recipe; the minutes that were typed stay where the recipe has none.
template <class RequestIn>
Response filledIn(Visit& visit, const FormPage& page, const RequestIn& requestIn)
{
    if (!maybeTextIn(visit.form, "recipe")) {
        return showForm(visit, page);
    }
    const Form typed = visit.form;
    try {
        fillRows(visit.form, {});
        visit.form.set("minutes", "");
        const auto request = visit.read(requestIn);
        fillRows(visit.form, request.lines);
        visit.form.set("minutes",
                       request.minutes ? std::to_string(*request.minutes) : typed.text("minutes"));
        return showForm(visit, page);
    } catch (const Refusal& refusal) {
        visit.form = typed;
        return showForm(visit, page, &refusal);
    }
}

bool isToFillIn(const Visit& visit) { return visit.isForm() && visit.form.text("step") == kFillIn; }

} // namespace

Response packPage(Visit& visit)
{
    FormPage page{
        .title = "Pack a box",
        .submit = "Pack",
        .back = visit.address("boxes"),
        .fields = {recipientField(visit, "For"), minutesField(), dayField(visit, "Packed on")},
        .hasLines = true,
        .beforeShown = [&visit](const ReadTransaction& tx, FormPage& shown) {
            shown.items = itemOptions(tx);
            shown.intro = roomNow(tx, visit);
        }};
    addRecipes(visit, page);
    addOverride(visit, page);
    const auto requestIn = [&](const ReadTransaction& tx) {
        return gifting::requestOf(tx, askedIn(tx, visit), dateIn(visit.form, "on"));
    };
    if (isToFillIn(visit)) {
        return filledIn(visit, page, requestIn);
    }
    return runForm(
        visit, page, "web box pack",
        [&](books::WriteTransaction& tx) {
            return packedDone(visit, tx.store(),
                              gifting::pack(tx, askedIn(tx, visit), dateIn(visit.form, "on")));
        },
        otherItems(requestIn));
}

Response planPage(Visit& visit)
{
    FormPage page{.title = "Plan a box",
                  .submit = "Plan",
                  .back = visit.address("boxes"),
                  .fields = {recipientField(visit, "For"),
                             minutesField(),
                             {.name = "month",
                              .label = "Month",
                              .type = "month",
                              .value = toText(visit.today().month())}},
                  .hasLines = true,
                  .intro = "Its units are reserved and its estimated cost is committed.",
                  .beforeShown = [&visit](const ReadTransaction& tx, FormPage& shown) {
                      shown.items = itemOptions(tx);
                      shown.intro += roomNow(tx, visit);
                  }};
    addRecipes(visit, page);
    addOverride(visit, page);
    const auto requestIn = [&](const ReadTransaction& tx) {
        return gifting::requestOf(tx, askedIn(tx, visit), monthIn(visit.form, "month"));
    };
    if (isToFillIn(visit)) {
        return filledIn(visit, page, requestIn);
    }
    return runForm(
        visit, page, "web box plan",
        [&](books::WriteTransaction& tx) {
            const gifting::PlannedResult planned =
                gifting::plan(tx, askedIn(tx, visit), monthIn(visit.form, "month"));
            const books::Store& store = tx.store();
            return Done{boxAddress(visit, planned.number),
                        "Planned as box " + std::to_string(planned.number.value) +
                            ", estimated at " + visit.format.withCode(planned.cost.total()) + "." +
                            roomText(visit.format, store, planned.month, planned.room.month()) +
                            saidOf(visit, store, planned.verdict)};
        },
        otherItems(requestIn));
}

namespace {

void fillPlanned(const ReadTransaction& tx, const Visit& visit, books::BoxNo number, FormPage& page)
{
    const gifting::PlannedBox plan = gifting::requirePlanned(tx, number, "packed");
    for (const gifting::BoxLine& line : linesPlanned(tx, plan)) {
        page.lines.emplace_back(line.sku, std::to_string(line.units));
    }
    if (plan.month != visit.today().month()) {
        page.intro += " It was planned for " + visit.format.shown(plan.month) +
                      "; once it is packed it counts in the month of that day.";
    }
}

} // namespace

Response packPlannedPage(Visit& visit)
{
    const books::BoxNo number{visit.number()};
    FormPage page{.title = "Pack box " + std::to_string(number.value),
                  .submit = "Pack",
                  .back = boxAddress(visit, number),
                  .fields = {minutesField(), dayField(visit, "Packed on")},
                  .hasLines = true,
                  .intro = "It is packed as it was planned, or as you change the rows.",
                  .beforeShown = [&visit, number](const ReadTransaction& tx, FormPage& shown) {
                      shown.items = itemOptions(tx);
                      shown.intro += roomNow(tx, visit);
                      if (!visit.isForm()) {
                          fillPlanned(tx, visit, number, shown);
                      }
                  }};
    addOverride(visit, page);
    return runForm(
        visit, page, "web box pack " + visit.part,
        [&](books::WriteTransaction& tx) {
            return packedDone(visit, tx.store(),
                              gifting::pack(tx, plannedIn(tx, visit), dateIn(visit.form, "on")));
        },
        otherItems([&](const ReadTransaction& tx) {
            return gifting::requestOf(tx, plannedIn(tx, visit), dateIn(visit.form, "on"));
        }));
}

Response givePage(Visit& visit)
{
    const books::BoxNo number{visit.number()};
    FormPage page{.title = "Give box " + std::to_string(number.value),
                  .submit = "Give",
                  .back = boxAddress(visit, number),
                  .fields = {dayField(visit, "Given on")}};
    addOverride(visit, page);
    return runForm(visit, page, "web box give " + visit.part, [&](books::WriteTransaction& tx) {
        const gifting::GivenBox given =
            gifting::giveBox(tx, number, dateIn(visit.form, "on"), overrideIn(visit));
        return Done{boxAddress(visit, number),
                    "Given." +
                        roomText(visit.format, tx.store(), given.box.month,
                                 {.left = given.room, .waiting = given.waiting}) +
                        saidOf(visit, tx.store(), given.verdict)};
    });
}

Response unpackPage(Visit& visit)
{
    const books::BoxNo number{visit.number()};
    const FormPage page{.title = "Unpack box " + std::to_string(number.value),
                        .submit = "Unpack",
                        .back = boxAddress(visit, number),
                        .fields = {reasonField(), dayField(visit, "Unpacked on")},
                        .intro = "Everything returns to the shelf at the cost it left with."};
    visit.form.set("no", visit.part);
    return runOperation(visit, page, "box unpack", [&](const AnsweredRow&) {
        return Done{boxAddress(visit, number), "Unpacked. Everything is back on the shelf."};
    });
}

Response cancelPage(Visit& visit)
{
    const books::BoxNo number{visit.number()};
    const FormPage page{.title = "Cancel box " + std::to_string(number.value),
                        .submit = "Cancel the box",
                        .back = boxAddress(visit, number),
                        .fields = {reasonField()},
                        .intro = "Its units and its estimated cost are free again."};
    visit.form.set("no", visit.part);
    return runOperation(visit, page, "box cancel", [&](const AnsweredRow&) {
        return Done{boxAddress(visit, number), "Cancelled."};
    });
}

} // namespace giftbox::web
