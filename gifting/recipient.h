#pragma once

#include "books/books.h"
#include "books/import_file.h"

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace giftbox::gifting {

enum class RecipientKind { Person, Business };

std::string_view toText(RecipientKind kind);
/// `person` (also when empty) or `business`. Throws Refusal `recipient.kind_unknown`.
RecipientKind parseRecipientKind(std::string_view text);

/// The size a recipient wears, by category.
using Sizes = std::map<std::string, std::string, std::less<>>;
/// Categories that a recipient likes.
using Tastes = std::set<std::string, std::less<>>;

/// `category=size` parted by commas, as in `hat=M,shirt=XL`; blanks around words are dropped. Throws Refusal `recipient.sizes_malformed` for a
/// word that is missing or a category that is there twice.
Sizes parseSizes(std::string_view text);
/// Categories parted by commas, as in `golf,hat`. Throws Refusal `recipient.tastes_malformed` as parseSizes.
Tastes parseTastes(std::string_view text);
/// In the order of the categories.
std::string toText(const Sizes& sizes);
std::string toText(const Tastes& tastes);

/// Who may be given a box. `group` is the store's own word for where the person belongs (a country, a fleet, service or parts); who has the same
/// `household` belongs together (a family, a fleet). `note` is for staff.
struct Recipient {
    std::string code;
    std::string name;
    std::string group;
    RecipientKind kind = RecipientKind::Person;
    std::string note;
    std::string household = {};
    Sizes sizes = {};
    Tastes tastes = {};
    /// No box is packed for them, unless a manager said why.
    bool doNotGift = false;
    /// All of the above is gone but the kind; see anonymizeRecipient.
    bool anonymized = false;

    bool operator==(const Recipient&) const = default;
};

struct NumberedRecipient {
    books::RecipientNo number;
    Recipient recipient;
};

/// What the digest of an event covers of a recipient: nothing that tells who it is.
std::string recipientFact(const NumberedRecipient& one);
/// As the event that changes it keeps it of before.
std::string recipientDigest(const NumberedRecipient& one);

/// Throws Refusal `recipient.code_malformed`, `text.*`.
void requireValid(const Recipient& recipient);

/// Visits those of the codes that there are, in any order.
void visitRecipients(const books::ReadTransaction& tx, const std::vector<std::string_view>& codes,
                     const std::function<void(NumberedRecipient&&)>& visit);
std::optional<NumberedRecipient> findRecipient(const books::ReadTransaction& tx,
                                               std::string_view code);
/// As findRecipient. Throws Refusal `recipient.unknown`.
NumberedRecipient requireRecipient(const books::ReadTransaction& tx, std::string_view code);
/// As requireRecipient, for a change of them. Throws Refusal `recipient.unknown`, `recipient.anonymized`.
NumberedRecipient requireKnownRecipient(const books::ReadTransaction& tx, std::string_view code);
/// The code of the recipient whom events name by number.
std::optional<std::string> findRecipientCode(const books::ReadTransaction& tx,
                                             books::RecipientNo number);
/// That there is no recipient of this code.
[[noreturn]] void refuseUnknown(std::string_view code);
/// That nothing more can be done with the recipient of this code.
[[noreturn]] void refuseAnonymized(std::string_view code);
/// Visits every recipient in the order of their codes.
void listRecipients(const books::ReadTransaction& tx,
                    const std::function<void(const NumberedRecipient&)>& visit);
/// Those whose code or name has `words` in it, capitals or not, but for those anonymized: the `most` known longest, in the order of their codes.
std::vector<NumberedRecipient> searchRecipients(const books::ReadTransaction& tx,
                                                std::string_view words, std::int64_t most);

/// Writes a recipient that is valid and whose code is free; records nothing.
void insertRecipient(books::WriteTransaction& tx, const Recipient& recipient);

/// The recipients whose codes follow `after`, at most so many. Costs the same wherever it begins.
std::vector<NumberedRecipient> recipientsAfter(const books::ReadTransaction& tx,
                                               std::string_view after, std::int64_t most);

/// Throws Refusal `recipient.exists` and those of requireValid.
void addRecipient(books::WriteTransaction& tx, const Recipient& recipient);

} // namespace giftbox::gifting
