#include "gifting/recipient.h"

#include "books/code.h"
#include "foundation/json.h"
#include "foundation/text.h"

#include <algorithm>
#include <unordered_map>

namespace giftbox::gifting {

using books::ReadTransaction;
using books::WriteTransaction;
using foundation::quoted;
using foundation::Refusal;
using foundation::Row;
using foundation::Rows;

namespace {

constexpr std::size_t kLongestCode = 64;

std::string_view trimmed(std::string_view text)
{
    const auto first = text.find_first_not_of(' ');
    return first == std::string_view::npos
               ? std::string_view()
               : text.substr(first, text.find_last_not_of(' ') - first + 1);
}

/// The words between commas, without the blanks around them; none of an empty text.
std::vector<std::string_view> wordsOf(std::string_view text)
{
    std::vector<std::string_view> words;
    while (!text.empty()) {
        const auto comma = text.find(',');
        words.push_back(trimmed(text.substr(0, comma)));
        text.remove_prefix(comma == std::string_view::npos ? text.size() : comma + 1);
        if (comma != std::string_view::npos && text.empty()) {
            words.emplace_back(); // what a comma at the end leads to
        }
    }
    return words;
}

NumberedRecipient recipientOf(const Row& row)
{
    return {.number = books::RecipientNo{row.integer(0)},
            .recipient = {.code = row.string(1),
                          .name = row.string(2),
                          .group = row.string(3),
                          .kind = parseRecipientKind(row.text(4)),
                          .note = row.string(5),
                          .household = row.string(6),
                          .sizes = parseSizes(row.text(7)),
                          .tastes = parseTastes(row.text(8)),
                          .doNotGift = row.integer(9) != 0,
                          .anonymized = row.integer(10) != 0}};
}

void insertRecipient(WriteTransaction& tx, const Recipient& recipient)
{
    tx.database().execute("gifting/insert_recipient",
                          {{"store_id", tx.storeId()},
                           {"recipient_no", ++tx.counters().recipient},
                           {"code", recipient.code},
                           {"name", recipient.name},
                           {"group", recipient.group},
                           {"kind", toText(recipient.kind)},
                           {"note", recipient.note},
                           {"household", recipient.household},
                           {"sizes", toText(recipient.sizes)},
                           {"tastes", toText(recipient.tastes)},
                           {"do_not_gift", std::int64_t{recipient.doNotGift}}});
}

std::string difference(const Recipient& there, const Recipient& here)
{
    std::string text;
    const auto compare = [&text](const char* what, std::string_view a, std::string_view b) {
        if (a != b) {
            text += std::string(text.empty() ? "" : ", ") + what + " " + quoted(a) + " there, " +
                    quoted(b) + " here";
        }
    };
    compare("name", there.name, here.name);
    compare("group", there.group, here.group);
    compare("kind", toText(there.kind), toText(here.kind));
    compare("note", there.note, here.note);
    compare("household", there.household, here.household);
    compare("sizes", toText(there.sizes), toText(here.sizes));
    compare("tastes", toText(there.tastes), toText(here.tastes));
    compare("do not gift", there.doNotGift ? "1" : "0", here.doNotGift ? "1" : "0");
    return text;
}

} // namespace

std::string_view toText(RecipientKind kind)
{
    return kind == RecipientKind::Person ? "person" : "business";
}

RecipientKind parseRecipientKind(std::string_view text)
{
    if (text == "person") {
        return RecipientKind::Person;
    }
    if (text == "business") {
        return RecipientKind::Business;
    }
    throw Refusal("recipient.kind_unknown",
                  "the kind is " + quoted(text) + "; expected person or business");
}

Sizes parseSizes(std::string_view text)
{
    Sizes sizes;
    for (const std::string_view word : wordsOf(text)) {
        const auto equals = std::min(word.find('='), word.size());
        const std::string_view category = trimmed(word.substr(0, equals));
        const std::string_view size = trimmed(word.substr(std::min(equals + 1, word.size())));
        if (category.empty() || size.empty() || size.find('=') != std::string_view::npos ||
            !sizes.emplace(category, size).second) {
            throw Refusal("recipient.sizes_malformed",
                          "the sizes are " + quoted(text) +
                              "; expected CATEGORY=SIZE, each category once, parted by commas, "
                              "such as hat=M,shirt=XL");
        }
    }
    return sizes;
}

Tastes parseTastes(std::string_view text)
{
    Tastes tastes;
    for (const std::string_view category : wordsOf(text)) {
        if (category.empty() || !tastes.emplace(category).second) {
            throw Refusal("recipient.tastes_malformed",
                          "the tastes are " + quoted(text) +
                              "; expected categories, each once, parted by commas, such as "
                              "golf,hat");
        }
    }
    return tastes;
}

std::string toText(const Sizes& sizes)
{
    std::string text;
    for (const auto& [category, size] : sizes) {
        text += (text.empty() ? "" : ",") + category + "=" + size;
    }
    return text;
}

std::string toText(const Tastes& tastes)
{
    std::string text;
    for (const std::string& category : tastes) {
        text += (text.empty() ? "" : ",") + category;
    }
    return text;
}

void requireValid(const Recipient& recipient)
{
    books::requireCode(recipient.code, kLongestCode, "recipient.code_malformed",
                       "the recipient's code");
    books::requireText(recipient.name, "the recipient's name");
    books::requireOptionalText(recipient.group, "the group");
    books::requireOptionalText(recipient.note, "the note");
    books::requireOptionalText(recipient.household, "the household");
    books::requireOptionalText(toText(recipient.sizes), "the list of sizes");
    books::requireOptionalText(toText(recipient.tastes), "the list of tastes");
}

std::optional<NumberedRecipient> findRecipient(const ReadTransaction& tx, std::string_view code)
{
    Rows rows =
        tx.database().query("gifting/find_recipient", {{"store_id", tx.storeId()}, {"code", code}});
    return rows.next() ? std::optional(recipientOf(rows.row())) : std::nullopt;
}

NumberedRecipient requireRecipient(const ReadTransaction& tx, std::string_view code)
{
    if (auto found = findRecipient(tx, code)) {
        return *found;
    }
    refuseUnknown(code);
}

void refuseUnknown(std::string_view code)
{
    throw Refusal("recipient.unknown",
                  "there is no recipient " + std::string(code.substr(0, kLongestCode)) +
                      "; `giftbox recipient list` shows them, `giftbox recipient add` adds one");
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
    throw Refusal("recipient.anonymized", "recipient " + std::string(code) +
                                              " is anonymized: who it was is not known any more, "
                                              "so nothing can be changed or packed for them");
}

void listRecipients(const ReadTransaction& tx,
                    const std::function<void(const NumberedRecipient&)>& visit)
{
    for (Rows rows = tx.database().query("gifting/list_recipients", {{"store_id", tx.storeId()}});
         rows.next();) {
        visit(recipientOf(rows.row()));
    }
}

void addRecipient(WriteTransaction& tx, const Recipient& recipient)
{
    requireValid(recipient);
    if (findRecipient(tx, recipient.code)) {
        throw Refusal("recipient.exists", "there is a recipient " + recipient.code + " already");
    }
    insertRecipient(tx, recipient);
    tx.record("recipient.add", "recipient " + std::to_string(tx.counters().recipient), "{}");
}

namespace {

enum Column : std::size_t {
    Code,
    Name,
    Group,
    Kind,
    Note,
    Household,
    SizesOf,
    TastesOf,
    DoNotGift
};

/// The row as it stands; of columns that the file lacks, what is there.
Recipient readRow(books::ImportFile& file, const Recipient& there)
{
    const auto text = [&file](Column column, const std::string& otherwise) {
        return file.has(column) ? file.text(column) : otherwise;
    };
    Recipient recipient = there;
    recipient.code = file.code(Code);
    recipient.name = file.text(Name);
    recipient.group = file.text(Group);
    recipient.note = text(Note, there.note);
    recipient.household = text(Household, there.household);
    const auto parse = [&](Column column, auto into) {
        if (file.has(column)) {
            file.holds(file.line(), column, into);
        }
    };
    parse(Kind, [&] {
        recipient.kind =
            file.code(Kind).empty() ? RecipientKind::Person : parseRecipientKind(file.code(Kind));
    });
    parse(SizesOf, [&] { recipient.sizes = parseSizes(file.text(SizesOf)); });
    parse(TastesOf, [&] { recipient.tastes = parseTastes(file.text(TastesOf)); });
    if (file.has(DoNotGift)) {
        const std::string_view cell = file.code(DoNotGift);
        recipient.doNotGift = cell == "1";
        if (!cell.empty() && cell != "0" && cell != "1") {
            file.reject(DoNotGift, "is " + quoted(cell) + "; expected 1, 0 or nothing");
        }
    }
    return recipient;
}

} // namespace

books::ImportSummary importRecipients(WriteTransaction& tx, books::ImportSource source)
{
    books::ImportFile file(std::move(source),
                           {{"recipient"},
                            {"name"},
                            {"group"},
                            {"kind", false},
                            {"note", false},
                            {"household", false},
                            {"sizes", false},
                            {"tastes", false},
                            {"do_not_gift", false}},
                           tx.store().currency);
    std::unordered_map<std::string, Recipient> known;
    listRecipients(tx, [&](const NumberedRecipient& one) {
        known.emplace(one.recipient.code, one.recipient);
    });
    books::ImportSummary summary;
    while (file.next()) {
        const auto [there, isNew] = known.try_emplace(std::string(file.code(Code)));
        const Recipient recipient = readRow(file, there->second);
        const bool good =
            file.rowIsGood() && file.holds(file.line(), Code, [&] { requireValid(recipient); });
        if (isNew && good) {
            insertRecipient(tx, recipient);
            ++summary.added;
            there->second = recipient;
        } else if (isNew) {
            known.erase(there);
        } else if (good && recipient == there->second) {
            ++summary.unchanged;
        } else if (good) {
            file.reject(Code, recipient.code + " is there already with other values: " +
                                  difference(there->second, recipient));
        }
    }
    file.throwIfBad();
    tx.record("import.recipients", "recipients",
              foundation::JsonObject()
                  .add("added", summary.added)
                  .add("unchanged", summary.unchanged)
                  .text());
    return summary;
}

} // namespace giftbox::gifting
