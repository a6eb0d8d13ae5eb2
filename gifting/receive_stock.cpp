#include "gifting/receive_stock.h"

#include "foundation/json.h"
#include "gifting/receipt_run.h"

namespace giftbox::gifting {

namespace {

enum Column : std::size_t { ReceivedOn, Sku, Units, TotalCost, Reference, Supplier, Source, Line };

constexpr std::size_t kReceiptsAtOnce = 1024;
constexpr std::int64_t kHighestLine = 1'000'000'000;

struct ReadReceipt {
    std::int64_t line = 0;
    Receipt receipt;
    std::string reference; ///< as it is spelled in the file
};

Receipt readReceipt(books::ImportFile& file)
{
    Receipt receipt{.sku = std::string(file.code(Sku)),
                    .units = file.requiredInteger(Units),
                    .cost = file.amount(TotalCost),
                    .receivedOn = file.date(ReceivedOn),
                    .reference = file.text(Reference),
                    .supplier = file.text(Supplier),
                    .source =
                        file.code(Source).empty() ? "purchase" : std::string(file.code(Source)),
                    .line = file.integer(Line)};
    if (receipt.reference->empty()) {
        file.reject(Reference, "is empty; expected the receipt's own number");
    }
    if (receipt.line && (*receipt.line < 1 || *receipt.line > kHighestLine)) {
        file.reject(Line, "is " + std::to_string(*receipt.line) + "; expected a number from 1 to " +
                              std::to_string(kHighestLine));
    }
    return receipt;
}

/// Of two that have the same key.
bool sameReceipt(const Receipt& a, const Receipt& b)
{
    return a.units == b.units && a.cost == b.cost && a.receivedOn == b.receivedOn &&
           a.source == b.source;
}

std::string nameOf(const Receipt& receipt)
{
    return *receipt.reference +
           (receipt.line ? ", line " + std::to_string(*receipt.line) + "," : "") + " of item " +
           receipt.sku;
}

std::string describe(const books::Store& store, const Receipt& receipt)
{
    return std::to_string(receipt.units) + " units for " + store.amount(receipt.cost) + " on " +
           toText(receipt.receivedOn) +
           (receipt.supplier.empty() ? "" : " from " + receipt.supplier) + " (" + receipt.source +
           ")";
}

/// The column of the file that a refusal of one receipt is about.
Column columnOf(const foundation::Refusal& refusal)
{
    const std::string& code = refusal.code();
    if (code.starts_with("item.")) {
        return Sku;
    }
    if (code.starts_with("units.")) {
        return Units;
    }
    if (code.starts_with("month.") || code.starts_with("date.")) {
        return ReceivedOn;
    }
    if (code.starts_with("receipt.source")) {
        return Source;
    }
    if (code.starts_with("text.")) {
        return Reference;
    }
    return TotalCost;
}

void receiveOne(books::WriteTransaction& tx, books::ImportFile& file, ReceiptRun& run,
                const ReadReceipt& read, books::ImportSummary& summary)
{
    if (const NumberedReceipt* there = run.find(read.receipt)) {
        const std::int64_t first = file.firstLineOf(there->lot.value, read.line);
        if (first != read.line) {
            file.rejectAt(read.line, Reference,
                          nameOf(read.receipt) + " is in line " + std::to_string(first) +
                              " already; expected it once, or lines of one receipt told apart by "
                              "numbers in a column line");
        } else if (sameReceipt(there->receipt, read.receipt)) {
            ++summary.unchanged;
        } else {
            file.rejectAt(read.line, Reference,
                          nameOf(read.receipt) + " is there already with other values: " +
                              describe(tx.store(), there->receipt) + " there, " +
                              describe(tx.store(), read.receipt) + " here");
        }
        return;
    }
    try {
        (void)file.firstLineOf(run.receive(read.receipt).lot.value, read.line);
        ++summary.added;
    } catch (const foundation::Refusal& refusal) {
        file.rejectAt(read.line, columnOf(refusal), refusal.sentence());
    }
}

} // namespace

ReceivedLot receiveStock(books::WriteTransaction& tx, const Receipt& typed)
{
    Receipt receipt = typed;
    if (receipt.reference && receipt.reference->empty()) {
        receipt.reference.reset(); // given empty, it has what it has when it is left out
    }
    ReceiptRun run(tx);
    run.load({&receipt, 1});
    const ReceivedLot received = run.receive(receipt);
    run.write();
    foundation::JsonObject detail;
    detail.add("lot", received.lot.value)
        .add("units", receipt.units)
        .add("cost", toText(receipt.cost, tx.store().currency))
        .add("received_on", toText(receipt.receivedOn))
        .add("reference", received.reference);
    addVerdict(detail, tx.store(), received.verdict);
    tx.record("stock.receive", "item " + receipt.sku, detail.text());
    return received;
}

books::ImportSummary importReceipts(books::WriteTransaction& tx, books::ImportSource source)
{
    books::ImportFile file(std::move(source),
                           {{"received_on"},
                            {"sku"},
                            {"units"},
                            {"total_cost"},
                            {"reference"},
                            {"supplier", false},
                            {"source", false},
                            {"line", false}},
                           tx.store().currency);
    ReceiptRun run(tx);
    books::ImportSummary summary;
    std::vector<ReadReceipt> chunk;
    const auto post = [&] {
        if (file.isHopeless()) {
            return chunk.clear();
        }
        std::vector<Receipt> receipts;
        std::vector<std::string> spelled;
        for (const ReadReceipt& read : chunk) {
            receipts.push_back(read.receipt);
            spelled.push_back(read.reference);
        }
        run.load(receipts, spelled);
        for (std::size_t i = 0; i < chunk.size(); ++i) {
            chunk[i].receipt.sku = receipts[i].sku;
        }
        for (const ReadReceipt& read : chunk) {
            receiveOne(tx, file, run, read, summary);
        }
        run.write();
        chunk.clear();
    };
    while (file.next()) {
        Receipt receipt = readReceipt(file);
        if (file.rowIsGood()) {
            chunk.push_back({file.line(), std::move(receipt), file.spelled(Reference)});
        }
        if (chunk.size() == kReceiptsAtOnce) {
            post();
        }
    }
    post();
    file.throwIfBad();
    file.requireConfirmed(tx);
    books::recordImport(tx, "receipts", summary);
    return summary;
}

} // namespace giftbox::gifting
