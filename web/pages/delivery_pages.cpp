#include "purchasing/add_freight.h"
#include "web/pages/item_field.h"
#include "web/pages/operation_forms.h"
#include "web/pages/pages.h"
#include "web/ui/delivery_lines.h"
#include "web/ui/item_pictures.h"
#include "web/ui/list.h"
#include "web/ui/operation_form.h"
#include "web/ui/shown_detail.h"

namespace giftbox::web {

using purchasing::DeliveredLot;
using purchasing::DeliveryNo;
using purchasing::RecordedDelivery;

namespace {

constexpr std::size_t kRowsAtOnce = 8;
constexpr std::string_view kMoreRows = "more-rows";
constexpr std::string_view kFillIn = "fill-in";

std::string deliveryAddress(const RequestContext& context, const std::string& number)
{
    return context.address("deliveries/" + number);
}

/// The order that the form names, or the address.
std::optional<purchasing::OrderNo> orderNamed(const RequestContext& context)
{
    const auto number = maybeIntegerIn(context.isForm() ? context.form : context.query, "order");
    return number ? std::optional(purchasing::OrderNo{*number}) : std::nullopt;
}

/// Offers the orders that can be received; the field is hidden if there is none.
void offerOrders(const books::ReadTransaction& tx, FormPage& page)
{
    const purchasing::SupplierBook book(tx);
    Field& field = fieldNamed(page.fields, "order");
    field.options = {{"", "None"}};
    for (const purchasing::Order& order : purchasing::unfinishedOrders(tx)) {
        if (stateAfter(order.state, purchasing::OrderStep::Receive)) {
            field.options.push_back(
                {std::to_string(order.number.value),
                 toText(order.number) + " " + book.of(order.supplier).supplier.name});
        }
    }
    if (field.options.size() == 1) {
        field.type = "hidden";
        return;
    }
    page.steps.insert(page.steps.begin(), {std::string(kFillIn), "Fill in the order"});
}

/// Gives the items of the form what the order says that they cost.
void offerCosts(const RequestContext& context, const books::ReadTransaction& tx, FormPage& page)
{
    const auto named = orderNamed(context);
    if (!named) {
        return;
    }
    for (const purchasing::OrderLine& line : purchasing::requireOrder(tx, *named).lines) {
        const auto item = std::ranges::find(page.items, line.sku, &Option::value);
        if (item != page.items.end() && line.cost) {
            item->orderedUnits = std::to_string(line.units);
            item->orderedCost = context.format.typed(*line.cost);
        }
    }
}

FormPage deliveryForm(const RequestContext& context)
{
    FormPage page{.title = "Receive a delivery",
                  .submit = "Receive",
                  .back = context.address("deliveries"),
                  .fields = fieldsOf(operations::operationOf("delivery receive")->fields),
                  .deliveryRows = kRowsAtOnce,
                  .intro = "Enter what the invoice says: for each item how many units or packs "
                           "came, and what they cost together or each. What is on an order needs "
                           "no cost. Nothing is received until all lines are right.",
                  .linesAnswerTo = {"sku", "units", "cost", "pack_size"}};
    page.beforeShown = [&context](const books::ReadTransaction& tx, FormPage& shown) {
        offerCatalog(tx, shown);
        offerOrders(tx, shown);
        offerCosts(context, tx, shown);
    };
    Field& order = fieldNamed(page.fields, "order");
    order.type = "select";
    order.hint = "";
    order.answersTo = {"no"};
    Field& day = fieldNamed(page.fields, "on");
    day.value = toText(context.today());
    day.isNeeded = true;
    day.hint = "";
    Field& source = fieldNamed(page.fields, "source");
    source.options = {{"purchase", "Purchase"}, {"parts_transfer", "Parts transfer"}};
    source.hint = "";
    fieldNamed(page.fields, "total").hint = "Compared with the sum of the lines";
    fieldNamed(page.fields, "reason").hint =
        "Needed if an item costs nothing: a sample, a donation";
    fieldNamed(page.fields, "authorized_by").onlyWith = "source=parts_transfer";
    page.steps.push_back({std::string(kMoreRows), "More rows"});
    return page;
}

/// The rows of what is still to come of the order asked for, and its supplier.
void fillInOrder(RequestContext& context, FormPage& page)
{
    const auto named = orderNamed(context);
    if (!named) {
        return;
    }
    context.read([&](const books::ReadTransaction& tx) {
        const purchasing::Order order = purchasing::requireOrder(tx, *named);
        (void)requireStep(order, purchasing::OrderStep::Receive);
        const std::string supplier = purchasing::SupplierBook(tx).of(order.supplier).supplier.name;
        std::vector<gifting::BoxLine> rows;
        for (const purchasing::OrderLine& line : order.lines) {
            if (line.toCome() > 0) {
                rows.push_back({.sku = line.sku, .units = line.toCome()});
            }
        }
        fillRows(context.form, rows);
        context.form.set("supplier", supplier);
        fieldNamed(page.fields, "supplier").value = supplier;
        fieldNamed(page.fields, "order").value = std::to_string(named->value);
        page.deliveryRows = std::max(page.deliveryRows, rows.size() + 1);
        return true;
    });
}

Done deliveryDone(const RequestContext& context, const Answered& answer)
{
    std::string warnings;
    std::int64_t units = 0;
    for (const AnsweredRow& row : answer.rows) {
        units += foundation::wholeNumber(row.at("units"), "units");
        const std::string& warning = row.at("warning");
        warnings = warning.empty() ? warnings : " Warning: " + warning + ".";
    }
    const auto counted = [&](std::int64_t number, const char* one, const char* many) {
        return context.format.shown(number) + (number == 1 ? one : many);
    };
    const std::string& number = answer.at("delivery");
    return {deliveryAddress(context, number),
            "Delivery " + number +
                " received: " + counted(std::int64_t(answer.rows.size()), " line, ", " lines, ") +
                counted(units, " unit, ", " units, ") +
                context.format.withCode(answer.sums.at("cost")) + "." + warnings};
}

Table deliveryTable(const RequestContext& context, const std::vector<RecordedDelivery>& deliveries)
{
    Table table({{"Delivery"},
                 {"Received"},
                 {"Supplier"},
                 {"Reference"},
                 {"Source"},
                 {.title = "Lines", .isNumber = true, .isOnPage = true},
                 {.title = "Units", .isNumber = true, .isOnPage = true},
                 {.title = "Cost", .isNumber = true, .isMain = true}},
                context.format);
    for (const RecordedDelivery& one : deliveries) {
        const std::string number = std::to_string(one.number.value);
        table.link("Delivery " + number, deliveryAddress(context, number))
            .day(one.receivedOn)
            .text(one.supplier)
            .text(one.reference)
            .text(shownKind(one.source))
            .number(one.lines)
            .number(one.units)
            .amount(one.cost)
            .endRow();
    }
    return table;
}

Table lotTable(const RequestContext& context, const ItemPictures& pictures,
               const std::vector<DeliveredLot>& lots)
{
    Table table({{"Item"},
                 {"Lot"},
                 {"Units received", true},
                 {"Cost received", true},
                 {"Units remaining", true},
                 {.title = "Cost now", .isNumber = true, .isMain = true},
                 {"State"}},
                context.format);
    foundation::Money received;
    foundation::Money now;
    for (const DeliveredLot& lot : lots) {
        received += lot.receivedCost;
        now += lot.reversedOn ? foundation::Money{} : lot.cost;
        const std::string number = std::to_string(lot.lot.value);
        table.named(lot.name, lot.sku, context.itemAddress(lot.sku))
            .pictured(pictures.address(context, lot.sku))
            .link("Lot " + number, context.address("lots/" + number))
            .number(lot.receivedUnits)
            .amount(lot.receivedCost)
            .number(lot.unitsLeft)
            .amount(lot.reversedOn ? foundation::Money{} : lot.cost)
            .text(lot.reversedOn                                                   ? "Reversed"
                  : lot.cost != lot.receivedCost || lot.units != lot.receivedUnits ? "Corrected"
                                                                                   : "")
            .endRow();
    }
    table.text("Total")
        .text("")
        .text("")
        .amount(received)
        .text("")
        .amount(now)
        .text("")
        .endTotals();
    return table;
}

std::vector<View> factsOfDelivery(const RequestContext& context, const RecordedDelivery& delivery,
                                  const std::vector<DeliveredLot>& lots)
{
    std::vector<View> facts;
    const bool isTransfer = delivery.source == "parts_transfer";
    addFact(facts, "Received", context.format.shown(delivery.receivedOn));
    addFact(facts, "Source", shownKind(delivery.source));
    addFact(facts, "Supplier", delivery.supplier);
    addFact(facts, isTransfer ? "Internal ticket" : "Reference", delivery.reference);
    addFact(facts, "Authorized by", delivery.authorizedBy);
    if (!lots.empty() && lots.front().order) {
        addFact(facts, "Order", toText(*lots.front().order),
                context.address("orders/" + std::to_string(lots.front().order->value)));
    }
    return facts;
}

std::vector<View> freightOfDelivery(const RequestContext& context, const books::ReadTransaction& tx,
                                    DeliveryNo delivery)
{
    const auto freight = purchasing::freightOf(tx, delivery);
    if (freight.empty()) {
        return {};
    }
    Table table({{"Reference"},
                 {"Charged by"},
                 {"Shared by"},
                 {.title = "Amount", .isNumber = true, .isMain = true},
                 {"State"},
                 {""}},
                context.format);
    for (const purchasing::RecordedFreight& one : freight) {
        table.text(one.reference)
            .text(one.supplier)
            .text(one.by)
            .amount(one.amount)
            .badge(one.state())
            .links(actionsOn(context, "freight", std::to_string(one.number), one.state()))
            .endRow();
    }
    View view;
    view.list("table", table.views(""));
    return {view};
}

} // namespace

Response receiveDeliveryPage(RequestContext& context)
{
    FormPage page = deliveryForm(context);
    const std::string step = context.form.text("step");
    if (!context.isForm() || step == kFillIn) {
        fillInOrder(context, page);
        return showForm(context, page);
    }
    if (step == kMoreRows) {
        page.deliveryRows = context.form.all("sku").size() + kRowsAtOnce;
        return showForm(context, page);
    }
    page.deliveryRows = std::max(page.deliveryRows, context.form.all("sku").size());
    FormWork work{.command = "delivery receive"};
    work.done = [&](const Answered& answer) { return deliveryDone(context, answer); };
    work.check = [&](const books::ReadTransaction&) {
        if (deliveryLinesIn(context.form, context.format).empty()) {
            throw foundation::Refusal("delivery.no_lines"); // an order alone would be all of it
        }
    };
    return runOperation(context, page, work);
}

Response deliveriesPage(RequestContext& context)
{
    return context.read([&](const books::ReadTransaction& tx) {
        const auto before = maybeIntegerIn(context.query, "before");
        auto found = purchasing::deliveriesBefore(
            tx, before ? std::optional(DeliveryNo{*before}) : std::nullopt, kRowsOfList + 1);
        const bool hasEarlier = std::ssize(found) > kRowsOfList;
        if (hasEarlier) {
            found.pop_back();
        }
        View view;
        view.list("table", listOf(context, tx, deliveryTable(context, found),
                                  {.place = "deliveries",
                                   .one = "delivery",
                                   .many = "deliveries",
                                   .empty = "No deliveries yet.",
                                   .earlier = hasEarlier ? std::optional(found.back().number.value)
                                                         : std::nullopt}))
            .flag("may_receive", context.may(access::Action::ReceiveStock))
            .text("receive", context.address("deliveries/receive"))
            .text("returns", context.address("returns"))
            .text("bills", context.address("bills"))
            .text("unbilled", context.address("unbilled"));
        return context.page("deliveries", "Deliveries", view);
    });
}

Response deliveryPage(RequestContext& context)
{
    const DeliveryNo number{context.number()};
    return context.read([&](const books::ReadTransaction& tx) {
        const RecordedDelivery delivery = purchasing::requireDelivery(tx, number);
        const std::string heading = "Delivery " + std::to_string(number.value);
        const std::vector<DeliveredLot> lots = purchasing::lotsOf(tx, number);
        const bool isReversed = std::ranges::all_of(
            lots, [](const DeliveredLot& lot) { return lot.reversedOn.has_value(); });
        std::vector<Link> links = actionsOn(context, "delivery", std::to_string(number.value),
                                            isReversed ? "reversed" : "received");
        if (context.may(access::Action::ReceiveStock) && delivery.source == "purchase" &&
            !isReversed) {
            links.push_back({context.address("bill/record?") +
                                 queryText({{"deliveries", std::to_string(number.value)},
                                            {"supplier", delivery.supplier}}),
                             "Record the bill"});
        }
        View lines;
        lines.list("table", lotTable(context, ItemPictures(tx), lots).views(""));
        View view;
        view.text("heading", heading)
            .text("deliveries", context.address("deliveries"))
            .list("facts", factsOfDelivery(context, delivery, lots))
            .list("acts", actsOf(links))
            .list("lots", {lines})
            .list("freight", freightOfDelivery(context, tx, number));
        return context.page("delivery", heading, view);
    });
}

} // namespace giftbox::web
