#include "gifting/edit_recipient.h"
#include "gifting/selection/answer_nomination.h"
#include "gifting/selection/choose_recipient.h"
#include "gifting/selection/nominate_recipient.h"
#include "reports/choosing_rows.h"
#include "reports/recipient_history.h"
#include "reports/recipient_rows.h"
#include "web/api/api_table.h"
#include "web/ui/nominations.h"

namespace giftbox::web {

using access::Action;
using books::ReadTransaction;
using books::WriteTransaction;
using foundation::RowWriter;
using gifting::Nomination;
using gifting::NominationNo;
using enum ApiType;

namespace {

constexpr ApiField kMonth{"month", Month, false, "This month when left out."};
constexpr ApiField kReason{"reason", Text, true, "Why; it is kept."};

constexpr ApiField kRecipientWords[] = {
    {"name", Text, false, "The name."},
    {"group", Text, false, "The store's own word: service, parts, fleet, ..."},
    {"kind", Text, false, "person or business; a new one is a person."},
    {"household", Text, false, "The same for all of a family or fleet."},
    {"sizes", Text, false, "What fits, as category=size parted by commas."},
    {"tastes", Text, false, "Categories they like, parted by commas."},
    {"do_not_gift", YesNo, false, "No box for them."},
    {"note", Text, false, "A note to staff."}};
constexpr auto kEditRecipient = withSeen(kRecipientWords);
constexpr auto kNewRecipient = [] {
    std::array<ApiField, 1 + std::size(kRecipientWords)> all{};
    all[0] = {"recipient", Text, true, "The code, for good."};
    std::copy(std::begin(kRecipientWords), std::end(kRecipientWords), all.begin() + 1);
    all[1].isNeeded = true;
    return all;
}();
constexpr ApiField kNominations[] = {
    kMonth, {"state", Text, false, "open, chosen, withdrawn or declined."}};
constexpr ApiField kNominate[] = {{"recipient", Text, true, "The code."},
                                  {"reason", Text, true, "Why they would love one."},
                                  {"department", Text, true, "service, parts, ..."},
                                  kMonth};
constexpr ApiField kAnswer[] = {kReason};
constexpr ApiField kChoices[] = {kMonth};
constexpr ApiField kApprove[] = {kMonth, kSeen};
constexpr ApiField kChoose[] = {
    {"recipient", Text, true, "The code."},
    kMonth,
    {"despite", Text, false, "Why, although something speaks against it."}};
constexpr ApiField kRemove[] = {kMonth, kReason};

void readRecipients(ApiCall& call, const ReadTransaction& tx, RowWriter& out)
{
    const auto found = gifting::recipientsAfter(tx, call.after().value_or(""), call.limit() + 1);
    const auto most = static_cast<std::size_t>(call.limit());
    out.begin(reports::recipientColumns());
    for (std::size_t i = 0; i < std::min(found.size(), most); ++i) {
        reports::writeRecipient(found[i].recipient, out);
    }
    out.end();
    if (found.size() > most) {
        call.next = found[most - 1].recipient.code;
    }
}

void writeOne(const gifting::Recipient& recipient, RowWriter& out)
{
    out.begin(reports::recipientColumns());
    reports::writeRecipient(recipient, out);
    out.end();
}

void readRecipient(ApiCall& call, const ReadTransaction& tx, RowWriter& out)
{
    writeOne(gifting::requireRecipient(tx, call.part).recipient, out);
}

void readHistory(ApiCall& call, const ReadTransaction& tx, RowWriter& out)
{
    reports::writeRecipientHistory(tx, gifting::requireRecipient(tx, call.part).number, out);
}

gifting::RecipientChanges changesIn(const ApiCall& call)
{
    gifting::RecipientChanges changes{.name = call.changedText("name"),
                                      .group = call.changedText("group"),
                                      .note = call.changedText("note"),
                                      .household = call.changedText("household"),
                                      .doNotGift = call.changedYesNo("do_not_gift")};
    if (const auto kind = call.changedText("kind")) {
        changes.kind = gifting::parseRecipientKind(*kind);
    }
    if (const auto sizes = call.changedText("sizes")) {
        changes.sizes = gifting::parseSizes(*sizes);
    }
    if (const auto tastes = call.changedText("tastes")) {
        changes.tastes = gifting::parseTastes(*tastes);
    }
    return changes;
}

void addRecipient(ApiCall& call, WriteTransaction& tx, RowWriter& out)
{
    const gifting::Recipient recipient =
        gifting::newRecipient(call.text("recipient"), changesIn(call));
    gifting::addRecipient(tx, recipient);
    writeOne(recipient, out);
}

void editRecipient(ApiCall& call, WriteTransaction& tx, RowWriter& out)
{
    requireSeen(call, tx, readRecipient);
    writeOne(gifting::editRecipient(tx, call.part, changesIn(call)), out);
}

void readNominations(ApiCall& call, const ReadTransaction& tx, RowWriter& out)
{
    gifting::NominationFilter filter{
        .month = call.month("month"), .adviser = {}, .recipient = {}, .state = {}};
    if (call.has("state")) {
        filter.state = gifting::parseNominationState(call.text("state"));
    }
    if (!call.may(Action::Choose)) {
        filter.adviser = call.token.login;
    }
    ApiPage page(call);
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

/// The adviser is who the token belongs to.
void nominate(ApiCall& call, WriteTransaction& tx, RowWriter& out)
{
    writeOne(gifting::nominateRecipient(tx, {.recipient = call.text("recipient"),
                                             .month = call.month("month"),
                                             .adviser = call.token.login,
                                             .department = call.text("department"),
                                             .reason = call.text("reason")}),
             out);
}

void withdraw(ApiCall& call, WriteTransaction& tx, RowWriter& out)
{
    const NominationNo number{call.number()};
    const Nomination nomination = gifting::requireNomination(tx, number);
    requireTheirs(nomination, call.token.login, call.may(Action::Choose));
    writeOne(gifting::withdrawNomination(tx, number, call.text("reason")), out);
}

void decline(ApiCall& call, WriteTransaction& tx, RowWriter& out)
{
    writeOne(gifting::declineNomination(tx, NominationNo{call.number()}, call.text("reason")), out);
}

void readChoices(ApiCall& call, const ReadTransaction& tx, RowWriter& out)
{
    out.begin(reports::candidateColumns());
    for (const gifting::Candidate& one : gifting::candidatesOf(tx, call.month("month"))) {
        reports::writeCandidate(one, out);
    }
    out.end();
}

void choose(ApiCall& call, WriteTransaction& tx, RowWriter& out)
{
    const gifting::Candidate chosen =
        gifting::chooseRecipient(tx, {.recipient = call.text("recipient"),
                                      .month = call.month("month"),
                                      .despite = call.maybeText("despite")});
    out.begin(reports::candidateColumns());
    reports::writeCandidate(chosen, out);
    out.end();
}

void removeChoice(ApiCall& call, WriteTransaction& tx, RowWriter& out)
{
    const reports::RemovedChoice removed{
        .recipient = call.part, .month = call.month("month"), .reason = call.text("reason")};
    gifting::removeChoice(tx, removed.recipient, removed.month, removed.reason);
    out.begin(reports::removedChoiceColumns());
    reports::writeRemovedChoice(removed, out);
    out.end();
}

void approve(ApiCall& call, WriteTransaction& tx, RowWriter& out)
{
    requireSeen(call, tx, readChoices);
    const gifting::ApprovedList list = gifting::approveChoices(tx, call.month("month"));
    out.begin(reports::approvedColumns());
    reports::writeApproved(tx.store(), call.month("month"), list, out);
    out.end();
}

using reports::approvedColumns;
using reports::candidateColumns;
using reports::nominationColumns;
using reports::recipientColumns;
using reports::recipientHistoryColumns;
using reports::removedChoiceColumns;

const ApiRoute kRoutes[] = {
    {"/recipients",
     "Recipients, by code",
     Action::EditRecipients,
     {},
     recipientColumns,
     readRecipients,
     nullptr,
     true},
    {"/recipients/{recipient}",
     "One recipient",
     Action::EditRecipients,
     {},
     recipientColumns,
     readRecipient},
    {"/recipients/{recipient}/history",
     "Their months in which anything happened",
     Action::EditRecipients,
     {},
     recipientHistoryColumns,
     readHistory},
    {"/recipients", "Add a recipient", Action::EditRecipients, kNewRecipient, recipientColumns,
     nullptr, addRecipient},
    {"/recipients/{recipient}/edit", "Change what is said; the rest stays", Action::EditRecipients,
     kEditRecipient, recipientColumns, nullptr, editRecipient},
    {"/nominations", "The nominations of a month; an adviser's own for who does not choose",
     Action::Nominate, kNominations, nominationColumns, readNominations, nullptr, true},
    {"/nominations", "Nominate; the adviser is the user of the token", Action::Nominate, kNominate,
     nominationColumns, nullptr, nominate},
    {"/nominations/{no}/withdraw", "Take a nomination back", Action::Nominate, kAnswer,
     nominationColumns, nullptr, withdraw},
    {"/nominations/{no}/decline", "Turn a nomination down", Action::Choose, kAnswer,
     nominationColumns, nullptr, decline},
    {"/choices", "Everybody nominated or chosen for a month, and what speaks against it",
     Action::Choose, kChoices, candidateColumns, readChoices},
    {"/choices", "Put a nominated recipient on the list of a month", Action::Choose, kChoose,
     candidateColumns, nullptr, choose},
    {"/choices/approve", "Approve who is on the list of a month", Action::ApproveChoice, kApprove,
     approvedColumns, nullptr, approve},
    {"/choices/{recipient}/remove", "Take a recipient off the list of a month", Action::Choose,
     kRemove, removedChoiceColumns, nullptr, removeChoice}};

} // namespace

std::span<const ApiRoute> apiPeopleRoutes() { return kRoutes; }

} // namespace giftbox::web
