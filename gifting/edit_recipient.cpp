#include "gifting/edit_recipient.h"

#include "foundation/json.h"

namespace giftbox::gifting {

Recipient editRecipient(books::WriteTransaction& tx, std::string_view code,
                        const foundation::Said& said)
{
    const NumberedRecipient before = requireKnownRecipient(tx, code);
    const NumberedRecipient after{.number = before.number,
                                  .recipient = changed(recipientFields(), before.recipient, said)};
    requireValid(after.recipient);
    std::string names;
    for (const auto* field : differing(recipientFields(), before.recipient, after.recipient)) {
        names += (names.empty() ? "" : ", ") + foundation::plainName(field->info.name);
    }
    if (names.empty()) {
        return after.recipient;
    }
    updateRecipient(tx, after);
    tx.record("recipient.edit", "recipient " + std::to_string(after.number.value),
              foundation::JsonObject()
                  .add("changed", names)
                  .add("before", recipientDigest(before))
                  .text());
    return after.recipient;
}

} // namespace giftbox::gifting
