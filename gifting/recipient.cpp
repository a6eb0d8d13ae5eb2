#include "gifting/recipient.h"

#include "books/by_code.h"
#include "books/code.h"
#include "foundation/database/field_rows.h"
#include "foundation/text.h"
#include "gifting/statements.h"

#include <algorithm>
#include <limits>
#include <set>

namespace giftbox::gifting {

using books::ReadTransaction;
using books::WriteTransaction;
using foundation::quoted;
using foundation::Refusal;

namespace {

constexpr std::size_t kLongestCode = 64;

/// The words between commas, trimmed; none for empty text.
std::vector<std::string_view> wordsOf(std::string_view text)
{
    std::vector<std::string_view> words;
    while (!text.empty()) {
        const auto comma = text.find(',');
        words.push_back(foundation::trimmed(text.substr(0, comma)));
        text.remove_prefix(comma == std::string_view::npos ? text.size() : comma + 1);
        if (comma != std::string_view::npos && text.empty()) {
            words.emplace_back(); // the word after a final comma
        }
    }
    return words;
}

template <class R>
NumberedRecipient recipientOf(const R& row)
{
    NumberedRecipient one{.number = books::RecipientNo{row.recipientNo}, .recipient = {}};
    readFields(recipientFields(), row, one.recipient);
    one.recipient.anonymized = row.anonymized != 0;
    one.recipient.unconfirmed = row.unconfirmed != 0;
    return one;
}

} // namespace

std::string_view toText(RecipientKind kind)
{
    return kind == RecipientKind::Person ? "person" : "business";
}

RecipientKind parseRecipientKind(std::string_view text)
{
    if (text.empty() || text == "person") {
        return RecipientKind::Person;
    }
    if (text == "business") {
        return RecipientKind::Business;
    }
    throw Refusal("recipient.kind_unknown", {{"text", text}});
}

namespace {

/// Whether a category may appear twice, in other capitals; then its first size counts.
enum class Twice { IsRefused, Passes };

Sizes sizesIn(std::string_view text, Twice twice)
{
    Sizes sizes;
    for (const std::string_view word : wordsOf(text)) {
        const auto equals = std::min(word.find('='), word.size());
        const std::string_view category = foundation::trimmed(word.substr(0, equals));
        const std::string_view size =
            foundation::trimmed(word.substr(std::min(equals + 1, word.size())));
        if (category.empty() || size.empty() || size.find('=') != std::string_view::npos ||
            (!sizes.emplace(category, size).second && twice == Twice::IsRefused)) {
            throw Refusal("recipient.sizes_malformed", {{"text", text}});
        }
    }
    return sizes;
}

Preferences preferencesIn(std::string_view text, Twice twice)
{
    Preferences preferences;
    for (const std::string_view category : wordsOf(text)) {
        if (category.empty() ||
            (!preferences.emplace(category).second && twice == Twice::IsRefused)) {
            throw Refusal("recipient.preferences_malformed", {{"text", text}});
        }
    }
    return preferences;
}

} // namespace

Sizes parseSizes(std::string_view text) { return sizesIn(text, Twice::IsRefused); }
Sizes keptSizes(std::string_view text) { return sizesIn(text, Twice::Passes); }
Preferences parsePreferences(std::string_view text)
{
    return preferencesIn(text, Twice::IsRefused);
}
Preferences keptPreferences(std::string_view text) { return preferencesIn(text, Twice::Passes); }

std::string toText(const Sizes& sizes)
{
    std::string text;
    for (const auto& [category, size] : sizes) {
        text += (text.empty() ? "" : ",") + category + "=" + size;
    }
    return text;
}

std::string toText(const Preferences& preferences)
{
    std::string text;
    for (const std::string& category : preferences) {
        text += (text.empty() ? "" : ",") + category;
    }
    return text;
}

void requireValid(const Recipient& recipient)
{
    foundation::Faults faults;
    faults.check([&] {
        books::requireCode(recipient.code, kLongestCode, "recipient.code_malformed",
                           "the recipient's code");
    });
    books::checkFields(faults, recipientFields(), recipient);
    faults.throwIfAny();
}

void visitRecipients(const ReadTransaction& tx, const std::vector<std::string_view>& codes,
                     const std::function<void(FoundRecipient&&)>& visit)
{
    std::set<std::string> asked;
    for (const std::string_view code : codes) {
        asked.insert(books::codeKey(code));
    }
    foundation::Batch batch = sql::FindRecipients::batch();
    for (const std::string& code : asked) {
        batch.add(code);
    }
    tx.database().queryForEach(sql::FindRecipients{.storeId = tx.storeId()}, batch,
                               [&](const sql::FindRecipients::Row& row) {
                                   visit({recipientOf(row), std::string(row.called)});
                               });
}

std::optional<NumberedRecipient> findRecipient(const ReadTransaction& tx, std::string_view code)
{
    books::ByCode<NumberedRecipient> found;
    visitRecipients(tx, {code},
                    [&](FoundRecipient&& one) { found.add(one.called, std::move(one)); });
    const NumberedRecipient* one = found.find(code);
    return one == nullptr ? std::nullopt : std::optional(*one);
}

NumberedRecipient requireRecipient(const ReadTransaction& tx, std::string_view code)
{
    if (auto found = findRecipient(tx, code)) {
        return *found;
    }
    refuseUnknown(code);
}

std::optional<std::string> findRecipientCode(const ReadTransaction& tx, books::RecipientNo number)
{
    const auto found = tx.database().query(
        sql::FindRecipientCode{.storeId = tx.storeId(), .recipientNo = number.value});
    return found ? std::optional(std::string(found->code)) : std::nullopt;
}

void refuseUnknown(std::string_view code)
{
    throw Refusal("recipient.unknown", {{"recipient", code.substr(0, kLongestCode)}});
}

NumberedRecipient requireKnownRecipient(const ReadTransaction& tx, std::string_view code)
{
    NumberedRecipient found = requireRecipient(tx, code);
    if (found.recipient.anonymized) {
        refuseAnonymized(code);
    }
    return found;
}

void refuseAnonymized(std::string_view code)
{
    throw Refusal("recipient.anonymized", {{"code", code}});
}

void refuseUnconfirmed(std::string_view code)
{
    throw Refusal("recipient.unconfirmed", {{"code", code}});
}

NumberedRecipient requireConfirmedRecipient(const ReadTransaction& tx, std::string_view code)
{
    NumberedRecipient found = requireKnownRecipient(tx, code);
    if (found.recipient.unconfirmed) {
        refuseUnconfirmed(found.recipient.code);
    }
    return found;
}

void listRecipients(const ReadTransaction& tx,
                    const std::function<void(const NumberedRecipient&)>& visit)
{
    for (const auto& row : tx.database().query(sql::ListRecipients{.storeId = tx.storeId()})) {
        visit(recipientOf(row));
    }
}

std::string searchText(const Recipient& recipient)
{
    return recipient.anonymized
               ? ""
               : foundation::searchable(recipient.code + " " + recipient.name + " " +
                                        recipient.group + " " + recipient.household);
}

std::vector<NumberedRecipient> searchRecipients(const ReadTransaction& tx, std::string_view query,
                                                std::int64_t most)
{
    constexpr std::size_t kWordsAsked = 3; // in the statement; the rest are searched here
    constexpr std::size_t kLongestSearched = books::kLongestText * 4; // nothing stored is longer
    std::vector<std::string> words = foundation::searchWords(query.substr(0, kLongestSearched));
    if (query.size() > kLongestSearched || (words.empty() && !foundation::entered(query).empty())) {
        return {};
    }
    const bool isAllAsked = words.size() <= kWordsAsked;
    words.resize(std::max(words.size(), kWordsAsked)); // every text has the empty word
    std::vector<NumberedRecipient> found;
    for (const auto& row : tx.database().query(sql::RecipientsWithWords{.storeId = tx.storeId(),
                           .first = words[0],
                           .second = words[1],
                           .third = words[2],
                           .most = isAllAsked ? most : std::numeric_limits<std::int64_t>::max()})) {
        if (std::ssize(found) == most) {
            break;
        }
        NumberedRecipient one = recipientOf(row);
        if (isAllAsked || foundation::hasWords(searchText(one.recipient), words)) {
            found.push_back(std::move(one));
        }
    }
    std::ranges::sort(found, {}, [](const NumberedRecipient& one) { return one.recipient.code; });
    return found;
}

std::string recipientFact(const NumberedRecipient& one)
{
    const std::vector<foundation::Bind> row = {
        {"recipient_no", one.number.value},
        {"kind", toText(one.recipient.kind)},
        {"do_not_gift", std::int64_t{one.recipient.doNotGift}},
        {"anonymized", std::int64_t{one.recipient.anonymized}},
        {"unconfirmed", std::int64_t{one.recipient.unconfirmed}}};
    return factText(books::facts::kRecipient, row);
}

std::string recipientDigest(const NumberedRecipient& one)
{
    return factCounted(books::facts::kRecipient, recipientFact(one));
}

namespace {

/// The table's values of a recipient, beside the numbers.
class RecipientRow {
public:
    explicit RecipientRow(const Recipient& recipient)
        : fields_(recipientFields(), recipient), code_(foundation::folded(recipient.code)),
          household_(foundation::folded(recipient.household)), search_(searchText(recipient)),
          unconfirmed_(recipient.unconfirmed)
    {}

    /// With these columns before the fields, and the texts for look-ups.
    std::vector<foundation::Bind> with(std::vector<foundation::Bind> binds) const
    {
        binds.insert(binds.end(), fields_.binds.begin(), fields_.binds.end());
        binds.insert(binds.end(), {{"code_folded", code_},
                                   {"household_folded", household_},
                                   {"search_text", search_},
                                   {"unconfirmed", unconfirmed_}});
        return binds;
    }

private:
    foundation::FieldBinds<Recipient> fields_;
    std::string code_;
    std::string household_;
    std::string search_;
    std::int64_t unconfirmed_;
};

} // namespace

void insertRecipient(WriteTransaction& tx, const Recipient& recipient)
{
    const books::RecipientNo number{++tx.counters().recipient};
    tx.facts().add(books::facts::kRecipient, recipientFact({number, recipient}));
    insertRow(
        tx.database(), "recipient",
        RecipientRow(recipient).with({{"store_id", tx.storeId()}, {"recipient_no", number.value}}));
}

void updateRecipient(WriteTransaction& tx, const NumberedRecipient& one)
{
    tx.facts().add(books::facts::kRecipient, recipientFact(one));
    const std::array<foundation::Bind, 2> key = {
        {{"store_id", tx.storeId()}, {"recipient_no", one.number.value}}};
    updateRow(tx.database(), "recipient", RecipientRow(one.recipient).with({}), key);
}

std::string freeCode(const ReadTransaction& tx, std::string_view letters, books::RecipientNo number)
{
    const std::string last = "-" + std::to_string(number.value);
    std::string code = std::string(letters) + last;
    while (findRecipient(tx, code)) {
        code += last;
    }
    return code;
}

std::vector<NumberedRecipient> recipientsAfter(const ReadTransaction& tx, std::string_view after,
                                               std::int64_t most, bool areUnconfirmed)
{
    std::vector<NumberedRecipient> found;
    for (const auto& row : tx.database().query(sql::RecipientsAfter{.storeId = tx.storeId(),
                           .after = after,
                           .unconfirmed = std::int64_t{areUnconfirmed},
                           .most = most})) {
        found.push_back(recipientOf(row));
    }
    return found;
}

std::int64_t countUnconfirmed(const ReadTransaction& tx)
{
    return tx.database().query(sql::CountUnconfirmed{.storeId = tx.storeId()})->people;
}

void addRecipient(WriteTransaction& tx, const Recipient& recipient)
{
    requireValid(recipient);
    visitRecipients(tx, {recipient.code}, [](const NumberedRecipient& there) {
        throw Refusal("recipient.exists", {{"recipient", there.recipient.code}});
    });
    insertRecipient(tx, recipient);
    tx.record("recipient.add", "recipient " + std::to_string(tx.counters().recipient), "{}");
}

} // namespace giftbox::gifting
