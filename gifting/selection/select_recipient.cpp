#include "gifting/selection/select_recipient.h"

#include "books/code.h"
#include "foundation/json.h"
#include "gifting/recipient.h"
#include "gifting/selection/open_month.h"
#include "gifting/selection/selection_boxes.h"
#include "gifting/selection/statements.h"

#include <algorithm>

namespace giftbox::gifting {

using books::RecipientNo;
using books::WriteTransaction;
using foundation::Month;
using foundation::Refusal;

namespace {

std::string subjectOf(RecipientNo number) { return "recipient " + std::to_string(number.value); }

Candidate requireCandidate(const WriteTransaction& tx, const gifting::NumberedRecipient& person,
                           Month month)
{
    std::vector<Candidate> all = candidatesOf(tx, month);
    const auto found = std::ranges::find(all, person.number, &Candidate::recipient);
    if (found == all.end()) {
        throw Refusal("selection.not_nominated",
                      {{"recipient", person.recipient.code}, {"month", month}});
    }
    return std::move(*found);
}

/// The recipient's entry on the list; refuses if there can be none.
Selection decide(const books::Store& store, const Candidate& candidate,
                 const SelectionRequest& request, const std::string& actor)
{
    if (candidate.selection) {
        throw Refusal("selection.exists", {{"recipient", candidate.code},
                                           {"month", request.month},
                                           {"selected_by", candidate.selection->selectedBy}});
    }
    for (const budget::LimitStanding& one : candidate.standing.limits) {
        if (one.action == budget::LimitAction::Block && one.use.before >= one.use.amount) {
            throw Refusal("selection.limit_reached", {{"recipient", candidate.code},
                                                      {"name", one.name},
                                                      {"before", store.money(one.use.before)},
                                                      {"limit", store.money(one.use.amount)}});
        }
    }
    if (!candidate.warnings.empty() && !request.exceptionReason) {
        throw Refusal("selection.warned",
                      {{"recipient", candidate.code},
                       {"warnings", foundation::joined(shownWarnings(candidate.warnings), "; ")}});
    }
    return {.selectedBy = actor,
            .warnings = keptText(candidate.warnings),
            .exceptionReason = candidate.warnings.empty() ? "" : *request.exceptionReason,
            .approvedBy = {}};
}

void insert(WriteTransaction& tx, RecipientNo recipient, Month month, const Selection& selection)
{
    const sql::InsertSelection row{.storeId = tx.storeId(),
                                   .month = month,
                                   .recipientNo = recipient.value,
                                   .warnings = selection.warnings,
                                   .exceptionReason = selection.exceptionReason,
                                   .selectedBy = selection.selectedBy,
                                   .eventSeq = tx.event().value};
    tx.facts().add(books::facts::kSelection, row.binds());
    tx.database().execute(row);
}

void requireOnList(const WriteTransaction& tx, const gifting::NumberedRecipient& person,
                   Month month)
{
    if (!tx.database().query(sql::FindSelection{
            .storeId = tx.storeId(), .month = month, .recipientNo = person.number.value})) {
        throw Refusal("selection.unknown",
                      {{"recipient", person.recipient.code}, {"month", month}});
    }
}

const char* refusalCode(const BoxOfRecipient& box)
{
    return box.state == "planned"  ? "selection.has_box/planned"
           : box.state == "packed" ? "selection.has_box/packed"
                                   : "selection.has_box";
}

void requireNoBox(const WriteTransaction& tx, const gifting::NumberedRecipient& person, Month month)
{
    const auto boxes = boxesOfList(tx, month);
    if (const auto had = boxes.find(person.number); had != boxes.end() && had->second.own) {
        const BoxOfRecipient& box = *had->second.own;
        throw Refusal(refusalCode(box),
                      {{"number", box.number.value},
                       {"recipient", person.recipient.code},
                       {"month", box.givenOn ? box.givenOn->month() : box.month}});
    }
}

} // namespace

Candidate selectRecipient(WriteTransaction& tx, const SelectionRequest& request)
{
    if (request.exceptionReason) {
        books::requireText(*request.exceptionReason, "the exception reason", "exception_reason");
    }
    requireOpenMonth(tx, request.month);
    Candidate one = requireCandidate(tx, gifting::requireConfirmedRecipient(tx, request.recipient),
                                     request.month);
    const Selection selection = decide(tx.store(), one, request, tx.actor().name);
    insert(tx, one.recipient, request.month, selection);
    tx.record("choice.add", subjectOf(one.recipient),
              foundation::JsonObject()
                  .add("month", toText(request.month))
                  .add("warnings", static_cast<std::int64_t>(one.warnings.size()))
                  .text());
    one.selection = selection;
    return one;
}

void removeSelection(WriteTransaction& tx, const std::string& recipient, Month month,
                     const std::string& reason)
{
    books::requireText(reason, "the reason", "reason");
    tx.requireOpen(month);
    const gifting::NumberedRecipient person = gifting::requireRecipient(tx, recipient);
    requireOnList(tx, person, month);
    requireNoBox(tx, person, month);
    tx.database().execute(sql::DeleteSelection{
        .storeId = tx.storeId(), .month = month, .recipientNo = person.number.value});
    tx.database().execute(sql::AnswerUnselected{.storeId = tx.storeId(),
                                                .answer = reason,
                                                .month = month,
                                                .recipientNo = person.number.value});
    tx.record("choice.remove", subjectOf(person.number),
              foundation::JsonObject().add("month", toText(month)).text());
}

} // namespace giftbox::gifting
