#pragma once

#include "books/books.h"
#include "foundation/fields.h"
#include "foundation/fold.h"

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

/// The size a recipient wears, by category, whatever its capitals and accents.
using Sizes = std::map<std::string, std::string, foundation::LessFolded>;
/// Categories that a recipient likes.
using Preferences = std::set<std::string, foundation::LessFolded>;

/// `category=size` parted by commas, as in `hat=M,shirt=XL`; blanks around words are dropped. Throws Refusal `recipient.sizes_malformed` for a
/// word that is missing or a category that is there twice.
Sizes parseSizes(std::string_view text);
/// Categories parted by commas, as in `golf,hat`. Throws Refusal `recipient.preferences_malformed` as parseSizes.
Preferences parsePreferences(std::string_view text);
/// As they were kept, when a category might still be there twice, in other capitals; its first size holds.
Sizes keptSizes(std::string_view text);
Preferences keptPreferences(std::string_view text);
/// In the order of the categories.
std::string toText(const Sizes& sizes);
std::string toText(const Preferences& preferences);

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
    Preferences preferences = {};
    /// No box is packed for them, unless a manager said why.
    bool doNotGift = false;
    /// All of the above is gone but the kind; see anonymizeRecipient.
    bool anonymized = false;

    bool operator==(const Recipient&) const = default;
};

/// Every field of a recipient, in the order of its rows and files. A new one goes to the end.
foundation::Fields<Recipient> recipientFields();

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

/// Visits the recipients of those of the codes that there are, whatever the capitals, in any order.
void visitRecipients(const books::ReadTransaction& tx, const std::vector<std::string_view>& codes,
                     const std::function<void(NumberedRecipient&&)>& visit);
/// By code, whatever the capitals. Of codes that were there before and differ in capitals alone, the one that is spelled so; none where none is.
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
/// Those who have every word of the query in code, name, group or household, in any order, whatever the capitals, accents and punctuation, but for those anonymized: the `most` known longest, in the order of their codes.
std::vector<NumberedRecipient> searchRecipients(const books::ReadTransaction& tx,
                                                std::string_view words, std::int64_t most);

/// What a search looks in, as foundation::searchable; empty for those anonymized.
std::string searchText(const Recipient& recipient);

/// Writes a recipient that is valid and whose code is free, whatever its capitals; records nothing.
void insertRecipient(books::WriteTransaction& tx, const Recipient& recipient);
/// Writes a recipient as they are now; records nothing.
void updateRecipient(books::WriteTransaction& tx, const NumberedRecipient& one);

/// The recipients whose codes follow `after`, at most so many. Costs the same wherever it begins.
std::vector<NumberedRecipient> recipientsAfter(const books::ReadTransaction& tx,
                                               std::string_view after, std::int64_t most);

/// Throws Refusal `recipient.exists` and those of requireValid.
void addRecipient(books::WriteTransaction& tx, const Recipient& recipient);

} // namespace giftbox::gifting
