#include "gifting/adjust_stock.h"
#include "gifting/count_overtaken.h"
#include "inventory/item_code.h"
#include "inventory/shelf.h"
#include "purchasing/delivery_line.h"
#include "reports/find_movements.h"
#include "web/pages/item_field.h"
#include "web/pages/pages.h"
#include "web/pages/reason_field.h"
#include "web/ui/operation_form.h"

#include <algorithm>

namespace giftbox::web {

namespace {

/// For a count: the last movement when the form was opened, and when the count was reported as overtaken.
constexpr const char* kSeen = "seen";
constexpr const char* kTold = "told";
/// The decision on an overtaken count: `again`, or the units counted before.
constexpr const char* kThen = "then";
constexpr const char* kAgain = "again";

Field hiddenField(const char* name, std::string value)
{
    return {.name = name, .label = {}, .type = "hidden", .value = std::move(value)};
}

std::int64_t unitsNow(const books::ReadTransaction& tx, const std::string& sku)
{
    std::int64_t units = 0;
    for (const inventory::OpenLot& lot : inventory::openLots(tx, sku)) {
        units += lot.unitsLeft;
    }
    return units;
}

/// The page the visitor came from: the restock list, the item's page, or Stock.
std::string placeBefore(const RequestContext& context)
{
    if (context.query.text("from") == "restock") {
        return context.address("restock");
    }
    const std::string& sku = context.query.text("sku");
    return sku.empty() ? context.address("stock") : context.itemAddress(sku);
}

/// The next page: back to the restock list, or the item's page.
std::string placeAfter(const RequestContext& context, const std::string& sku)
{
    return context.query.text("from") == "restock" ? context.address("restock")
                                                   : context.itemAddress(sku);
}

std::string supplierOf(const books::ReadTransaction& tx, const std::string& sku)
{
    const auto item = inventory::findItem(tx, sku);
    return item ? item->item.supplier : "";
}

/// The fields of a stock change, with the item and today filled in.
std::vector<Field> stockFields(const RequestContext& context, std::vector<Field> fields)
{
    fieldNamed(fields, "sku") = itemField(context);
    fieldNamed(fields, "units").value = context.query.text("units");
    Field& day = fieldNamed(fields, "on");
    day.value = toText(context.today());
    day.isNeeded = true;
    return fields;
}
std::vector<Field> stockFields(const RequestContext& context, std::string_view command)
{
    return stockFields(context, fieldsOf(operations::operationOf(command)->fields));
}

std::string unitsText(const std::string& units)
{
    return units + (units == "1" || units == "-1" ? " unit" : " units");
}

std::string adjusted(const AnsweredRow& done)
{
    return done.at("sku") + ": adjusted by " + unitsText(done.at("units")) + ", " +
           done.at("cost") + ". On hand: " + done.at("units_now") + ".";
}

FormPage countFormOf(RequestContext& context)
{
    FormPage page{.title = "Count",
                  .submit = "Record the count",
                  .back = placeBefore(context),
                  .fields = stockFields(context, fieldsOf("count", {"sku", "units", "reason",
                                                                    "words", "on", "cost"})),
                  .beforeShown = offerCatalog};
    fieldNamed(page.fields, "units").label = "Units on the shelf";
    offerReasons(context, page);
    context.read([&](const books::ReadTransaction& tx) {
        const std::string& sku = context.query.text("sku");
        if (const auto item = inventory::findItem(tx, sku)) {
            fieldNamed(page.fields, "units").hint =
                "The books have " + std::to_string(unitsNow(tx, sku));
        }
        page.fields.push_back(hiddenField(kSeen, std::to_string(reports::lastMovement(tx))));
        return true;
    });
    return page;
}

/// The form again, with two options: count again, or adjust the count by the movements since.
void offerBoth(RequestContext& context, FormPage& page, const gifting::OvertakenCount& count,
               std::int64_t lastMovement)
{
    const std::string counted = std::to_string(count.counted);
    page.fields.push_back(hiddenField(kTold, ""));
    page.fields.insert(
        page.fields.begin() + 2,
        Field{.name = kThen,
              .label = "Units to record",
              .type = "select",
              .answersTo = {"adjust"},
              .options = {{"", "Select"},
                          {kAgain, "Units on the shelf as above, counted again"},
                          {counted, std::to_string(count.adjusted()) + ": the earlier count of " +
                                        counted + ", adjusted for movements since"}}});
    if (context.form.text(kThen) == kAgain) {
        context.form.set(kSeen, context.form.text(kTold));
    }
    context.form.set(kThen, "");
    context.form.set(kTold, std::to_string(lastMovement));
}

/// The last movement when the form was shown. Throws Refusal `form.malformed` when it is missing.
std::int64_t shownWhen(const Form& form, const char* field)
{
    try {
        return integerIn(form, field);
    } catch (const foundation::Refusal&) {
        throw foundation::Refusal("form.malformed/opened");
    }
}

/// What the books said of the item when it was counted. Of a count that was overtaken, as was chosen.
std::int64_t expectedBy(books::WriteTransaction& tx, const Form& form)
{
    const char* shown = form.text(kThen) == kAgain ? kTold : kSeen;
    return gifting::unitsBefore(tx, inventory::toSku(tx, form.text("sku")), dateIn(form, "on"),
                                shownWhen(form, shown));
}

/// Of a count that was overtaken: the units that were counted before, and what has moved since.
void sayCounted(const Form& form, foundation::JsonBody& said)
{
    if (form.has(kThen) && form.text(kThen) != kAgain) {
        said.fields["units"] = integerIn(form, kThen);
        said.fields["adjust"] = "yes";
    }
}

} // namespace

namespace {

/// What stock cost is typed as the total or as the price of one unit, whichever the paper says.
void askForCost(FormPage& page)
{
    Field& cost = fieldNamed(page.fields, "cost");
    cost.label = "Total cost";
    cost.hint = "Of all units together, or enter the cost of one";
    cost.isNeeded = false;
    cost.isOneOf = true;
    cost.answersTo = {"lines"};
    Field price{.name = "price",
                .label = "Cost of one unit",
                .type = "amount",
                .isNeeded = false,
                .isOneOf = true};
    const auto at = std::ranges::find(page.fields, "cost", &Field::name);
    page.fields.insert(at + 1, std::move(price));
}

/// The total of a price and its units. Throws Refusal `delivery.cost_needed`, `delivery.cost_differs`.
void sayCost(const RequestContext& context, const books::ReadTransaction& tx,
             foundation::JsonBody& said)
{
    const Form& form = context.form;
    const std::int64_t units = integerIn(form, "units");
    const foundation::Money cost =
        purchasing::costOf(tx.store(),
                           {.sku = form.text("sku"),
                            .units = units,
                            .cost = maybeAmountIn(form, "cost", context.format),
                            .price = maybeAmountIn(form, "price", context.format)},
                           units);
    said.fields["cost"] = toText(cost, context.format.currency());
}

} // namespace

Response receivePage(RequestContext& context)
{
    const std::string& sku = context.query.text("sku");
    FormPage page{.title = "Receive stock",
                  .submit = "Receive",
                  .back = placeBefore(context),
                  .fields = stockFields(context, "receive"),
                  .beforeShown = offerCatalog};
    fieldNamed(page.fields, "supplier").beforeShown = [&sku](const books::ReadTransaction& tx,
                                                             Field& shown) {
        shown.value = supplierOf(tx, sku);
    };
    Field& source = fieldNamed(page.fields, "source");
    source.options = {{"purchase", "Purchase"}, {"parts_transfer", "Parts transfer"}};
    source.hint = "";
    fieldNamed(page.fields, "on").hint = "";
    fieldNamed(page.fields, "reason").hint = "Needed if it costs nothing: a sample, a donation";
    askForCost(page);
    FormWork work{.command = "receive"};
    work.done = [&](const Answered& lot) {
        const std::string& warning = lot.at("warning");
        return Done{placeAfter(context, lot.at("sku")),
                    "Received " + unitsText(lot.at("units")) + " of " + lot.at("sku") + " for " +
                        lot.at("cost") + ". Lot: " + lot.at("lot") + "." +
                        (warning.empty() ? "" : " Warning: " + warning + ".")};
    };
    work.say = [&](const books::ReadTransaction& tx, foundation::JsonBody& said) {
        sayCost(context, tx, said);
    };
    return runOperation(context, page, work);
}

Response countPage(RequestContext& context)
{
    FormPage page = countFormOf(context);
    std::int64_t expected = 0;
    FormWork work{.command = "count", .done = [&](const Answered& count) {
                      return Done{context.itemAddress(count.at("sku")),
                                  count.at("units") == "0"
                                      ? "The count matches the books."
                                      : "Count recorded. " + adjusted(count.rows.front())};
                  }};
    work.check = [&](books::WriteTransaction& tx) { expected = expectedBy(tx, context.form); };
    work.say = [&](const books::ReadTransaction&, foundation::JsonBody& said) {
        sayCounted(context.form, said);
        said.fields["expected"] = expected;
    };
    work.refused = [&](books::WriteTransaction& tx, const foundation::Refusal& refusal) {
        if (const auto* overtaken = dynamic_cast<const gifting::CountOvertaken*>(&refusal)) {
            offerBoth(context, page, overtaken->count(), tx.counters().movement);
        }
    };
    return runOperation(context, page, work);
}

} // namespace giftbox::web
