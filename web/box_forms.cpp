#include "budget/authorize.h"
#include "gifting/give_box.h"
#include "gifting/pack_box.h"
#include "gifting/plan_box.h"
#include "web/form_page.h"
#include "web/pages.h"
#include "web/recipient_field.h"

namespace giftbox::web {

using access::Action;
using foundation::Refusal;

namespace {

std::string boxAddress(const Visit& visit, books::BoxNo number)
{
    return visit.address("boxes/" + std::to_string(number.value));
}

Field minutesField()
{
    return {.name = "minutes",
            .label = "Minutes of labor",
            .type = "units",
            .hint = "The store's own when left out",
            .isNeeded = false,
            .answersTo = {"labor."}};
}

Field dayField(const Visit& visit, const std::string& label)
{
    return {.name = "on",
            .label = label,
            .type = "date",
            .value = toText(visit.now.today),
            .answersTo = {"date.", "month.", "box.given_before", "box.unpacked_before"}};
}

Field reasonField() { return {.name = "reason", .label = "Why", .answersTo = {"text."}}; }

/// Only who may override gets the field; the refusal of a cap stands at it, else above the form.
void addOverride(const Visit& visit, FormPage& page)
{
    if (visit.may(Action::Override)) {
        page.fields.push_back({.name = "override",
                               .label = "Override: why this one may go over a stop cap",
                               .isNeeded = false,
                               .answersTo = {"budget."}});
    }
}

std::optional<std::string> overrideIn(const Visit& visit)
{
    const auto reason = maybeTextIn(visit.form, "override");
    if (reason && !visit.may(Action::Override)) {
        throw Refusal("access.override", "an override needs a manager; ask one to pack it");
    }
    return reason;
}

std::string saidOf(const books::Store& store, const budget::Verdict& verdict)
{
    std::string text;
    if (!verdict.warned.empty()) {
        text += " Note: " + sentencesOf(store, verdict.warned) + ".";
    }
    if (!verdict.overridden.empty()) {
        text += " Overridden: " + sentencesOf(store, verdict.overridden) + ".";
    }
    return text;
}

std::string roomText(const books::Store& store, const std::optional<foundation::Money>& room)
{
    return room ? " Room left this month: " + store.amount(*room) + "." : "";
}

Done packedDone(const Visit& visit, const books::Store& store, const gifting::PackedBox& packed)
{
    return {boxAddress(visit, packed.number),
            "Packed as box " + std::to_string(packed.number.value) + " for " +
                store.amount(packed.cost.total()) + "." +
                roomText(store, packed.room.monthProgram) + saidOf(store, packed.verdict)};
}

} // namespace

Response packPage(Visit& visit)
{
    FormPage page{
        .title = "Pack a box",
        .submit = "Pack",
        .back = visit.address("boxes"),
        .fields = {recipientField(visit, "For"), minutesField(), dayField(visit, "Packed on")},
        .hasLines = true,
        .items = visit.read(itemOptions)};
    addOverride(visit, page);
    return runForm(visit, page, "web box pack", [&](books::WriteTransaction& tx) {
        const gifting::PackedBox packed =
            gifting::packBox(tx, {.recipient = visit.form.text("recipient"),
                                  .lines = linesIn(tx, visit.form),
                                  .minutes = maybeIntegerIn(visit.form, "minutes"),
                                  .packedOn = dateIn(visit.form, "on"),
                                  .givenOn = {},
                                  .reference = {},
                                  .override = overrideIn(visit)});
        return packedDone(visit, tx.store(), packed);
    });
}

Response planPage(Visit& visit)
{
    FormPage page{.title = "Plan a box",
                  .submit = "Plan",
                  .back = visit.address("boxes"),
                  .fields = {recipientField(visit, "For"),
                             minutesField(),
                             {.name = "month",
                              .label = "Month",
                              .type = "month",
                              .value = toText(visit.now.today.month()),
                              .answersTo = {"month."}}},
                  .hasLines = true,
                  .items = visit.read(itemOptions),
                  .intro = "Its units are reserved and its estimated cost is committed."};
    addOverride(visit, page);
    return runForm(visit, page, "web box plan", [&](books::WriteTransaction& tx) {
        const gifting::PlannedResult planned =
            gifting::planBox(tx, {.recipient = visit.form.text("recipient"),
                                  .lines = linesIn(tx, visit.form),
                                  .minutes = maybeIntegerIn(visit.form, "minutes"),
                                  .month = monthIn(visit.form, "month"),
                                  .override = overrideIn(visit),
                                  .recipe = {}});
        const books::Store& store = tx.store();
        return Done{boxAddress(visit, planned.number),
                    "Planned as box " + std::to_string(planned.number.value) + ", estimated at " +
                        store.amount(planned.cost.total()) + "." +
                        roomText(store, planned.room.monthProgram) +
                        saidOf(store, planned.verdict)};
    });
}

Response packPlannedPage(Visit& visit)
{
    const books::BoxNo number{visit.number()};
    FormPage page{.title = "Pack box " + std::to_string(number.value),
                  .submit = "Pack",
                  .back = boxAddress(visit, number),
                  .fields = {minutesField(), dayField(visit, "Packed on")},
                  .intro = "It is packed as it was planned."};
    addOverride(visit, page);
    return runForm(visit, page, "web box pack " + visit.part, [&](books::WriteTransaction& tx) {
        return packedDone(
            visit, tx.store(),
            gifting::packPlannedBox(tx, {.number = number,
                                         .lines = {},
                                         .minutes = maybeIntegerIn(visit.form, "minutes"),
                                         .packedOn = dateIn(visit.form, "on"),
                                         .override = overrideIn(visit)}));
    });
}

Response givePage(Visit& visit)
{
    const books::BoxNo number{visit.number()};
    FormPage page{.title = "Give box " + std::to_string(number.value),
                  .submit = "Give",
                  .back = boxAddress(visit, number),
                  .fields = {dayField(visit, "Given on")}};
    addOverride(visit, page);
    return runForm(visit, page, "web box give " + visit.part, [&](books::WriteTransaction& tx) {
        const gifting::GivenBox given =
            gifting::giveBox(tx, number, dateIn(visit.form, "on"), overrideIn(visit));
        return Done{boxAddress(visit, number), "Given." + roomText(tx.store(), given.room) +
                                                   saidOf(tx.store(), given.verdict)};
    });
}

Response unpackPage(Visit& visit)
{
    const books::BoxNo number{visit.number()};
    const FormPage page{.title = "Unpack box " + std::to_string(number.value),
                        .submit = "Unpack",
                        .back = boxAddress(visit, number),
                        .fields = {reasonField(), dayField(visit, "Unpacked on")},
                        .intro = "Everything returns to the shelf at the cost it left with."};
    return runForm(visit, page, "web box unpack " + visit.part, [&](books::WriteTransaction& tx) {
        gifting::unpackBox(tx, number, dateIn(visit.form, "on"), visit.form.text("reason"));
        return Done{boxAddress(visit, number), "Unpacked. Everything is back on the shelf."};
    });
}

Response cancelPage(Visit& visit)
{
    const books::BoxNo number{visit.number()};
    const FormPage page{.title = "Cancel box " + std::to_string(number.value),
                        .submit = "Cancel the box",
                        .back = boxAddress(visit, number),
                        .fields = {reasonField()},
                        .intro = "Its units and its estimated cost are free again."};
    return runForm(visit, page, "web box cancel " + visit.part, [&](books::WriteTransaction& tx) {
        gifting::cancelBox(tx, number, visit.form.text("reason"));
        return Done{boxAddress(visit, number), "Cancelled."};
    });
}

} // namespace giftbox::web
