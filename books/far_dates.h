#pragma once

#include "books/store.h"
#include "foundation/database/database.h"

#include <optional>
#include <string>

namespace giftbox::books {

/// What one change says of days and months that are so far off that a year may be mistyped. It is asked about, not refused: somebody confirms it.
class FarDates {
public:
    /// A day of a fact: more than a year back, or more than three months before the first fact of the store.
    void note(foundation::Reader& database, StoreId store, foundation::Date today,
              foundation::Date day);
    /// A month of a plan or a cap: more than two years ahead, or more than a year back.
    void note(foundation::Month now, foundation::Month month);

    /// The oldest far day; none when every day is near.
    const std::optional<foundation::Date>& oldest() const { return oldest_; }
    /// Throws Refusal `date.far`, `month.far` when something far was noted. `place` leads the sentence of a day: `a.csv line 2`.
    void requireNone(const std::string& place) const;

private:
    std::optional<foundation::Date> firstFact(foundation::Reader& database, StoreId store);

    std::optional<foundation::Date> oldest_;
    std::optional<foundation::Date>
        beforeFirst_; ///< the first fact, where the day is only far before that
    foundation::Date today_;
    std::optional<foundation::Month> month_; ///< the far one
    foundation::Month now_;
    bool isLookedUp_ = false;
    std::optional<foundation::Date>
        firstFact_; ///< as it was before this change, once it is looked up
};

} // namespace giftbox::books
