#include "foundation/fold.h"
#include "gifting/selection/approve_choices.h"
#include "gifting/selection/candidates.h"
#include "operations/nomination_rights.h"
#include "web/pages/pages.h"
#include "web/pages/recipient_field.h"
#include "web/ui/months.h"
#include "web/ui/operation_form.h"
#include "web/ui/room_text.h"
#include "web/ui/seen_form.h"
#include "web/ui/table.h"

namespace giftbox::web {

using access::Action;
using foundation::Month;

namespace {

Field monthField(const Visit& visit)
{
    return {.name = "month",
            .label = "Month",
            .type = "month",
            .value = toText(monthAsked(visit)),
            .answersTo = {"on"}};
}

void addRecipient(Table& table, const Visit& visit, const std::string& code)
{
    if (visit.may(Action::EditRecipients)) {
        table.link(code, visit.recipientAddress(code));
    } else {
        table.text(code);
    }
}

std::string reasonsOf(const gifting::Candidate& candidate)
{
    std::string text;
    for (const gifting::Reason& reason : candidate.reasons) {
        text += (text.empty() ? "" : "; ") + reason.adviser + ": " + reason.words;
    }
    return text;
}

/// Who is on the list of a month, as whoever approves it sees it.
SeenRows listOf(const Visit& visit, const books::ReadTransaction& tx, Month month)
{
    SeenRows rows;
    for (const gifting::Candidate& one : gifting::candidatesOf(tx, month)) {
        if (one.choice) {
            rows.push_back(
                {{"Recipient", one.name + " (" + one.code + ")"},
                 {"Speaks against it", textOf(gifting::shownWarnings(one.warnings), visit.format)},
                 {"State", one.choice->isApproved() ? "approved" : "chosen"}});
        }
    }
    return rows;
}

FormPage approveFormOf(const Visit& visit, const books::ReadTransaction& tx)
{
    const Month month = monthAsked(visit);
    const SeenRows list = listOf(visit, tx, month);
    Table table({{"Recipient"}, {"Speaks against it"}, {"State"}}, visit.format);
    for (const SeenRow& row : list) {
        table.text(row.at("Recipient"))
            .text(row.at("Speaks against it"))
            .badge(row.at("State"))
            .endRow();
    }
    Field asked = monthField(visit);
    asked.type = "hidden";
    return {.title = "Approve the list of " + visit.format.shown(month),
            .submit = "Approve",
            .back = visit.address("choose?month=") + toText(month),
            .fields = {asked, seenField(list)},
            .intro = "Everybody on the list who is not approved yet is then." +
                     roomText(visit.format, tx.store(), month, gifting::roomOf(tx, month)),
            .table = table.views("Nobody is on the list.")};
}

/// What may be done with a nomination that is open.
std::vector<Link> answersTo(const Visit& visit, const gifting::Nomination& nomination)
{
    std::vector<Link> links;
    const std::string base =
        visit.address("nominations/" + std::to_string(nomination.number.value) + "/");
    if (nomination.state == gifting::NominationState::Open && visit.may(Action::Choose)) {
        links.push_back({base + "decline", "Decline"});
    }
    if (nomination.state == gifting::NominationState::Open &&
        foundation::sameFolded(nomination.adviser, visit.session->login)) {
        links.push_back({base + "withdraw", "Withdraw"});
    }
    return links;
}

Field reasonField(const std::string& hint)
{
    return {.name = "reason", .label = "Why", .hint = hint};
}

gifting::Nomination nominationAsked(Visit& visit)
{
    return visit.read([&](const books::ReadTransaction& tx) {
        return gifting::requireNomination(tx, gifting::NominationNo{visit.number()});
    });
}

FormPage answerPage(const Visit& visit, const gifting::Nomination& one, const std::string& word)
{
    return {.title = word + " the nomination of " + one.recipientName,
            .submit = word,
            .back = visit.address("nominations?month=") + toText(one.month),
            .fields = {},
            .intro = one.adviser + ": " + one.reason};
}

} // namespace

Response nominationsPage(Visit& visit)
{
    return visit.read([&](const books::ReadTransaction& tx) {
        Table table({{"Recipient"}, {"Name"}, {"Adviser"}, {"Reason"}, {"State"}, {"Answer"}, {""}},
                    visit.format);
        gifting::NominationFilter filter{
            .month = monthAsked(visit), .adviser = {}, .recipient = {}, .state = {}};
        if (!visit.may(Action::Choose)) {
            filter.adviser = visit.session->login;
        }
        gifting::listNominations(tx, filter, [&](const gifting::Nomination& one) {
            addRecipient(table, visit, one.recipientCode);
            table.text(one.recipientName)
                .text(one.adviser)
                .text(one.reason)
                .badge(toText(one.state))
                .text(one.answer)
                .links(answersTo(visit, one))
                .endRow();
        });
        View view;
        view.list("table", table.views("Nobody is nominated for this month yet."))
            .flag("may_choose", visit.may(Action::Choose));
        addMonths(view, visit, "nominations");
        return visit.page("nominations", "Nominations of " + visit.format.shown(monthAsked(visit)),
                          view);
    });
}

namespace {

/// Which department the adviser gave the last time, so that it is typed once.
std::string lastDepartment(Visit& visit)
{
    std::string department;
    visit.read([&](const books::ReadTransaction& tx) {
        gifting::listNominations(
            tx, {.month = {}, .adviser = visit.session->login, .recipient = {}, .state = {}},
            [&](const gifting::Nomination& one) { department = one.department; });
        return true;
    });
    return department;
}

} // namespace

Response nominatePage(Visit& visit)
{
    const FormPage page{
        .title = "Nominate",
        .submit = "Nominate",
        .back = visit.address("nominations"),
        .fields = {
            recipientField(visit, "Recipient"),
            {.name = "reason", .label = "Why they would love one"},
            {.name = "department", .label = "Your department", .value = lastDepartment(visit)},
            monthField(visit)}};
    return runOperation(visit, page, "nominate", [&](const AnsweredRow& one) {
        return Done{visit.address("nominations?month=") + visit.form.text("month"),
                    "Nominated for " + one.at("month") + ": " + visit.form.text("recipient") + "."};
    });
}

Response withdrawPage(Visit& visit)
{
    const gifting::Nomination one = nominationAsked(visit);
    operations::requireTheirs(one, visit.session->login, visit.may(Action::Choose));
    FormPage page = answerPage(visit, one, "Withdraw");
    page.fields = {reasonField("They can be nominated for the month once more")};
    visit.form.set("no", visit.part);
    return runOperation(visit, page, "nomination withdraw", [&](const AnsweredRow&) {
        return Done{page.back, "Withdrawn: " + one.recipientName + "."};
    });
}

Response declinePage(Visit& visit)
{
    const gifting::Nomination one = nominationAsked(visit);
    FormPage page = answerPage(visit, one, "Decline");
    page.fields = {reasonField("The adviser reads it")};
    visit.form.set("no", visit.part);
    return runOperation(visit, page, "nomination decline", [&](const AnsweredRow&) {
        return Done{page.back, "Declined: " + one.recipientName + "."};
    });
}

Response removeChoicePage(Visit& visit)
{
    const FormPage page{.title = "Take somebody off the list",
                        .submit = "Take off",
                        .back = visit.address("choose?month=") + toText(monthAsked(visit)),
                        .fields = {recipientField(visit, "Recipient"), monthField(visit),
                                   reasonField("Their nominations stay, and answer with it")}};
    return runOperation(visit, page, "choose remove", [&](const AnsweredRow&) {
        return Done{visit.address("choose?month=") + visit.form.text("month"),
                    visit.form.text("recipient") + " is not on the list any more."};
    });
}

Response choosePage(Visit& visit)
{
    return visit.read([&](const books::ReadTransaction& tx) {
        const Month month = monthAsked(visit);
        Table table({{"Recipient"},
                     {"Name"},
                     {"Why"},
                     {"Speaks against it"},
                     {"Nominated, never chosen", true},
                     {"State"},
                     {""}},
                    visit.format);
        std::int64_t toApprove = 0;
        for (const gifting::Candidate& one : gifting::candidatesOf(tx, month)) {
            std::vector<Link> links;
            if (!one.choice) {
                links.push_back({visit.address("choose/add?month=") + toText(month) +
                                     "&recipient=" + encodePercent(one.code),
                                 "Choose"});
            } else {
                links.push_back({visit.address("choose/remove?month=") + toText(month) +
                                     "&recipient=" + encodePercent(one.code),
                                 "Take off"});
            }
            toApprove += one.choice && !one.choice->isApproved() ? 1 : 0;
            addRecipient(table, visit, one.code);
            table.text(one.name)
                .text(reasonsOf(one))
                .text(textOf(gifting::shownWarnings(one.warnings), visit.format))
                .number(one.neverChosen)
                .badge(!one.choice                ? "nominated"
                       : one.choice->isApproved() ? "approved"
                                                  : "chosen")
                .links(links)
                .endRow();
        }
        const std::string room =
            roomText(visit.format, tx.store(), month, gifting::roomOf(tx, month));
        View view;
        view.list("table", table.views("Nobody is nominated for this month yet."))
            .text("room", room)
            .flag("has_room", !room.empty())
            .flag("may_plan", visit.may(Action::Plan))
            .flag("may_approve", visit.may(Action::ApproveChoice) && toApprove > 0)
            .number("to_approve", toApprove);
        addMonths(view, visit, "choose");
        return visit.page("choose", "Choose for " + visit.format.shown(month), view);
    });
}

Response addChoicePage(Visit& visit)
{
    const FormPage page{.title = "Choose",
                        .submit = "Choose",
                        .back = visit.address("choose"),
                        .fields = {recipientField(visit, "Recipient"),
                                   monthField(visit),
                                   {.name = "despite",
                                    .label = "Why, although something speaks against it",
                                    .hint = "Only where something does",
                                    .isNeeded = false}}};
    return runOperation(visit, page, "choose add", [&](const AnsweredRow&) {
        return Done{visit.address("choose?month=") + visit.form.text("month"),
                    visit.form.text("recipient") + " is on the list."};
    });
}

Response approvePage(Visit& visit)
{
    const FormPage page =
        visit.read([&](const books::ReadTransaction& tx) { return approveFormOf(visit, tx); });
    return runForm(visit, page, "web approve", [&](books::WriteTransaction& tx) {
        const Month month = monthIn(visit.form, "month");
        requireSeen(visit.form, listOf(visit, tx, month));
        const gifting::ApprovedList list = gifting::approveChoices(tx, month);
        return Done{visit.address("choose?month=") + toText(month),
                    "Approved " + std::to_string(list.approved) + "; " + std::to_string(list.all) +
                        " on the list." + roomText(visit.format, tx.store(), month, list.room)};
    });
}

} // namespace giftbox::web
