#include "web/ui/beside_form.h"

#include "budget/authorize.h"
#include "gifting/box.h"
#include "gifting/planned_box.h"
#include "gifting/recipient.h"
#include "inventory/shelf.h"
#include "web/ui/item_pictures.h"
#include "web/ui/table.h"

namespace giftbox::web {

using access::Action;
using books::ReadTransaction;
using foundation::Month;

namespace {

/// `about`: the field whose value it is about; it goes when that changes.
View card(std::string heading, std::vector<View> facts, std::string about = {})
{
    View view;
    view.text("heading", std::move(heading))
        .list("facts", std::move(facts))
        .text("about", std::move(about));
    return view;
}

void addItem(std::vector<View>& cards, const RequestContext& context, const ReadTransaction& tx,
             const ShownField& shown)
{
    const auto typed = shown("sku");
    const auto found =
        typed && context.may(Action::ViewStock) ? inventory::findItem(tx, *typed) : std::nullopt;
    if (!found) {
        return;
    }
    const inventory::Item& item = found->item;
    std::int64_t units = 0;
    foundation::Money cost;
    for (const inventory::OpenLot& lot : inventory::openLots(tx, item.sku)) {
        units += lot.unitsLeft;
        cost += lot.costLeft;
    }
    std::vector<View> facts;
    addFact(facts, "On hand", context.format.shown(units));
    addFact(facts, "Cost", units > 0 ? context.format.withCode(cost) : "");
    if (item.reorderPoint) {
        addFact(facts, "Reorder point", context.format.shown(*item.reorderPoint));
    }
    addFact(facts, "Bin", item.bin);
    addFact(facts, "SKU", item.sku);
    cards.push_back(card(item.name, std::move(facts), "sku"));
    cards.back().text("picture", pictureAddress(context, tx, found->number));
}

void addRecipient(std::vector<View>& cards, const RequestContext& context,
                  const ReadTransaction& tx, const ShownField& shown)
{
    const auto typed = shown("recipient");
    const auto found = typed && context.may(Action::EditRecipients)
                           ? gifting::findRecipient(tx, *typed)
                           : std::nullopt;
    if (!found) {
        return;
    }
    const gifting::Recipient& one = found->recipient;
    std::vector<View> facts;
    for (const auto& field : gifting::recipientFields()) {
        const std::string_view name = field.info.name;
        if (name == "group" || name == "sizes" || name == "preferences") {
            addFact(facts, std::string(field.info.title), textOf(field, one));
        }
    }
    addFact(facts, "Gifts", one.doNotGift ? "do not gift" : "");
    addFact(facts, "Already this month",
            context.may(Action::Pack) ? boxesThisMonth(context, tx, found->number) : "");
    addFact(facts, "Customer number", one.code);
    cards.push_back(card(one.name, std::move(facts), "recipient"));
}

/// What may still be received in the month of the day that the form has.
void addReceipts(std::vector<View>& cards, const RequestContext& context, const ReadTransaction& tx,
                 const ShownField& shown)
{
    const auto day = shown("on");
    if (!day || !shown("source") || !context.may(Action::ViewReport)) {
        return;
    }
    Month month = context.today().month();
    try {
        month = foundation::parseDate(*day).month();
    } catch (const foundation::Refusal&) {
        // The field says what is wrong with it.
    }
    const budget::MonthState state = budget::loadMonth(tx, month);
    const auto left = remainingUnder(capOf(state.caps, budget::CapName::MonthRestock),
                                     state.totals.of(books::MonthFigure::Restock));
    std::vector<View> facts;
    addFact(facts, "Remaining for receipts",
            left ? context.format.withCode(*left) : "No cap is set");
    if (!left && context.may(Action::SetCaps)) {
        addFact(facts, "A limit", "Set a cap", context.address("budget/set?cap=month.restock"));
    }
    cards.push_back(card("Budget for " + context.format.shown(month), std::move(facts)));
}

} // namespace

std::string boxesThisMonth(const RequestContext& context, const ReadTransaction& tx,
                           books::RecipientNo recipient)
{
    const Month month = context.today().month();
    std::string boxes;
    const auto add = [&](books::BoxNo number, std::string_view state) {
        boxes += (boxes.empty() ? "box " : ", box ") + std::to_string(number.value) + " " +
                 std::string(state);
    };
    gifting::listPlannedBoxes(
        tx, {.month = {}, .recipient = recipient}, [&](const gifting::PlannedBox& box) {
            if (box.month == month && box.state == gifting::PlanState::Planned) {
                add(box.number, "planned");
            }
        });
    gifting::listBoxes(tx, {.month = {}, .state = {}, .recipient = recipient},
                       [&](const gifting::Box& box) {
                           if (box.month == month && box.state != gifting::BoxState::Unpacked) {
                               add(box.number, toText(box.state));
                           }
                       });
    return boxes;
}

bool isToldBeside(std::string_view field)
{
    return field == "recipient" || field == "sku" || field == "source";
}

std::vector<View> besideForm(const RequestContext& context, const ReadTransaction& tx,
                             const ShownField& shown)
{
    std::vector<View> cards;
    addRecipient(cards, context, tx, shown);
    addItem(cards, context, tx, shown);
    addReceipts(cards, context, tx, shown);
    return cards;
}

} // namespace giftbox::web
