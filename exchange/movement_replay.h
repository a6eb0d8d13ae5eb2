#pragma once

#include "exchange/box_journal.h"
#include "exchange/movement_journal.h"

namespace giftbox::exchange {

/// Posts the file that `export movements` writes to a store without movements, in the order recorded: first in, first out runs again, and each
/// figure must come out as the file has it. One that does not is noted at its row, and nothing stays of the whole. Caps, do-not-gift and retired items are not
/// asked, as the file tells of what was.
class MovementReplay {
public:
    /// Throws Refusal `import.rejected` for the file's header.
    MovementReplay(books::WriteTransaction& tx, ImportSource source, BoxJournal& boxes);

    /// Posts the file; what is wrong is noted in both files.
    void run();
    /// Finishes what was posted. Requires that nothing was wrong.
    void finish();
    ImportFile& file() { return journal_.file(); }
    std::int64_t movements() const { return movements_; }

private:
    // What returns whether it could be done, has noted why if not.
    bool post(JournalMovement movement);
    void put(const JournalMovement& movement);
    bool take(const JournalMovement& movement);
    bool beginBox(const JournalMovement& movement);
    void finishBox();
    void insertBox(std::int64_t number, const JournalBox& box);
    bool bringBack(JournalMovement& movement);
    void write();
    void requireAllBoxes();

    books::WriteTransaction& tx_;
    MovementJournal journal_;
    BoxJournal& boxes_;
    inventory::Shelf shelf_;
    budget::MonthBook months_;
    foundation::Batch insertedBoxes_;
    std::int64_t movements_ = 0;
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

} // namespace giftbox::exchange
