#include "gifting/anonymize_recipient.h"
#include "gifting/edit_recipient.h"
#include "reports/recipient_history.h"
#include "web/pages/pages.h"
#include "web/ui/run_form.h"
#include "web/ui/seen_form.h"
#include "web/ui/table_writer.h"

namespace giftbox::web {

using books::ReadTransaction;
using gifting::Recipient;

namespace {

std::vector<View> factsOf(const Recipient& recipient)
{
    std::vector<View> facts;
    addFact(facts, "Code", recipient.code);
    addFact(facts, "Kind", std::string(toText(recipient.kind)));
    addFact(facts, "Group", recipient.group);
    addFact(facts, "Household", recipient.household);
    addFact(facts, "Sizes", gifting::toText(recipient.sizes));
    addFact(facts, "Tastes", gifting::toText(recipient.tastes));
    addFact(facts, "Note to staff", recipient.note);
    return facts;
}

FormPage editFormOf(const Visit& visit, const Recipient& recipient)
{
    const auto optional = [](const char* name, const char* label, std::string value) {
        return Field{.name = name, .label = label, .value = std::move(value), .isNeeded = false};
    };
    Field sizes = optional("sizes", "Sizes", gifting::toText(recipient.sizes));
    sizes.hint = "By category, as in hats=M, shirts=XL";
    Field tastes = optional("tastes", "Tastes", gifting::toText(recipient.tastes));
    tastes.hint = "Categories that they like, as in golf balls, mugs";
    return {.title = "Edit " + recipient.name,
            .submit = "Save",
            .back = visit.recipientAddress(recipient.code),
            .fields = {{.name = "name", .label = "Name", .value = recipient.name},
                       optional("group", "Group", recipient.group),
                       {.name = "kind",
                        .label = "Kind",
                        .type = "select",
                        .value = std::string(toText(recipient.kind)),
                        .options = {{"person", "A person"}, {"business", "A business account"}}},
                       optional("household", "Household or fleet", recipient.household),
                       sizes,
                       tastes,
                       {.name = "do_not_gift",
                        .label = "May be given a box",
                        .type = "select",
                        .value = recipient.doNotGift ? "yes" : "no",
                        .options = {{"no", "Yes"}, {"yes", "No: do not gift"}}},
                       optional("note", "Note to staff", recipient.note)}};
}

gifting::RecipientChanges changesIn(const Form& form)
{
    gifting::RecipientChanges changes{.name = changedTextIn(form, "name"),
                                      .group = changedTextIn(form, "group"),
                                      .note = changedTextIn(form, "note"),
                                      .household = changedTextIn(form, "household")};
    if (const auto kind = changedTextIn(form, "kind")) {
        changes.kind = gifting::parseRecipientKind(*kind);
    }
    if (const auto sizes = changedTextIn(form, "sizes")) {
        changes.sizes = gifting::parseSizes(*sizes);
    }
    if (const auto tastes = changedTextIn(form, "tastes")) {
        changes.tastes = gifting::parseTastes(*tastes);
    }
    if (const auto doNotGift = changedTextIn(form, "do_not_gift")) {
        changes.doNotGift = *doNotGift == "yes";
    }
    return changes;
}

Recipient recipientAsked(Visit& visit)
{
    return visit.read([&](const ReadTransaction& tx) {
        return gifting::requireKnownRecipient(tx, visit.query.text("code")).recipient;
    });
}

} // namespace

Response recipientPage(Visit& visit)
{
    return visit.read([&](const ReadTransaction& tx) {
        const auto [number, recipient] = gifting::requireRecipient(tx, visit.query.text("code"));
        TableWriter history(visit.format, [&](std::string_view column, std::string_view value) {
            return column == "month" && visit.may(access::Action::ViewStock)
                       ? visit.address("boxes?month=").append(value)
                       : std::string();
        });
        reports::writeRecipientHistory(tx, number,
                                       *foundation::makeHidingWriter(history, visit.seen()));
        View view;
        view.list("facts", factsOf(recipient))
            .list("table", history.views("They were neither nominated nor given a box yet."))
            .text("name", recipient.name)
            .flag("do_not_gift", recipient.doNotGift)
            .flag("may_edit", !recipient.anonymized)
            .flag("may_pack", !recipient.anonymized && visit.may(access::Action::Pack))
            .flag("may_nominate", !recipient.anonymized && visit.may(access::Action::Nominate))
            .text("code", encodePercent(recipient.code))
            .text("base", visit.address());
        return visit.page("recipient", recipient.name, view);
    });
}

Response editRecipientPage(Visit& visit)
{
    const Recipient before = recipientAsked(visit);
    FormPage page = editFormOf(visit, before);
    page.fields.push_back(seenField(shownBy(page)));
    return runForm(visit, page, "web recipient edit", [&](books::WriteTransaction& tx) {
        const auto there = gifting::requireKnownRecipient(tx, before.code);
        requireSeen(visit.form, editFormOf(visit, there.recipient));
        gifting::editRecipient(tx, before.code, changesIn(visit.form));
        return Done{visit.address("recipients"), "Saved."}; // names nobody
    });
}

Response anonymizePage(Visit& visit)
{
    const std::string& code = visit.query.text("code");
    const FormPage page{
        .title = "Anonymize a recipient",
        .submit = "Remove the person for good",
        .back = visit.address("recipients"),
        .fields = {{.name = "code", .label = "Code, typed once more", .answersTo = {"recipient"}},
                   {.name = "reason",
                    .label = "Why",
                    .hint = "Kept for ever, so it may not name them"}},
        .intro = "Name, group, household, sizes, tastes, notes and what was written about them "
                 "are removed; boxes and totals stay. It cannot be undone."};
    Response response =
        runForm(visit, page, "web recipient anonymize", [&](books::WriteTransaction& tx) {
            if (visit.form.text("code") != code) {
                throw foundation::Refusal("recipient.retyped");
            }
            gifting::anonymizeRecipient(tx, code, visit.form.text("reason"));
            return Done{visit.address("recipients"),
                        "The person is removed; totals are as before."};
        });
    if (!visit.isForm() || response.status != 303) {
        return response;
    }
    try {
        visit.database.forgetRemoved();
        return response;
    } catch (const foundation::DatabaseError&) {
        return redirectWithNotice(visit, visit.address("recipients"),
                                  "The person is removed, but the file could not be written anew, "
                                  "so it still holds removed words where nobody reads; whoever "
                                  "runs the server makes room and runs VACUUM on it.");
    }
}

} // namespace giftbox::web
