#include "gifting/edit_recipient.h"

#include "foundation/json.h"
#include "gifting/statements.h"

namespace giftbox::gifting {

using books::WriteTransaction;

namespace {

/// Takes over what is given and is another value than before; returns the names of what changed.
std::string apply(const RecipientChanges& changes, Recipient& recipient)
{
    std::string changed;
    const auto take = [&changed](const char* what, const auto& given, auto& value) {
        if (given && *given != value) {
            value = *given;
            changed += (changed.empty() ? "" : ", ") + std::string(what);
        }
    };
    take("name", changes.name, recipient.name);
    take("group", changes.group, recipient.group);
    take("kind", changes.kind, recipient.kind);
    take("note", changes.note, recipient.note);
    take("household", changes.household, recipient.household);
    take("sizes", changes.sizes, recipient.sizes);
    take("tastes", changes.tastes, recipient.tastes);
    take("do not gift", changes.doNotGift, recipient.doNotGift);
    return changed;
}

void update(WriteTransaction& tx, const NumberedRecipient& one)
{
    tx.facts().add(books::facts::kRecipient, recipientFact(one));
    const Recipient& recipient = one.recipient;
    tx.database().execute(
        sql::UpdateRecipient{.storeId = tx.storeId(),
                             .name = recipient.name,
                             .group = recipient.group,
                             .kind = toText(recipient.kind),
                             .note = recipient.note,
                             .household = recipient.household,
                             .sizes = toText(recipient.sizes),
                             .tastes = toText(recipient.tastes),
                             .doNotGift = std::int64_t{recipient.doNotGift},
                             .householdFolded = foundation::folded(recipient.household),
                             .searchText = searchText(recipient),
                             .recipientNo = one.number.value});
}

} // namespace

Recipient newRecipient(std::string code, const RecipientChanges& words)
{
    Recipient recipient;
    recipient.code = std::move(code);
    apply(words, recipient);
    return recipient;
}

Recipient editRecipient(WriteTransaction& tx, std::string_view code,
                        const RecipientChanges& changes)
{
    NumberedRecipient one = requireKnownRecipient(tx, code);
    const std::string before = recipientDigest(one);
    const std::string changed = apply(changes, one.recipient);
    requireValid(one.recipient);
    if (changed.empty()) {
        return one.recipient;
    }
    update(tx, one);
    tx.record("recipient.edit", "recipient " + std::to_string(one.number.value),
              foundation::JsonObject().add("changed", changed).add("before", before).text());
    return one.recipient;
}

} // namespace giftbox::gifting
