#include "gifting/planner/accept_plan.h"
#include "gifting/planner/change_plan.h"
#include "web/pages/pages.h"
#include "web/ui/months.h"
#include "web/ui/room_text.h"
#include "web/ui/run_form.h"
#include "web/ui/seen_form.h"
#include "web/ui/table.h"

#include <algorithm>

namespace giftbox::web {

using books::ReadTransaction;
using foundation::Money;
using foundation::Month;
using foundation::Refusal;
using gifting::KeptBox;
using gifting::KeptPlan;

namespace {

const std::string kOncePlanned = "Room once all boxes are planned";

std::string planAddress(const Visit& visit)
{
    return visit.address("plan?month=") + toText(monthAsked(visit));
}

/// The proposal as a form shows it.
SeenRows shownOf(const KeptPlan& plan)
{
    SeenRows rows;
    for (const KeptBox& box : plan.boxes) {
        std::string lines;
        for (const gifting::BoxLine& line : box.lines) {
            lines += (lines.empty() ? "" : ", ") + std::to_string(line.units) + " " + line.sku;
        }
        rows.push_back({{"For", box.name + " (" + box.code + ")"}, {"Items", std::move(lines)}});
    }
    return rows;
}

/// The proposal that the form has shown. Throws SeenChanged when it is another now.
books::EventSeq requireShown(const ReadTransaction& tx, Month month, const Form& form)
{
    const KeptPlan plan = gifting::requirePlan(tx, month);
    requireSeen(form, shownOf(plan));
    return plan.keptBy;
}

const KeptBox* boxFor(const KeptPlan& plan, const std::string& recipient)
{
    const auto box = std::ranges::find(plan.boxes, recipient, &KeptBox::code);
    return box == plan.boxes.end() ? nullptr : &*box;
}

/// What is available, to choose from, and what the box has already.
std::vector<Option> optionsFor(const Visit& visit, const ReadTransaction& tx, const KeptBox* box)
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
                                             (cost ? " · " + visit.format.shown(*cost) : "") +
                                             " · " + std::to_string(units) + " available"});
        }
    }
    return options;
}

/// Cost of the box and room of the month as the proposal is kept, and as it would be.
std::vector<View> effectTable(const StoreFormat& format, const std::string& recipient,
                              const KeptPlan& kept, const KeptPlan* changed)
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
        return [&recipient, cost](const KeptPlan& plan) -> std::optional<Money> {
            const KeptBox* box = boxFor(plan, recipient);
            return box == nullptr ? std::optional(Money{})
                   : box->cost    ? std::optional((*box->cost).*cost)
                                  : std::nullopt;
        };
    };
    row("Contents", part(&budget::BoxCost::contents));
    row("Packaging", part(&budget::BoxCost::packaging));
    row("Labor", part(&budget::BoxCost::labor));
    row("The box in all", [&](const KeptPlan& plan) -> std::optional<Money> {
        const KeptBox* box = boxFor(plan, recipient);
        return box == nullptr ? std::optional(Money{})
               : box->cost    ? std::optional(box->cost->total())
                              : std::nullopt;
    });
    row(kOncePlanned, [](const KeptPlan& plan) { return plan.roomAfter(); });
    if (kept.boxesWaiting.boxes() > 0) {
        row("Room once those that wait are given",
            [](const KeptPlan& plan) { return plan.monthAfter().onceGiven(); });
    }
    return table.views("");
}

/// What the change comes to, in a sentence.
std::string effectOf(const StoreFormat& format, const books::Store& store,
                     const std::string& recipient, const KeptPlan& changed)
{
    const KeptBox* box = boxFor(changed, recipient);
    if (box == nullptr) {
        return "Without items there is no box for them. Nothing is saved yet.";
    }
    const std::string waiting = textOf(sentencesOf(store, changed.boxesWaiting), format);
    return (box->passed.empty() ? "" : textOf(sentencesOf(store, box->passed), format) + ". ") +
           (waiting.empty() ? "" : waiting + ". ") + "Nothing is saved yet.";
}

/// Shows what the rows that were filled in come to; nothing is kept.
Response lookAtChange(Visit& visit, FormPage page, const gifting::PlanChange& change)
{
    return visit.read([&](const ReadTransaction& tx) {
        const KeptPlan kept = gifting::requirePlan(tx, change.month);
        const KeptPlan changed = gifting::changedPlan(tx, change);
        page.table = effectTable(visit.format, change.recipient, kept, &changed);
        page.intro = effectOf(visit.format, tx.store(), change.recipient, changed);
        return showForm(visit, page);
    });
}

/// Where nothing is proposed, as when somebody goes back to the form after accepting, the plan's page says so.
template <class Show>
Response orThePlan(Visit& visit, const Show& show)
{
    try {
        return show();
    } catch (const Refusal& refusal) {
        if (refusal.code() != "plan.none") {
            throw;
        }
        if (visit.isForm()) {
            throw Refusal("plan.changed"); // accepted by somebody else meanwhile
        }
        return redirectTo(planAddress(visit));
    }
}

FormPage changeFormOf(const Visit& visit, const ReadTransaction& tx, const KeptPlan& plan,
                      const std::string& recipient)
{
    const KeptBox* box = boxFor(plan, recipient);
    FormPage page{.title = "Box for " +
                           (box == nullptr ? recipient : box->name + " (" + recipient + ")"),
                  .submit = "Save",
                  .back = planAddress(visit),
                  .fields = {seenField(shownOf(plan))},
                  .hasLines = true,
                  .items = optionsFor(visit, tx, box),
                  .intro = "Change what goes into it, and see what it comes to before you save."};
    if (box != nullptr) {
        for (const gifting::BoxLine& line : box->lines) {
            page.lines.emplace_back(line.sku, std::to_string(line.units));
        }
    }
    page.table = effectTable(visit.format, recipient, plan, nullptr);
    page.steps = {{"look", "See cost and room"}};
    if (box != nullptr) {
        page.steps.push_back({"drop", "See it without this box"});
    }
    return page;
}

Response changeProposal(Visit& visit)
{
    const std::string& recipient = visit.query.text("recipient");
    const FormPage page = visit.read([&](const ReadTransaction& tx) {
        return changeFormOf(visit, tx, gifting::requirePlan(tx, monthAsked(visit)), recipient);
    });
    const auto changeIn = [&](const ReadTransaction& tx) {
        return gifting::PlanChange{.month = monthAsked(visit),
                                   .seen = requireShown(tx, monthAsked(visit), visit.form),
                                   .recipient = recipient,
                                   .lines = linesIn(tx, visit.form)};
    };
    const std::string& step = visit.form.text("step");
    if (visit.isForm() && !step.empty()) {
        if (step == "drop") {
            fillRows(visit.form, {});
        }
        try {
            return lookAtChange(visit, page, visit.read(changeIn));
        } catch (const SeenChanged& changed) {
            takeOver(visit.form, changed);
            return showForm(visit, page, &changed);
        } catch (const Refusal& refusal) {
            return showForm(visit, page, &refusal);
        }
    }
    return runForm(visit, page, "web plan change", [&](books::WriteTransaction& tx) {
        const KeptPlan plan = gifting::changePlan(tx, changeIn(tx));
        return Done{planAddress(visit),
                    "Saved." + roomText(visit.format, tx.store(), kOncePlanned, plan.monthAfter())};
    });
}

Response acceptProposal(Visit& visit)
{
    const Month month = monthAsked(visit);
    FormPage page{.title = "Accept the plan of " + visit.format.shown(month),
                  .submit = "Plan these boxes",
                  .back = planAddress(visit),
                  .fields = {}};
    if (!visit.isForm()) {
        visit.read([&](const ReadTransaction& tx) {
            const KeptPlan plan = gifting::requirePlan(tx, month);
            page.fields = {seenField(shownOf(plan))};
            page.intro = "Boxes: " + std::to_string(plan.boxes.size()) +
                         ". Their units are reserved and their estimated cost is committed." +
                         roomText(visit.format, tx.store(), "Room left then", plan.monthAfter());
            return true;
        });
    } else {
        page.fields = {seenField({})};
    }
    return runForm(visit, page, "web plan accept", [&](books::WriteTransaction& tx) {
        const auto accepted = gifting::acceptPlan(tx, month, requireShown(tx, month, visit.form));
        Money sum;
        std::string warnings;
        for (const gifting::AcceptedBox& one : accepted) {
            sum += one.box.cost.total();
            if (!one.box.verdict.warned.empty()) {
                warnings += " Box " + std::to_string(one.box.number.value) + ": " +
                            textOf(sentencesOf(tx.store(), one.box.verdict.warned), visit.format) +
                            ".";
            }
        }
        return Done{
            visit.address("boxes?state=planned&month=") + toText(month),
            "Planned " + std::to_string(accepted.size()) + " boxes, estimated at " +
                visit.format.withCode(sum) + "." +
                roomText(visit.format, tx.store(), month, accepted.back().box.room.month()) +
                warnings};
    });
}

} // namespace

Response changeProposalPage(Visit& visit)
{
    return orThePlan(visit, [&] { return changeProposal(visit); });
}

Response acceptProposalPage(Visit& visit)
{
    return orThePlan(visit, [&] { return acceptProposal(visit); });
}

} // namespace giftbox::web
