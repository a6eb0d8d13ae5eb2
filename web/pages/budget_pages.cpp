#include "budget/set_cap.h"
#include "purchasing/order.h"
#include "reports/exceptions.h"
#include "web/pages/explain_links.h"
#include "web/pages/pages.h"
#include "web/ui/chart.h"
#include "web/ui/months.h"
#include "web/ui/operation_form.h"
#include "web/ui/remaining_text.h"
#include "web/ui/seen_form.h"
#include "web/ui/table.h"
#include "web/ui/table_writer.h"

#include <algorithm>
#include <map>

namespace giftbox::web {

using budget::CapName;
using foundation::Month;

namespace {

std::string titleOf(CapName name)
{
    switch (name) {
    case CapName::BoxTotal:
        return "Total per box";
    case CapName::BoxContents:
        return "Contents per box";
    case CapName::MonthProgram:
        return "Boxes per month";
    default:
        return "Restocking per month";
    }
}

std::string titleOf(budget::CapAction action)
{
    return action == budget::CapAction::Stop   ? "Block"
           : action == budget::CapAction::Warn ? "Warn only"
                                               : "No cap";
}

std::string titleOf(budget::RollOver rollOver)
{
    constexpr std::array<std::string_view, budget::kRollOvers.size()> kTitles = {
        "Nothing", "Surplus", "Deficit", "Surplus and deficit"};
    return std::string(kTitles.at(static_cast<std::size_t>(rollOver)));
}

/// `Surplus, up to 100.00`; empty if nothing rolls over.
std::string policyOf(const RequestContext& context, const budget::Cap& cap)
{
    if (cap.rollOver == budget::RollOver::None) {
        return "";
    }
    return titleOf(cap.rollOver) + (cap.rollOverMost == foundation::Money{}
                                        ? ""
                                        : ", up to " + context.format.shown(cap.rollOverMost));
}

std::string percentOf(const budget::Cap& cap)
{
    return cap.warnPercent == 0 ? "" : std::to_string(cap.warnPercent) + " %";
}

std::vector<View> capsInForce(const RequestContext& context, Month month,
                              const budget::MonthState& state)
{
    Table table({{"Cap"},
                 {"Amount", true},
                 {"If exceeded"},
                 {"Since"},
                 {"Rolls over"},
                 {"Rolled over", true},
                 {"Warns at"}},
                context.format);
    for (const CapName name : budget::kCapNames) {
        const auto& cap = capOf(state.caps, name);
        table.text(titleOf(name));
        if (cap) {
            table.amount(cap->amount)
                .leadingTo(explainAddress(context,
                                          "cap " + toText(month) + " " + std::string(toText(name))))
                .badge(toText(cap->action), titleOf(cap->action))
                .month(cap->from)
                .text(policyOf(context, *cap))
                .amount(cap->rollOver == budget::RollOver::None ? std::nullopt
                                                                : std::optional(cap->rolled))
                .text(percentOf(*cap));
        } else {
            table.text("No cap").text("").text("").text("");
            table.amount(std::nullopt).text("");
        }
        table.endRow();
    }
    return table.views("");
}

std::vector<View> historyOf(const RequestContext& context, const books::ReadTransaction& tx)
{
    Table table({{"Cap"},
                 {"From"},
                 {"Amount", true},
                 {"If exceeded"},
                 {"Rolls over"},
                 {"Warns at"},
                 {"Reason"},
                 {"By"},
                 {"When"}},
                context.format);
    auto changes = budget::listCapChanges(tx);
    std::ranges::reverse(changes);
    for (const budget::CapChange& change : changes) {
        table.text(titleOf(change.cap.name))
            .month(change.cap.from)
            .amount(change.cap.action == budget::CapAction::End ? std::nullopt
                                                                : std::optional(change.cap.amount))
            .badge(toText(change.cap.action), titleOf(change.cap.action))
            .text(policyOf(context, change.cap))
            .text(percentOf(change.cap))
            .text(change.reason)
            .text(change.actor)
            .moment(change.recordedAt)
            .endRow();
    }
    return table.views("No caps are set, so no limits apply.");
}

/// The caps in force from each month, as the form shows them: all of them, or one cap only.
SeenRows capsSet(const books::ReadTransaction& tx, std::string_view of = {})
{
    std::map<std::pair<std::string, std::string>, SeenRow> newest;
    for (const auto& [cap, reason, actor, recordedAt] : budget::listCapChanges(tx)) {
        const std::string name(toText(cap.name));
        if (of.empty() || name == of) {
            newest[{name, toText(cap.from)}] = {{"Cap", name},
                                                {"From", toText(cap.from)},
                                                {"Amount", tx.store().amount(cap.amount)},
                                                {"If exceeded", std::string(toText(cap.action))},
                                                {"Rolls over", std::string(toText(cap.rollOver))},
                                                {"At most", tx.store().amount(cap.rollOverMost)},
                                                {"Warns at", std::to_string(cap.warnPercent)}};
        }
    }
    SeenRows rows;
    for (auto& [place, row] : newest) {
        rows.push_back(std::move(row));
    }
    return rows;
}

/// The amount of a monthly cap already used in its first month.
std::string usedOf(const RequestContext& context, const books::ReadTransaction& tx, CapName name,
                   Month from)
{
    const budget::MonthState state = budget::loadMonth(tx, from);
    const budget::MonthTotals& totals = state.totals;
    const std::string month = context.format.shown(from);
    if (name == CapName::MonthProgram) {
        return " Spent and committed in " + month + ": " +
               context.format.withCode(totals.spent() + totals.committed) + "." +
               remainingText(context.format, tx.store(), from,
                             gifting::remainingOf(tx, from, state));
    }
    return name == CapName::MonthRestock
               ? " Received in " + month + ": " +
                     context.format.withCode(totals.of(books::MonthFigure::Restock)) + "."
               : "";
}

/// The caps by their titles, and this month.
void dressCap(const RequestContext& context, FormPage& page)
{
    Field& name = fieldNamed(page.fields, "cap");
    name.value = context.query.has("cap") ? context.query.text("cap") : "month.program";
    for (Option& option : name.options) {
        option.text = titleOf(budget::parseCapName(option.value));
    }
    fieldNamed(page.fields, "from").value = toText(context.today().month());
}

} // namespace

Response budgetPage(RequestContext& context)
{
    const Month month = monthAsked(context);
    return context.read([&](const books::ReadTransaction& tx) {
        const budget::MonthState state = budget::loadMonth(tx, month);
        View program = capBar(capOf(state.caps, CapName::MonthProgram), state.totals.spent(),
                              state.totals.committed, context.format);
        addWaiting(program, tx.store(), gifting::remainingOf(tx, month, state), context.format);
        View restock = capBar(capOf(state.caps, CapName::MonthRestock),
                              state.totals.of(books::MonthFigure::Restock), {}, context.format);
        program.text("cap_name", "month.program");
        restock.text("cap_name", "month.restock");
        const foundation::Money ordered = orderedIn(purchasing::unfinishedOrders(tx), month);
        restock.flag("has_ordered", ordered.minor > 0)
            .text("ordered", context.format.withCode(ordered));
        View caps;
        caps.list("table", capsInForce(context, month, state));
        View history;
        history.list("table", historyOf(context, tx));
        TableWriter exceptions(
            context.format, [&](std::string_view column, std::string_view value) {
                return column == "subject" ? context.subjectAddress(value) : std::string();
            });
        reports::writeExceptions(tx, month, month,
                                 *foundation::makeHidingWriter(exceptions, context.seen()));
        View passed;
        passed.list("table", exceptions.views("No exceptions this month."));
        View view;
        addMonths(view, context, "budget");
        view.list("program", {program})
            .list("restock", {restock})
            .list("caps", {caps})
            .list("exceptions", {passed})
            .list("history", {history})
            .text("currency", context.format.currency().code)
            .flag("may_set", context.may(access::Action::SetCaps));
        return context.page("budget", "Budget for " + context.format.shown(month), view);
    });
}

Response setCapPage(RequestContext& context)
{
    FormPage page{
        .title = "Set a cap",
        .submit = "Set the cap",
        .back = context.address("budget"),
        .fields = fieldsOf("budget set", {"cap", "amount", "action", "from", "roll_over",
                                          "roll_over_most", "warn_percent", "reason"}),
        .intro = "The new cap replaces the current one from that month. The history keeps both."};
    dressCap(context, page);
    fieldNamed(page.fields, "amount").label = "Limit";
    fieldNamed(page.fields, "action").options = {{"stop", titleOf(budget::CapAction::Stop)},
                                                 {"warn", titleOf(budget::CapAction::Warn)}};
    Field& rollOver = fieldNamed(page.fields, "roll_over");
    rollOver.options.clear();
    for (const budget::RollOver one : budget::kRollOvers) {
        rollOver.options.push_back({std::string(toText(one)), titleOf(one)});
    }
    page.fields.push_back(
        seenField(context.read([](const books::ReadTransaction& tx) { return capsSet(tx); })));
    FormWork work{.command = "budget set"};
    work.check = [&](const books::ReadTransaction& tx) {
        const std::string& cap = context.form.text("cap");
        requireSeen(context.form, capsSet(tx, cap), [&](const SeenRow& row) {
            const auto one = row.find("Cap");
            return one != row.end() && one->second == cap;
        });
    };
    work.done = [&](const Answered& set) {
        const Month from = monthIn(context.form, "from");
        return Done{context.address("budget?month=") + toText(from),
                    titleOf(budget::parseCapName(set.at("cap"))) + " is " + set.at("amount") +
                        " from " + set.at("from") + "." +
                        usedOf(context, set.tx, budget::parseCapName(set.at("cap")), from)};
    };
    return runOperation(context, page, work);
}

Response endCapPage(RequestContext& context)
{
    FormPage page{.title = "End a cap",
                  .submit = "End the cap",
                  .back = context.address("budget"),
                  .fields = fieldsOf("budget end", {"cap", "from", "reason"}),
                  .intro = "There is no such limit from that month on, unless a later cap starts. "
                           "The history keeps the cap."};
    dressCap(context, page);
    return runOperation(context, page, "budget end", [&](const AnsweredRow& ended) {
        return Done{context.address("budget?month=") + toText(monthIn(context.form, "from")),
                    titleOf(budget::parseCapName(ended.find("cap")->second)) + ": no cap from " +
                        ended.find("from")->second + " on."};
    });
}

} // namespace giftbox::web
