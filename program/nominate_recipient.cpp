#include "program/nominate_recipient.h"

#include "books/code.h"
#include "foundation/fold.h"
#include "foundation/json.h"
#include "gifting/recipient.h"
#include "program/open_month.h"

namespace giftbox::program {

using books::WriteTransaction;
using foundation::Refusal;
using foundation::Rows;

namespace {

void requireFirst(const WriteTransaction& tx, const Nomination& wanted)
{
    Rows rows = tx.database().query("program/nomination_by_adviser",
                                    {{"store_id", tx.storeId()},
                                     {"month", wanted.month.number()},
                                     {"recipient_no", wanted.recipient.value},
                                     {"adviser_folded", foundation::folded(wanted.adviser)}});
    if (!rows.next()) {
        return;
    }
    const foundation::Row row = rows.row();
    const bool declined = parseNominationState(row.text(1)) == NominationState::Declined;
    throw Refusal("nomination.exists",
                  wanted.adviser + " has nominated " + wanted.recipientCode + " for " +
                      toText(wanted.month) + " already: nomination " +
                      std::to_string(row.integer(0)) +
                      (declined ? " was declined (" + row.string(2) +
                                      "); nominate them for another "
                                      "month"
                                : "; withdraw it to nominate them in other words"));
}

NominationNo nextNumber(const WriteTransaction& tx)
{
    Rows rows = tx.database().query("program/last_nomination", {{"store_id", tx.storeId()}});
    rows.next();
    return NominationNo{rows.row().integer(0) + 1};
}

void insert(const WriteTransaction& tx, const Nomination& one)
{
    tx.database().execute("program/insert_nomination",
                          {{"store_id", tx.storeId()},
                           {"nomination_no", one.number.value},
                           {"month", one.month.number()},
                           {"recipient_no", one.recipient.value},
                           {"adviser", one.adviser},
                           {"department", one.department},
                           {"reason", one.reason},
                           {"event_seq", tx.event().value},
                           {"adviser_folded", foundation::folded(one.adviser)}});
}

} // namespace

Nomination nominateRecipient(WriteTransaction& tx, const NominationRequest& request)
{
    books::requireText(request.adviser, "the adviser");
    books::requireText(request.department, "the department");
    books::requireText(request.reason, "the reason");
    requireOpenMonth(tx, request.month);
    const gifting::NumberedRecipient person = gifting::requireKnownRecipient(tx, request.recipient);
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
    requireFirst(tx, one);
    one.number = nextNumber(tx);
    insert(tx, one);
    tx.record("nomination.add", "nomination " + std::to_string(one.number.value),
              foundation::JsonObject()
                  .add("month", toText(one.month))
                  .add("recipient", one.recipient.value)
                  .text());
    return one;
}

} // namespace giftbox::program
