#pragma once

#include "exchange/import_file.h"
#include "inventory/shelf.h"
#include "purchasing/receipt_key.h"

#include <map>

namespace giftbox::exchange {

/// A row of `export movements`.
struct JournalMovement {
    std::int64_t seq = 0;
    foundation::Date on;
    books::MovementKind kind = books::MovementKind::Receipt;
    std::string sku;
    std::int64_t lot = 0;
    std::int64_t units = 0;
    foundation::Money cost;
    std::int64_t box = 0; ///< 0: of no box
    std::string receipt;
    std::string reason;
    std::string source;
    std::string supplier;
    std::int64_t line = 1; ///< of receipts

    bool comesIn() const { return units > 0; }
};

/// The file that `export movements` writes, row by row: each has what its kind has, and numbers follow each other. Memory grows with receipts.
class MovementJournal {
public:
    enum Column : std::size_t {
        Seq,
        MovedOn,
        Kind,
        Sku,
        Lot,
        Units,
        Cost,
        Box,
        Receipt,
        Reason,
        Source,
        Supplier,
        Actor,
        RecordedAt,
        Line
    };

    /// Reads the header. Throws Refusal `import.rejected` for it.
    MovementJournal(const books::ReadTransaction& tx, ImportSource source);

    /// The next row; none at the end.
    std::optional<JournalMovement> next();
    /// Whether every row so far could be read and is the next one. After one that is not, rows cannot be judged by those before.
    bool isWhole() const { return isWhole_; }
    /// Notes the row at hand as bad.
    void reject(Column column, std::string_view sentence) { file_.reject(column, sentence); }
    ImportFile& file() { return file_; }
    std::int64_t lastSeq() const { return lastSeq_; }
    std::int64_t lastLot() const { return lastLot_; }

private:
    void requireCells(const JournalMovement& movement);
    void requireUnits(const JournalMovement& movement);
    void requireReceipt(const JournalMovement& movement);
    void requireNext(const JournalMovement& movement);

    ImportFile file_;
    bool isWhole_ = true;
    std::int64_t lastSeq_ = 0;
    std::int64_t lastLot_ = 0;
    std::map<purchasing::ReceiptKey, std::int64_t> receipts_; ///< and the line of the file
};

} // namespace giftbox::exchange
