#include "gifting/adjust_stock.h"
#include "gifting/receive_stock.h"
#include "inventory/item_code.h"
#include "web/form_page.h"
#include "web/pages.h"

namespace giftbox::web {

namespace {

Field skuField(const Visit& visit)
{
    return {.name = "sku",
            .label = "Item",
            .type = "item",
            .value = visit.query.text("sku"),
            .hint = "SKU, name or barcode: type it, or scan its label",
            .answersTo = {"item."}};
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
    return {.name = "units",
            .label = label,
            .type = "units",
            .value = visit.query.text("units"),
            .answersTo = {"units.", "stock.", "count.malformed"}};
}

Field dayField(const Visit& visit)
{
    return {.name = "on",
            .label = "Day",
            .type = "date",
            .value = toText(visit.now.today),
            .answersTo = {"date.", "month."}};
}

Field optional(std::string name, std::string label, std::vector<std::string> answersTo = {})
{
    return {.name = std::move(name),
            .label = std::move(label),
            .isNeeded = false,
            .answersTo = std::move(answersTo)};
}

std::string adjusted(const books::Store& store, const std::string& sku,
                     const gifting::Adjustment& done)
{
    return sku + ": " + std::to_string(done.units) + " units, " + store.amount(done.cost) + "; " +
           std::to_string(done.unitsNow) + " on the shelf now.";
}

} // namespace

Response receivePage(Visit& visit)
{
    Field supplier = optional("supplier", "Supplier");
    std::vector<Option> items = visit.read([&](const books::ReadTransaction& tx) {
        supplier.value = supplierOf(tx, visit.query.text("sku"));
        return catalogOptions(tx);
    });
    const FormPage page{
        .title = "Receive stock",
        .submit = "Receive",
        .back = placeBefore(visit),
        .fields = {skuField(visit),
                   unitsField(visit, "Units"),
                   {.name = "cost",
                    .label = "What all of it cost",
                    .type = "amount",
                    .hint = "In all, not for one",
                    .answersTo = {"cost.", "money.", "budget."}},
                   dayField(visit),
                   optional("reference", "Reference", {"receipt.exists", "text."}),
                   supplier,
                   {.name = "source",
                    .label = "Source",
                    .type = "select",
                    .value = "purchase",
                    .answersTo = {"receipt.source"},
                    .options = {{"purchase", "Bought from a supplier"},
                                {"parts", "From the parts department's own stock"}}}},
        .items = std::move(items)};
    return runForm(visit, page, "web receive", [&](books::WriteTransaction& tx) {
        const gifting::Receipt receipt{.sku = inventory::toSku(tx, visit.form.text("sku")),
                                       .units = integerIn(visit.form, "units"),
                                       .cost = amountIn(visit.form, "cost", visit.format),
                                       .receivedOn = dateIn(visit.form, "on"),
                                       .reference = maybeTextIn(visit.form, "reference"),
                                       .supplier = visit.form.text("supplier"),
                                       .source = visit.form.text("source")};
        const gifting::ReceivedLot lot = gifting::receiveStock(tx, receipt);
        const std::string warned = sentencesOf(tx.store(), lot.verdict.warned);
        return Done{placeAfter(visit, receipt.sku),
                    "Received as lot " + std::to_string(lot.lot.value) + ": " +
                        std::to_string(receipt.units) + " units of item " + receipt.sku + " for " +
                        tx.store().amount(receipt.cost) + "." +
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
                                   {.name = "reason", .label = "Why", .answersTo = {"text."}},
                                   dayField(visit)},
                        .items = visit.read(catalogOptions)};
    return runForm(visit, page, "web write-off", [&](books::WriteTransaction& tx) {
        const std::string sku = inventory::toSku(tx, visit.form.text("sku"));
        const auto done = gifting::writeOffStock(tx, {.sku = sku,
                                                      .units = integerIn(visit.form, "units"),
                                                      .on = dateIn(visit.form, "on"),
                                                      .reason = visit.form.text("reason")});
        return Done{visit.itemAddress(sku), "Written off. " + adjusted(tx.store(), sku, done)};
    });
}

Response countPage(Visit& visit)
{
    const FormPage page{
        .title = "Count",
        .submit = "Count",
        .back = placeBefore(visit),
        .fields = {skuField(visit),
                   unitsField(visit, "Units on the shelf"),
                   {.name = "reason", .label = "Why it was counted", .answersTo = {"text."}},
                   dayField(visit),
                   {.name = "cost",
                    .label = "What units found over the books cost",
                    .type = "amount",
                    .hint = "In all; like the newest lot bought when left out",
                    .isNeeded = false,
                    .answersTo = {"count.cost", "cost.", "money."}}},
        .items = visit.read(catalogOptions)};
    return runForm(visit, page, "web count", [&](books::WriteTransaction& tx) {
        const std::string sku = inventory::toSku(tx, visit.form.text("sku"));
        const auto done =
            gifting::countStock(tx, {.sku = sku,
                                     .units = integerIn(visit.form, "units"),
                                     .on = dateIn(visit.form, "on"),
                                     .reason = visit.form.text("reason"),
                                     .foundCost = maybeAmountIn(visit.form, "cost", visit.format)});
        return Done{visit.itemAddress(sku), done.units == 0
                                                ? "The books agree with the shelf."
                                                : "Counted. " + adjusted(tx.store(), sku, done)};
    });
}

} // namespace giftbox::web
