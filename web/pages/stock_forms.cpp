#include "gifting/adjust_stock.h"
#include "gifting/count_overtaken.h"
#include "inventory/item_code.h"
#include "inventory/shelf.h"
#include "reports/find_movements.h"
#include "web/pages/pages.h"
#include "web/ui/operation_form.h"

namespace giftbox::web {

namespace {

/// Of a count: the movement recorded last when the form was opened, and when it was said that the count was overtaken.
constexpr const char* kSeen = "seen";
constexpr const char* kTold = "told";
/// What is to be recorded then: `again`, or the units that were counted before.
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
            .hint = "SKU, name or barcode: type it, or scan its label"};
}

/// Where the visitor came from: the list that is gone through line by line, the item's page, or else the shelf.
std::string placeBefore(const RequestContext& context)
{
    if (context.query.text("from") == "restock") {
        return context.address("restock");
    }
    const std::string& sku = context.query.text("sku");
    return sku.empty() ? context.address("stock") : context.itemAddress(sku);
}

/// Where it leads once it is done: on with the list, or to what the item's page says now.
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

/// The fields of a change of stock, of which the item and today are known.
std::vector<Field> stockFields(const RequestContext& context, std::string_view command)
{
    std::vector<Field> fields = fieldsOf(operations::operationOf(command)->fields);
    fieldNamed(fields, "sku") = skuField(context);
    fieldNamed(fields, "units") = unitsField(context, fieldNamed(fields, "units").label);
    fieldNamed(fields, "on") = dayField(context);
    return fields;
}

std::string adjusted(const StoreFormat& format, const std::string& sku,
                     const gifting::Adjustment& done)
{
    return sku + ": " + std::to_string(done.units) + " units, " + format.withCode(done.cost) +
           "; " + std::to_string(done.unitsNow) + " on the shelf now.";
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
            units.hint = "The books say " + std::to_string(unitsNow(tx, sku)) + " now";
        }
        return FormPage{.title = "Count",
                        .submit = "Count",
                        .back = placeBefore(context),
                        .fields = {skuField(context),
                                   units,
                                   {.name = "reason", .label = "Why it was counted"},
                                   dayField(context),
                                   {.name = "cost",
                                    .label = "What units found over the books cost",
                                    .type = "amount",
                                    .hint = "In all; like the newest lot bought when left out",
                                    .isNeeded = false},
                                   hiddenField(kSeen, std::to_string(reports::lastMovement(tx)))},
                        .beforeShown = readCatalog};
    });
}

/// The form once more, with a choice: the units are counted again, or the count is taken as of when it was made.
void offerBoth(RequestContext& context, FormPage& page, const gifting::OvertakenCount& count,
               std::int64_t lastMovement)
{
    const std::string counted = std::to_string(count.counted);
    page.fields.push_back(hiddenField(kTold, ""));
    page.fields.insert(
        page.fields.begin() + 2,
        Field{.name = kThen,
              .label = "What is to be recorded",
              .type = "select",
              .answersTo = {"adjust"},
              .options = {{"", "Select"},
                          {kAgain, "Units on the shelf as above: counted again"},
                          {counted, std::to_string(count.adjusted()) + ": the " + counted +
                                        " counted before, and what has moved since"}}});
    if (context.form.text(kThen) == kAgain) {
        context.form.set(kSeen, context.form.text(kTold));
    }
    context.form.set(kThen, "");
    context.form.set(kTold, std::to_string(lastMovement));
}

/// The movement recorded last when the form was shown. Throws Refusal `form.malformed` when it does not say.
std::int64_t shownWhen(const Form& form, const char* field)
{
    try {
        return integerIn(form, field);
    } catch (const foundation::Refusal&) {
        throw foundation::Refusal("form.malformed/opened");
    }
}

/// The count that the form says. Of one that was overtaken, as was chosen.
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
    source.options = {{"purchase", "Bought from a supplier"},
                      {"parts_transfer", "From the parts department's own stock"}};
    return runOperation(context, page, "receive", [&](const AnsweredRow& lot) {
        const std::string& warning = lot.at("warning");
        return Done{placeAfter(context, lot.at("sku")),
                    "Received as lot " + lot.at("lot") + ": " + lot.at("units") +
                        " units of item " + lot.at("sku") + " for " + lot.at("cost") + "." +
                        (warning.empty() ? "" : " Note: " + warning + ".")};
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
                    "Written off. " + done.at("sku") + ": " + done.at("units") + " units, " +
                        done.at("cost") + "; " + done.at("units_now") + " on the shelf now."};
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
                        done.units == 0 ? "The books agree with the shelf."
                                        : "Counted. " + adjusted(context.format, count.sku, done)};
        } catch (const gifting::CountOvertaken& overtaken) {
            offerBoth(context, page, overtaken.count(), tx.counters().movement);
            throw;
        }
    });
}

} // namespace giftbox::web
