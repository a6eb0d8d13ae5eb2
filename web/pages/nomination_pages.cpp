#include "foundation/fold.h"
#include "gifting/selection/candidates.h"
#include "gifting/selection/nomination.h"
#include "web/pages/box_of_nomination.h"
#include "web/pages/many.h"
#include "web/pages/operation_forms.h"
#include "web/pages/pages.h"
#include "web/ui/list.h"
#include "web/ui/months.h"
#include "web/ui/operation_form.h"
#include "web/ui/remaining_text.h"
#include "web/ui/seen_form.h"

#include <algorithm>

namespace giftbox::web {

using access::Action;
using foundation::Month;

namespace {

Field monthField(const RequestContext& context)
{
    return {.name = "month",
            .label = "Month",
            .type = "month",
            .value = toText(monthAsked(context)),
            .answersTo = {"on"}};
}

void addRecipient(Table& table, const RequestContext& context, const std::string& name,
                  const std::string& code)
{
    table.named(name, code,
                context.may(Action::EditRecipients) ? context.recipientAddress(code) : "");
}

std::string reasonsOf(const gifting::Candidate& candidate)
{
    std::string text;
    for (const gifting::Reason& reason : candidate.reasons) {
        text += (text.empty() ? "" : "; ") + reason.adviser + ": " + reason.words;
    }
    return text;
}

/// The recipients on a month's list, as the approval form shows them.
SeenRows rowsSeen(const RequestContext& context, const books::ReadTransaction& tx, Month month)
{
    SeenRows rows;
    for (const gifting::Candidate& one : gifting::candidatesOf(tx, month)) {
        if (one.selection) {
            rows.push_back(
                {{"Recipient", one.name + " (" + one.code + ")"},
                 {"Warnings", textOf(gifting::shownWarnings(one.warnings), context.format)},
                 {"State", one.selection->isApproved() ? "approved" : "selected"}});
        }
    }
    return rows;
}

FormPage approveFormOf(const RequestContext& context, const books::ReadTransaction& tx)
{
    const Month month = monthAsked(context);
    const SeenRows list = rowsSeen(context, tx, month);
    Table table({{"Recipient"}, {"Warnings"}, {"State"}}, context.format);
    for (const SeenRow& row : list) {
        table.text(row.at("Recipient")).text(row.at("Warnings")).badge(row.at("State")).endRow();
    }
    const auto toApprove = std::ranges::count_if(
        list, [](const SeenRow& row) { return row.at("State") != "approved"; });
    const bool isOne = toApprove == 1;
    Field asked = monthField(context);
    asked.type = "hidden";
    return {.title = "Approve the list for " + context.format.shown(month),
            .submit = "Approve the list",
            .back = context.address("select?month=") + toText(month),
            .fields = {asked, seenField(list)},
            .intro =
                "Approves the " + std::to_string(toApprove) + (isOne ? " person" : " people") +
                " on the list for " + context.format.shown(month) + " who " +
                (isOne ? "is" : "are") + " not approved yet." +
                remainingText(context.format, tx.store(), month, gifting::remainingOf(tx, month)),
            .table = table.views("The list is empty.")};
}

/// The steps that an open nomination allows.
std::vector<Link> answersTo(const RequestContext& context, const gifting::Nomination& nomination)
{
    const bool isOwn = foundation::sameFolded(nomination.adviser, context.session->login);
    const bool isDeclined = nomination.state == gifting::NominationState::Declined;
    return isDeclined || nomination.state == gifting::NominationState::Open
               ? actionsOn(context, "nomination", std::to_string(nomination.number.value),
                           isDeclined ? (context.may(Action::Select) ? "declined" : "answered")
                           : isOwn    ? "own"
                                      : "open")
               : std::vector<Link>();
}

} // namespace

Response nominationsPage(RequestContext& context)
{
    return context.read([&](const books::ReadTransaction& tx) {
        Table table({{"Recipient"}, {"Adviser"}, {"Reason"}, {"State"}, {"Box"}, {"Answer"}, {""}},
                    context.format);
        BoxesOfNominations boxes(context, tx);
        gifting::NominationFilter filter{
            .month = monthAsked(context), .adviser = {}, .recipient = {}, .state = {}};
        if (!context.may(Action::Select)) {
            filter.adviser = context.session->login;
        }
        gifting::listNominations(tx, filter, [&](const gifting::Nomination& one) {
            addRecipient(table, context, one.recipientName, one.recipientCode);
            table.text(one.adviser)
                .text(one.reason)
                .badge(toText(one.state))
                .text(boxes.of(one))
                .text(one.answer)
                .links(answersTo(context, one))
                .endRow();
        });
        View view;
        view.list("table", listOf(context, tx, std::move(table),
                                  {.place = "nominations",
                                   .one = "nomination",
                                   .many = "nominations",
                                   .empty = "No nominations for this month."}))
            .flag("may_select", context.may(Action::Select));
        addMonths(view, context, "nominations");
        return context.page("nominations",
                            "Nominations for " + context.format.shown(monthAsked(context)), view);
    });
}

namespace {

/// What may be done with somebody on the list: of whoever is approved, the box comes first.
std::vector<Link>
stepsOfCandidate(const RequestContext& context, const gifting::Candidate& one,
                 const std::string& state, Month month,
                 const std::unordered_map<books::RecipientNo, gifting::BoxesAndMonth>& boxes)
{
    std::vector<Link> links;
    const auto found = boxes.find(one.recipient);
    const bool hasBox = found != boxes.end() && found->second.own;
    if (state == "approved" && !hasBox && context.may(Action::Pack)) {
        links.push_back(
            {context.address("boxes/pack?recipient=") + encodePercent(one.code), "Pack a box"});
    }
    std::ranges::move(actionsOn(context, "select", one.code, state, "month=" + toText(month) + "&"),
                      std::back_inserter(links));
    return links;
}

} // namespace

Response selectPage(RequestContext& context)
{
    return context.read([&](const books::ReadTransaction& tx) {
        const Month month = monthAsked(context);
        Table table({{"Recipient"},
                     {"Reason"},
                     {"Warnings"},
                     {.title = "Times passed over", .isNumber = true, .isAside = true},
                     {"State"},
                     {""}},
                    context.format);
        std::int64_t toApprove = 0;
        Checkable checkable(context, "select");
        const auto boxes = gifting::boxesOfList(tx, month);
        for (const gifting::Candidate& one : gifting::candidatesOf(tx, month)) {
            const char* const state = one.standing.unconfirmed      ? "to confirm"
                                      : !one.selection              ? "nominated"
                                      : one.selection->isApproved() ? "approved"
                                                                    : "selected";
            toApprove += one.selection && !one.selection->isApproved() ? 1 : 0;
            addRecipient(table, context, one.name, one.code);
            checkable.add(table, state, one.code);
            table.text(reasonsOf(one))
                .text(textOf(gifting::shownWarnings(one.warnings), context.format))
                .number(one.timesPassedOver)
                .badge(state)
                .links(stepsOfCandidate(context, one, state, month, boxes))
                .endRow();
        }
        const std::string remaining =
            remainingText(context.format, tx.store(), month, gifting::remainingOf(tx, month));
        View view;
        view.list("table", listOf(context, tx, std::move(table),
                                  {.place = "select",
                                   .one = "recipient",
                                   .many = "recipients",
                                   .empty = "No nominations for this month.",
                                   .checked = checkable.buttons()}))
            .text("remaining", remaining)
            .flag("has_remaining", !remaining.empty())
            .flag("may_plan", context.may(Action::Plan))
            .flag("may_approve", context.may(Action::ApproveSelection) && toApprove > 0)
            .number("to_approve", toApprove);
        addMonths(view, context, "select");
        return context.page("select", "Selection for " + context.format.shown(month), view);
    });
}

Response approvePage(RequestContext& context)
{
    const FormPage page =
        context.read([&](const books::ReadTransaction& tx) { return approveFormOf(context, tx); });
    return runOperation(
        context, page, "select approve",
        [&](const AnsweredRow& list) {
            return Done{context.address("select?month=") + context.form.text("month"),
                        list.at("approved") +
                            (list.at("approved") == "1" ? " recipient" : " recipients") +
                            " approved, " + list.at("all") + " on the list." +
                            remainingText(list, "Remaining in " + list.at("month"))};
        },
        [&](const books::ReadTransaction& tx) {
            requireSeen(context.form, rowsSeen(context, tx, monthIn(context.form, "month")));
        });
}

} // namespace giftbox::web
