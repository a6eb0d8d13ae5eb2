#include "gifting/selection/answer_nomination.h"

#include "books/code.h"
#include "foundation/json.h"
#include "gifting/recipient.h"
#include "gifting/selection/nominate_recipient.h"
#include "gifting/selection/statements.h"

namespace giftbox::gifting {

using books::WriteTransaction;
using foundation::Refusal;

namespace {

void requireOpen(const Nomination& one)
{
    if (one.state == NominationState::Selected) {
        throw Refusal(
            "nomination.selected",
            {{"recipient", one.recipientCode}, {"month", one.month}, {"number", one.number.value}});
    }
    if (one.state != NominationState::Open) {
        throw Refusal(
            "nomination.not_open",
            {{"number", one.number.value}, {"state", toText(one.state)}, {"answer", one.answer}});
    }
}

void writeAnswer(const WriteTransaction& tx, const Nomination& one)
{
    tx.database().execute(sql::AnswerNomination{.storeId = tx.storeId(),
                                                .state = toText(one.state),
                                                .answer = one.answer,
                                                .nominationNo = one.number.value});
}

Nomination answer(WriteTransaction& tx, NominationNo number, NominationState state,
                  const std::string& reason)
{
    books::requireText(reason, "the reason", "reason");
    Nomination one = requireNomination(tx, number);
    requireOpen(one);
    tx.requireOpen(one.month);
    one.state = state;
    one.answer = reason;
    writeAnswer(tx, one);
    return one;
}

void record(WriteTransaction& tx, std::string_view action, const Nomination& one)
{
    tx.record(action, "nomination " + std::to_string(one.number.value),
              foundation::JsonObject()
                  .add("month", toText(one.month))
                  .add("recipient", one.recipient.value)
                  .text());
}

} // namespace

Nomination withdrawNomination(WriteTransaction& tx, NominationNo number, const std::string& reason)
{
    Nomination one = answer(tx, number, NominationState::Withdrawn, reason);
    record(tx, "nomination.withdraw", one);
    return one;
}

Nomination declineNomination(WriteTransaction& tx, NominationNo number, const std::string& reason)
{
    Nomination one = answer(tx, number, NominationState::Declined, reason);
    record(tx, "nomination.decline", one);
    return one;
}

Nomination reopenNomination(WriteTransaction& tx, NominationNo number)
{
    Nomination one = requireNomination(tx, number);
    const bool isWithdrawn = one.state == NominationState::Withdrawn;
    if (one.state != NominationState::Declined && !isWithdrawn) {
        throw Refusal("nomination.not_declined",
                      {{"number", number.value}, {"state", toText(one.state)}});
    }
    tx.requireOpen(one.month);
    if (requireKnownRecipient(tx, one.recipientCode).recipient.anonymized) {
        throw Refusal("recipient.anonymized", {{"code", one.recipientCode}});
    }
    if (isWithdrawn) {
        requireFirstNomination(tx, one);
    }
    one.state = NominationState::Open;
    one.answer.clear();
    writeAnswer(tx, one);
    record(tx, "nomination.reopen", one);
    return one;
}

} // namespace giftbox::gifting
