#include "gifting/recipient.h"

#include "books/code.h"
#include "foundation/json.h"
#include "foundation/text.h"

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

NumberedRecipient recipientOf(const Row& row)
{
    return {.number = books::RecipientNo{row.integer(0)},
            .recipient = {.code = row.string(1),
                          .name = row.string(2),
                          .group = row.string(3),
                          .kind = parseRecipientKind(row.text(4)),
                          .note = row.string(5)}};
}

void insertRecipient(WriteTransaction& tx, const Recipient& recipient)
{
    tx.database().execute("gifting/insert_recipient", {{"store_id", tx.storeId()},
                                                       {"recipient_no", ++tx.counters().recipient},
                                                       {"code", recipient.code},
                                                       {"name", recipient.name},
                                                       {"group", recipient.group},
                                                       {"kind", toText(recipient.kind)},
                                                       {"note", recipient.note}});
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

void requireValid(const Recipient& recipient)
{
    books::requireCode(recipient.code, kLongestCode, "recipient.code_malformed",
                       "the recipient's code");
    books::requireText(recipient.name, "the recipient's name");
    books::requireOptionalText(recipient.group, "the group");
    books::requireOptionalText(recipient.note, "the note");
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
    throw Refusal("recipient.unknown",
                  "there is no recipient " + std::string(code.substr(0, kLongestCode)) +
                      "; `giftbox recipient list` shows them, `giftbox recipient add` adds one");
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
    tx.record("recipient.add", "recipient " + recipient.code, "{}");
}

books::ImportSummary importRecipients(WriteTransaction& tx, books::ImportSource source)
{
    enum Column : std::size_t { Code, Name, Group, Kind, Note };
    books::ImportFile file(std::move(source),
                           {{"recipient"}, {"name"}, {"group"}, {"kind", false}, {"note", false}},
                           tx.store().currency);
    std::unordered_map<std::string, Recipient> known;
    listRecipients(tx, [&](const NumberedRecipient& one) {
        known.emplace(one.recipient.code, one.recipient);
    });
    books::ImportSummary summary;
    while (file.next()) {
        Recipient recipient{.code = std::string(file.code(Code)),
                            .name = file.text(Name),
                            .group = file.text(Group),
                            .kind = {},
                            .note = file.text(Note)};
        if (!file.code(Kind).empty()) {
            file.holds(file.line(), Kind,
                       [&] { recipient.kind = parseRecipientKind(file.code(Kind)); });
        }
        if (!file.rowIsGood() || !file.holds(file.line(), Code, [&] { requireValid(recipient); })) {
            continue;
        }
        const auto [there, isNew] = known.try_emplace(recipient.code, recipient);
        if (isNew) {
            insertRecipient(tx, recipient);
            ++summary.added;
        } else if (recipient == there->second) {
            ++summary.unchanged;
        } else {
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
