#include "purchasing/receipt_run.h"

#include "books/code.h"
#include "foundation/fold.h"
#include "foundation/text.h"
#include "purchasing/statements.h"

#include <set>

namespace giftbox::purchasing {

using foundation::Refusal;

void requireSource(std::string_view source)
{
    if (source != "purchase" && source != "parts_transfer") {
        throw Refusal("receipt.source_unknown", {{"source", source}});
    }
}

std::string supplierKey(std::string_view supplier) { return foundation::folded(supplier); }

ReceiptKey ReceiptRun::keyOf(const Receipt& receipt) const
{
    return {.reference =
                foundation::entered(*receipt.reference), // older ones may have another spelling
            .sku = receipt.sku,
            .supplier =
                supplierKey(suppliers_ ? suppliers_->nameFor(receipt.supplier) : receipt.supplier),
            .line = receipt.line.value_or(1)};
}

void ReceiptRun::load(std::span<Receipt> receipts, std::span<const std::string> spelled)
{
    std::vector<std::string> skus;
    std::vector<std::string*> typed;
    for (Receipt& receipt : receipts) {
        skus.push_back(receipt.sku);
        typed.push_back(&receipt.sku);
        if (!suppliers_ && !receipt.supplier.empty()) {
            suppliers_.emplace(tx_);
        }
        receipt.supplier = suppliers_ ? suppliers_->nameFor(receipt.supplier) : receipt.supplier;
    }
    shelf_.loadWithoutLots(skus);
    shelf_.name(typed);
    readBought(receipts);
    foundation::Batch keys = sql::FindReceipts::batch();
    std::set<std::pair<std::string_view, std::string_view>> asked; // many lines may have one key
    for (const Receipt& receipt : receipts) {
        if (receipt.reference && asked.emplace(*receipt.reference, receipt.sku).second) {
            keys.add(*receipt.reference).add(receipt.sku);
        }
    }
    for (std::size_t i = 0; i < spelled.size(); ++i) {
        if (spelled[i] != receipts[i].reference &&
            asked.emplace(spelled[i], receipts[i].sku).second) {
            keys.add(spelled[i]).add(receipts[i].sku);
        }
    }
    readKnown(keys);
}

void ReceiptRun::readKnown(const foundation::Batch& keys)
{
    tx_.database().queryForEach(
        sql::FindReceipts{.storeId = tx_.storeId()}, keys,
        [this](const sql::FindReceipts::Row& row) {
            Receipt there{.sku = std::string(row.sku),
                          .units = row.units,
                          .cost = row.cost,
                          .receivedOn = row.receivedOn,
                          .reference = std::string(*row.reference),
                          .supplier = std::string(row.supplier),
                          .source = std::string(row.source),
                          .line = row.line};
            ReceiptKey key = keyOf(there);
            known_.insert_or_assign(
                std::move(key), NumberedReceipt{.lot = {row.lotNo}, .receipt = std::move(there)});
        });
}

std::string ReceiptRun::freeReference(const std::string& sku)
{
    // Imported receipts may have any reference, also one that looks like ours.
    std::string reference = "R-" + std::to_string(tx_.counters().lot + 1);
    for (;; reference += "-2") {
        foundation::Batch key = sql::FindReceipts::batch();
        key.add(reference).add(sku);
        readKnown(key);
        const auto at = known_.lower_bound({reference, sku, {}, 0});
        if (at == known_.end() || at->first.reference != reference || at->first.sku != sku) {
            return reference;
        }
    }
}

const NumberedReceipt* ReceiptRun::find(const Receipt& receipt) const
{
    if (!receipt.reference) {
        return nullptr;
    }
    ReceiptKey key = keyOf(receipt);
    key.line = receipt.line.value_or(0); // before the first
    const auto at = known_.lower_bound(key);
    if (at == known_.end()) {
        return nullptr;
    }
    key.line = receipt.line.value_or(at->first.line);
    return at->first == key ? &at->second : nullptr;
}

void ReceiptRun::requireNew(const Receipt& receipt, books::LotNo except) const
{
    const NumberedReceipt* known = find(receipt);
    if (known != nullptr && known->lot != except) {
        const Receipt& there = known->receipt;
        throw Refusal("receipt.exists", {{"reference", *receipt.reference},
                                         {"sku", receipt.sku},
                                         {"units", there.units},
                                         {"cost", tx_.store().money(there.cost)},
                                         {"received_on", there.receivedOn},
                                         {"supplier", there.supplier}});
    }
}

void ReceiptRun::requireRemaining(foundation::Month month, foundation::Money cost)
{
    (void)authorizeRestock(tx_.store(), month, months_.month(month), cost);
}

ReceivedLot ReceiptRun::receive(const Receipt& receipt)
{
    tx_.requireOpen(receipt.receivedOn);
    inventory::ShelfItem& item = shelf_.require(receipt.sku);
    if (item.retired) {
        throw Refusal("item.retired", {{"sku", item.sku}});
    }
    requireSource(receipt.source);
    books::requireOptionalText(receipt.supplier, "the supplier", "supplier");
    if (receipt.reference) {
        books::requireText(*receipt.reference, "the reference", "reference");
    }
    books::requireOptionalText(receipt.reason, "the reason", "reason");
    if (receipt.cost.minor == 0 && receipt.reason.empty()) {
        throw Refusal("cost.reason_needed", {{"sku", item.sku}});
    }
    requireNew(receipt);
    const foundation::Month month = receipt.receivedOn.month();
    ReceivedLot received{
        .lot = {},
        .reference = {},
        .verdict = authorizeRestock(tx_.store(), month, months_.month(month), receipt.cost),
        .remaining = {},
        .sku = item.sku};
    received.reference = receipt.reference ? *receipt.reference : freeReference(item.sku);
    received.lot = shelf_.put(
        item,
        {.units = receipt.units,
         .cost = receipt.cost,
         .source = receipt.source,
         .reference = received.reference,
         .supplier = receipt.supplier,
         .line = receipt.line.value_or(1),
         .reason = receipt.reason,
         .delivery = receipt.delivery},
        {.kind = books::MovementKind::Receipt, .on = receipt.receivedOn, .box = {}, .reason = {}});
    noteCost(receipt, received.lot);
    exceptions_.add({.step = budget::Step::Receive, .month = month, .lot = received.lot},
                    received.verdict);
    months_.addMovement(month, books::MovementKind::Receipt, receipt.cost);
    months_.addMovements(month, tx_.counters().movement, tx_.counters().movement);
    const budget::MonthState& state = months_.month(month);
    received.remaining = remainingUnder(capOf(state.caps, budget::CapName::MonthRestock),
                                        state.totals.of(books::MonthFigure::Restock));
    if (receipt.reference) {
        known_.emplace(keyOf(receipt), NumberedReceipt{.lot = received.lot, .receipt = receipt});
    }
    return received;
}

void ReceiptRun::write()
{
    shelf_.write();
    exceptions_.write(tx_);
    months_.write();
    known_.clear(); // written receipts are found in the books again
}

} // namespace giftbox::purchasing
