#include "gifting/remove_recipients.h"

#include "books/undo_facts.h"
#include "gifting/statements.h"

namespace giftbox::gifting {

std::int64_t removeRecipients(books::WriteTransaction& tx, std::int64_t first, std::int64_t last,
                              books::EventSeq added)
{
    books::RemovedRows removed("recipient", added);
    for (const auto& row : tx.database().query(
             sql::RecipientFacts{.storeId = tx.storeId(), .firstNo = first, .lastNo = last})) {
        const NumberedRecipient one{.number = books::RecipientNo{row.recipientNo},
                                    .recipient = {.code = {},
                                                  .name = {},
                                                  .group = {},
                                                  .kind = parseRecipientKind(row.kind),
                                                  .note = {},
                                                  .doNotGift = row.doNotGift != 0,
                                                  .anonymized = row.anonymized != 0}};
        removed.add(row.recipientNo, "", recipientDigest(one));
        tx.database().execute(
            sql::ForgetAliases{.storeId = tx.storeId(), .recipientNo = row.recipientNo});
    }
    removed.write(tx);
    tx.database().execute(
        sql::DeleteRecipients{.storeId = tx.storeId(), .firstNo = first, .lastNo = last});
    return removed.count();
}

} // namespace giftbox::gifting
