#pragma once

#include "accounting/journal/journal_role.h"
#include "books/movement_kind.h"
#include "foundation/date.h"
#include "foundation/money.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace giftbox::accounting {

/// A debit (above 0) or a credit (below 0).
struct Posting {
    JournalRole role = JournalRole::GiftStock;
    foundation::Money amount;

    bool operator==(const Posting&) const = default;
};

/// What an entry is about. Never a person.
struct EntryHead {
    foundation::Date on;
    std::string fact;       ///< `box given`
    std::int64_t event = 0; ///< that recorded it
    std::string subject;    ///< `box 42`, `lot 7`, `bill 3`
    std::string control; ///< what the ledger finds it by: `BOX-42`, a receipt's reference, `LOT-7`

    bool operator==(const EntryHead&) const = default;
};

/// A balanced entry: debits first, each role at most once, no amount of 0.
struct Entry {
    EntryHead head;
    std::string department = {}; ///< of a box given; of its lines whose role has departments
    std::vector<Posting> lines;

    bool operator==(const Entry&) const = default;
};

/// When what is given away becomes an expense.
enum class Recognition {
    OnIssue,  ///< when a box is given; until then it is stock
    OnReceipt ///< when it arrives; the journal has no stock
};

/// A movement of stock, as the journal sees it.
struct MovedStock {
    books::MovementKind kind = books::MovementKind::Receipt;
    foundation::Date on;
    bool isPackaging = false;
    foundation::Money cost; ///< above 0: it came in
    std::string source;     ///< of the receipt that it is about: `purchase`, `parts_transfer`
    std::string reference;  ///< of the receipt of its lot
    bool isFreight = false; ///< a correction that spreads freight, or takes that back
    std::optional<std::int64_t> box = {};
    std::int64_t lot = 0;
    std::int64_t event = 0;
    std::string department = {}; ///< of an expense when it is received
};

/// A box was given, or that was taken back.
struct GivenBoxFact {
    std::int64_t box = 0;
    foundation::Date on; ///< the day it was given
    foundation::Money contents;
    foundation::Money packaging;
    foundation::Money labor; ///< 0 where the store does not book it
    bool isTakenBack = false;
    std::int64_t event = 0;
    std::string department = {};
};

/// What a bill charges for a lot.
struct BilledStock {
    std::int64_t bill = 0;
    std::string reference;
    foundation::Date on;
    std::string source;       ///< of the receipt
    foundation::Money amount; ///< negative of a bill that was reversed
    std::int64_t event = 0;
};

/// Makes entries of facts, as docs/domain-journal.md has them. Facts of one event about one subject that follow each
/// other are one entry. An entry without an amount is left out.
class EntryMaker {
public:
    using Take = std::function<void(const Entry&)>;
    explicit EntryMaker(Take take, Recognition recognition = Recognition::OnIssue)
        : take_(std::move(take)), recognition_(recognition)
    {}

    void add(const MovedStock& moved);
    void add(const GivenBoxFact& given);
    void add(const BilledStock& billed);
    /// Passes on the last entry.
    void finish();

private:
    void begin(EntryHead head);
    void post(JournalRole role, foundation::Money amount);

    /// The account of an item, or none where the movement is not booked.
    std::optional<JournalRole> ownRole(const MovedStock& moved) const;

    Take take_;
    Recognition recognition_;
    Entry entry_;
};

/// `Box given: BOX-42`.
std::string memoOf(const EntryHead& head);

} // namespace giftbox::accounting
