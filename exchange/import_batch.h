#pragma once

#include "exchange/import_file.h"
#include "foundation/fields.h"

namespace giftbox::exchange {

/// What an import did that can be undone as a whole.
struct ImportBatch {
    std::int64_t number = 0;
    /// `items`, `suppliers`, `recipients`, `orders`, `deliveries`, `receipts`, `bills`, `freight`, `counts`,
    /// `returns`, `boxes`
    std::string kind;
    std::string fileName;
    std::int64_t added = 0;
    std::int64_t changed = 0;
    /// Of what it added: items, recipients, lots, bills, freight or boxes. Of suppliers: the first lot after it.
    std::int64_t firstNo = 0;
    std::int64_t firstMovement = 0; ///< of the first of the lots, or of counts or returns
    std::int64_t lastKept = 0;      ///< the last lot of deliveries, or the last movement of those
    books::EventSeq event = {};
    books::EventSeq undoneEvent = {}; ///< 0: not undone
    std::string undoReason = {};
    std::string actor = {};
    foundation::Instant recordedAt = {};

    bool isUndone() const { return undoneEvent.value != 0; }
    std::int64_t lastNo() const { return lastKept > 0 ? lastKept : firstNo + added - 1; }
};

/// What undoing an import did.
struct UndoneImport {
    ImportBatch batch;
    std::int64_t removed = 0;  ///< items, recipients, suppliers or orders taken away
    std::int64_t restored = 0; ///< items, recipients or suppliers with their earlier values
    std::int64_t reversed =
        0; ///< receipts, also of deliveries, returns, counts of items, bills, freight or boxes
};

/// Keeps what an import did, while it does it. Make it before anything is written.
class BatchKeeper {
public:
    BatchKeeper(books::WriteTransaction& tx, std::string_view kind, const ImportSource& source);

    /// Keeps the values that a row of this number loses.
    template <class T>
    void keepEarlier(std::int64_t number, foundation::Fields<T> fields, const T& before,
                     const T& after)
    {
        foundation::Said earlier;
        for (const auto* field : differing(fields, before, after)) {
            earlier.emplace(field->info.name, textOf(*field, before));
        }
        keepEarlier(number, earlier);
    }
    /// The number of a bill or freight that was added; they follow each other.
    void added(std::int64_t number);
    /// Records the import and its batch; an import that changed nothing has none.
    void record(const ImportSummary& summary);

private:
    void keepEarlier(std::int64_t number, const foundation::Said& earlier);

    books::WriteTransaction& tx_;
    ImportBatch batch_;
    foundation::Batch earlier_;
    bool isCounted_ = false; ///< the first number was told
};

/// The newest first.
std::vector<ImportBatch> listImports(const books::ReadTransaction& tx,
                                     std::optional<std::int64_t> before, std::int64_t most);
/// Throws Refusal `import.no_batch`.
ImportBatch requireImport(const books::ReadTransaction& tx, std::int64_t number);
/// The number of the last import; 0 if there is none.
std::int64_t lastImport(const books::ReadTransaction& tx);

} // namespace giftbox::exchange
