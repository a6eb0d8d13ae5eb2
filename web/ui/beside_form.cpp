#include "web/ui/beside_form.h"

#include "budget/authorize.h"
#include "gifting/recipient.h"
#include "gifting/waiting_boxes.h"
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

/// The month a form counts in: that of its month or day, else the current one.
Month monthOf(const RequestContext& context, const FormPage& page)
{
    try {
        if (const Field* month = findField(page, "month")) {
            return foundation::parseMonth(valueOf(context, *month));
        }
        if (const Field* day = findField(page, "on")) {
            return foundation::parseDate(valueOf(context, *day)).month();
        }
    } catch (const foundation::Refusal&) {
        // Its field says what is wrong with it.
    }
    return context.today().month();
}

void addBudget(std::vector<View>& cards, const RequestContext& context, const ReadTransaction& tx,
               const FormPage& page)
{
    const bool isReceipt = findField(page, "sku") != nullptr && findField(page, "source") != nullptr;
    if ((!page.hasLines && !isReceipt) || !context.may(Action::ViewReport)) {
        return;
    }
    const Month month = monthOf(context, page);
    const budget::MonthState state = budget::loadMonth(tx, month);
    const auto& format = context.format;
    std::vector<View> facts;
    if (isReceipt) {
        const auto left = remainingUnder(capOf(state.caps, budget::CapName::MonthRestock),
                                         state.totals.of(books::MonthFigure::Restock));
        addFact(facts, "Remaining for receipts", left ? format.withCode(*left) : "No cap");
    } else {
        const gifting::MonthRemaining remaining = gifting::remainingOf(tx, month, state);
        const auto after = remaining.onceGiven();
        addFact(facts, "Remaining for boxes",
                remaining.left ? format.withCode(*remaining.left) : "No cap");
        addFact(facts, "After waiting boxes",
                remaining.waiting.boxes() > 0 && after ? format.withCode(*after) : "");
        const auto& each = capOf(state.caps, budget::CapName::BoxTotal);
        addFact(facts, "Cap of a box", each ? format.withCode(each->amount) : "");
    }
    cards.push_back(card("Budget for " + format.shown(month), std::move(facts)));
}

} // namespace

std::vector<View> besideForm(const RequestContext& context, const ReadTransaction& tx,
                             const FormPage& page)
{
    std::vector<View> cards;
    addRecipient(cards, context, tx, findField(page, "recipient"));
    addItem(cards, context, tx, findField(page, "sku"));
    addBudget(cards, context, tx, page);
    return cards;
}

} // namespace giftbox::web
