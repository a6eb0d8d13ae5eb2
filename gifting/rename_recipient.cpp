#include "gifting/rename_recipient.h"

#include "books/by_code.h"
#include "foundation/json.h"
#include "gifting/statements.h"

namespace giftbox::gifting {

using books::WriteTransaction;
using foundation::Refusal;

namespace {

void requireFree(const WriteTransaction& tx, const NumberedRecipient& after)
{
    visitRecipients(tx, {after.recipient.code}, [&](const NumberedRecipient& there) {
        if (there.number != after.number) {
            throw Refusal("recipient.exists", {{"recipient", there.recipient.code}})
                .about("new_code");
        }
    });
}

/// Keeps the code of before, unless it comes back, and takes the recipient out of twins that share it.
void keepAlias(WriteTransaction& tx, const NumberedRecipient& before, const std::string& newKey)
{
    const std::string key = books::codeKey(before.recipient.code);
    tx.database().execute(sql::DeleteRecipientAlias{.storeId = tx.storeId(), .codeFolded = newKey});
    tx.database().execute(sql::InsertRecipientAlias{.storeId = tx.storeId(),
                                                    .codeFolded = key,
                                                    .code = before.recipient.code,
                                                    .recipientNo = before.number.value});
    tx.database().execute(sql::NoTwin{.storeId = tx.storeId(), .recipientNo = before.number.value});
}

} // namespace

Recipient renameRecipient(WriteTransaction& tx, std::string_view code, std::string_view newCode)
{
    const NumberedRecipient before = requireConfirmedRecipient(tx, code);
    NumberedRecipient after = before;
    after.recipient.code = newCode;
    try {
        requireValid(after.recipient);
    } catch (const Refusal& refusal) {
        throw refusal.about("new_code");
    }
    requireFree(tx, after);
    if (after.recipient.code == before.recipient.code) {
        return after.recipient;
    }
    const std::string key = books::codeKey(before.recipient.code);
    const std::string newKey = books::codeKey(after.recipient.code);
    if (key != newKey) {
        keepAlias(tx, before, newKey);
    }
    updateRecipient(tx, after);
    if (key != newKey) {
        tx.database().execute(sql::FirstOfCode{.storeId = tx.storeId(), .codeFolded = key});
    }
    tx.record("recipient.rename", "recipient " + std::to_string(before.number.value),
              foundation::JsonObject().add("before", recipientDigest(before)).text());
    return after.recipient;
}

} // namespace giftbox::gifting
