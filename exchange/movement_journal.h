#pragma once

#include "books/movement_kind.h"
#include "exchange/import_file.h"
#include "inventory/lot_cost.h"
#include "purchasing/receipt_key.h"

#include <map>
#include <unordered_map>

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
    std::int64_t box = 0; ///< 0: no box
    std::string receipt;
    std::string reason;
    std::string source;
    std::string supplier;
    std::int64_t line = 1;     ///< for receipts
    std::int64_t corrects = 0; ///< 0: none
    bool isCredited = false;   ///< of a return to the supplier
    /// For corrections: what the receipt has before it, and its day.
    inventory::LotCost received = {};
    foundation::Date receivedOn = {};

    /// Whether it makes a lot.
    bool comesIn() const { return units > 0 && !ruleOf(kind).changesLot(); }
};

/// The file of `export movements`, row by row: each row has the cells of its kind, and numbers are consecutive.
/// Memory grows with receipts, write-offs and counts.
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
        Line,
        Corrects
    };

    /// Reads the header. Throws Refusal `import.rejected` for it.
    MovementJournal(const books::ReadTransaction& tx, ImportSource source);

    /// The next row; none at the end.
    std::optional<JournalMovement> next();
    /// Whether every row so far is readable and has the next number. After another, rows cannot be checked against
    /// earlier ones.
    bool isWhole() const { return isWhole_; }
    /// Marks the current row as bad.
    void reject(Column column, std::string_view sentence) { file_.reject(column, sentence); }
    ImportFile& file() { return file_; }
    std::int64_t lastSeq() const { return lastSeq_; }
    std::int64_t lastLot() const { return lastLot_; }

private:
    void requireCells(JournalMovement& movement);
    void requireUnits(const JournalMovement& movement);
    void requireReceipt(const JournalMovement& movement);
    bool requireKeyTexts(const JournalMovement& movement);
    /// Whether no other receipt above has the key.
    bool takeKey(const purchasing::ReceiptKey& key);
    void requireCorrected(JournalMovement& movement);
    void correct(JournalMovement& receipt, JournalMovement& movement);
    void requireNext(const JournalMovement& movement);

    ImportFile file_;
    bool isWhole_ = true;
    std::int64_t lastSeq_ = 0;
    std::int64_t lastLot_ = 0;
    std::map<purchasing::ReceiptKey, std::int64_t> receipts_; ///< with the line in the file
    /// What may be reversed or corrected, by number; a receipt is as the corrections so far have it.
    std::unordered_map<std::int64_t, JournalMovement> standing_;
};

} // namespace giftbox::exchange
