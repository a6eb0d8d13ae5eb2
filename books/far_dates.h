#pragma once

#include "books/store.h"
#include "foundation/database/database.h"

#include <optional>
#include <string>

namespace giftbox::books {

/// The distant days and months of one change, whose year may be a typing mistake. They are not refused but need
/// confirmation.
class FarDates {
public:
    /// Notes the day of a fact if it is more than a year back, or more than three months before the store's first
    /// fact.
    void note(foundation::Reader& database, StoreId store, foundation::Date today,
              foundation::Date day);
    /// Notes the month of a planned box or a cap if it is more than two years ahead or a year back.
    void note(foundation::Month now, foundation::Month month);

    /// The oldest distant day; none if there is no distant day.
    const std::optional<foundation::Date>& oldest() const { return oldest_; }
    /// Throws Refusal `date.far`, `month.far` if something distant was noted. `place` begins the sentence about a
    /// day: `a.csv line 2`.
    void requireNone(const std::string& place) const;

private:
    std::optional<foundation::Date> firstFact(foundation::Reader& database, StoreId store);

    std::optional<foundation::Date> oldest_;
    std::optional<foundation::Date>
        beforeFirst_; ///< the first fact, if the day is distant only from it
    foundation::Date today_;
    std::optional<foundation::Month> month_; ///< the distant month
    foundation::Month now_;
    bool isLookedUp_ = false;
    std::optional<foundation::Date> firstFact_; ///< from before this change, cached
};

} // namespace giftbox::books
