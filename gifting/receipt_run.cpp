#include "gifting/receipt_run.h"

#include "books/code.h"
#include "foundation/text.h"

namespace giftbox::gifting {

using foundation::Refusal;
using foundation::Row;

void requireSource(std::string_view source)
{
    if (source != "purchase" && source != "parts") {
        throw Refusal("receipt.source_unknown", "the source is " + foundation::quoted(source) +
                                                    "; expected purchase or parts");
    }
}

void ReceiptRun::load(std::span<Receipt> receipts)
{
    std::vector<std::string> skus;
    std::vector<std::string*> typed;
    for (Receipt& receipt : receipts) {
        skus.push_back(receipt.sku);
        typed.push_back(&receipt.sku);
    }
    shelf_.loadWithoutLots(skus);
    shelf_.name(typed);
    foundation::Batch keys({"reference", "sku"});
    for (const Receipt& receipt : receipts) {
        if (receipt.reference && !known_.contains({*receipt.reference, receipt.sku})) {
            keys.add(*receipt.reference).add(receipt.sku);
        }
    }
    readKnown(keys);
}

void ReceiptRun::readKnown(const foundation::Batch& keys)
{
    tx_.database().queryForEach(
        "gifting/find_receipts", {{"store_id", tx_.storeId()}}, keys, [this](const Row& row) {
            Receipt there{.sku = row.string(1),
                          .units = row.integer(2),
                          .cost = {row.integer(3)},
                          .receivedOn = foundation::Date(static_cast<std::int32_t>(row.integer(4))),
                          .reference = row.string(0),
                          .supplier = row.string(5),
                          .source = row.string(6)};
            known_.insert_or_assign(Key{*there.reference, there.sku}, there);
        });
}

std::string ReceiptRun::freeReference(const std::string& sku)
{
    // Receipts of an import may have any reference, also one that looks like ours.
    std::string reference = "R-" + std::to_string(tx_.counters().lot + 1);
    for (;; reference += "-2") {
        foundation::Batch key({"reference", "sku"});
        key.add(reference).add(sku);
        readKnown(key);
        if (!known_.contains({reference, sku})) {
            return reference;
        }
    }
}

std::optional<Receipt> ReceiptRun::find(const Receipt& receipt) const
{
    if (!receipt.reference) {
        return std::nullopt;
    }
    const auto at = known_.find(Key{*receipt.reference, receipt.sku});
    return at == known_.end() ? std::nullopt : std::optional(at->second);
}

ReceivedLot ReceiptRun::receive(const Receipt& receipt)
{
    tx_.requireOpen(receipt.receivedOn);
    inventory::ShelfItem& item = shelf_.require(receipt.sku);
    if (item.retired) {
        throw Refusal("item.retired", "item " + item.sku + " is retired; receive another item");
    }
    requireSource(receipt.source);
    books::requireOptionalText(receipt.supplier, "the supplier");
    if (receipt.reference) {
        books::requireText(*receipt.reference, "the reference");
    }
    if (const auto there = find(receipt)) {
        throw Refusal("receipt.exists", "receipt " + *receipt.reference + " of item " + item.sku +
                                            " is there already: " + std::to_string(there->units) +
                                            " units for " + tx_.store().amount(there->cost) +
                                            " on " + toText(there->receivedOn));
    }
    const foundation::Month month = receipt.receivedOn.month();
    ReceivedLot received{
        .lot = {},
        .reference = {},
        .verdict = authorizeRestock(tx_.store(), month, months_.month(month), receipt.cost),
        .room = {},
        .sku = item.sku};
    received.reference = receipt.reference ? *receipt.reference : freeReference(item.sku);
    received.lot = shelf_.put(item,
                              {.units = receipt.units,
                               .cost = receipt.cost,
                               .source = receipt.source,
                               .reference = received.reference,
                               .supplier = receipt.supplier},
                              {.kind = inventory::MovementKind::Receipt,
                               .on = receipt.receivedOn,
                               .box = {},
                               .reason = {}});
    months_.addRestock(month, receipt.cost);
    months_.addMovements(month, tx_.counters().movement, tx_.counters().movement);
    const budget::MonthState& state = months_.month(month);
    received.room =
        roomUnder(capOf(state.caps, budget::CapName::MonthRestock), state.totals.restock);
    if (receipt.reference) {
        known_.emplace(Key{*receipt.reference, receipt.sku}, receipt);
    }
    return received;
}

void ReceiptRun::write()
{
    shelf_.write();
    months_.write();
    known_.clear(); // what is written is found in the books again
}

} // namespace giftbox::gifting
