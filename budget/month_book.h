#pragma once

#include "books/movement_kind.h"
#include "budget/cap.h"

#include <functional>
#include <map>
#include <set>

namespace giftbox::budget {

/// The stored totals of one month. `committed` is boxes packed and not given.
struct MonthTotals {
    std::int64_t boxesGiven = 0;
    std::int64_t recipients = 0;
    foundation::Money contents;
    foundation::Money packaging;
    foundation::Money labor;
    foundation::Money committed;
    /// What movements come to, net, by books::MonthFigure.
    std::array<foundation::Money, books::kMonthFigures.size()> moved = {};
    std::int64_t overrides = 0;
    /// Lowest and highest number of the movements dated in the month; 0 when there are none.
    std::int64_t firstMovement = 0;
    std::int64_t lastMovement = 0;

    foundation::Money spent() const { return contents + packaging + labor; }
    foundation::Money of(books::MonthFigure figure) const
    {
        return moved[static_cast<std::size_t>(figure)];
    }
    /// Counts a movement of the kind, of this cost, in what it counts in; under 0 for what goes out.
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

/// A month with the caps that hold in it.
struct MonthState {
    MonthTotals totals;
    CapsInForce caps;
    /// Committed in the open months before it when it was read: what moves here if it is given, or packed, in this month.
    foundation::Money committedBefore = {};
};

/// One month as the database has it. One statement.
MonthState loadMonth(const books::ReadTransaction& tx, foundation::Month month);

/// The totals of every month from `first` to `last` that has any, by its number. One statement.
std::map<std::int64_t, MonthTotals> monthTotals(const books::ReadTransaction& tx,
                                                std::int64_t first, std::int64_t last);

/// The first and the last month that has any fact; none in a new store.
struct MonthSpan {
    foundation::Month first;
    foundation::Month last;
};
std::optional<MonthSpan> monthsWithFacts(const books::ReadTransaction& tx);
/// The first month with any fact that is not closed; none when there is none.
std::optional<foundation::Month> firstOpenMonthWithFacts(const books::ReadTransaction& tx);

/// The only writer of month totals: the months that a transaction touches, kept in memory and written together by write().
class MonthBook {
public:
    explicit MonthBook(books::WriteTransaction& tx) : tx_(tx) {}

    /// Reads the month when it was not read yet. Not awaited: the caller settles the database before it goes on.
    void load(foundation::Month month);
    /// The month, read now when it was not loaded.
    const MonthState& month(foundation::Month month);

    void addCommitted(foundation::Month month, foundation::Money total);
    void addGiven(foundation::Month month, const BoxCost& cost, books::RecipientNo recipient);
    /// As MonthTotals::count.
    void addMovement(foundation::Month month, books::MovementKind kind, foundation::Money cost);
    /// Notes that the movements numbered `first` to `last` are dated in the month.
    void addMovements(foundation::Month month, std::int64_t first, std::int64_t last);
    void addOverride(foundation::Month month);

    void write();

private:
    MonthTotals& change(foundation::Month month);

    books::WriteTransaction& tx_;
    std::map<foundation::Month, MonthState> months_;
    std::set<foundation::Month> changed_;
    std::map<foundation::Month, std::set<books::RecipientNo>> recipients_;
};

} // namespace giftbox::budget
