#include "gifting/adjust_stock.h"
#include "gifting/count_overtaken.h"
#include "inventory/item_code.h"
#include "inventory/shelf.h"
#include "purchasing/receive_stock.h"
#include "reports/find_movements.h"
#include "web/pages/pages.h"
#include "web/ui/run_form.h"

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

Field skuField(const Visit& visit)
{
    return {.name = "sku",
            .label = "Item",
            .type = "item",
            .value = visit.query.text("sku"),
            .hint = "SKU, name or barcode: type it, or scan its label"};
}

/// Where the visitor came from: the list that is gone through line by line, the item's page, or else the shelf.
std::string placeBefore(const Visit& visit)
{
    if (visit.query.text("from") == "restock") {
        return visit.address("restock");
    }
    const std::string& sku = visit.query.text("sku");
    return sku.empty() ? visit.address("stock") : visit.itemAddress(sku);
}

/// Where it leads once it is done: on with the list, or to what the item's page says now.
std::string placeAfter(const Visit& visit, const std::string& sku)
{
    return visit.query.text("from") == "restock" ? visit.address("restock")
                                                 : visit.itemAddress(sku);
}

std::string supplierOf(const books::ReadTransaction& tx, const std::string& sku)
{
    const auto item = inventory::findItem(tx, sku);
    return item ? item->item.supplier : "";
}

Field unitsField(const Visit& visit, const std::string& label)
{
    return {.name = "units", .label = label, .type = "units", .value = visit.query.text("units")};
}

Field dayField(const Visit& visit)
{
    return {.name = "on",
            .label = "Day",
            .type = "date",
            .value = toText(visit.today()),
            .answersTo = {"month"}};
}

Field optional(std::string name, std::string label)
{
    return {.name = std::move(name), .label = std::move(label), .isNeeded = false};
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

FormPage countFormOf(Visit& visit)
{
    return visit.read([&](const books::ReadTransaction& tx) {
        const std::string& sku = visit.query.text("sku");
        Field units = unitsField(visit, "Units on the shelf");
        if (const auto item = inventory::findItem(tx, sku)) {
            units.hint = "The books say " + std::to_string(unitsNow(tx, sku)) + " now";
        }
        return FormPage{.title = "Count",
                        .submit = "Count",
                        .back = placeBefore(visit),
                        .fields = {skuField(visit),
                                   units,
                                   {.name = "reason", .label = "Why it was counted"},
                                   dayField(visit),
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
void offerBoth(Visit& visit, FormPage& page, const gifting::OvertakenCount& count,
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
              .options = {{"", "Choose"},
                          {kAgain, "Units on the shelf as above: counted again"},
                          {counted, std::to_string(count.adjusted()) + ": the " + counted +
                                        " counted before, and what has moved since"}}});
    if (visit.form.text(kThen) == kAgain) {
        visit.form.set(kSeen, visit.form.text(kTold));
    }
    visit.form.set(kThen, "");
    visit.form.set(kTold, std::to_string(lastMovement));
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
gifting::ShelfCount countIn(books::WriteTransaction& tx, const Visit& visit)
{
    const Form& form = visit.form;
    const std::string& then = form.text(kThen);
    const bool isAgain = then == kAgain;
    const bool adjusts = !then.empty() && !isAgain;
    gifting::ShelfCount count{.sku = inventory::toSku(tx, form.text("sku")),
                              .units = integerIn(form, adjusts ? kThen : "units"),
                              .on = dateIn(form, "on"),
                              .reason = form.text("reason"),
                              .foundCost = maybeAmountIn(form, "cost", visit.format),
                              .adjusts = adjusts};
    count.expected =
        gifting::unitsBefore(tx, count.sku, count.on, shownWhen(form, isAgain ? kTold : kSeen));
    return count;
}

} // namespace

Response receivePage(Visit& visit)
{
    Field supplier = optional("supplier", "Supplier");
    supplier.beforeShown = [&visit](const books::ReadTransaction& tx, Field& shown) {
        shown.value = supplierOf(tx, visit.query.text("sku"));
    };
    const FormPage page{
        .title = "Receive stock",
        .submit = "Receive",
        .back = placeBefore(visit),
        .fields = {skuField(visit),
                   unitsField(visit, "Units"),
                   {.name = "cost",
                    .label = "What all of it cost",
                    .type = "amount",
                    .hint = "In all, not for one"},
                   dayField(visit),
                   optional("reference", "Reference"),
                   supplier,
                   {.name = "source",
                    .label = "Source",
                    .type = "select",
                    .value = "purchase",
                    .options = {{"purchase", "Bought from a supplier"},
                                {"parts", "From the parts department's own stock"}}}},
        .beforeShown = readCatalog};
    return runForm(visit, page, "web receive", [&](books::WriteTransaction& tx) {
        const purchasing::Receipt receipt{.sku = inventory::toSku(tx, visit.form.text("sku")),
                                          .units = integerIn(visit.form, "units"),
                                          .cost = amountIn(visit.form, "cost", visit.format),
                                          .receivedOn = dateIn(visit.form, "on"),
                                          .reference = maybeTextIn(visit.form, "reference"),
                                          .supplier = visit.form.text("supplier"),
                                          .source = visit.form.text("source")};
        const purchasing::ReceivedLot lot = purchasing::receiveStock(tx, receipt);
        const std::string warned =
            textOf(sentencesOf(tx.store(), lot.verdict.warned), visit.format);
        return Done{placeAfter(visit, receipt.sku),
                    "Received as lot " + std::to_string(lot.lot.value) + ": " +
                        std::to_string(receipt.units) + " units of item " + receipt.sku + " for " +
                        visit.format.withCode(receipt.cost) + "." +
                        (warned.empty() ? "" : " Note: " + warned + ".")};
    });
}

Response writeOffPage(Visit& visit)
{
    const FormPage page{.title = "Write off",
                        .submit = "Write off",
                        .back = placeBefore(visit),
                        .fields = {skuField(visit),
                                   unitsField(visit, "Units damaged or lost"),
                                   {.name = "reason", .label = "Why"},
                                   dayField(visit)},
                        .beforeShown = readCatalog};
    return runForm(visit, page, "web write-off", [&](books::WriteTransaction& tx) {
        const std::string sku = inventory::toSku(tx, visit.form.text("sku"));
        const auto done = gifting::writeOffStock(tx, {.sku = sku,
                                                      .units = integerIn(visit.form, "units"),
                                                      .on = dateIn(visit.form, "on"),
                                                      .reason = visit.form.text("reason")});
        return Done{visit.itemAddress(sku), "Written off. " + adjusted(visit.format, sku, done)};
    });
}

Response countPage(Visit& visit)
{
    FormPage page = countFormOf(visit);
    return runForm(visit, page, "web count", [&](books::WriteTransaction& tx) {
        const gifting::ShelfCount count = countIn(tx, visit);
        try {
            const auto done = gifting::countStock(tx, count);
            return Done{visit.itemAddress(count.sku),
                        done.units == 0 ? "The books agree with the shelf."
                                        : "Counted. " + adjusted(visit.format, count.sku, done)};
        } catch (const gifting::CountOvertaken& overtaken) {
            offerBoth(visit, page, overtaken.count(), tx.counters().movement);
            throw;
        }
    });
}

} // namespace giftbox::web
