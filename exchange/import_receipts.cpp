#include "exchange/import_receipts.h"

#include "exchange/import_batch.h"
#include "purchasing/receipt_run.h"

namespace giftbox::exchange {

namespace {

enum Column : std::size_t {
    ReceivedOn,
    Sku,
    Units,
    TotalCost,
    Reference,
    BoughtFrom,
    Source,
    Line,
    Reason
};

constexpr std::size_t kReceiptsAtOnce = 1024;
constexpr std::int64_t kHighestLine = 1'000'000'000;

struct ReadReceipt {
    std::int64_t line = 0;
    purchasing::Receipt receipt;
    std::string reference; ///< as spelled in the file
};

std::vector<ImportColumn> receiptFileColumns()
{
    return {{.name = "received_on", .about = "on"},
            {"sku"},
            {"units"},
            {.name = "total_cost", .about = "cost"},
            {"reference"},
            {"supplier", false},
            {"source", false},
            {"line", false},
            {"reason", false}};
}

purchasing::Receipt readReceipt(ImportFile& file)
{
    purchasing::Receipt receipt{
        .sku = std::string(file.code(Sku)),
        .units = file.requiredInteger(Units),
        .cost = file.amount(TotalCost),
        .receivedOn = file.date(ReceivedOn),
        .reference = file.text(Reference),
        .supplier = file.text(BoughtFrom),
        .source = file.code(Source).empty() ? "purchase" : std::string(file.code(Source)),
        .line = file.integer(Line),
        .reason = file.text(Reason)};
    if (receipt.reference->empty()) {
        file.reject(Reference, "The cell is empty. Enter the receipt's own number.");
    }
    if (receipt.line && (*receipt.line < 1 || *receipt.line > kHighestLine)) {
        file.reject(Line, std::to_string(*receipt.line) +
                              " is not valid. Enter a number from 1 to " +
                              std::to_string(kHighestLine) + ".");
    }
    return receipt;
}

/// Compares two with the same key.
bool sameReceipt(const purchasing::Receipt& a, const purchasing::Receipt& b)
{
    return a.units == b.units && a.cost == b.cost && a.receivedOn == b.receivedOn &&
           a.source == b.source;
}

std::string nameOf(const purchasing::Receipt& receipt)
{
    return "receipt " + *receipt.reference +
           (receipt.line ? ", line " + std::to_string(*receipt.line) + "," : "") + " for item " +
           receipt.sku;
}

std::string describe(const books::Store& store, const purchasing::Receipt& receipt)
{
    return std::to_string(receipt.units) + (receipt.units == 1 ? " unit for " : " units for ") +
           store.amount(receipt.cost) + " on " + toText(receipt.receivedOn) +
           (receipt.supplier.empty() ? "" : " from " + receipt.supplier) + " (" + receipt.source +
           ")";
}

void receiveOne(books::WriteTransaction& tx, ImportFile& file, purchasing::ReceiptRun& run,
                const ReadReceipt& read, ImportSummary& summary)
{
    if (const purchasing::NumberedReceipt* there = run.find(read.receipt)) {
        const std::int64_t first = file.firstLineOf(there->lot.value, read.line);
        if (first != read.line) {
            file.rejectAt(read.line, Reference,
                          "Line " + std::to_string(first) + " already has " + nameOf(read.receipt) +
                              ". Keep one, or number the receipt's lines in a column line.");
        } else if (sameReceipt(there->receipt, read.receipt)) {
            ++summary.unchanged;
        } else {
            file.rejectAt(read.line, Reference,
                          "The books already have " + nameOf(read.receipt) +
                              " with other values: " + describe(tx.store(), there->receipt) +
                              " there, " + describe(tx.store(), read.receipt) + " here.");
        }
        return;
    }
    try {
        (void)file.firstLineOf(run.receive(read.receipt).lot.value, read.line);
        ++summary.added;
    } catch (const foundation::Refusal& refusal) {
        file.rejectAt(read.line, TotalCost, refusal);
    }
}

} // namespace

ImportSummary importReceipts(books::WriteTransaction& tx, ImportSource source)
{
    BatchKeeper batch(tx, "receipts", source);
    ImportFile file(std::move(source), receiptFileColumns(), tx.store().currency);
    purchasing::ReceiptRun run(tx);
    ImportSummary summary;
    std::vector<ReadReceipt> chunk;
    const auto post = [&] {
        if (file.isHopeless()) {
            return chunk.clear();
        }
        std::vector<purchasing::Receipt> receipts;
        std::vector<std::string> spelled;
        for (const ReadReceipt& read : chunk) {
            receipts.push_back(read.receipt);
            spelled.push_back(read.reference);
        }
        run.load(receipts, spelled);
        for (std::size_t i = 0; i < chunk.size(); ++i) {
            chunk[i].receipt = std::move(receipts[i]);
        }
        for (const ReadReceipt& read : chunk) {
            receiveOne(tx, file, run, read, summary);
        }
        run.write();
        chunk.clear();
    };
    while (file.next()) {
        purchasing::Receipt receipt = readReceipt(file);
        if (file.rowIsGood()) {
            chunk.push_back({file.line(), std::move(receipt), file.spelled(Reference)});
        }
        if (chunk.size() == kReceiptsAtOnce) {
            post();
        }
    }
    post();
    file.throwIfBad();
    foundation::Faults doubts; // one confirmation stands for all of them, so all are said
    doubts.check([&] { file.requireConfirmed(tx); });
    if (const auto lot = run.unusual()) {
        doubts.check([&] { run.requireUsual(file.placeOf(file.firstLineOf(lot->value, 0))); });
    }
    doubts.throwIfAny();
    batch.record(summary);
    return summary;
}

} // namespace giftbox::exchange
