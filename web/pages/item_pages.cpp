#include "budget/authorize.h"
#include "inventory/shelf.h"
#include "purchasing/item_supplier.h"
#include "reports/corrections.h"
#include "reports/find_movements.h"
#include "web/pages/explain_links.h"
#include "web/pages/operation_forms.h"
#include "web/pages/pages.h"
#include "web/ui/form_page.h"
#include "web/ui/item_pictures.h"
#include "web/ui/list.h"
#include "web/ui/months.h"
#include "web/ui/shown_detail.h"

#include <algorithm>
#include <map>

namespace giftbox::web {

using reports::FoundMovement;
using reports::FoundMovements;
using reports::MovementsWanted;

namespace {

std::string lotAddress(const RequestContext& context, books::LotNo lot)
{
    return context.address("lots/" + std::to_string(lot.value));
}

/// The facts of an item; what is on hand and its cost as figures.
std::vector<View> factsOf(const StoreFormat& format, const inventory::Item& item,
                          const std::vector<inventory::OpenLot>& lots, std::vector<View>& figures)
{
    std::int64_t onHand = 0;
    foundation::Money cost;
    for (const inventory::OpenLot& lot : lots) {
        onHand += lot.unitsLeft;
        cost += lot.costLeft;
    }
    std::vector<View> facts;
    addFact(figures, "On hand", format.shown(onHand));
    figures.back().flag("main", true);
    addFact(figures, "Cost", onHand > 0 ? format.withCode(cost) : "\u2014, none on hand");
    if (onHand > 0) {
        addFact(figures, "Cost per unit", format.withCode(foundation::portion(cost, 1, onHand)));
    }
    for (const auto& field : inventory::itemFields()) {
        const bool isHeading = field.info.name == "sku" || field.info.name == "name";
        const std::string plain = textOf(field, item);
        const bool isNumber = field.info.type == foundation::FieldType::Integer && !plain.empty();
        const std::string text = isNumber
                                     ? format.shown(foundation::wholeNumber(plain, field.info.name))
                                 : field.info.name == "kind" ? shownKind(plain)
                                                             : plain;
        const bool isNo = field.info.type == foundation::FieldType::YesNo && text == "no";
        addFact(facts, std::string(field.info.title), isHeading || isNo ? "" : text);
    }
    return facts;
}

std::vector<View> lotsOf(const RequestContext& context, const std::vector<inventory::OpenLot>& lots)
{
    Table table({{"Lot"},
                 {"Received"},
                 {.title = "Units remaining", .isNumber = true, .isMain = true},
                 {"Cost remaining", true}},
                context.format);
    for (const inventory::OpenLot& lot : lots) {
        table.link("Lot " + std::to_string(lot.number.value), lotAddress(context, lot.number))
            .day(lot.receivedOn)
            .number(lot.unitsLeft)
            .amount(lot.costLeft)
            .endRow();
    }
    return table.views("None on hand.");
}

/// The suppliers of the item, with the form of each for whoever may edit the catalog.
View supplierTable(const RequestContext& context, const books::ReadTransaction& tx,
                   const inventory::NumberedItem& item)
{
    const purchasing::SupplierBook book(tx);
    Table table({{"Supplier"},
                 {"Part number"},
                 {"Pack size", true},
                 {.title = "Last cost per unit", .isNumber = true, .isMain = true},
                 {"Bought"},
                 {""}},
                context.format);
    const bool mayEdit = context.may(access::Action::EditCatalog);
    const std::string form =
        context.address("item/supplier?sku=") + encodePercent(item.item.sku) + "&supplier=";
    for (const purchasing::ItemSupplier& one : purchasing::suppliersOf(tx, book, item)) {
        const purchasing::Supplier& supplier = book.of(one.supplier).supplier;
        table
            .link(supplier.name + (one.isPreferred ? " (preferred)" : ""),
                  context.address("suppliers/show?supplier=") + encodePercent(supplier.code))
            .text(one.partNumber)
            .number(one.packSize)
            .amount(one.costOf(1));
        one.lastOn ? table.day(*one.lastOn) : table.text("");
        table
            .links(mayEdit ? std::vector<Link>{{form + encodePercent(supplier.code), "Edit"}}
                           : std::vector<Link>())
            .endRow();
    }
    View view;
    view.list("table", table.views("No suppliers yet."))
        .flag("may_edit", mayEdit)
        .text("form", form);
    return view;
}

/// What a movement says beside its figures; a movement and what reverses or corrects it name each other.
std::string wordsOf(const RequestContext& context, const FoundMovement& one)
{
    const auto since = [&](const char* what, const std::optional<foundation::Date>& on) {
        return on ? ", " + std::string(what) + " " + context.format.shown(*on) : "";
    };
    const std::string later = since("corrected", one.correctedOn) +
                              since("reversed", one.reversedOn) + since("credited", one.creditedOn);
    if (one.originalOn) {
        return shownCode(one.originalKind) + (one.reference.empty() ? "" : " " + one.reference) +
               " of " + context.format.shown(*one.originalOn) + ": " + one.reason + later;
    }
    // A box's reason is about its recipient.
    const std::string reason = one.box ? context.wordsShown(one.reason) : one.reason;
    return (reason.empty() ? one.reference : reason) + later;
}

/// A write-off or a count is reversed here; a receipt, on the page of its lot, a return to the supplier in their list.
std::vector<Link> actionsOnMovement(const RequestContext& context, const FoundMovement& one)
{
    const bool isReceipt = one.kind == toText(books::MovementKind::Receipt);
    if (isReceipt || one.reversedOn || one.creditedOn) {
        return {};
    }
    if (one.kind == toText(books::MovementKind::SupplierReturn)) {
        return {{context.address("returns"), "Returns"}};
    }
    return actionsOn(context, one.kind, std::to_string(one.seq), "standing");
}

/// The movements as a table; with their items, unless all are of one.
Table movementTable(const RequestContext& context, const books::ReadTransaction& tx,
                    const std::vector<FoundMovement>& movements, bool isOfOneItem)
{
    std::vector<Heading> headings = {{"Day"},
                                     {"Kind"},
                                     {.title = "Units", .isNumber = true, .isMain = true},
                                     {"Cost", true},
                                     {"Lot"},
                                     {"Box"},
                                     {"Reference or reason"},
                                     {"By"},
                                     {""}};
    std::map<std::string, std::string> names;
    if (!isOfOneItem) {
        headings.insert(headings.begin(), {"Item"});
        inventory::listItems(
            tx, [&](const inventory::NumberedItem& one) { names[one.item.sku] = one.item.name; });
    }
    Table table(std::move(headings), context.format);
    for (const FoundMovement& one : movements) {
        if (!isOfOneItem) {
            table.named(names[one.sku], one.sku, context.itemAddress(one.sku));
        }
        table.day(one.movedOn).badge(one.kind, shownCode(one.kind));
        table.number(one.units).amount(one.cost).link("Lot " + std::to_string(one.lot.value),
                                                      lotAddress(context, one.lot));
        const std::string box = one.box ? std::to_string(one.box->value) : "";
        table.link(one.box ? "Box " + box : "", context.address("boxes/" + box));
        table.text(wordsOf(context, one)).text(one.actor);
        table.links(actionsOnMovement(context, one)).endRow();
    }
    return table;
}

std::string whenNone(const FoundMovements& found)
{
    return found.next ? "No recent movements match. See earlier movements." : "No movements.";
}

/// The movements of one item or lot, with the address of earlier ones.
void addMovements(View& view, const RequestContext& context, const books::ReadTransaction& tx,
                  const MovementsWanted& wanted, const std::string& address)
{
    const FoundMovements found = findMovements(tx, wanted);
    View movements;
    movements.list("table",
                   movementTable(context, tx, found.movements, true).views(whenNone(found)));
    view.list("movements", {movements})
        .flag("has_next", found.next.has_value())
        .text("next", address + "before=" + std::to_string(found.next.value_or(0)));
}

/// A figure of a lot, and what it was before the lot was corrected.
std::string correctedText(const std::string& now, const std::string& before)
{
    return now == before ? now
                         : (now.empty() ? "None" : now) + " (received as " +
                               (before.empty() ? "none" : before) + ")";
}

std::vector<View> factsOfLot(const RequestContext& context, const reports::FoundLot& lot)
{
    const StoreFormat& format = context.format;
    const auto day = [&](const std::optional<foundation::Date>& on) {
        return on ? format.shown(*on) : "";
    };
    std::vector<View> facts;
    addFact(facts, "Received", format.shown(lot.receivedOn));
    addFact(facts, "Source", shownKind(lot.source));
    addFact(facts, "Receipt", correctedText(lot.reference, lot.receivedReference));
    addFact(facts, "Supplier", correctedText(lot.supplier, lot.receivedSupplier));
    addFact(facts, "Corrected", day(lot.correctedOn));
    addFact(facts, "Reversed", day(lot.reversedOn));
    addFact(facts, "Units",
            correctedText(format.shown(lot.units), format.shown(lot.receivedUnits)));
    addFact(facts, "Cost",
            correctedText(format.withCode(lot.cost), format.withCode(lot.receivedCost)));
    addFact(facts, "Units remaining", format.shown(lot.unitsLeft));
    addFact(facts, "Cost remaining", format.withCode(lot.costLeft));
    return facts;
}

/// The value of the filter that shows what went into boxes and came back.
constexpr std::string_view kOfBoxes = "boxes";

/// The kinds of movement behind the columns of the report.
std::vector<View> kindsToSelect(std::string_view selected)
{
    std::vector<View> choices;
    const auto offer = [&](std::string_view value, std::string_view name) {
        choices.emplace_back();
        choices.back()
            .text("value", std::string(value))
            .text("name", std::string(name))
            .flag("selected", value == selected);
    };
    for (const books::MonthFigureRule& rule : books::kMonthFigures) {
        offer(rule.filter, rule.kinds);
    }
    offer(kOfBoxes, "issues to boxes and returns");
    return choices;
}

/// The picture, and what may be done about it.
void addPicture(View& view, const RequestContext& context, const std::string& sku,
                std::string address)
{
    const std::string query = "?sku=" + encodePercent(sku);
    view.flag("has_picture", !address.empty())
        .text("picture", std::move(address))
        .flag("may_edit", context.may(access::Action::EditCatalog))
        .text("set_picture", context.address("item/picture") + query)
        .text("remove_picture", context.address("item/remove-picture") + query);
}

} // namespace

Response itemPage(RequestContext& context)
{
    return context.read([&](const books::ReadTransaction& tx) {
        const auto [number, item] = inventory::requireItem(tx, context.query.text("sku"));
        const std::vector<inventory::OpenLot> open = inventory::openLots(tx, item.sku);
        View lots;
        lots.list("table", lotsOf(context, open));
        std::vector<View> figures;
        View view;
        view.list("facts", factsOf(context.format, item, open, figures))
            .list("figures", std::move(figures))
            .list("lots", {lots})
            .list("suppliers", {supplierTable(context, tx, {number, item})})
            .text("name", item.name)
            .text("sku", item.sku)
            .list("acts", actsOf(actionsOn(context, "item", item.sku,
                                           item.retired ? "retired" : "active")));
        addPicture(view, context, item.sku, pictureAddress(context, tx, number));
        addMovements(view, context, tx,
                     {.sku = item.sku, .before = maybeIntegerIn(context.query, "before")},
                     context.itemAddress(item.sku) + "&");
        return context.page("item", item.sku + " " + item.name, view);
    });
}

Response itemPicture(RequestContext& context) { return answerPicture(context); }

Response lotPage(RequestContext& context)
{
    const books::LotNo number{context.number()};
    return context.read([&](const books::ReadTransaction& tx) {
        const reports::FoundLot lot = reports::requireLot(tx, number);
        const std::string heading = "Lot " + std::to_string(number.value);
        std::vector<Link> links = actionsOn(context, "receipt", std::to_string(number.value),
                                            lot.mayBeReversed()     ? "whole"
                                            : !lot.mayBeCorrected() ? "none"
                                            : lot.unitsLeft > 0     ? "used"
                                                                    : "gone");
        if (lot.delivery) {
            const std::string delivery = std::to_string(*lot.delivery);
            links.push_back({context.address("deliveries/" + delivery), "Delivery " + delivery});
        }
        View view;
        view.list("facts", factsOfLot(context, lot))
            .text("heading", heading)
            .text("sku", lot.sku)
            .text("name", lot.name)
            .text("item", context.itemAddress(lot.sku))
            .text("explain", explainAddress(context, "lot " + std::to_string(number.value)))
            .list("acts", actsOf(links));
        addMovements(view, context, tx,
                     {.lot = number, .before = maybeIntegerIn(context.query, "before")},
                     lotAddress(context, number) + "?");
        return context.page("lot", heading, view);
    });
}

namespace {

/// What was written off, and counted over and under, which the total sets off against each other; by reason.
std::vector<View> correctionsOf(const RequestContext& context, const books::ReadTransaction& tx,
                                foundation::Month month)
{
    Table table({{"Reason"},
                 {"Units written off", true},
                 {"Written off", true},
                 {"Units under", true},
                 {"Counted under", true},
                 {"Units over", true},
                 {"Counted over", true}},
                context.format);
    for (const reports::CorrectionsForReason& one : reports::corrections(tx, month, month)) {
        table.text(one.reason);
        for (const reports::CorrectedUnits& sum : {one.writtenOff, one.under, one.over}) {
            table.number(sum.units).amount(sum.cost);
        }
        table.endRow();
    }
    View view;
    view.list("table", table.views("No write-offs and no differences."));
    return {view};
}

} // namespace

Response movementsPage(RequestContext& context)
{
    const std::string asked = context.query.text("kind");
    const auto rule =
        std::ranges::find(books::kMonthFigures, asked, &books::MonthFigureRule::filter);
    const bool isOfFigure = rule != books::kMonthFigures.end();
    const foundation::Month month = monthAsked(context);
    return context.read([&](const books::ReadTransaction& tx) {
        const budget::MonthTotals totals = budget::loadMonth(tx, month).totals;
        const FoundMovements found = reports::findMovements(
            tx, {.month = month,
                 .figure = isOfFigure ? std::optional(rule->figure) : std::nullopt,
                 .ofBoxes = asked == kOfBoxes,
                 .before = maybeIntegerIn(context.query, "before"),
                 .most = kRowsOfList});
        View view;
        addMonths(view, context, "movements");
        view.flag("has_total", isOfFigure)
            .text("total", isOfFigure ? context.format.shown(totals.of(rule->figure)) : "")
            .list("corrections", isOfFigure && rule->figure == books::MonthFigure::WriteOff
                                     ? correctionsOf(context, tx, month)
                                     : std::vector<View>())
            .text("currency", context.format.currency().code)
            .list("kinds", kindsToSelect(asked))
            .list("table", listOf(context, tx, movementTable(context, tx, found.movements, false),
                                  {.place = "movements",
                                   .one = "movement",
                                   .many = "movements",
                                   .empty = whenNone(found),
                                   .earlier = found.next}));
        return context.page("movements", "Movements in " + context.format.shown(month), view);
    });
}

} // namespace giftbox::web
