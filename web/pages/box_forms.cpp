#include "budget/authorize.h"
#include "gifting/give_box.h"
#include "gifting/plan_box.h"
#include "gifting/selection/box_asked.h"
#include "gifting/substitutes.h"
#include "web/pages/pages.h"
#include "web/pages/recipe_field.h"
#include "web/pages/recipient_field.h"
#include "web/ui/operation_form.h"
#include "web/ui/remaining_text.h"

namespace giftbox::web {

using access::Action;
using books::ReadTransaction;
using foundation::Refusal;

namespace {

std::string boxAddress(const RequestContext& context, books::BoxNo number)
{
    return context.address("boxes/" + std::to_string(number.value));
}

Field minutesField()
{
    return {.name = "minutes",
            .label = "Labor minutes",
            .type = "units",
            .hint = "Default: the minutes in Settings",
            .isNeeded = false};
}

Field dayField(const RequestContext& context, const std::string& label)
{
    return {.name = "on",
            .label = label,
            .type = "date",
            .value = toText(context.today()),
            .answersTo = {"month", "given_on"}};
}

Field reasonField() { return {.name = "reason", .label = "Reason"}; }

/// The field is there only for users who may override. A cap that blocks is reported at the field, else above the
/// form.
void addOverride(const RequestContext& context, FormPage& page)
{
    if (context.may(Action::Override)) {
        page.fields.push_back(
            {.name = "override", .label = "Reason to exceed a blocking cap", .isNeeded = false});
    }
}

std::optional<std::string> overrideIn(const RequestContext& context)
{
    const auto reason = maybeTextIn(context.form, "override");
    if (reason && !context.may(Action::Override)) {
        throw Refusal("access.override");
    }
    return reason;
}

std::string saidOf(const RequestContext& context, const books::Store& store,
                   const budget::Verdict& verdict)
{
    std::string text;
    if (!verdict.warned.empty()) {
        text += " Warning: " + textOf(sentencesOf(store, verdict.warned), context.format) + ".";
    }
    if (!verdict.overridden.empty()) {
        text +=
            " Override: " + textOf(sentencesOf(store, verdict.overridden), context.format) + ".";
    }
    return text;
}

/// The budget remaining this month, shown before a box is packed or planned.
std::string remainingNow(const ReadTransaction& tx, const RequestContext& context)
{
    const foundation::Month month = context.today().month();
    return remainingText(context.format, tx.store(), month, gifting::remainingOf(tx, month));
}

Done packedDone(const RequestContext& context, const books::Store& store,
                const gifting::PackedBox& packed)
{
    return {boxAddress(context, packed.number),
            "Box " + std::to_string(packed.number.value) +
                " packed. Total cost: " + context.format.withCode(packed.cost.total()) + "." +
                remainingText(context.format, store, packed.month, packed.remaining.month()) +
                saidOf(context, store, packed.verdict)};
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

/// The recipe supplies the items when no row is filled in.
gifting::BoxAsked askedIn(const ReadTransaction& tx, const RequestContext& context)
{
    gifting::BoxAsked asked{.recipient = context.form.text("recipient"),
                            .lines = linesIn(tx, context.form),
                            .minutes = maybeIntegerIn(context.form, "minutes"),
                            .override = overrideIn(context)};
    if (asked.lines.empty()) {
        asked.recipe = maybeTextIn(context.form, "recipe");
    }
    return asked;
}

/// A box packed as planned has no lines in the request.
gifting::BoxAsked plannedIn(const ReadTransaction& tx, const RequestContext& context)
{
    gifting::BoxAsked asked = askedIn(tx, context);
    asked.planned = books::BoxNo{context.number()};
    asked.recipient.reset();
    asked.recipe.reset();
    if (asked.lines == linesPlanned(tx, gifting::requirePlanned(tx, *asked.planned, "packed"))) {
        asked.lines.clear();
    }
    return asked;
}

/// Substitutes for the items in the request.
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

void addRecipes(RequestContext& context, FormPage& page)
{
    Field field = recipeField("None: use the rows below");
    field.value = context.query.text("recipe");
    field.hint = "Fills empty rows. Fill in the rows first to review them";
    page.fields.push_back(std::move(field));
    page.steps.push_back({std::string(kFillIn), "Fill in from the recipe"});
}

/// The form with the rows and minutes of its recipe; the minutes that were typed stay where the recipe has none.
template <class RequestIn>
Response filledIn(RequestContext& context, const FormPage& page, const RequestIn& requestIn)
{
    if (!maybeTextIn(context.form, "recipe")) {
        return showForm(context, page);
    }
    const Form typed = context.form;
    try {
        fillRows(context.form, {});
        context.form.set("minutes", "");
        const auto request = context.read(requestIn);
        fillRows(context.form, request.lines);
        context.form.set("minutes", request.minutes ? std::to_string(*request.minutes)
                                                    : typed.text("minutes"));
        return showForm(context, page);
    } catch (const Refusal& refusal) {
        context.form = typed;
        return showForm(context, page, &refusal);
    }
}

bool isToFillIn(const RequestContext& context)
{
    return context.isForm() && context.form.text("step") == kFillIn;
}

} // namespace

Response packPage(RequestContext& context)
{
    FormPage page{.title = "Pack a box",
                  .submit = "Pack the box",
                  .back = context.address("boxes"),
                  .fields = {recipientField(context, "Recipient"), minutesField(),
                             dayField(context, "Packed on")},
                  .hasLines = true,
                  .beforeShown = [&context](const ReadTransaction& tx, FormPage& shown) {
                      shown.items = itemOptions(tx);
                      shown.intro = remainingNow(tx, context);
                  }};
    addRecipes(context, page);
    addOverride(context, page);
    const auto requestIn = [&](const ReadTransaction& tx) {
        return gifting::requestOf(tx, askedIn(tx, context), dateIn(context.form, "on"));
    };
    if (isToFillIn(context)) {
        return filledIn(context, page, requestIn);
    }
    return runForm(
        context, page, "web box pack",
        [&](books::WriteTransaction& tx) {
            return packedDone(context, tx.store(),
                              gifting::pack(tx, askedIn(tx, context), dateIn(context.form, "on")));
        },
        otherItems(requestIn));
}

Response planPage(RequestContext& context)
{
    FormPage page{.title = "Plan a box",
                  .submit = "Plan the box",
                  .back = context.address("boxes"),
                  .fields = {recipientField(context, "Recipient"),
                             minutesField(),
                             {.name = "month",
                              .label = "Month",
                              .type = "month",
                              .value = toText(context.today().month())}},
                  .hasLines = true,
                  .intro = "Planning reserves the units and commits the estimated cost.",
                  .beforeShown = [&context](const ReadTransaction& tx, FormPage& shown) {
                      shown.items = itemOptions(tx);
                      shown.intro += remainingNow(tx, context);
                  }};
    addRecipes(context, page);
    addOverride(context, page);
    const auto requestIn = [&](const ReadTransaction& tx) {
        return gifting::requestOf(tx, askedIn(tx, context), monthIn(context.form, "month"));
    };
    if (isToFillIn(context)) {
        return filledIn(context, page, requestIn);
    }
    return runForm(
        context, page, "web box plan",
        [&](books::WriteTransaction& tx) {
            const gifting::PlannedResult planned =
                gifting::plan(tx, askedIn(tx, context), monthIn(context.form, "month"));
            const books::Store& store = tx.store();
            return Done{
                boxAddress(context, planned.number),
                "Box " + std::to_string(planned.number.value) + " planned. Estimated cost: " +
                    context.format.withCode(planned.cost.total()) + "." +
                    remainingText(context.format, store, planned.month, planned.remaining.month()) +
                    saidOf(context, store, planned.verdict)};
        },
        otherItems(requestIn));
}

namespace {

void fillPlanned(const ReadTransaction& tx, const RequestContext& context, books::BoxNo number,
                 FormPage& page)
{
    const gifting::PlannedBox plan = gifting::requirePlanned(tx, number, "packed");
    for (const gifting::BoxLine& line : linesPlanned(tx, plan)) {
        page.lines.emplace_back(line.sku, std::to_string(line.units));
    }
    if (plan.month != context.today().month()) {
        page.intro += " The box is planned for " + context.format.shown(plan.month) +
                      ". Its cost counts in the month you pack it.";
    }
}

} // namespace

Response packPlannedPage(RequestContext& context)
{
    const books::BoxNo number{context.number()};
    FormPage page{.title = "Pack box " + std::to_string(number.value),
                  .submit = "Pack the box",
                  .back = boxAddress(context, number),
                  .fields = {minutesField(), dayField(context, "Packed on")},
                  .hasLines = true,
                  .intro = "Keep the planned items, or change the rows.",
                  .beforeShown = [&context, number](const ReadTransaction& tx, FormPage& shown) {
                      shown.items = itemOptions(tx);
                      shown.intro += remainingNow(tx, context);
                      if (!context.isForm()) {
                          fillPlanned(tx, context, number, shown);
                      }
                  }};
    addOverride(context, page);
    return runForm(
        context, page, "web box pack " + context.part,
        [&](books::WriteTransaction& tx) {
            return packedDone(
                context, tx.store(),
                gifting::pack(tx, plannedIn(tx, context), dateIn(context.form, "on")));
        },
        otherItems([&](const ReadTransaction& tx) {
            return gifting::requestOf(tx, plannedIn(tx, context), dateIn(context.form, "on"));
        }));
}

Response givePage(RequestContext& context)
{
    const books::BoxNo number{context.number()};
    FormPage page{.title = "Hand over box " + std::to_string(number.value),
                  .submit = "Hand over",
                  .back = boxAddress(context, number),
                  .fields = {dayField(context, "Handed over on")}};
    addOverride(context, page);
    return runForm(context, page, "web box give " + context.part, [&](books::WriteTransaction& tx) {
        const gifting::GivenBox given =
            gifting::giveBox(tx, number, dateIn(context.form, "on"), overrideIn(context));
        return Done{boxAddress(context, number),
                    "Box " + context.part + " handed over to " +
                        context.recipientShown(given.box.recipientName, given.box.recipientCode) +
                        "." +
                        remainingText(context.format, tx.store(), given.box.month,
                                      {.left = given.remaining, .waiting = given.waiting}) +
                        saidOf(context, tx.store(), given.verdict)};
    });
}

Response unpackPage(RequestContext& context)
{
    const books::BoxNo number{context.number()};
    const FormPage page{.title = "Unpack box " + std::to_string(number.value),
                        .submit = "Unpack",
                        .back = boxAddress(context, number),
                        .fields = {reasonField(), dayField(context, "Unpacked on")},
                        .intro = "All units return to stock at their original cost."};
    context.form.set("no", context.part);
    return runOperation(context, page, "box unpack", [&](const AnsweredRow&) {
        return Done{boxAddress(context, number),
                    "Box " + context.part + " unpacked. All units are back in stock."};
    });
}

Response cancelPage(RequestContext& context)
{
    const books::BoxNo number{context.number()};
    const FormPage page{.title = "Cancel box " + std::to_string(number.value),
                        .submit = "Cancel the box",
                        .back = boxAddress(context, number),
                        .fields = {reasonField()},
                        .intro = "Canceling releases the reserved units and the committed cost."};
    context.form.set("no", context.part);
    return runOperation(context, page, "box cancel", [&](const AnsweredRow&) {
        return Done{boxAddress(context, number), "Box " + context.part + " canceled."};
    });
}

} // namespace giftbox::web
