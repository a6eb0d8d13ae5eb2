#include "budget/authorize.h"
#include "inventory/shelf.h"
#include "reports/find_movements.h"
#include "web/pages/pages.h"
#include "web/ui/form_page.h"
#include "web/ui/months.h"
#include "web/ui/table.h"

#include <algorithm>

namespace giftbox::web {

using access::Action;
using reports::FoundMovement;
using reports::FoundMovements;
using reports::MovementsWanted;

namespace {

std::string lotAddress(const Visit& visit, books::LotNo lot)
{
    return visit.address("lots/" + std::to_string(lot.value));
}

std::vector<View> factsOf(const StoreFormat& format, const inventory::Item& item,
                          const std::vector<inventory::OpenLot>& lots)
{
    std::int64_t onHand = 0;
    foundation::Money cost;
    for (const inventory::OpenLot& lot : lots) {
        onHand += lot.unitsLeft;
        cost += lot.costLeft;
    }
    std::vector<View> facts;
    addFact(facts, "On hand", format.shown(onHand));
    addFact(facts, "Cost", format.withCode(cost));
    for (const auto& field : inventory::itemFields()) {
        const bool isHeading = field.info.name == "sku" || field.info.name == "name";
        const std::string plain = textOf(field, item);
        const bool isNumber = field.info.type == foundation::FieldType::Integer && !plain.empty();
        const std::string text =
            isNumber ? format.shown(foundation::wholeNumber(plain, field.info.name)) : plain;
        const bool isNo = field.info.type == foundation::FieldType::YesNo && text == "no";
        addFact(facts, std::string(field.info.title), isHeading || isNo ? "" : text);
    }
    return facts;
}

std::vector<View> lotsOf(const Visit& visit, const std::vector<inventory::OpenLot>& lots)
{
    Table table({{"Lot"}, {"Received"}, {"Units left", true}, {"Cost left", true}}, visit.format);
    for (const inventory::OpenLot& lot : lots) {
        table.link(std::to_string(lot.number.value), lotAddress(visit, lot.number))
            .day(lot.receivedOn)
            .number(lot.unitsLeft)
            .amount(lot.costLeft)
            .endRow();
    }
    return table.views("Nothing is on the shelf.");
}

/// The movements as a table of the view, and where the earlier ones are.
void addMovements(View& view, const Visit& visit, const books::ReadTransaction& tx,
                  const MovementsWanted& wanted, const std::string& address)
{
    const FoundMovements found = findMovements(tx, wanted);
    const bool isOfOneItem = wanted.lot || wanted.sku;
    std::vector<Heading> headings = {{"Day"}, {"What"}, {"Units", true},         {"Cost", true},
                                     {"Lot"}, {"Box"},  {"Reference or reason"}, {"Who"}};
    if (!isOfOneItem) {
        headings.insert(headings.begin() + 2, {"Item"});
    }
    Table table(std::move(headings), visit.format);
    for (const FoundMovement& one : found.movements) {
        table.day(one.movedOn).badge(one.kind);
        if (!isOfOneItem) {
            table.link(one.sku, visit.itemAddress(one.sku));
        }
        table.number(one.units).amount(one.cost).link(std::to_string(one.lot.value),
                                                      lotAddress(visit, one.lot));
        if (one.box) {
            const std::string box = std::to_string(one.box->value);
            table.link("Box " + box, visit.address("boxes/" + box));
        } else {
            table.text("");
        }
        // Of a box the reason is about whom it was for.
        const std::string reason = one.box ? visit.wordsShown(one.reason) : one.reason;
        table.text(reason.empty() ? one.reference : reason).text(one.actor).endRow();
    }
    View movements;
    movements.list("table", table.views(found.next ? "None among the latest; look at earlier ones."
                                                   : "Nothing has moved."));
    view.list("movements", {movements})
        .flag("has_next", found.next.has_value())
        .text("next", address + "before=" + std::to_string(found.next.value_or(0)));
}

/// What the columns of the report are made of.
std::vector<View> figuresToChoose(std::string_view chosen)
{
    std::vector<View> choices;
    for (const books::MonthFigureRule& rule : books::kMonthFigures) {
        choices.emplace_back();
        choices.back()
            .text("value", std::string(rule.filter))
            .text("name", std::string(rule.kinds))
            .flag("selected", rule.filter == chosen);
    }
    return choices;
}

} // namespace

Response itemPage(Visit& visit)
{
    return visit.read([&](const books::ReadTransaction& tx) {
        const auto item = inventory::requireItem(tx, visit.query.text("sku")).item;
        const std::vector<inventory::OpenLot> open = inventory::openLots(tx, item.sku);
        View lots;
        lots.list("table", lotsOf(visit, open));
        View view;
        view.list("facts", factsOf(visit.format, item, open))
            .list("lots", {lots})
            .text("name", item.name)
            .text("sku", item.sku)
            .text("sku_query", encodePercent(item.sku))
            .text("base", visit.address())
            .flag("may_receive", visit.may(Action::ReceiveStock) && !item.retired)
            .flag("may_correct", visit.may(Action::CorrectStock))
            .flag("may_edit", visit.may(Action::EditCatalog))
            .flag("retired", item.retired);
        addMovements(view, visit, tx,
                     {.sku = item.sku, .before = maybeIntegerIn(visit.query, "before")},
                     visit.itemAddress(item.sku) + "&");
        return visit.page("item", item.sku + " " + item.name, view);
    });
}

Response lotPage(Visit& visit)
{
    const books::LotNo number{visit.number()};
    return visit.read([&](const books::ReadTransaction& tx) {
        const reports::FoundLot lot = reports::requireLot(tx, number);
        std::vector<View> facts;
        addFact(facts, "Received", visit.format.shown(lot.receivedOn));
        addFact(facts, "Source", lot.source);
        addFact(facts, "Receipt", lot.reference);
        addFact(facts, "Supplier", lot.supplier);
        addFact(facts, "Units", visit.format.shown(lot.units));
        addFact(facts, "Cost", visit.format.withCode(lot.cost));
        addFact(facts, "Units left", visit.format.shown(lot.unitsLeft));
        addFact(facts, "Cost left", visit.format.withCode(lot.costLeft));
        const std::string heading = "Lot " + std::to_string(number.value);
        View view;
        view.list("facts", std::move(facts))
            .text("heading", heading)
            .text("sku", lot.sku)
            .text("name", lot.name)
            .text("item", visit.itemAddress(lot.sku));
        addMovements(view, visit, tx,
                     {.lot = number, .before = maybeIntegerIn(visit.query, "before")},
                     lotAddress(visit, number) + "?");
        return visit.page("lot", heading, view);
    });
}

Response movementsPage(Visit& visit)
{
    const std::string asked = visit.query.text("kind");
    const auto rule =
        std::ranges::find(books::kMonthFigures, asked, &books::MonthFigureRule::filter);
    const bool isOfFigure = rule != books::kMonthFigures.end();
    const foundation::Month month = monthAsked(visit);
    return visit.read([&](const books::ReadTransaction& tx) {
        const std::string kind(isOfFigure ? rule->filter : "");
        const std::string base = visit.address("movements?kind=") + kind + "&month=";
        const budget::MonthTotals totals = budget::loadMonth(tx, month).totals;
        View view;
        addMonth(view, visit, month);
        view.flag("has_total", isOfFigure)
            .text("total", isOfFigure ? visit.format.shown(totals.of(rule->figure)) : "")
            .text("currency", visit.format.currency().code)
            .text("previous", base + toText(monthBefore(month)))
            .text("next_month", base + toText(monthAfter(month)))
            .list("kinds", figuresToChoose(kind));
        addMovements(view, visit, tx,
                     {.month = month,
                      .figure = isOfFigure ? std::optional(rule->figure) : std::nullopt,
                      .before = maybeIntegerIn(visit.query, "before")},
                     base + toText(month) + "&");
        return visit.page("movements", "Movements of " + visit.format.shown(month), view);
    });
}

} // namespace giftbox::web
