#include "program/known_recipient.h"

namespace giftbox::program {

gifting::NumberedRecipient requireKnownRecipient(const books::ReadTransaction& tx,
                                                 std::string_view code)
{
    const gifting::NumberedRecipient found = gifting::requireRecipient(tx, code);
    foundation::Rows rows =
        tx.database().query("program/is_anonymized",
                            {{"store_id", tx.storeId()}, {"recipient_no", found.number.value}});
    rows.next();
    if (rows.row().integer(0) != 0) {
        throw foundation::Refusal("recipient.anonymized",
                                  "recipient " + found.recipient.code +
                                      " is anonymized: nothing is known of them but their number");
    }
    return found;
}

} // namespace giftbox::program
