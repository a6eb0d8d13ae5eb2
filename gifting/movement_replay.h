#pragma once

#include "gifting/box_journal.h"

#include <set>

namespace giftbox::gifting {

/// A row of `export movements`.
struct JournalMovement {
    std::int64_t seq = 0;
    foundation::Date on;
    inventory::MovementKind kind = inventory::MovementKind::Receipt;
    std::string sku;
    std::int64_t lot = 0;
    std::int64_t units = 0;
    foundation::Money cost;
    std::int64_t box = 0; ///< 0: of no box
    std::string receipt;
    std::string reason;
    std::string source;
    std::string supplier;
};

/// Posts the file that `export movements` writes to a store without movements, in the order recorded: first in, first out runs again, and each
/// figure must come out as the file has it. One that does not is noted at its row, and nothing stays of the whole. Caps, do-not-gift and retired items are not
/// asked, as the file tells of what was.
class MovementReplay {
public:
    /// Throws Refusal `import.rejected` for the file's header.
    MovementReplay(books::WriteTransaction& tx, books::ImportSource source, BoxJournal& boxes);

    /// Posts the file; what is wrong is noted in both files.
    void run();
    /// Finishes what was posted. Requires that nothing was wrong.
    void finish();
    books::ImportFile& file() { return file_; }
    std::int64_t movements() const { return rows_; }

private:
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
        RecordedAt
    };

    // What returns whether it could be done, has noted why if not.
    JournalMovement readMovement();
    void requireCells(const JournalMovement& movement);
    void requireNext(const JournalMovement& movement);
    bool post(JournalMovement movement);
    bool put(const JournalMovement& movement);
    bool take(const JournalMovement& movement);
    bool beginBox(const JournalMovement& movement);
    void finishBox();
    void insertBox(std::int64_t number, const JournalBox& box);
    bool bringBack(JournalMovement& movement);
    void write();
    void requireAllBoxes();
    static Column columnOf(const foundation::Refusal& refusal);

    books::WriteTransaction& tx_;
    books::ImportFile file_;
    BoxJournal& boxes_;
    inventory::Shelf shelf_;
    budget::MonthBook months_;
    foundation::Batch insertedBoxes_;
    std::int64_t rows_ = 0;
    /// Whether every row so far could be read and has the next number. What comes after is only read.
    bool inOrder_ = true;
    std::int64_t lastSeq_ = 0;
    std::int64_t lastLot_ = 0;
    std::set<std::pair<std::string, std::string>> receipts_;
    /// Items of which a row could not be posted: what comes after says nothing.
    std::set<std::string> doubtful_;
    /// Lots that could not be put on the shelf.
    std::set<std::int64_t> missingLots_;
    /// The box whose movements stand here, and what they came to.
    std::int64_t boxNumber_ = 0;
    JournalBox* box_ = nullptr;
    bool boxIsWhole_ = true;
    budget::BoxCost boxCost_;
};

} // namespace giftbox::gifting
