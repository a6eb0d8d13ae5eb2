#include "gifting/recipient.h"
#include "web/pages/confirm_form.h"
#include "web/pages/pages.h"
#include "web/ui/list.h"

namespace giftbox::web {

namespace {

/// A search narrows a longer list.
constexpr std::int64_t kMostShown = 5000;

std::vector<Link> stepsOf(const RequestContext& context, const std::string& recipient)
{
    const std::string code = encodePercent(recipient);
    std::vector<Link> links;
    if (context.may(access::Action::Pack)) {
        links.push_back({context.address("boxes/pack?recipient=") + code, "Pack a box"});
    }
    if (context.may(access::Action::Nominate)) {
        links.push_back({context.address("nominations/add?recipient=") + code, "Nominate"});
    }
    return links;
}

} // namespace

Response recipientsPage(RequestContext& context)
{
    const std::string& words = context.query.text("q");
    return context.read([&](const books::ReadTransaction& tx) {
        Table table(
            {{"Recipient"}, {"Group"}, {.title = "Kind", .isOnPage = true}, {"Gifts"}, {""}},
            context.format);
        auto found = gifting::searchRecipients(tx, words, kMostShown + 1);
        const bool isMore = std::ssize(found) > kMostShown;
        found.resize(isMore ? kMostShown : found.size());
        for (const auto& [number, recipient] : found) {
            if (recipient.unconfirmed) {
                continue; // they stand above
            }
            table.named(recipient.name, recipient.code, context.recipientAddress(recipient.code))
                .text(recipient.group)
                .text(std::string(toText(recipient.kind)));
            recipient.doNotGift ? table.badge("stop", "do not gift") : table.text("");
            table.links([&context, code = recipient.code] { return stepsOf(context, code); })
                .endRow();
        }
        View view;
        view.list("table", listOf(context, tx, std::move(table),
                                  {.place = "recipients",
                                   .one = "recipient",
                                   .many = "recipients",
                                   .empty = context.whenEmpty(
                                       words.empty() ? "No recipients yet."
                                                     : "No customer named \"" + words + "\".",
                                       access::Action::EditRecipients, "Add a new recipient?")}))
            .list("to_confirm", peopleToConfirm(context, tx))
            .text("q", words)
            .text("base", context.address())
            .flag("more", isMore)
            .number("shown", kMostShown);
        return context.page("recipients", "Recipients", view);
    });
}

} // namespace giftbox::web
