#include "web/pages/recipient_field.h"

#include "foundation/text.h"
#include "gifting/recipient.h"
#include "web/pages/pages.h"

namespace giftbox::web {

namespace {

constexpr std::int64_t kMostFound = 8;

std::string nameOf(const gifting::Recipient& recipient)
{
    return recipient.name + (recipient.group.empty() ? "" : ", " + recipient.group) +
           (recipient.unconfirmed ? ", to confirm" : "");
}

std::vector<gifting::NumberedRecipient> find(const books::ReadTransaction& tx,
                                             const std::string& typed)
{
    const std::string words(foundation::trimmed(typed));
    if (words.empty()) {
        return {};
    }
    if (auto known = gifting::findRecipient(tx, words); known && !known->recipient.anonymized) {
        return {std::move(*known)}; // a typed code needs no search
    }
    return gifting::searchRecipients(tx, words, kMostFound);
}

} // namespace

Field recipientField(RequestContext& context, std::string label, std::string name)
{
    const std::string& picked = context.form.text("picked");
    if (!picked.empty() && context.form.text("found_by") == context.form.text(name)) {
        context.form.set(name, picked);
    }
    Field field{.name = std::move(name),
                .label = std::move(label),
                .value = context.query.text("recipient"),
                .hint = "Part of the name, or the code",
                .autocomplete = "off",
                .finds = context.address("recipients.json")};
    field.beforeShown = [&context](const books::ReadTransaction& tx, Field& shown) {
        const bool isTyped = context.isForm() || context.isShownAgain;
        const std::string& text = isTyped ? context.form.text(shown.name) : shown.value;
        if (text.empty()) {
            return;
        }
        if (const auto known = gifting::findRecipient(tx, text)) {
            shown.found = nameOf(known->recipient);
            return;
        }
        for (const auto& [number, one] : find(tx, text)) {
            shown.options.push_back({one.code, nameOf(one) + " · " + one.code});
        }
    };
    return field;
}

Response recipientsJson(RequestContext& context)
{
    static const std::vector<foundation::Column> columns = {
        {"value", "Recipient", foundation::ColumnType::Text},
        {"text", "Name", foundation::ColumnType::Text}};
    Response response;
    response.add("Content-Type", "application/json");
    context.read([&](const books::ReadTransaction& tx) {
        const auto out = foundation::makeJsonWriter(
            [&](std::string_view bytes) { response.body += bytes; }, tx.store().currency);
        out->begin(columns);
        for (const auto& [number, one] : find(tx, context.query.text("q"))) {
            out->text(one.code);
            out->text(nameOf(one));
            out->endRow();
        }
        out->end();
        return true;
    });
    return response;
}

} // namespace giftbox::web
