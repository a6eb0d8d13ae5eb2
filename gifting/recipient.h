#pragma once

#include "books/books.h"
#include "books/import_file.h"

#include <functional>
#include <optional>
#include <string>

namespace giftbox::gifting {

enum class RecipientKind { Person, Business };

std::string_view toText(RecipientKind kind);
/// `person` or `business`. Throws Refusal `recipient.kind_unknown`.
RecipientKind parseRecipientKind(std::string_view text);

/// Who may be given a box. `group` is the store's own word for where the person belongs (a country, a fleet, service or parts).
struct Recipient {
    std::string code;
    std::string name;
    std::string group;
    RecipientKind kind = RecipientKind::Person;
    std::string note;

    bool operator==(const Recipient&) const = default;
};

struct NumberedRecipient {
    books::RecipientNo number;
    Recipient recipient;
};

/// Throws Refusal `recipient.code_malformed`, `text.*`.
void requireValid(const Recipient& recipient);

std::optional<NumberedRecipient> findRecipient(const books::ReadTransaction& tx,
                                               std::string_view code);
/// As findRecipient. Throws Refusal `recipient.unknown`.
NumberedRecipient requireRecipient(const books::ReadTransaction& tx, std::string_view code);
/// Visits every recipient in the order of their codes.
void listRecipients(const books::ReadTransaction& tx,
                    const std::function<void(const NumberedRecipient&)>& visit);

/// Throws Refusal `recipient.exists` and those of requireValid.
void addRecipient(books::WriteTransaction& tx, const Recipient& recipient);

/// Imports `recipient,name,group` and optionally `kind,note`; key = recipient. All or nothing. Throws Refusal `import.rejected`.
books::ImportSummary importRecipients(books::WriteTransaction& tx, books::ImportSource source);

} // namespace giftbox::gifting
