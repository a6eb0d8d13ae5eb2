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
/// `person` (also if empty) or `business`. Throws Refusal `recipient.kind_unknown`.
RecipientKind parseRecipientKind(std::string_view text);

/// A recipient's sizes by category, regardless of capitals and accents.
using Sizes = std::map<std::string, std::string, foundation::LessFolded>;
/// Categories that a recipient likes.
using Preferences = std::set<std::string, foundation::LessFolded>;

/// `category=size` separated by commas, as in `hat=M,shirt=XL`; blanks around words are dropped. Throws Refusal
/// `recipient.sizes_malformed` for a missing word or a repeated category.
Sizes parseSizes(std::string_view text);
/// Categories separated by commas, as in `golf,hat`. Throws Refusal `recipient.preferences_malformed` like parseSizes.
Preferences parsePreferences(std::string_view text);
/// From older stored text, in which a category may appear twice, in other capitals; its first size counts.
Sizes keptSizes(std::string_view text);
Preferences keptPreferences(std::string_view text);
/// In the order of the categories.
std::string toText(const Sizes& sizes);
std::string toText(const Preferences& preferences);

/// A person or business that may get a box. `group` is the store's own grouping (a country, a fleet, service or
/// parts). Recipients with the same `household` belong together (a family, a fleet). `note` is for staff.
struct Recipient {
    std::string code;
    std::string name;
    std::string group;
    RecipientKind kind = RecipientKind::Person;
    std::string note;
    std::string household = {};
    Sizes sizes = {};
    Preferences preferences = {};
    /// No box is packed for them unless a manager gave a reason.
    bool doNotGift = false;
    /// Everything above except the kind is gone; see the use case.
    bool anonymized = false;
    /// An adviser nominated somebody new; nobody has given the store's code yet. See confirmRecipient.
    bool unconfirmed = false;

    bool operator==(const Recipient&) const = default;
};

/// Every field of a recipient, in the order of its rows and files. Add new fields at the end.
foundation::Fields<Recipient> recipientFields();

struct NumberedRecipient {
    books::RecipientNo number;
    Recipient recipient;
};

/// One found by code.
struct FoundRecipient : NumberedRecipient {
    std::string called; ///< the code that was found: their own, or an earlier one
};

/// The parts of a recipient in an event's digest: nothing that identifies the person.
std::string recipientFact(const NumberedRecipient& one);
/// The earlier digest, as kept in the event that changes the recipient.
std::string recipientDigest(const NumberedRecipient& one);

/// Throws Refusal `recipient.code_malformed`, `text.*`.
void requireValid(const Recipient& recipient);

/// Visits the recipients who have or had these codes, regardless of capitals, in any order.
void visitRecipients(const books::ReadTransaction& tx, const std::vector<std::string_view>& codes,
                     const std::function<void(FoundRecipient&&)>& visit);
/// By code, or by one they had before [recipient-lookup], regardless of capitals. Among older codes that differ in
/// capitals alone, the one with this spelling; none if there is none.
std::optional<NumberedRecipient> findRecipient(const books::ReadTransaction& tx,
                                               std::string_view code);
/// Like findRecipient. Throws Refusal `recipient.unknown`.
NumberedRecipient requireRecipient(const books::ReadTransaction& tx, std::string_view code);
/// Like requireRecipient, for a change to them. Throws Refusal `recipient.unknown`, `recipient.anonymized`.
NumberedRecipient requireKnownRecipient(const books::ReadTransaction& tx, std::string_view code);
/// Like requireKnownRecipient, for somebody who is to get a box. Throws also Refusal `recipient.unconfirmed`.
NumberedRecipient requireConfirmedRecipient(const books::ReadTransaction& tx,
                                            std::string_view code);
/// The code of a recipient by number, as named in events.
std::optional<std::string> findRecipientCode(const books::ReadTransaction& tx,
                                             books::RecipientNo number);
/// Throws the refusal of an unknown code.
[[noreturn]] void refuseUnknown(std::string_view code);
/// Throws the refusal of an anonymized recipient.
[[noreturn]] void refuseAnonymized(std::string_view code);
/// Throws the refusal of somebody who is not confirmed yet.
[[noreturn]] void refuseUnconfirmed(std::string_view code);
/// Visits every recipient in the order of their codes.
void listRecipients(const books::ReadTransaction& tx,
                    const std::function<void(const NumberedRecipient&)>& visit);
/// The recipients with every word of the query in code, name, group or household, in any order, regardless of
/// capitals, accents and punctuation, except anonymized ones: the `most` oldest, in the order of their codes.
std::vector<NumberedRecipient> searchRecipients(const books::ReadTransaction& tx,
                                                std::string_view query, std::int64_t most);

/// The search text, in the form of foundation::searchable; empty for anonymized recipients.
std::string searchText(const Recipient& recipient);

/// Writes a valid recipient with an unused code, in any capitals; records nothing.
void insertRecipient(books::WriteTransaction& tx, const Recipient& recipient);
/// `NEW-17` for these letters and this number; longer if that code is used, as it may come with a file.
std::string freeCode(const books::ReadTransaction& tx, std::string_view letters,
                     books::RecipientNo number);
/// Writes a changed recipient; records nothing.
void updateRecipient(books::WriteTransaction& tx, const NumberedRecipient& one);

/// The recipients with codes after `after`, up to a limit: either those to confirm or the others, without people to
/// confirm who were anonymized. The cost does not depend on where it begins.
std::vector<NumberedRecipient> recipientsAfter(const books::ReadTransaction& tx,
                                               std::string_view after, std::int64_t most,
                                               bool areUnconfirmed = false);
/// How many people are to be confirmed.
std::int64_t countUnconfirmed(const books::ReadTransaction& tx);

/// Throws Refusal `recipient.exists`, and like requireValid.
void addRecipient(books::WriteTransaction& tx, const Recipient& recipient);

} // namespace giftbox::gifting
