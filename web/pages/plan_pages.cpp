#include "foundation/partial_sum.h"
#include "gifting/recipe.h"
#include "gifting/recipient.h"
#include "operations/find_plan.h"
#include "web/pages/pages.h"
#include "web/pages/recipe_field.h"
#include "web/ui/months.h"
#include "web/ui/operation_form.h"
#include "web/ui/remaining_text.h"
#include "web/ui/table.h"

#include <algorithm>

namespace giftbox::web {

using books::ReadTransaction;
using foundation::Money;
using foundation::Month;
using foundation::Refusal;
using gifting::KeptBox;
using gifting::SavedProposal;
using gifting::Waiting;

namespace {

std::string listed(const std::vector<std::string>& words, const char* by = "; ")
{
    std::string text;
    for (const std::string& word : words) {
        text += (text.empty() ? "" : by) + word;
    }
    return text;
}

/// `Cap; Pen; Tissue (2)`.
std::string namesOf(const KeptBox& box, const std::vector<inventory::AvailableItem>& items)
{
    std::vector<std::string> names;
    for (const gifting::BoxLine& line : box.lines) {
        const inventory::AvailableItem* item = inventory::findAvailable(items, line.sku);
        names.push_back((item == nullptr ? line.sku : item->name) +
                        (line.units == 1 ? "" : " (" + std::to_string(line.units) + ")"));
    }
    return listed(names);
}

void addWhy(std::vector<std::string>& why, const std::string& what,
            const std::vector<std::string>& of)
{
    if (!of.empty()) {
        why.push_back(what + listed(of, " and "));
    }
}

/// The reasons for the items in the box.
std::string whyOf(const KeptBox& box, const Waiting& waiting,
                  const std::vector<inventory::AvailableItem>& items)
{
    const gifting::Preferences preferences = gifting::keptPreferences(waiting.preferences);
    std::vector<std::string> liked;
    std::vector<std::string> worn;
    std::vector<std::string> plenty;
    for (const gifting::BoxLine& line : box.lines) {
        const inventory::AvailableItem* item = inventory::findAvailable(items, line.sku);
        if (item == nullptr || item->kind != inventory::ItemKind::Contents) {
            continue;
        }
        const bool isNew = std::ranges::find(liked, item->category) == liked.end();
        if (isNew && preferences.contains(item->category)) {
            liked.push_back(item->category);
        }
        if (!item->size.empty()) {
            worn.push_back(item->category + " " + item->size);
        }
        if (item->abovePar() > 0) {
            plenty.push_back(item->name);
        }
    }
    std::vector<std::string> why;
    addWhy(why, "likes ", liked);
    addWhy(why, "size matches ", worn);
    addWhy(why, "plenty of ", plenty);
    return listed(why);
}

/// The reason the box cannot be planned; empty when it can.
std::string againstIt(const RequestContext& context, const books::Store& store, const KeptBox& box,
                      bool isWaiting)
{
    if (!isWaiting) {
        return "This recipient is not approved any more or already has a box. Remove the box.";
    }
    if (!box.cost) {
        return "An item is no longer available. Change the box.";
    }
    return box.passed.empty() ? "" : textOf(sentencesOf(store, box.passed), context.format) + ".";
}

std::string changeAddress(const RequestContext& context, Month month, const std::string& recipient)
{
    return context.address("plan/change?month=") + toText(month) +
           "&recipient=" + encodePercent(recipient);
}

/// What the box adds under the gift limits; empty if the store acts on none.
std::string limitsOf(const RequestContext& context, const books::Store& store, const KeptBox& box)
{
    const auto sentences = limitSentences(store, box);
    return sentences.empty() ? "" : " " + textOf(sentences, context.format) + ".";
}

std::vector<View> boxTable(const RequestContext& context, const ReadTransaction& tx, Month month,
                           const SavedProposal& plan, const std::vector<Waiting>& waiting)
{
    const std::vector<inventory::AvailableItem> items = inventory::itemsAvailable(tx);
    Table table({{"Recipient"}, {"Items"}, {"Reason"}, {"Cost", true}, {"Remaining", true}, {""}},
                context.format);
    std::optional<Money> remaining = plan.remaining;
    for (const KeptBox& box : plan.boxes) {
        const auto one = std::ranges::find(waiting, box.recipient, &Waiting::number);
        const bool isWaiting = one != waiting.end();
        const std::string against = againstIt(context, tx.store(), box, isWaiting);
        table.named(box.name, box.code)
            .text(namesOf(box, items))
            .text((!against.empty() ? against : whyOf(box, *one, items)) +
                  limitsOf(context, tx.store(), box));
        table.amount(box.cost ? std::optional(box.cost->total()) : std::nullopt);
        remaining =
            remaining && box.cost ? std::optional(*remaining - box.cost->total()) : std::nullopt;
        table.amount(remaining)
            .links({{changeAddress(context, month, box.code), "Change"}})
            .endRow(against.empty() ? "" : "low");
    }
    return table.views("");
}

/// Approved recipients without a box who are not in the proposal.
std::vector<View> leftOut(const RequestContext& context, Month month, const SavedProposal& plan,
                          const std::vector<Waiting>& waiting)
{
    std::vector<View> views;
    for (const Waiting& one : waiting) {
        if (std::ranges::find(plan.boxes, one.number, &KeptBox::recipient) == plan.boxes.end()) {
            View view;
            view.text("code", one.code).text("address", changeAddress(context, month, one.code));
            views.push_back(std::move(view));
        }
    }
    return views;
}

std::string shownRemaining(const StoreFormat& format, const std::optional<Money>& remaining)
{
    return remaining ? format.shown(*remaining) : "No cap";
}

/// The number of boxes whose cost is missing in a sum.
std::string notKnown(const foundation::PartialSum& sum)
{
    return sum.isWhole() ? ""
                         : ", not counting " + std::to_string(sum.unknown) +
                               (sum.unknown == 1 ? " box" : " boxes") + " with unknown cost";
}

View proposalView(const RequestContext& context, const ReadTransaction& tx, Month month,
                  const SavedProposal& plan, const std::vector<Waiting>& waiting)
{
    foundation::PartialSum sum;
    for (const KeptBox& box : plan.boxes) {
        sum.add(box.cost ? std::optional(box.cost->total()) : std::nullopt);
    }
    const std::optional<Money> after = plan.remainingAfter();
    View view;
    view.list("table", boxTable(context, tx, month, plan, waiting))
        .list("left_out", leftOut(context, month, plan, waiting))
        .number("boxes", static_cast<std::int64_t>(plan.boxes.size()))
        .flag("one", plan.boxes.size() == 1)
        .text("recipe", plan.recipe ? wordsOf(tx, *plan.recipe) : "")
        .flag("has_recipe", plan.recipe.has_value())
        .flag("changed", !plan.worth.has_value())
        .text("remaining", shownRemaining(context.format, plan.remaining))
        .text("sum", context.format.shown(sum.known) + notKnown(sum))
        .text("after", plan.remaining && !after ? "unknown" : shownRemaining(context.format, after))
        .flag("over", after && *after < Money{});
    addWaiting(view, tx.store(), {.left = after, .waiting = plan.boxesWaiting}, context.format);
    return view;
}

std::optional<SavedProposal> planOf(const ReadTransaction& tx, Month month)
{
    try {
        return gifting::requirePlan(tx, month);
    } catch (const Refusal& refusal) {
        if (refusal.code() != "plan.none") {
            throw;
        }
        return std::nullopt;
    }
}

} // namespace

Response monthPlanPage(RequestContext& context)
{
    const Month month = monthAsked(context);
    return context.read([&](const ReadTransaction& tx) {
        const std::optional<SavedProposal> plan = planOf(tx, month);
        const std::vector<Waiting> waiting = gifting::waitingIn(tx, month);
        View view;
        if (plan) {
            view.list("proposal", {proposalView(context, tx, month, *plan, waiting)});
        }
        view.text("currency", context.format.currency().code)
            .flag("may_propose", !waiting.empty())
            .number("waiting", static_cast<std::int64_t>(waiting.size()))
            .flag("may_select", context.may(access::Action::Select));
        addMonths(view, context, "plan");
        return context.page("plan", "Planner for " + context.format.shown(month), view);
    });
}

Response proposePage(RequestContext& context)
{
    const std::string seconds = std::to_string(operations::kPlannerSeconds);
    FormPage page{.title = "Propose boxes",
                  .submit = "Propose boxes",
                  .back = context.address("plan?month=") + toText(monthAsked(context)),
                  .fields = fieldsOf("plan", {"month", "recipe", "boxes"}),
                  .intro =
                      "Proposes a box for every approved recipient without one. This takes up to " +
                      seconds +
                      " seconds and replaces any earlier proposal. Units are reserved only when "
                      "you accept it.",
                  .working = "Looking for the best boxes. This takes up to " + seconds +
                             " seconds, and up to twice as long if no proposal is possible."};
    fieldNamed(page.fields, "month").value = toText(monthAsked(context));
    fieldNamed(page.fields, "recipe") = recipeField("None: 3 to 6 gift items");
    const auto done = [&](const Answered&) {
        return Done{context.address("plan?month=") + context.form.text("month"),
                    "Proposal ready. Accept it to reserve the units."};
    };
    return runOperation(context, page, {.command = "plan", .done = done});
}

} // namespace giftbox::web
