#include "gifting/adjust_stock.h"
#include "gifting/count_overtaken.h"
#include "inventory/item_code.h"
#include "inventory/shelf.h"
#include "reports/find_movements.h"
#include "web/pages/pages.h"
#include "web/ui/operation_form.h"

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

Field skuField(const RequestContext& context)
{
    return {.name = "sku",
            .label = "Item",
            .type = "item",
            .value = context.query.text("sku"),
            .hint = "Type or scan the SKU, name, or barcode"};
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

Field unitsField(const RequestContext& context, const std::string& label)
{
    return {.name = "units", .label = label, .type = "units", .value = context.query.text("units")};
}

Field dayField(const RequestContext& context)
{
    return {.name = "on",
            .label = "Day",
            .type = "date",
            .value = toText(context.today()),
            .answersTo = {"month"}};
}

/// The fields of a stock change, with the item and today filled in.
std::vector<Field> stockFields(const RequestContext& context, std::string_view command)
{
    std::vector<Field> fields = fieldsOf(operations::operationOf(command)->fields);
    fieldNamed(fields, "sku") = skuField(context);
    fieldNamed(fields, "units") = unitsField(context, fieldNamed(fields, "units").label);
    fieldNamed(fields, "on") = dayField(context);
    return fields;
}

std::string unitsText(const std::string& units)
{
    return units + (units == "1" || units == "-1" ? " unit" : " units");
}

std::string adjusted(const StoreFormat& format, const std::string& sku,
                     const gifting::Adjustment& done)
{
    return sku + ": adjusted by " + unitsText(std::to_string(done.units)) + ", " +
           format.withCode(done.cost) + ". On hand: " + std::to_string(done.unitsNow) + ".";
}

void readCatalog(const books::ReadTransaction& tx, FormPage& shown)
{
    shown.items = catalogOptions(tx);
}

FormPage countFormOf(RequestContext& context)
{
    return context.read([&](const books::ReadTransaction& tx) {
        const std::string& sku = context.query.text("sku");
        Field units = unitsField(context, "Units on the shelf");
        if (const auto item = inventory::findItem(tx, sku)) {
            units.hint = "The books have " + std::to_string(unitsNow(tx, sku));
        }
        return FormPage{
            .title = "Count",
            .submit = "Record the count",
            .back = placeBefore(context),
            .fields = {skuField(context),
                       units,
                       {.name = "reason", .label = "Reason"},
                       dayField(context),
                       {.name = "cost",
                        .label = "Cost of extra units",
                        .type = "amount",
                        .hint =
                            "Total for all extra units. Default: the cost of the latest lot bought",
                        .isNeeded = false},
                       hiddenField(kSeen, std::to_string(reports::lastMovement(tx)))},
            .beforeShown = readCatalog};
    });
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

/// The count in the form; for an overtaken count, the one selected.
gifting::ShelfCount countIn(books::WriteTransaction& tx, const RequestContext& context)
{
    const Form& form = context.form;
    const std::string& then = form.text(kThen);
    const bool isAgain = then == kAgain;
    const bool adjusts = !then.empty() && !isAgain;
    gifting::ShelfCount count{.sku = inventory::toSku(tx, form.text("sku")),
                              .units = integerIn(form, adjusts ? kThen : "units"),
                              .on = dateIn(form, "on"),
                              .reason = form.text("reason"),
                              .foundCost = maybeAmountIn(form, "cost", context.format),
                              .adjusts = adjusts};
    count.expected =
        gifting::unitsBefore(tx, count.sku, count.on, shownWhen(form, isAgain ? kTold : kSeen));
    return count;
}

} // namespace

Response receivePage(RequestContext& context)
{
    const std::string& sku = context.query.text("sku");
    FormPage page{.title = "Receive stock",
                  .submit = "Receive",
                  .back = placeBefore(context),
                  .fields = stockFields(context, "receive"),
                  .beforeShown = readCatalog};
    fieldNamed(page.fields, "supplier").beforeShown = [&sku](const books::ReadTransaction& tx,
                                                             Field& shown) {
        shown.value = supplierOf(tx, sku);
    };
    Field& source = fieldNamed(page.fields, "source");
    source.options = {{"purchase", "Purchase"}, {"parts_transfer", "Parts transfer"}};
    return runOperation(context, page, "receive", [&](const AnsweredRow& lot) {
        const std::string& warning = lot.at("warning");
        return Done{placeAfter(context, lot.at("sku")),
                    "Received " + unitsText(lot.at("units")) + " of " + lot.at("sku") + " for " +
                        lot.at("cost") + ". Lot: " + lot.at("lot") + "." +
                        (warning.empty() ? "" : " Warning: " + warning + ".")};
    });
}

Response writeOffPage(RequestContext& context)
{
    FormPage page{.title = "Write off",
                  .submit = "Write off",
                  .back = placeBefore(context),
                  .fields = stockFields(context, "write-off"),
                  .beforeShown = readCatalog};
    return runOperation(context, page, "write-off", [&](const AnsweredRow& done) {
        return Done{context.itemAddress(done.at("sku")),
                    "Written off: " + done.at("sku") + ", " + unitsText(done.at("units")) + ", " +
                        done.at("cost") + ". On hand: " + done.at("units_now") + "."};
    });
}

Response countPage(RequestContext& context)
{
    FormPage page = countFormOf(context);
    return runForm(context, page, "web count", [&](books::WriteTransaction& tx) {
        const gifting::ShelfCount count = countIn(tx, context);
        try {
            const auto done = gifting::countStock(tx, count);
            return Done{context.itemAddress(count.sku),
                        done.units == 0
                            ? "The count matches the books."
                            : "Count recorded. " + adjusted(context.format, count.sku, done)};
        } catch (const gifting::CountOvertaken& overtaken) {
            offerBoth(context, page, overtaken.count(), tx.counters().movement);
            throw;
        }
    });
}

} // namespace giftbox::web
