#include "gifting/box.h"
#include "gifting/notes/note_of_box.h"
#include "gifting/recipe.h"
#include "gifting/selection/box_asked.h"
#include "web/pages/pages.h"
#include "web/pages/recipe_field.h"
#include "web/pages/recipient_field.h"
#include "web/ui/item_options.h"
#include "web/ui/operation_form.h"
#include "web/ui/remaining_text.h"
#include "web/ui/suggested.h"

namespace giftbox::web {

using access::Action;
using books::ReadTransaction;
using foundation::JsonBody;
using foundation::Refusal;

namespace {

std::string boxAddress(const RequestContext& context, const std::string& number)
{
    return context.address("boxes/" + number);
}

/// The box in the address, which the operation is told.
std::string boxAsked(RequestContext& context)
{
    std::string number = std::to_string(context.number());
    context.form.set("no", number);
    return number;
}

Field recipeOf(const RequestContext& context)
{
    Field field = recipeField("None: use the rows below");
    field.value = context.query.text("recipe");
    field.hint = "Fills empty rows. Fill in the rows first to review them";
    return field;
}

/// The field of an override is there only for users who may, and shown once a cap blocks the box, which is then
/// reported there; for others, above the form.
std::vector<Field> boxFields(RequestContext& context, std::string_view command,
                             std::vector<std::string_view> names, const std::string& day = {})
{
    if (context.may(Action::Override)) {
        names.emplace_back("override");
    }
    std::vector<Field> fields = fieldsOf(command, names);
    for (Field& field : fields) {
        if (field.name == "recipient") {
            field = recipientField(context, "Recipient");
        } else if (field.name == "override") {
            field.isAnswer = true;
        } else if (field.name == "minutes") {
            field.hint = "As usual in this store, unless you enter something else";
        } else if (field.name == "recipe") {
            field = recipeOf(context);
        } else if (field.name == "month") {
            field.value = toText(context.today().month());
            field.isNeeded = true;
        } else if (field.name == "on") {
            field.label = day;
            field.hint = "";
            field.value = toText(context.today());
            field.isNeeded = true;
            field.answersTo.emplace_back("given_on");
        }
    }
    return fields;
}

/// The budget remaining this month, shown before a box is packed or planned.
std::string remainingNow(const ReadTransaction& tx, const RequestContext& context)
{
    const foundation::Month month = context.today().month();
    return remainingText(context.format, tx.store(), month, gifting::remainingOf(tx, month));
}

/// What is left of a month after a box, and which caps it passed.
std::string leftAfter(const AnsweredRow& box, const std::string& month)
{
    const std::string& warning = box.at("warning");
    const std::string& overridden = box.at("overridden");
    return remainingText(box, "Remaining in " + month) +
           (warning.empty() ? "" : " Warning: " + warning + ".") +
           (overridden.empty() ? "" : " Override: " + overridden + ".");
}

Done packedDone(const RequestContext& context, const Answered& answer)
{
    const std::string month = context.format.shown(dateIn(context.form, "on").month());
    return {boxAddress(context, answer.at("box")),
            "Box " + answer.at("box") + " packed. Total cost: " + answer.at("total_cost") + "." +
                leftAfter(answer.rows.front(), month)};
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
void sayRecipe(const ReadTransaction&, JsonBody& said)
{
    said.fields.try_emplace("recipient", "");
    if (!said.lists.at("lines").empty()) {
        said.fields.erase("recipe");
    }
}

constexpr std::string_view kFillIn = "fill-in";

/// The form with the rows and minutes of its recipe; the minutes that were typed stay where the recipe has none.
template <class When>
Response filledIn(RequestContext& context, const FormPage& page, const When& when)
{
    if (!maybeTextIn(context.form, "recipe")) {
        return showForm(context, page);
    }
    const Form typed = context.form;
    try {
        takeSuggested(context, page);
        fillRows(context.form, {});
        context.form.set("minutes", "");
        const auto request = context.read([&](const ReadTransaction& tx) {
            return gifting::requestOf(tx,
                                      {.recipient = context.form.text("recipient"),
                                       .recipe = maybeTextIn(context.form, "recipe")},
                                      when());
        });
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

/// Offers to fill in a recipe; in a store without recipes, nothing is said of them.
void offerRecipes(FormPage& page)
{
    page.steps.push_back({std::string(kFillIn), "Fill in from the recipe"});
    page.beforeShown = [before = page.beforeShown](const ReadTransaction& tx, FormPage& shown) {
        before(tx, shown);
        bool hasRecipes = false;
        gifting::listRecipes(tx, [&](const gifting::Recipe&) { hasRecipes = true; });
        if (!hasRecipes) {
            fieldNamed(shown.fields, "recipe").type = "hidden";
            shown.steps.clear();
        }
    };
}

/// With rows of items on the shelf, and the room that is left.
FormPage boxPage(const RequestContext& context, const std::string& title, const std::string& submit,
                 const std::string& intro, std::vector<Field> fields)
{
    return {.title = title,
            .submit = submit,
            .back = context.address("boxes"),
            .fields = std::move(fields),
            .hasLines = true,
            .intro = intro,
            .beforeShown = [&context](const ReadTransaction& tx, FormPage& shown) {
                shown.items = itemOptions(tx);
                shown.intro += remainingNow(tx, context);
            }};
}

} // namespace

Response packPage(RequestContext& context)
{
    FormPage page = boxPage(
        context, "Pack a box", "Pack the box", "",
        boxFields(context, "box pack", {"recipient", "recipe", "minutes", "on"}, "Packed on"));
    offerRecipes(page);
    if (isToFillIn(context)) {
        return filledIn(context, page, [&] { return dateIn(context.form, "on"); });
    }
    return runOperation(
        context, page,
        {.command = "box pack",
         .done = [&](const Answered& answer) { return packedDone(context, answer); },
         .say = sayRecipe});
}

Response planPage(RequestContext& context)
{
    FormPage page =
        boxPage(context, "Plan a box", "Plan the box",
                "Planning reserves the units and commits the estimated cost.",
                boxFields(context, "box plan", {"recipient", "recipe", "minutes", "month"}));
    offerRecipes(page);
    if (isToFillIn(context)) {
        return filledIn(context, page, [&] { return monthIn(context.form, "month"); });
    }
    const auto done = [&](const Answered& answer) {
        return Done{boxAddress(context, answer.at("box")),
                    "Box " + answer.at("box") +
                        " planned. Estimated cost: " + answer.at("total_cost") + "." +
                        leftAfter(answer.rows.front(), answer.at("month"))};
    };
    return runOperation(context, page, {.command = "box plan", .done = done, .say = sayRecipe});
}

namespace {

void fillPlanned(const ReadTransaction& tx, const RequestContext& context, FormPage& page)
{
    const auto plan = gifting::requirePlanned(tx, books::BoxNo{context.number()}, "packed");
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
    const std::string number = boxAsked(context);
    FormPage page = boxPage(context, "Pack box " + number, "Pack the box",
                            "Keep the planned items, or change the rows.",
                            boxFields(context, "box pack", {"minutes", "on"}, "Packed on"));
    page.back = boxAddress(context, number);
    page.beforeShown = [&context, before = page.beforeShown](const ReadTransaction& tx,
                                                             FormPage& shown) {
        before(tx, shown);
        if (!context.isForm()) {
            fillPlanned(tx, context, shown);
        }
    };
    // Of a box that is packed as it was planned nothing is said.
    const auto say = [&](const ReadTransaction& tx, JsonBody& said) {
        const auto plan = gifting::requirePlanned(tx, books::BoxNo{context.number()}, "packed");
        said.fields.erase("recipient");
        said.fields.erase("recipe");
        if (linesIn(tx, context.form) == linesPlanned(tx, plan)) {
            said.lists.erase("lines");
        }
    };
    return runOperation(
        context, page,
        {.command = "box pack",
         .done = [&](const Answered& answer) { return packedDone(context, answer); },
         .say = say});
}

namespace {

/// `The note is signed by everybody.` Where it is not, whoever keeps the notes may go and write or sign it.
std::string noteState(const RequestContext& context, const ReadTransaction& tx, books::BoxNo number,
                      FormPage& page)
{
    const gifting::NoteOfBox found = gifting::noteOfBox(tx, number);
    const bool mayEdit = context.may(Action::EditNote);
    if (!found.isWritten) {
        if (mayEdit) {
            page.links.push_back(
                {context.address("notes/write?month=") + toText(found.month), "Write the note"});
        }
        return "No note is written yet.";
    }
    const std::int64_t all = std::ssize(found.note.signatures);
    const std::int64_t done = found.note.signedCount();
    if (done == all) {
        return "The note is signed by everybody.";
    }
    if (mayEdit) {
        page.links.push_back(
            {boxAddress(context, std::to_string(number.value)) + "/note/sign", "Sign the note"});
    }
    return "The note has " + std::to_string(done) + " of " + std::to_string(all) + " signatures.";
}

/// Whom the box is for, what is in it, and whether its note is signed.
void sayWhatIsHandedOver(const RequestContext& context, const std::string& number, FormPage& page)
{
    context.read([&](const ReadTransaction& tx) {
        const gifting::Box box = gifting::requireBox(tx, books::BoxNo{context.number()});
        page.title = "Hand over box " + number + " to " +
                     context.recipientShown(box.recipientName, box.recipientCode);
        std::string contents;
        for (const gifting::PackedLine& line : linesOf(tx, box)) {
            if (line.kind == inventory::ItemKind::Contents) {
                contents += (contents.empty() ? "" : ", ") + line.name +
                            (line.units == 1 ? "" : " × " + std::to_string(line.units));
            }
        }
        page.intro = contents.empty()
                         ? "The box is empty."
                         : "In it: " + contents + ". " + noteState(context, tx, box.number, page);
        return true;
    });
}

} // namespace

Response givePage(RequestContext& context)
{
    const std::string number = boxAsked(context);
    FormPage page{.title = {},
                  .submit = "Hand over",
                  .back = boxAddress(context, number),
                  .fields = boxFields(context, "box give", {"on"}, "Handed over on")};
    sayWhatIsHandedOver(context, number, page);
    const auto done = [&](const Answered& given) {
        const gifting::Box box = gifting::requireBox(given.tx, books::BoxNo{context.number()});
        return Done{page.back, "Box " + number + " handed over to " +
                                   context.recipientShown(box.recipientName, box.recipientCode) +
                                   "." + leftAfter(given.rows.front(), given.at("month"))};
    };
    return runOperation(context, page, {.command = "box give", .done = done});
}

} // namespace giftbox::web
