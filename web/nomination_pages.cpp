#include "program/approve_choices.h"
#include "program/candidates.h"
#include "program/choose_recipient.h"
#include "program/nominate_recipient.h"
#include "web/form_page.h"
#include "web/months.h"
#include "web/pages.h"
#include "web/recipient_field.h"
#include "web/table.h"

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
            .answersTo = {"month."}};
}

void addRecipient(Table& table, const Visit& visit, const std::string& code)
{
    if (visit.may(Action::EditRecipients)) {
        table.link(code, visit.recipientAddress(code));
    } else {
        table.text(code);
    }
}

std::string reasonsOf(const program::Candidate& candidate)
{
    std::string text;
    for (const program::Reason& reason : candidate.reasons) {
        text += (text.empty() ? "" : "; ") + reason.adviser + ": " + reason.words;
    }
    return text;
}

} // namespace

Response nominationsPage(Visit& visit)
{
    return visit.read([&](const books::ReadTransaction& tx) {
        Table table({{"Recipient"}, {"Name"}, {"Adviser"}, {"Reason"}, {"State"}, {"Answer"}},
                    visit.format);
        program::NominationFilter filter{
            .month = monthAsked(visit), .adviser = {}, .recipient = {}, .state = {}};
        if (!visit.may(Action::Choose)) {
            filter.adviser = visit.session->login;
        }
        program::listNominations(tx, filter, [&](const program::Nomination& one) {
            addRecipient(table, visit, one.recipientCode);
            table.text(one.recipientName)
                .text(one.adviser)
                .text(one.reason)
                .badge(toText(one.state))
                .text(one.answer)
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
        program::listNominations(
            tx, {.month = {}, .adviser = visit.session->login, .recipient = {}, .state = {}},
            [&](const program::Nomination& one) { department = one.department; });
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
            recipientField(visit, "Recipient", {"nomination.exists"}),
            {.name = "reason", .label = "Why they would love one", .answersTo = {"text."}},
            {.name = "department", .label = "Your department", .value = lastDepartment(visit)},
            monthField(visit)}};
    return runForm(visit, page, "web nominate", [&](books::WriteTransaction& tx) {
        const Form& form = visit.form;
        const Month month = monthIn(form, "month");
        program::nominateRecipient(tx, {.recipient = form.text("recipient"),
                                        .month = month,
                                        .adviser = visit.session->login,
                                        .department = form.text("department"),
                                        .reason = form.text("reason")});
        return Done{visit.address("nominations?month=") + toText(month),
                    "Nominated for " + toText(month) + "."};
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
        for (const program::Candidate& one : program::candidatesOf(tx, month)) {
            std::vector<Link> links;
            if (!one.choice) {
                links.push_back({visit.address("choose/add?month=") + toText(month) +
                                     "&recipient=" + encodePercent(one.code),
                                 "Choose"});
            }
            toApprove += one.choice && !one.choice->isApproved() ? 1 : 0;
            addRecipient(table, visit, one.code);
            table.text(one.name)
                .text(reasonsOf(one))
                .text(visit.format.sentence(program::shownText(one.warnings)))
                .number(one.neverChosen)
                .badge(!one.choice                ? "nominated"
                       : one.choice->isApproved() ? "approved"
                                                  : "chosen")
                .links(links)
                .endRow();
        }
        View view;
        view.list("table", table.views("Nobody is nominated for this month yet."))
            .flag("may_approve", visit.may(Action::ApproveChoice) && toApprove > 0)
            .number("to_approve", toApprove);
        addMonths(view, visit, "choose");
        return visit.page("choose", "Choose for " + visit.format.shown(month), view);
    });
}

Response addChoicePage(Visit& visit)
{
    const FormPage page{
        .title = "Choose",
        .submit = "Choose",
        .back = visit.address("choose"),
        .fields = {recipientField(visit, "Recipient", {"choice.not", "choice.exists"}),
                   monthField(visit),
                   {.name = "despite",
                    .label = "Why, although something speaks against it",
                    .hint = "Only where something does",
                    .isNeeded = false,
                    .answersTo = {"choice.warned", "text."}}}};
    return runForm(visit, page, "web choose", [&](books::WriteTransaction& tx) {
        const Month month = monthIn(visit.form, "month");
        program::chooseRecipient(tx, {.recipient = visit.form.text("recipient"),
                                      .month = month,
                                      .despite = maybeTextIn(visit.form, "despite")});
        return Done{visit.address("choose?month=") + toText(month), "On the list."};
    });
}

Response approvePage(Visit& visit)
{
    const FormPage page{.title = "Approve the list",
                        .submit = "Approve",
                        .back = visit.address("choose"),
                        .fields = {monthField(visit)},
                        .intro = "Everybody on the month's list who is not approved yet is then."};
    return runForm(visit, page, "web approve", [&](books::WriteTransaction& tx) {
        const Month month = monthIn(visit.form, "month");
        const program::ApprovedList list = program::approveChoices(tx, month);
        return Done{visit.address("choose?month=") + toText(month),
                    "Approved " + std::to_string(list.approved) + "; " + std::to_string(list.all) +
                        " on the list."};
    });
}

} // namespace giftbox::web
