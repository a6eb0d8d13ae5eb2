#include "gifting/selection/nominate_recipient.h"

#include "books/code.h"
#include "foundation/fold.h"
#include "foundation/json.h"
#include "gifting/selection/open_month.h"
#include "gifting/selection/statements.h"

namespace giftbox::gifting {

using books::WriteTransaction;
using foundation::Refusal;

namespace {

NominationNo nextNumber(const WriteTransaction& tx)
{
    const auto last = tx.database().query(sql::LastNomination{.storeId = tx.storeId()});
    return NominationNo{last->nominationNo + 1};
}

void insert(WriteTransaction& tx, const Nomination& one)
{
    const std::string adviser = foundation::folded(one.adviser);
    const sql::InsertNomination row{.storeId = tx.storeId(),
                                    .nominationNo = one.number.value,
                                    .month = one.month,
                                    .recipientNo = one.recipient.value,
                                    .adviser = one.adviser,
                                    .department = one.department,
                                    .reason = one.reason,
                                    .eventSeq = tx.event().value,
                                    .adviserFolded = adviser};
    tx.facts().add(books::facts::kNomination, row.binds());
    tx.database().execute(row);
}

/// Requires that nobody has this name already, or that it is somebody else.
void requireNew(const WriteTransaction& tx, const std::string& name)
{
    constexpr std::int64_t kMostNamed = 5;
    std::string people;
    for (const NumberedRecipient& one : searchRecipients(tx, name, kMostNamed)) {
        people +=
            (people.empty() ? "" : ", ") + one.recipient.name + " (" + one.recipient.code + ")";
    }
    if (!people.empty() && !tx.actor().isConfirmed) {
        throw Refusal("recipient.similar", {{"name", name}, {"people", people}});
    }
}

NumberedRecipient addUnconfirmed(WriteTransaction& tx, const Recipient& somebodyNew)
{
    NumberedRecipient person{.number = books::RecipientNo{tx.counters().recipient + 1},
                             .recipient = somebodyNew};
    person.recipient.code = freeCode(tx, "NEW", person.number);
    person.recipient.unconfirmed = true;
    requireValid(person.recipient);
    requireNew(tx, somebodyNew.name);
    insertRecipient(tx, person.recipient);
    return person;
}

NumberedRecipient personOf(WriteTransaction& tx, const NominationRequest& request)
{
    if (!request.somebodyNew) {
        if (request.recipient.empty()) {
            throw Refusal("nomination.whom");
        }
        return requireKnownRecipient(tx, request.recipient);
    }
    if (!request.recipient.empty()) {
        throw Refusal("nomination.whom/both", {{"recipient", request.recipient}});
    }
    return addUnconfirmed(tx, *request.somebodyNew);
}

} // namespace

void requireFirstNomination(const WriteTransaction& tx, const Nomination& wanted)
{
    const auto found = tx.database().query(
        sql::NominationByAdviser{.storeId = tx.storeId(),
                                 .month = wanted.month,
                                 .recipientNo = wanted.recipient.value,
                                 .adviserFolded = foundation::folded(wanted.adviser)});
    if (!found) {
        return;
    }
    const bool declined = parseNominationState(found->state) == NominationState::Declined;
    throw Refusal(declined ? "nomination.exists/declined" : "nomination.exists",
                  {{"adviser", wanted.adviser},
                   {"recipient", wanted.recipientCode},
                   {"month", wanted.month},
                   {"number", found->nominationNo},
                   {"answer", std::string_view(found->answer)}});
}

Nomination nominateRecipient(WriteTransaction& tx, const NominationRequest& request)
{
    books::requireText(request.adviser, "the adviser", "adviser");
    books::requireText(request.department, "the department", "department");
    books::requireText(request.reason, "the reason", "reason");
    requireOpenMonth(tx, request.month);
    const NumberedRecipient person = personOf(tx, request);
    Nomination one{.number = {},
                   .month = request.month,
                   .recipient = person.number,
                   .recipientCode = person.recipient.code,
                   .recipientName = person.recipient.name,
                   .adviser = request.adviser,
                   .department = request.department,
                   .reason = request.reason,
                   .state = NominationState::Open,
                   .answer = {}};
    requireFirstNomination(tx, one);
    one.number = nextNumber(tx);
    insert(tx, one);
    tx.record(request.somebodyNew ? "nomination.add_new" : "nomination.add",
              "nomination " + std::to_string(one.number.value),
              foundation::JsonObject()
                  .add("month", toText(one.month))
                  .add("recipient", one.recipient.value)
                  .text());
    return one;
}

} // namespace giftbox::gifting
