#pragma once

#include "exchange/box_journal.h"
#include "exchange/movement_journal.h"

namespace giftbox::exchange {

/// What the movement of a row has beside its units and cost.
inventory::Posting postingOf(const JournalMovement& movement);

/// Replays the file of `export movements` in a store without movements, in the order recorded: FIFO runs again, and
/// each figure must match the file. A mismatch is marked at its row, and nothing of the whole is kept. Caps,
/// do-not-gift and retired items do not apply, because the file reports what already happened.
class MovementReplay {
public:
    /// Throws Refusal `import.rejected` for the file's header.
    MovementReplay(books::WriteTransaction& tx, ImportSource source, BoxJournal& boxes);

    /// Replays the file and marks faults in both files.
    void run();
    /// Finishes the replay. Requires that there was no fault.
    void finish();
    ImportFile& file() { return journal_.file(); }
    std::int64_t movements() const { return movements_; }

private:
    // Functions that return false have marked the reason.
    bool post(JournalMovement movement);
    void put(const JournalMovement& movement);
    bool take(const JournalMovement& movement);
    bool reverse(const JournalMovement& movement);
    /// A correction posts its variance, too; the row of the variance must follow it and say the same.
    bool correct(const JournalMovement& movement);
    bool credit(const JournalMovement& movement);
    bool giveBack(const JournalMovement& movement);
    void expectVariance(const JournalMovement& movement, foundation::Money variance);
    bool vary(const JournalMovement& movement);
    void requireNoVarianceDue();
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
    /// Items with a row that could not be posted; their later rows prove nothing.
    std::set<std::string> doubtful_;
    /// Lots that could not be received.
    std::set<std::int64_t> missingLots_;
    /// The variance that the next row must be, and the line of its correction.
    std::optional<JournalMovement> variance_;
    std::int64_t correctedAt_ = 0;
    /// The box of the current movements, and their total.
    std::int64_t boxNumber_ = 0;
    JournalBox* box_ = nullptr;
    bool boxIsWhole_ = true;
    budget::BoxCost boxCost_;
};

} // namespace giftbox::exchange
