#include "gifting/recipient.h"
#include "gifting/selection/answer_nomination.h"
#include "gifting/selection/nominate_recipient.h"
#include "gifting/selection/select_recipient.h"
#include "operations/nomination_rights.h"
#include "operations/table.h"
#include "reports/selection_rows.h"

#include <algorithm>

namespace giftbox::operations {

using foundation::Asked;
using gifting::Nomination;
using gifting::NominationNo;

namespace {

constexpr RowShape kNominationRow{"Nomination", reports::nominationColumns,
                                  "state:open|selected|withdrawn|declined"};
constexpr RowShape kCandidateRow{"Candidate", reports::candidateColumns,
                                 "listed:selected|approved"};

constexpr FieldInfo kRecipient{.name = "recipient",
                               .title = "Recipient",
                               .help = "recipient code",
                               .need = Required,
                               .option = "RECIPIENT"};
constexpr FieldInfo kNumber{.name = "no",
                            .type = Integer,
                            .title = "Nomination",
                            .help = "nomination number",
                            .need = Required,
                            .option = "NO"};
constexpr FieldInfo kWhy{.name = "reason",
                         .title = "Reason",
                         .help = "reason, visible to the adviser",
                         .need = Required,
                         .value = "WHY"};
constexpr FieldInfo kOfMonth{.name = "month",
                             .type = Month,
                             .title = "Month",
                             .help = "month of the list",
                             .need = RequiredOnCommandLine};
constexpr FieldInfo kListMonth{.name = "month",
                               .type = Month,
                               .title = "Month",
                               .help = "month of the list",
                               .need = RequiredOnCommandLine,
                               .option = "MONTH"};

/// The adviser; for a program, the user of its token.
std::string adviserOf(const Call& call)
{
    return call.caller.isTrusted() ? call.text("by") : call.caller.login;
}

void readNominations(Call& call, const ReadTransaction& tx, RowWriter& out)
{
    gifting::NominationFilter filter{.month = call.maybeMonth("month"),
                                     .adviser = call.maybeText("by"),
                                     .recipient = {},
                                     .state = {}};
    if (call.has("state")) {
        filter.state = gifting::parseNominationState(call.text("state"));
    }
    if (call.has("recipient")) {
        filter.recipient = gifting::requireRecipient(tx, call.text("recipient")).number;
    }
    if (!call.caller.isTrusted() && !filter.month) {
        filter.month = call.today.month(); // else each page would read all nominations
    }
    if (!call.caller.may(Action::Select)) {
        filter.adviser = call.caller.login;
    }
    Page page(call);
    out.begin(reports::nominationColumns());
    gifting::listNominations(tx, filter, [&](const Nomination& one) {
        if (page.takes(one.number.value)) {
            reports::writeNomination(one, out);
        }
    });
    out.end();
    page.finish();
}

void writeOne(const Nomination& one, RowWriter& out)
{
    out.begin(reports::nominationColumns());
    reports::writeNomination(one, out);
    out.end();
}

/// Somebody new: a name, and perhaps a kind and a note.
std::optional<gifting::Recipient> somebodyNew(const Call& call)
{
    if (!call.has("new_name")) {
        if (call.has("kind") || call.has("note")) {
            throw foundation::Refusal("nomination.whom/note");
        }
        return std::nullopt;
    }
    return gifting::Recipient{.code = {},
                              .name = call.text("new_name"),
                              .group = {},
                              .kind = gifting::parseRecipientKind(call.text("kind")),
                              .note = call.text("note")};
}

void nominate(Call& call, WriteTransaction& tx, RowWriter& out)
{
    writeOne(gifting::nominateRecipient(tx, {.recipient = call.text("recipient"),
                                             .month = call.month("month"),
                                             .adviser = adviserOf(call),
                                             .department = call.text("department"),
                                             .reason = call.text("reason"),
                                             .somebodyNew = somebodyNew(call)}),
             out);
}

void withdraw(Call& call, WriteTransaction& tx, RowWriter& out)
{
    const NominationNo number{call.integer("no")};
    const Nomination nomination = gifting::requireNomination(tx, number);
    requireTheirs(nomination, call.caller.login, call.caller.may(Action::Select));
    writeOne(gifting::withdrawNomination(tx, number, call.text("reason")), out);
}

void decline(Call& call, WriteTransaction& tx, RowWriter& out)
{
    writeOne(gifting::declineNomination(tx, NominationNo{call.integer("no")}, call.text("reason")),
             out);
}

void reopen(Call& call, WriteTransaction& tx, RowWriter& out)
{
    const NominationNo number{call.integer("no")};
    const Nomination nomination = gifting::requireNomination(tx, number);
    if (nomination.state == gifting::NominationState::Withdrawn) {
        requireTheirs(nomination, call.caller.login, call.caller.may(Action::Select));
    } else if (!call.caller.may(Action::Select)) {
        throw foundation::Refusal("access.nomination/reopen", {{"number", number.value}});
    }
    writeOne(gifting::reopenNomination(tx, number), out);
}

void readSelections(Call& call, const ReadTransaction& tx, RowWriter& out)
{
    out.begin(reports::candidateColumns());
    for (const gifting::Candidate& one : gifting::candidatesOf(tx, call.month("month"))) {
        reports::writeCandidate(one, out);
    }
    out.end();
}

void select(Call& call, WriteTransaction& tx, RowWriter& out)
{
    const gifting::Candidate selected =
        gifting::selectRecipient(tx, {.recipient = call.text("recipient"),
                                      .month = call.month("month"),
                                      .exceptionReason = call.maybeText("exception_reason")});
    out.begin(reports::candidateColumns());
    reports::writeCandidate(selected, out);
    out.end();
}

void removeSelection(Call& call, WriteTransaction& tx, RowWriter& out)
{
    const reports::RemovedSelection removed{.recipient = call.text("recipient"),
                                            .month = call.month("month"),
                                            .reason = call.text("reason")};
    gifting::removeSelection(tx, removed.recipient, removed.month, removed.reason);
    out.begin(reports::removedSelectionColumns());
    reports::writeRemovedSelection(removed, out);
    out.end();
}

void approve(Call& call, WriteTransaction& tx, RowWriter& out)
{
    const gifting::ApprovedList list =
        gifting::approveSelections(tx, call.month("month"), call.maybeText("recipient"));
    out.begin(reports::approvedColumns());
    reports::writeApproved(tx.store(), call.month("month"), list, out);
    out.end();
}

std::vector<Operation> nominations()
{
    return {{.command = "nominate",
             .address = "/nominations",
             .summary = "nominate a recipient for a month",
             .effect = "Instead of a recipient you may name somebody new. They get a provisional "
                       "code, and nobody can select them until they are confirmed.",
             .action = Action::Nominate,
             .fields = {{.name = "recipient",
                         .title = "Recipient",
                         .help = "recipient code",
                         .option = "RECIPIENT"},
                        {.name = "new_name",
                         .title = "Name of somebody new",
                         .help = "name of somebody who is no recipient yet",
                         .value = "NAME"},
                        {.name = "kind",
                         .title = "Kind",
                         .help = "of somebody new; a person if left out",
                         .choices = "person|business"},
                        {.name = "note",
                         .title = "Who this is",
                         .help = "about somebody new, for whoever confirms them",
                         .value = "TEXT"},
                        {.name = "month",
                         .type = Month,
                         .title = "Month",
                         .help = "month of the nomination",
                         .need = RequiredOnCommandLine},
                        {.name = "by",
                         .title = "Adviser",
                         .help = "the adviser; for a program, the user of its token",
                         .need = Required,
                         .value = "ADVISER",
                         .asked = Asked::OnCommandLine},
                        {.name = "department",
                         .title = "Department",
                         .help = "department, such as service or parts",
                         .need = Required,
                         .value = "WORD"},
                        {.name = "reason",
                         .title = "Reason",
                         .help = "reason for the nomination",
                         .need = Required,
                         .value = "WHY"}},
             .columns = kNominationRow,
             .write = nominate,
             .answer = Answer::Row,
             .example = "C-1042 --month 2026-12 --by \"Bo\" --department service --reason \"brings "
                        "cake for the "
                        "workshop\"",
             .inverse = {"nomination withdraw", "nomination"}},
            {.command = "nomination list",
             .address = "/nominations",
             .summary = "list nominations by number; advisers see only their own",
             .action = Action::Nominate,
             .fields = {{.name = "month",
                         .type = Month,
                         .title = "Month",
                         .help = "only for this month; for the API, default: the current month"},
                        {.name = "by",
                         .title = "Adviser",
                         .help = "only by this adviser",
                         .value = "ADVISER"},
                        {.name = "recipient",
                         .title = "Recipient",
                         .help = "only for this recipient",
                         .value = "RECIPIENT"},
                        {.name = "state",
                         .title = "State",
                         .help = "only these",
                         .choices = "open|selected|withdrawn|declined"}},
             .columns = kNominationRow,
             .read = readNominations,
             .example = "--month 2026-12",
             .isPaged = true},
            {.command = "nomination withdraw",
             .address = "/nominations/{no}/withdraw",
             .summary = "withdraw a nomination",
             .action = Action::Nominate,
             .fields = {kNumber, kWhy},
             .columns = kNominationRow,
             .write = withdraw,
             .answer = Answer::Row,
             .example = "17 --reason \"meant her sister\"",
             .inverse = {"nomination reopen", "nomination"}},
            {.command = "nomination decline",
             .address = "/nominations/{no}/decline",
             .summary = "decline a nomination",
             .action = Action::Select,
             .fields = {kNumber, kWhy},
             .columns = kNominationRow,
             .write = decline,
             .answer = Answer::Row,
             .example = "17 --reason \"moved to another town\"",
             .inverse = {"nomination reopen", "nomination"}},
            {.command = "nomination reopen",
             .address = "/nominations/{no}/reopen",
             .summary = "open a declined or withdrawn nomination again",
             .action = Action::Nominate,
             .fields = {kNumber},
             .columns = kNominationRow,
             .write = reopen,
             .answer = Answer::Row,
             .example = "17",
             .inverse = {"nomination decline", "nomination"}}};
}

std::vector<Operation> selection()
{
    return {{.command = "select list",
             .address = "/selections",
             .summary = "nominated and selected recipients for a month, with reasons and warnings",
             .action = Action::Select,
             .fields = {kListMonth},
             .columns = kCandidateRow,
             .read = readSelections,
             .example = "2026-12"},
            {.command = "select add",
             .address = "/selections",
             .summary = "select a nominated recipient for a month",
             .action = Action::Select,
             .fields = {kRecipient,
                        kOfMonth,
                        {.name = "exception_reason",
                         .title = "Exception reason",
                         .help = "reason to select a recipient with warnings, kept on record",
                         .value = "WHY"}},
             .columns = kCandidateRow,
             .write = select,
             .answer = Answer::Row,
             .example = "C-1042 --month 2026-12",
             .inverse = {.command = "select remove", .same = "recipient month"}},
            {.command = "select remove",
             .address = "/selections/{recipient}/remove",
             .summary = "remove a recipient from the list for a month",
             .action = Action::Select,
             .fields = {kRecipient, kOfMonth, kWhy},
             .columns = {"RemovedSelection", reports::removedSelectionColumns},
             .write = removeSelection,
             .answer = Answer::Row,
             .example = "C-1042 --month 2026-12 --reason \"on holiday until spring\"",
             .inverse = {.command = "select add", .same = "recipient month"}},
            {.command = "select approve",
             .address = "/selections/approve",
             .summary = "approve the list for a month",
             .action = Action::ApproveSelection,
             .fields = {kListMonth,
                        {.name = "recipient",
                         .title = "Recipient",
                         .help = "approve only this recipient on the list",
                         .value = "RECIPIENT"}},
             .columns = {"ApprovedList", reports::approvedColumns},
             .write = approve,
             .answer = Answer::Row,
             .example = "2026-12",
             .seen = readSelections,
             .oneWay = "An approval stays, but you can take a recipient off the list."}};
}

} // namespace

std::vector<Operation> selectionOperations()
{
    std::vector<Operation> all = nominations();
    std::ranges::move(selection(), std::back_inserter(all));
    return all;
}

} // namespace giftbox::operations
