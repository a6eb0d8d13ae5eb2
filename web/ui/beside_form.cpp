#include "web/ui/beside_form.h"

#include "budget/authorize.h"
#include "gifting/recipient.h"
#include "inventory/shelf.h"
#include "web/ui/table.h"

#include <algorithm>

namespace giftbox::web {

using access::Action;
using books::ReadTransaction;
using foundation::Month;

namespace {

const Field* findField(const FormPage& page, std::string_view name)
{
    const auto found = std::ranges::find(page.fields, name, &Field::name);
    return found == page.fields.end() ? nullptr : &*found;
}

/// What the field shows now.
std::string valueOf(const RequestContext& context, const Field& field)
{
    return context.isForm() || context.isShownAgain ? context.form.text(field.name) : field.value;
}

View card(std::string heading, std::vector<View> facts)
{
    View view;
    view.text("heading", std::move(heading)).list("facts", std::move(facts));
    return view;
}

void addItem(std::vector<View>& cards, const RequestContext& context, const ReadTransaction& tx,
             const Field* field)
{
    if (field == nullptr || !context.may(Action::ViewStock)) {
        return;
    }
    const auto found = inventory::findItem(tx, valueOf(context, *field));
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
    addFact(facts, "Cost", context.format.withCode(cost));
    if (item.reorderPoint) {
        addFact(facts, "Reorder point", context.format.shown(*item.reorderPoint));
    }
    addFact(facts, "Bin", item.bin);
    addFact(facts, "SKU", item.sku);
    cards.push_back(card(item.name, std::move(facts)));
}

void addRecipient(std::vector<View>& cards, const RequestContext& context,
                  const ReadTransaction& tx, const Field* field)
{
    if (field == nullptr || !context.may(Action::EditRecipients)) {
        return;
    }
    const auto found = gifting::findRecipient(tx, valueOf(context, *field));
    if (!found) {
        return;
    }
    const gifting::Recipient& one = found->recipient;
    std::vector<View> facts;
    for (const auto& shown : gifting::recipientFields()) {
        const std::string_view name = shown.info.name;
        if (name == "group" || name == "sizes" || name == "preferences") {
            addFact(facts, std::string(shown.info.title), textOf(shown, one));
        }
    }
    addFact(facts, "Gifts", one.doNotGift ? "do not gift" : "");
    addFact(facts, "Code", one.code);
    cards.push_back(card(one.name, std::move(facts)));
}

/// What may still be received in the month of the day that the form has.
void addReceipts(std::vector<View>& cards, const RequestContext& context, const ReadTransaction& tx,
                 const FormPage& page)
{
    const Field* day = findField(page, "on");
    if (findField(page, "source") == nullptr || day == nullptr ||
        !context.may(Action::ViewReport)) {
        return;
    }
    Month month = context.today().month();
    try {
        month = foundation::parseDate(valueOf(context, *day)).month();
    } catch (const foundation::Refusal&) {
        // The field says what is wrong with it.
    }
    const budget::MonthState state = budget::loadMonth(tx, month);
    const auto left = remainingUnder(capOf(state.caps, budget::CapName::MonthRestock),
                                     state.totals.of(books::MonthFigure::Restock));
    std::vector<View> facts;
    addFact(facts, "Remaining for receipts", left ? context.format.withCode(*left) : "No cap");
    cards.push_back(card("Budget for " + context.format.shown(month), std::move(facts)));
}

} // namespace

std::vector<View> besideForm(const RequestContext& context, const ReadTransaction& tx,
                             const FormPage& page)
{
    std::vector<View> cards;
    addRecipient(cards, context, tx, findField(page, "recipient"));
    addItem(cards, context, tx, findField(page, "sku"));
    addReceipts(cards, context, tx, page);
    return cards;
}

} // namespace giftbox::web
