#pragma once

#include "books/movement_kind.h"
#include "budget/cap.h"

#include <functional>
#include <map>
#include <set>

namespace giftbox::budget {

/// The stored totals of one month. `committed` is the cost of boxes packed and not given.
struct MonthTotals {
    std::int64_t boxesGiven = 0;
    std::int64_t recipients = 0;
    foundation::Money contents;
    foundation::Money packaging;
    foundation::Money labor;
    foundation::Money committed;
    /// The net cost of movements, by books::MonthFigure.
    std::array<foundation::Money, books::kMonthFigures.size()> moved = {};
    std::int64_t overrides = 0;
    /// The lowest and highest number of the month's movements; 0 if there are none.
    std::int64_t firstMovement = 0;
    std::int64_t lastMovement = 0;

    foundation::Money spent() const { return contents + packaging + labor; }
    foundation::Money of(books::MonthFigure figure) const
    {
        return moved[static_cast<std::size_t>(figure)];
    }
    /// Counts a movement of the kind with this cost, under 0 for outgoing units.
    void count(books::MovementKind kind, foundation::Money cost);
    bool operator==(const MonthTotals&) const = default;
};

/// The three parts of a box's cost [box-cost].
struct BoxCost {
    foundation::Money contents;
    foundation::Money packaging;
    foundation::Money labor;

    foundation::Money total() const { return contents + packaging + labor; }
    bool operator==(const BoxCost&) const = default;
};

/// A month with its caps.
struct MonthState {
    MonthTotals totals;
    CapsInForce caps;
    /// The amount committed in earlier open months when it was read. It moves here if those boxes are given or packed
    /// in this month.
    foundation::Money committedBefore = {};
};

/// One month from the database. One statement.
MonthState loadMonth(const books::ReadTransaction& tx, foundation::Month month);

/// The totals, by number, of every month from `first` to `last` that has any. One statement.
std::map<std::int64_t, MonthTotals> monthTotals(const books::ReadTransaction& tx,
                                                std::int64_t first, std::int64_t last);

/// The first and last month with a fact; none in a new store.
struct MonthSpan {
    foundation::Month first;
    foundation::Month last;
};
std::optional<MonthSpan> monthsWithFacts(const books::ReadTransaction& tx);
/// The first open month with a fact; none if there is none.
std::optional<foundation::Month> firstOpenMonthWithFacts(const books::ReadTransaction& tx);

/// The only writer of month totals. It keeps the months of a transaction in memory, and write() writes them together.
class MonthBook {
public:
    explicit MonthBook(books::WriteTransaction& tx) : tx_(tx) {}

    /// Reads the month if it was not read yet, without waiting: the caller settles the database before it continues.
    void load(foundation::Month month);
    /// The month, read now if it was not loaded.
    const MonthState& month(foundation::Month month);

    void addCommitted(foundation::Month month, foundation::Money total);
    void addGiven(foundation::Month month, const BoxCost& cost, books::RecipientNo recipient);
    /// Takes a given box out of the month. `lastOf`: its recipient, if no other box was given to them in the month.
    void removeGiven(foundation::Month month, const BoxCost& cost,
                     std::optional<books::RecipientNo> lastOf);
    /// Like MonthTotals::count.
    void addMovement(foundation::Month month, books::MovementKind kind, foundation::Money cost);
    /// Notes that the movements `first` to `last` belong to the month.
    void addMovements(foundation::Month month, std::int64_t first, std::int64_t last);
    void addOverride(foundation::Month month);
    void removeOverride(foundation::Month month);

    void write();

private:
    MonthTotals& change(foundation::Month month);

    books::WriteTransaction& tx_;
    std::map<foundation::Month, MonthState> months_;
    std::set<foundation::Month> changed_;
    std::map<foundation::Month, std::set<books::RecipientNo>> recipients_;
};

} // namespace giftbox::budget
