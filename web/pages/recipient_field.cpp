#include "web/pages/recipient_field.h"

#include "foundation/fold.h"
#include "foundation/text.h"
#include "gifting/recipient.h"
#include "web/pages/pages.h"
#include "web/ui/beside_form.h"

namespace giftbox::web {

namespace {

constexpr std::int64_t kMostFound = 8;

std::string nameOf(const gifting::Recipient& recipient)
{
    return recipient.name + (recipient.group.empty() ? "" : ", " + recipient.group) +
           (recipient.unconfirmed ? ", to confirm" : "");
}

/// The name, and the boxes that the recipient has already this month for whoever packs.
std::string shownAs(const RequestContext& context, const books::ReadTransaction& tx,
                    const gifting::NumberedRecipient& one)
{
    const std::string boxes =
        context.may(access::Action::Pack) ? boxesThisMonth(context, tx, one.number) : "";
    return nameOf(one.recipient) + (boxes.empty() ? "" : " (this month: " + boxes + ")");
}

/// The code of the only recipient with this name, as it is suggested or alone; the text if there is none. Throws
/// Refusal `recipient.ambiguous`.
std::string codeNamed(const books::ReadTransaction& tx, const std::string& typed)
{
    constexpr std::int64_t kMostAlike = 100;
    if (typed.empty() || gifting::findRecipient(tx, typed)) {
        return typed;
    }
    const std::string whole = foundation::folded(typed);
    std::vector<std::string> codes;
    for (const auto& [number, one] : gifting::searchRecipients(tx, typed, kMostAlike)) {
        if (foundation::folded(one.name) == whole || foundation::folded(nameOf(one)) == whole) {
            codes.push_back(one.code);
        }
    }
    if (codes.size() > 1) {
        std::string list;
        for (const std::string& code : codes) {
            list += (list.empty() ? "" : ", ") + code;
        }
        throw foundation::Refusal(
            "recipient.ambiguous",
            {{"count", std::ssize(codes)}, {"asked", typed}, {"codes", list}});
    }
    return codes.empty() ? typed : codes.front();
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
                .hint = "Part of the name, or the customer number",
                .autocomplete = "off",
                .finds = context.address("recipients.json")};
    field.beforeShown = [&context](const books::ReadTransaction& tx, Field& shown) {
        const bool isTyped = context.isForm() || context.isShownAgain;
        const std::string& text = isTyped ? context.form.text(shown.name) : shown.value;
        if (text.empty()) {
            return;
        }
        if (const auto known = gifting::findRecipient(tx, text)) {
            shown.found = shownAs(context, tx, *known);
            return;
        }
        for (const gifting::NumberedRecipient& one : find(tx, text)) {
            shown.options.push_back(
                {one.recipient.code, shownAs(context, tx, one) + " · " + one.recipient.code});
        }
    };
    field.meant = codeNamed;
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
        for (const gifting::NumberedRecipient& one : find(tx, context.query.text("q"))) {
            out->text(one.recipient.code);
            out->text(shownAs(context, tx, one));
            out->endRow();
        }
        out->end();
        return true;
    });
    return response;
}

} // namespace giftbox::web
