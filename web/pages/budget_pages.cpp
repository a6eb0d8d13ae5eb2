#include "budget/set_cap.h"
#include "reports/exceptions.h"
#include "web/pages/pages.h"
#include "web/ui/chart.h"
#include "web/ui/months.h"
#include "web/ui/remaining_text.h"
#include "web/ui/run_form.h"
#include "web/ui/seen_form.h"
#include "web/ui/table.h"
#include "web/ui/table_writer.h"

#include <algorithm>
#include <map>

namespace giftbox::web {

using budget::CapName;

namespace {

std::string limitsOf(CapName name)
{
    switch (name) {
    case CapName::BoxTotal:
        return "the total cost of one box";
    case CapName::BoxContents:
        return "the contents of one box";
    case CapName::MonthProgram:
        return "the boxes of a month";
    default:
        return "the receipts of a month";
    }
}

std::vector<View> capsInForce(const RequestContext& context, const budget::MonthState& state)
{
    Table table({{"Cap"}, {"Limits"}, {"Amount", true}, {"Action"}, {"Since"}}, context.format);
    for (const CapName name : budget::kCapNames) {
        const auto& cap = capOf(state.caps, name);
        table.text(std::string(toText(name))).text(limitsOf(name));
        if (cap) {
            table.amount(cap->amount).badge(toText(cap->action)).month(cap->from);
        } else {
            table.amount(std::nullopt).text("none").text("");
        }
        table.endRow();
    }
    return table.views("");
}

std::vector<View> historyOf(const RequestContext& context, const books::ReadTransaction& tx)
{
    Table table({{"Cap"}, {"From"}, {"Amount", true}, {"Action"}, {"Reason"}, {"Who"}, {"When"}},
                context.format);
    auto changes = budget::listCapChanges(tx);
    std::ranges::reverse(changes);
    for (const budget::CapChange& change : changes) {
        table.text(std::string(toText(change.cap.name)))
            .month(change.cap.from)
            .amount(change.cap.amount)
            .badge(toText(change.cap.action))
            .text(change.reason)
            .text(change.actor)
            .moment(change.recordedAt)
            .endRow();
    }
    return table.views("No cap was ever set: everything is allowed.");
}

/// The caps that hold from each month, as whoever sets another has seen them; of one cap, or of all.
SeenRows capsSet(const books::ReadTransaction& tx, std::string_view of = {})
{
    std::map<std::pair<std::string, std::string>, SeenRow> newest;
    for (const auto& [cap, reason, actor, recordedAt] : budget::listCapChanges(tx)) {
        const std::string name(toText(cap.name));
        if (of.empty() || name == of) {
            newest[{name, toText(cap.from)}] = {{"Cap", name},
                                                {"From", toText(cap.from)},
                                                {"Amount", tx.store().amount(cap.amount)},
                                                {"Action", std::string(toText(cap.action))}};
        }
    }
    SeenRows rows;
    for (auto& [place, row] : newest) {
        rows.push_back(std::move(row));
    }
    return rows;
}

/// How much of a month's cap is used in its first month.
std::string usedOf(const RequestContext& context, const books::ReadTransaction& tx,
                   const budget::Cap& cap)
{
    const budget::MonthState state = budget::loadMonth(tx, cap.from);
    const budget::MonthTotals& totals = state.totals;
    const std::string month = context.format.shown(cap.from);
    if (cap.name == CapName::MonthProgram) {
        return " Spent and committed in " + month + ": " +
               context.format.withCode(totals.spent() + totals.committed) + "." +
               remainingText(context.format, tx.store(), cap.from,
                             gifting::remainingOf(tx, cap.from, state));
    }
    return cap.name == CapName::MonthRestock
               ? " Received in " + month + ": " +
                     context.format.withCode(totals.of(books::MonthFigure::Restock)) + "."
               : "";
}

} // namespace

Response budgetPage(RequestContext& context)
{
    const foundation::Month month = monthAsked(context);
    return context.read([&](const books::ReadTransaction& tx) {
        const budget::MonthState state = budget::loadMonth(tx, month);
        View program = capBar(capOf(state.caps, CapName::MonthProgram), state.totals.spent(),
                              state.totals.committed, context.format);
        addWaiting(program, tx.store(), gifting::remainingOf(tx, month, state), context.format);
        View restock = capBar(capOf(state.caps, CapName::MonthRestock),
                              state.totals.of(books::MonthFigure::Restock), {}, context.format);
        View caps;
        caps.list("table", capsInForce(context, state));
        View history;
        history.list("table", historyOf(context, tx));
        TableWriter exceptions(
            context.format, [&](std::string_view column, std::string_view value) {
                return column == "subject" ? context.subjectAddress(value) : std::string();
            });
        reports::writeExceptions(tx, month,
                                 *foundation::makeHidingWriter(exceptions, context.seen()));
        View passed;
        passed.list("table", exceptions.views("Nobody went against a cap or a warning."));
        View view;
        addMonths(view, context, "budget");
        view.list("program", {program})
            .list("restock", {restock})
            .list("caps", {caps})
            .list("exceptions", {passed})
            .list("history", {history})
            .text("currency", context.format.currency().code)
            .flag("may_set", context.may(access::Action::SetCaps));
        return context.page("budget", "Budget of " + context.format.shown(month), view);
    });
}

Response setCapPage(RequestContext& context)
{
    Field name{.name = "cap",
               .label = "Cap",
               .type = "select",
               .value = context.query.has("cap") ? context.query.text("cap") : "month.program"};
    for (const CapName one : budget::kCapNames) {
        name.options.push_back(
            {std::string(toText(one)), std::string(toText(one)) + ": " + limitsOf(one)});
    }
    FormPage page{
        .title = "Set a cap",
        .submit = "Set",
        .back = context.address("budget"),
        .fields = {name,
                   {.name = "amount", .label = "The most it may come to", .type = "amount"},
                   {.name = "action",
                    .label = "When it is passed",
                    .type = "select",
                    .value = "stop",
                    .options = {{"stop", "Refuse"}, {"warn", "Say so and go on"}}},
                   {.name = "from",
                    .label = "From",
                    .type = "month",
                    .value = toText(context.today().month()),
                    .answersTo = {"month"}},
                   {.name = "reason", .label = "Why"}},
        .intro = "Nothing is overwritten: the caps before it stay on record."};
    page.fields.push_back(
        seenField(context.read([](const books::ReadTransaction& tx) { return capsSet(tx); })));
    return runForm(context, page, "web budget set", [&](books::WriteTransaction& tx) {
        const Form& form = context.form;
        requireSeen(form, capsSet(tx, form.text("cap")), [&](const SeenRow& row) {
            const auto one = row.find("Cap");
            return one != row.end() && one->second == form.text("cap");
        });
        const budget::Cap cap{.name = budget::parseCapName(form.text("cap")),
                              .from = monthIn(form, "from"),
                              .amount = amountIn(form, "amount", context.format),
                              .action = budget::parseCapAction(form.text("action"))};
        budget::setCap(tx, cap, form.text("reason"));
        return Done{context.address("budget?month=") + toText(cap.from),
                    std::string(toText(cap.name)) + " is " + context.format.withCode(cap.amount) +
                        " from " + context.format.shown(cap.from) + " on." +
                        usedOf(context, tx, cap)};
    });
}

} // namespace giftbox::web
