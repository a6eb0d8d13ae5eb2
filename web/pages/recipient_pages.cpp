#include "gifting/recipient.h"
#include "web/pages/pages.h"
#include "web/ui/run_form.h"
#include "web/ui/table.h"

namespace giftbox::web {

namespace {

/// More than a person reads; a search narrows it down.
constexpr std::int64_t kMostShown = 200;

} // namespace

Response recipientsPage(Visit& visit)
{
    const std::string& words = visit.query.text("q");
    return visit.read([&](const books::ReadTransaction& tx) {
        Table table({{"Code"}, {"Name"}, {"Group"}, {"Kind"}, {""}}, visit.format);
        auto found = gifting::searchRecipients(tx, words, kMostShown + 1);
        const bool isMore = std::ssize(found) > kMostShown;
        found.resize(isMore ? kMostShown : found.size());
        for (const auto& [number, recipient] : found) {
            const std::string code = encodePercent(recipient.code);
            std::vector<Link> links;
            if (visit.may(access::Action::Pack)) {
                links.push_back({visit.address("boxes/pack?recipient=") + code, "Pack a box"});
            }
            if (visit.may(access::Action::Nominate)) {
                links.push_back({visit.address("nominations/add?recipient=") + code, "Nominate"});
            }
            table.link(recipient.code, visit.recipientAddress(recipient.code))
                .text(recipient.name)
                .text(recipient.group)
                .text(recipient.doNotGift ? "do not gift" : std::string(toText(recipient.kind)))
                .links(links)
                .endRow();
        }
        View view;
        view.list("table",
                  table.views(visit.whenEmpty("Nobody is like that.",
                                              access::Action::EditRecipients, "Add them.")))
            .text("q", words)
            .text("base", visit.address())
            .flag("more", isMore)
            .number("shown", kMostShown);
        return visit.page("recipients", "Recipients", view);
    });
}

Response addRecipientPage(Visit& visit)
{
    const FormPage page{
        .title = "Add a recipient",
        .submit = "Add",
        .back = visit.address("recipients"),
        .fields = {{.name = "recipient", .label = "Code", .hint = "The customer's number, say"},
                   {.name = "name", .label = "Name"},
                   {.name = "group", .label = "Group", .isNeeded = false},
                   {.name = "kind",
                    .label = "Kind",
                    .type = "select",
                    .value = "person",
                    .options = {{"person", "A person"}, {"business", "A business account"}}},
                   {.name = "note", .label = "Note to staff", .isNeeded = false}}};
    return runForm(visit, page, "web recipient add", [&](books::WriteTransaction& tx) {
        const Form& form = visit.form;
        gifting::addRecipient(tx, {.code = form.text("recipient"),
                                   .name = form.text("name"),
                                   .group = form.text("group"),
                                   .kind = gifting::parseRecipientKind(form.text("kind")),
                                   .note = form.text("note")});
        return Done{visit.address("recipients"), "Added."}; // what is kept names nobody
    });
}

} // namespace giftbox::web
