#pragma once

#include "budget/month_book.h"
#include "foundation/row_writer.h"
#include "gifting/packed_on.h"

#include <vector>

namespace giftbox::reports {

/// One month's program cost and recipients. Reads totals recorded with the facts, so the cost does not grow with
/// history.
struct MonthlyCost {
    foundation::Month month;
    budget::MonthTotals totals;
    /// `month.program` in the month; none if there is no such cap.
    std::optional<foundation::Money> cap;
    /// What rolled over into the month under it; under 0 for a deficit.
    foundation::Money rolled = {};
    /// The boxes packed and not given at the end of its last day; for the current month, now.
    gifting::PackedBoxes packed = {};

    /// Rounded half up; none without recipients.
    std::optional<foundation::Money> costPerRecipient() const;
    std::optional<foundation::Money> costPerBox() const;
    /// The cap with what rolled over.
    std::optional<foundation::Money> limit() const
    {
        return cap ? std::optional(*cap + rolled) : std::nullopt;
    }
    /// limit - spent - committed; may be negative.
    std::optional<foundation::Money> left() const;
    /// The share of the cap spent or committed in tenths of a percent, rounded half up; none without a
    /// limit above 0.
    std::optional<std::int64_t> usedPerMille() const;
};

/// Tenths of a percent as percent: 975 is `97.5`.
std::string perMilleText(std::int64_t perMille);

/// Every month from `first` to `last`, including those without facts.
std::vector<MonthlyCost> monthlyCosts(const books::ReadTransaction& tx, foundation::Month first,
                                      foundation::Month last);

/// Inserts a column for each books::MonthFigure, and its cells.
std::vector<foundation::Column> withMovedColumns(std::vector<foundation::Column> before,
                                                 const std::vector<foundation::Column>& after);
void writeMoved(const budget::MonthTotals& totals, foundation::RowWriter& out);

/// The month so many months before it, or the first one there is.
foundation::Month monthsBefore(foundation::Month month, int count);

/// The columns of the report's files, in order (files.md).
std::span<const foundation::Column> monthlyCostColumns();

/// Writes the cells of one month, without ending the row.
void writeMonthlyCostCells(const MonthlyCost& one, foundation::RowWriter& out);

/// Writes the rows and ends the writer.
void writeMonthlyCosts(std::span<const MonthlyCost> months, foundation::RowWriter& out);

} // namespace giftbox::reports
