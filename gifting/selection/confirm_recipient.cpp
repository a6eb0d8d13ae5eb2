#include "gifting/selection/confirm_recipient.h"

#include "foundation/fold.h"
#include "foundation/json.h"
#include "gifting/anonymize_recipient.h"
#include "gifting/selection/nomination.h"
#include "gifting/selection/statements.h"

namespace giftbox::gifting {

using books::WriteTransaction;
using foundation::Refusal;

namespace {

std::string subjectOf(const NumberedRecipient& one)
{
    return "recipient " + std::to_string(one.number.value);
}

Recipient giveCode(WriteTransaction& tx, const NumberedRecipient& before, const std::string& code)
{
    NumberedRecipient after = before;
    after.recipient.code = code;
    after.recipient.unconfirmed = false;
    try {
        requireValid(after.recipient);
    } catch (const Refusal& refusal) {
        throw refusal.about("code");
    }
    visitRecipients(tx, {code}, [](const NumberedRecipient& there) {
        throw Refusal("recipient.exists", {{"recipient", there.recipient.code}}).about("code");
    });
    updateRecipient(tx, after);
    tx.record("recipient.confirm", subjectOf(before),
              foundation::JsonObject().add("before", recipientDigest(before)).text());
    return after.recipient;
}

/// Whether the adviser has nominated the recipient for that month.
bool isNominated(const WriteTransaction& tx, const Nomination& one, books::RecipientNo recipient)
{
    const std::string adviser = foundation::folded(one.adviser);
    const auto found = tx.database().query(sql::NominationByAdviser{.storeId = tx.storeId(),
                                                                    .month = one.month,
                                                                    .recipientNo = recipient.value,
                                                                    .adviserFolded = adviser});
    return static_cast<bool>(found);
}

void add(std::string& numbers, NominationNo number)
{
    numbers += (numbers.empty() ? "" : " ") + std::to_string(number.value);
}

Recipient join(WriteTransaction& tx, const NumberedRecipient& before, const std::string& code)
{
    const NumberedRecipient known = requireConfirmedRecipient(tx, code);
    std::vector<Nomination> nominations;
    listNominations(tx, {.month = {}, .adviser = {}, .recipient = before.number, .state = {}},
                    [&](const Nomination& one) { nominations.push_back(one); });
    std::string moved;
    std::string withdrawn;
    for (const Nomination& one : nominations) {
        if (one.state != NominationState::Withdrawn && isNominated(tx, one, known.number)) {
            tx.database().execute(
                sql::AnswerNomination{.storeId = tx.storeId(),
                                      .state = toText(NominationState::Withdrawn),
                                      .answer = "already nominated by the same adviser",
                                      .nominationNo = one.number.value});
            add(withdrawn, one.number);
        }
        tx.database().execute(sql::MoveNomination{.storeId = tx.storeId(),
                                                  .recipientNo = known.number.value,
                                                  .nominationNo = one.number.value});
        add(moved, one.number);
    }
    removePerson(tx, before);
    tx.record("recipient.same_as", subjectOf(before),
              foundation::JsonObject()
                  .add("same_as", known.number.value)
                  .add("moved", moved)
                  .add("withdrawn", withdrawn)
                  .add("before", recipientDigest(before))
                  .text());
    return known.recipient;
}

} // namespace

Recipient confirmRecipient(WriteTransaction& tx, std::string_view recipient,
                           const Confirmation& confirmation)
{
    const NumberedRecipient before = requireKnownRecipient(tx, recipient);
    if (!before.recipient.unconfirmed) {
        throw Refusal("recipient.confirmed", {{"code", before.recipient.code}});
    }
    if (confirmation.code.has_value() == confirmation.sameAs.has_value()) {
        throw Refusal("recipient.confirm_how", {{"code", before.recipient.code}});
    }
    return confirmation.code ? giveCode(tx, before, *confirmation.code)
                             : join(tx, before, *confirmation.sameAs);
}

} // namespace giftbox::gifting
