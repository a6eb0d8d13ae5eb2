#include "gifting/adjust_stock.h"
#include "gifting/receive_stock.h"
#include "web/form_page.h"
#include "web/pages.h"

namespace giftbox::web {

namespace {

Field skuField(const Visit& visit)
{
    return {.name = "sku",
            .label = "Item (SKU)",
            .value = visit.query.text("sku"),
            .hint = "Type it, or scan its label",
            .answersTo = {"item."}};
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
    const FormPage page{
        .title = "Receive stock",
        .submit = "Receive",
        .back = visit.address("stock"),
        .fields = {skuField(visit),
                   unitsField(visit, "Units"),
                   {.name = "cost",
                    .label = "What all of it cost",
                    .type = "amount",
                    .hint = "In all, not for one",
                    .answersTo = {"cost.", "money.", "budget."}},
                   dayField(visit),
                   optional("reference", "Reference", {"receipt.exists", "text."}),
                   optional("supplier", "Supplier"),
                   {.name = "source",
                    .label = "Source",
                    .type = "select",
                    .value = "purchase",
                    .answersTo = {"receipt.source"},
                    .options = {{"purchase", "Bought from a supplier"},
                                {"parts", "From the parts department's own stock"}}}}};
    return runForm(visit, page, "web receive", [&](books::WriteTransaction& tx) {
        const gifting::Receipt receipt{.sku = skuOf(tx, visit.form.text("sku")),
                                       .units = integerIn(visit.form, "units"),
                                       .cost = amountIn(visit.form, "cost", visit.format),
                                       .receivedOn = dateIn(visit.form, "on"),
                                       .reference = maybeTextIn(visit.form, "reference"),
                                       .supplier = visit.form.text("supplier"),
                                       .source = visit.form.text("source")};
        const gifting::ReceivedLot lot = gifting::receiveStock(tx, receipt);
        const std::string warned = sentencesOf(tx.store(), lot.verdict.warned);
        return Done{visit.itemAddress(receipt.sku),
                    "Received as lot " + std::to_string(lot.lot.value) + ": " +
                        std::to_string(receipt.units) + " units for " +
                        tx.store().amount(receipt.cost) + "." +
                        (warned.empty() ? "" : " Note: " + warned + ".")};
    });
}

Response writeOffPage(Visit& visit)
{
    const FormPage page{.title = "Write off",
                        .submit = "Write off",
                        .back = visit.address("stock"),
                        .fields = {skuField(visit),
                                   unitsField(visit, "Units damaged or lost"),
                                   {.name = "reason", .label = "Why", .answersTo = {"text."}},
                                   dayField(visit)}};
    return runForm(visit, page, "web write-off", [&](books::WriteTransaction& tx) {
        const std::string sku = skuOf(tx, visit.form.text("sku"));
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
        .back = visit.address("stock"),
        .fields = {skuField(visit),
                   unitsField(visit, "Units on the shelf"),
                   {.name = "reason", .label = "Why it was counted", .answersTo = {"text."}},
                   dayField(visit),
                   {.name = "cost",
                    .label = "What units found over the books cost",
                    .type = "amount",
                    .hint = "In all; like the newest lot bought when left out",
                    .isNeeded = false,
                    .answersTo = {"count.cost", "cost.", "money."}}}};
    return runForm(visit, page, "web count", [&](books::WriteTransaction& tx) {
        const std::string sku = skuOf(tx, visit.form.text("sku"));
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
