#include "gifting/anonymize_recipient.h"

#include "books/code.h"
#include "foundation/fold.h"
#include "foundation/json.h"

namespace giftbox::gifting {

using books::WriteTransaction;
using foundation::Refusal;

namespace {

bool isLetterOrDigit(unsigned char c)
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c >= 0x80;
}

/// Whether `word` stands in the text, and not as a part of a longer word.
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

void requireNameless(const std::string& text, const Recipient& recipient)
{
    for (const std::string* word : {&recipient.code, &recipient.name}) {
        if (names(text, *word)) {
            throw Refusal("recipient.named_in_reason",
                          "the reason or the request key names the recipient, and it is kept for "
                          "ever; say it without name and code");
        }
    }
}

/// `ANON-17`; longer when somebody has that code already, as it may come with a file.
std::string freeCode(const WriteTransaction& tx, books::RecipientNo number)
{
    const std::string last = "-" + std::to_string(number.value);
    std::string code = "ANON" + last;
    while (findRecipient(tx, code)) {
        code += last;
    }
    return code;
}

void removeWords(const WriteTransaction& tx, books::RecipientNo number)
{
    for (const char* statement : {"gifting/anonymize_nominations", "gifting/anonymize_choices",
                                  "gifting/anonymize_notes", "gifting/anonymize_returns",
                                  "gifting/anonymize_boxes", "gifting/anonymize_planned_boxes"}) {
        tx.database().execute(statement,
                              {{"store_id", tx.storeId()}, {"recipient_no", number.value}});
    }
}

} // namespace

Recipient anonymizeRecipient(WriteTransaction& tx, std::string_view code, const std::string& reason)
{
    const NumberedRecipient before = requireKnownRecipient(tx, code);
    books::requireText(reason, "the reason");
    requireNameless(reason, before.recipient);
    requireNameless(tx.asker().requestKey, before.recipient);
    const Recipient after{.code = freeCode(tx, before.number),
                          .name = "anonymized",
                          .group = "",
                          .kind = before.recipient.kind,
                          .note = "",
                          .doNotGift = true,
                          .anonymized = true};
    tx.database().execute("gifting/anonymize_recipient",
                          {{"store_id", tx.storeId()},
                           {"recipient_no", before.number.value},
                           {"code", after.code},
                           {"name", after.name},
                           {"code_folded", foundation::folded(after.code)}});
    tx.database().execute(
        "gifting/first_of_code",
        {{"store_id", tx.storeId()}, {"code_folded", foundation::folded(before.recipient.code)}});
    removeWords(tx, before.number);
    tx.database().execute("gifting/anonymize_requests", {{"store_id", tx.storeId()},
                                                         {"code", before.recipient.code},
                                                         {"name", before.recipient.name}});
    tx.record("recipient.anonymize", "recipient " + std::to_string(before.number.value),
              foundation::JsonObject().add("reason", reason).text());
    return after;
}

} // namespace giftbox::gifting
