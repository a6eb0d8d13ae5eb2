#include "gifting/anonymize_recipient.h"

#include "books/code.h"
#include "foundation/fold.h"
#include "foundation/json.h"
#include "gifting/statements.h"

namespace giftbox::gifting {

using books::WriteTransaction;
using foundation::Refusal;

namespace {

bool isLetterOrDigit(unsigned char c)
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c >= 0x80;
}

/// Whether the text contains `word`, not as part of a longer word.
bool names(const std::string& text, const std::string& word)
{
    for (auto at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) {
        const std::size_t end = at + word.size();
        const bool begins = at == 0 || !isLetterOrDigit(static_cast<unsigned char>(text[at - 1]));
        if (begins &&
            (end == text.size() || !isLetterOrDigit(static_cast<unsigned char>(text[end])))) {
            return true;
        }
    }
    return false;
}

/// The code of the recipient, and the earlier ones.
std::vector<std::string> codesOf(const WriteTransaction& tx, const NumberedRecipient& one)
{
    std::vector<std::string> codes = {one.recipient.code};
    for (const auto& row : tx.database().query(
             sql::AliasesOfRecipient{.storeId = tx.storeId(), .recipientNo = one.number.value})) {
        codes.emplace_back(row.code);
    }
    return codes;
}

void requireNameless(const WriteTransaction& tx, const std::string& text,
                     const NumberedRecipient& one)
{
    std::vector<std::string> words = codesOf(tx, one);
    words.push_back(one.recipient.name);
    for (const std::string& word : words) {
        if (names(text, word)) {
            throw Refusal("recipient.named_in_reason");
        }
    }
}

/// Removes request keys and results that have the name with one of the codes.
void forgetRequests(const WriteTransaction& tx, const std::vector<std::string>& codes,
                    const std::string& name)
{
    std::string nameInJson; // within its quotes
    foundation::appendJsonString(nameInJson, name);
    for (const std::string& code : codes) {
        tx.database().execute(
            sql::ForgetRequests{.storeId = tx.storeId(), .code = code, .name = name});
        tx.database().execute(
            sql::AnonymizeRequests{.storeId = tx.storeId(),
                                   .code = code,
                                   .name = name,
                                   .nameInJson = nameInJson.substr(1, nameInJson.size() - 2)});
    }
}

template <class... Statements>
void removeWords(const WriteTransaction& tx, books::RecipientNo number)
{
    (tx.database().execute(Statements{.storeId = tx.storeId(), .recipientNo = number.value}), ...);
}

} // namespace

Recipient removePerson(WriteTransaction& tx, const NumberedRecipient& before)
{
    const Recipient after{.code = freeCode(tx, "ANON", before.number),
                          .name = "anonymized",
                          .group = "",
                          .kind = before.recipient.kind,
                          .note = "",
                          .doNotGift = true,
                          .anonymized = true,
                          .unconfirmed = before.recipient.unconfirmed};
    const std::vector<std::string> codes = codesOf(tx, before);
    tx.database().execute(sql::AnonymizeRecipient{.storeId = tx.storeId(),
                                                  .code = after.code,
                                                  .name = after.name,
                                                  .codeFolded = foundation::folded(after.code),
                                                  .recipientNo = before.number.value});
    tx.database().execute(sql::FirstOfCode{
        .storeId = tx.storeId(), .codeFolded = foundation::folded(before.recipient.code)});
    removeWords<sql::AnonymizeNominations, sql::AnonymizeSelections, sql::AnonymizeNotes,
                sql::AnonymizeReturns, sql::AnonymizeBoxes, sql::AnonymizeTakeBacks,
                sql::AnonymizePlannedBoxes, sql::AnonymizeBoxTaxes, sql::ForgetEarlier,
                sql::ForgetAliases>(tx, before.number);
    forgetRequests(tx, codes, before.recipient.name);
    tx.facts().add(books::facts::kRecipient, recipientFact({before.number, after}));
    return after;
}

Recipient anonymizeRecipient(WriteTransaction& tx, std::string_view code, const std::string& reason)
{
    const NumberedRecipient before = requireKnownRecipient(tx, code);
    books::requireText(reason, "the reason", "reason");
    requireNameless(tx, reason, before);
    requireNameless(tx, tx.actor().requestKey, before);
    const Recipient after = removePerson(tx, before);
    tx.record("recipient.anonymize", "recipient " + std::to_string(before.number.value),
              foundation::JsonObject()
                  .add("reason", reason)
                  .add("before", recipientDigest(before))
                  .text());
    return after;
}

} // namespace giftbox::gifting
