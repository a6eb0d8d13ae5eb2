#include "gifting/planner/change_plan.h"
#include "web/pages/pages.h"
#include "web/ui/months.h"
#include "web/ui/operation_form.h"
#include "web/ui/remaining_text.h"
#include "web/ui/seen_form.h"
#include "web/ui/table.h"

#include <algorithm>

namespace giftbox::web {

using books::ReadTransaction;
using foundation::Money;
using foundation::Month;
using foundation::Refusal;
using gifting::KeptBox;
using gifting::SavedProposal;

namespace {

const std::string kOncePlanned = "Remaining after all planned boxes";

std::string planAddress(const RequestContext& context)
{
    return context.address("plan?month=") + toText(monthAsked(context));
}

/// The proposal as the form shows it.
SeenRows shownOf(const SavedProposal& plan)
{
    SeenRows rows;
    for (const KeptBox& box : plan.boxes) {
        std::string lines;
        for (const gifting::BoxLine& line : box.lines) {
            lines += (lines.empty() ? "" : ", ") + std::to_string(line.units) + " " + line.sku;
        }
        rows.push_back(
            {{"Recipient", box.name + " (" + box.code + ")"}, {"Items", std::move(lines)}});
    }
    return rows;
}

/// The proposal that the form showed. Throws SeenChanged when it has changed since.
books::EventSeq requireShown(const ReadTransaction& tx, Month month, const Form& form)
{
    const SavedProposal plan = gifting::requirePlan(tx, month);
    requireSeen(form, shownOf(plan));
    return plan.keptBy;
}

const KeptBox* boxFor(const SavedProposal& plan, const std::string& recipient)
{
    const auto box = std::ranges::find(plan.boxes, recipient, &KeptBox::code);
    return box == plan.boxes.end() ? nullptr : &*box;
}

/// The available items and the items in the box.
std::vector<Option> optionsFor(const RequestContext& context, const ReadTransaction& tx,
                               const KeptBox* box)
{
    std::vector<Option> options;
    for (const inventory::AvailableItem& item : inventory::itemsAvailable(tx)) {
        const std::int64_t units = item.available(inventory::kEver);
        const auto cost = gifting::estimateAfter(item, 0, 1);
        const bool isIn =
            box != nullptr &&
            std::ranges::find(box->lines, item.sku, &gifting::BoxLine::sku) != box->lines.end();
        if (units > 0 || isIn) {
            options.push_back({item.sku, item.name +
                                             (cost ? " · " + context.format.shown(*cost) : "") +
                                             " · " + std::to_string(units) + " available"});
        }
    }
    return options;
}

/// The cost of the box and the remaining budget: as saved, and with the change.
std::vector<View> effectTable(const StoreFormat& format, const std::string& recipient,
                              const SavedProposal& kept, const SavedProposal* changed)
{
    std::vector<Heading> headings = {{""}, {"Now, " + format.currency().code, true}};
    if (changed != nullptr) {
        headings.push_back({"With the change, " + format.currency().code, true});
    }
    Table table(headings, format);
    const auto row = [&](const std::string& name, const auto& valueIn) {
        table.text(name).amount(valueIn(kept));
        if (changed != nullptr) {
            table.amount(valueIn(*changed));
        }
        table.endRow();
    };
    const auto part = [&](Money budget::BoxCost::*cost) {
        return [&recipient, cost](const SavedProposal& plan) -> std::optional<Money> {
            const KeptBox* box = boxFor(plan, recipient);
            return box == nullptr ? std::optional(Money{})
                   : box->cost    ? std::optional((*box->cost).*cost)
                                  : std::nullopt;
        };
    };
    row("Contents", part(&budget::BoxCost::contents));
    row("Packaging", part(&budget::BoxCost::packaging));
    row("Labor", part(&budget::BoxCost::labor));
    row("Total", [&](const SavedProposal& plan) -> std::optional<Money> {
        const KeptBox* box = boxFor(plan, recipient);
        return box == nullptr ? std::optional(Money{})
               : box->cost    ? std::optional(box->cost->total())
                              : std::nullopt;
    });
    row(kOncePlanned, [](const SavedProposal& plan) { return plan.remainingAfter(); });
    if (kept.boxesWaiting.boxes() > 0) {
        row("Remaining after waiting boxes",
            [](const SavedProposal& plan) { return plan.monthAfter().onceGiven(); });
    }
    return table.views("");
}

/// The effect of the change, in a sentence.
std::string effectOf(const StoreFormat& format, const books::Store& store,
                     const std::string& recipient, const SavedProposal& changed)
{
    const KeptBox* box = boxFor(changed, recipient);
    if (box == nullptr) {
        return "Without items, the proposal has no box for this recipient. Nothing is saved yet.";
    }
    const std::string waiting = textOf(sentencesOf(store, changed.boxesWaiting), format);
    return (box->passed.empty() ? "" : textOf(sentencesOf(store, box->passed), format) + ". ") +
           (waiting.empty() ? "" : waiting + ". ") + "Nothing is saved yet.";
}

/// Shows the cost of the rows as typed; saves nothing.
Response lookAtChange(RequestContext& context, FormPage page, const gifting::PlanChange& change)
{
    return context.read([&](const ReadTransaction& tx) {
        const SavedProposal kept = gifting::requirePlan(tx, change.month);
        const SavedProposal changed = gifting::changedPlan(tx, change);
        page.table = effectTable(context.format, change.recipient, kept, &changed);
        page.intro = effectOf(context.format, tx.store(), change.recipient, changed);
        return showForm(context, page);
    });
}

/// Without a proposal (someone returned to the form after accepting it), the planner page says so.
template <class Show>
Response orThePlan(RequestContext& context, const Show& show)
{
    try {
        return show();
    } catch (const Refusal& refusal) {
        if (refusal.code() != "plan.none") {
            throw;
        }
        if (context.isForm()) {
            throw Refusal("plan.changed"); // someone else accepted it meanwhile
        }
        return redirectTo(planAddress(context));
    }
}

FormPage changeFormOf(const RequestContext& context, const ReadTransaction& tx,
                      const SavedProposal& plan, const std::string& recipient)
{
    const KeptBox* box = boxFor(plan, recipient);
    FormPage page{.title = "Box for " +
                           (box == nullptr ? recipient : box->name + " (" + recipient + ")"),
                  .submit = "Save",
                  .back = planAddress(context),
                  .fields = {seenField(shownOf(plan))},
                  .hasLines = true,
                  .items = optionsFor(context, tx, box),
                  .intro = "Change the items and check the cost before you save."};
    if (box != nullptr) {
        for (const gifting::BoxLine& line : box->lines) {
            page.lines.emplace_back(line.sku, std::to_string(line.units));
        }
    }
    page.table = effectTable(context.format, recipient, plan, nullptr);
    page.steps = {{"look", "Check cost"}};
    if (box != nullptr) {
        page.steps.push_back({"drop", "Check without this box"});
    }
    return page;
}

/// Says which proposal the form has shown.
auto sayShown(const RequestContext& context, Month month)
{
    return [&context, month](const ReadTransaction& tx, foundation::JsonBody& said) {
        said.fields["seen"] = requireShown(tx, month, context.form).value;
    };
}

Response changeProposal(RequestContext& context)
{
    const Month month = monthAsked(context);
    const std::string& recipient = context.query.text("recipient");
    const FormPage page = context.read([&](const ReadTransaction& tx) {
        return changeFormOf(context, tx, gifting::requirePlan(tx, month), recipient);
    });
    const auto changeIn = [&](const ReadTransaction& tx) {
        return gifting::PlanChange{.month = month,
                                   .seen = requireShown(tx, month, context.form),
                                   .recipient = recipient,
                                   .lines = linesIn(tx, context.form)};
    };
    const std::string& step = context.form.text("step");
    if (context.isForm() && !step.empty()) {
        if (step == "drop") {
            fillRows(context.form, {});
        }
        try {
            return lookAtChange(context, page, context.read(changeIn));
        } catch (const SeenChanged& changed) {
            takeOver(context.form, changed);
            return showForm(context, page, &changed);
        } catch (const Refusal& refusal) {
            return showForm(context, page, &refusal);
        }
    }
    context.form.set("month", toText(month));
    context.form.set("recipient", recipient);
    const auto done = [&](const Answered& plan) {
        const auto remaining = plan.rows.empty()
                                   ? gifting::remainingOf(plan.tx, month)
                                   : gifting::requirePlan(plan.tx, month).monthAfter();
        return Done{planAddress(context),
                    "Proposal saved." +
                        remainingText(context.format, plan.tx.store(), kOncePlanned, remaining)};
    };
    return runOperation(context, page,
                        {.command = "plan change", .done = done, .say = sayShown(context, month)});
}

Response acceptProposal(RequestContext& context)
{
    const Month month = monthAsked(context);
    FormPage page{.title = "Accept the proposal for " + context.format.shown(month),
                  .submit = "Accept the proposal",
                  .back = planAddress(context),
                  .fields = {}};
    if (!context.isForm()) {
        context.read([&](const ReadTransaction& tx) {
            const SavedProposal plan = gifting::requirePlan(tx, month);
            page.fields = {seenField(shownOf(plan))};
            page.intro = "Boxes: " + std::to_string(plan.boxes.size()) +
                         ". Accepting reserves the units and commits the estimated cost." +
                         remainingText(context.format, tx.store(), "Remaining after these boxes",
                                       plan.monthAfter());
            return true;
        });
    } else {
        page.fields = {seenField({})};
    }
    context.form.set("month", toText(month));
    const auto done = [&](const Answered& accepted) {
        std::string warnings;
        for (const AnsweredRow& one : accepted.rows) {
            const std::string& warning = one.at("warning");
            warnings += warning.empty() ? "" : " Box " + one.at("box") + ": " + warning + ".";
        }
        return Done{
            context.address("boxes?state=planned&month=") + toText(month),
            std::to_string(accepted.rows.size()) + (accepted.rows.size() == 1 ? " box" : " boxes") +
                " planned. Estimated cost: " +
                context.format.withCode(accepted.sums.at("total_cost")) + "." +
                remainingText(accepted.rows.back(), "Remaining in " + context.format.shown(month)) +
                warnings};
    };
    return runOperation(context, page,
                        {.command = "plan accept", .done = done, .say = sayShown(context, month)});
}

} // namespace

Response changeProposalPage(RequestContext& context)
{
    return orThePlan(context, [&] { return changeProposal(context); });
}

Response acceptProposalPage(RequestContext& context)
{
    return orThePlan(context, [&] { return acceptProposal(context); });
}

} // namespace giftbox::web
