#pragma once

#include "books/books.h"
#include "foundation/period.h"

namespace giftbox::purchasing {

/// A bill in the books.
struct BillInBooks {
    std::int64_t number = 0;
    std::string supplier;
    std::string reference; ///< the supplier's number
    foundation::Date on;
    foundation::Money amount;
    std::int64_t lots = 0;
    std::optional<foundation::Date> reversedOn;

    std::string_view state() const { return reversedOn ? "reversed" : "recorded"; }
};

/// A lot that a bill is for.
struct LotOfBill {
    books::LotNo lot;
    std::string sku;
    std::string name;
    foundation::Money amount;
    foundation::Money change;                   ///< by which the bill changed the cost of the lot
    std::optional<foundation::Date> reversedOn; ///< the lot
};

/// Which bills: of a supplier, named in any spelling, dated in a period, in a state. Empty: any.
struct BillsWanted {
    std::string supplier = {};
    foundation::Period period = {};
    std::string state = {};
};

/// The last ones, newest first: at most `most`, of those before `before` if it is given.
std::vector<BillInBooks> billsBefore(const books::ReadTransaction& tx, const BillsWanted& wanted,
                                     std::optional<std::int64_t> before, std::int64_t most);
/// Throws Refusal `bill.unknown`.
BillInBooks requireBill(const books::ReadTransaction& tx, std::int64_t number);
/// The one of a supplier with this number that was not reversed.
std::optional<BillInBooks> findBill(const books::ReadTransaction& tx, const std::string& supplier,
                                    const std::string& reference);
/// In the order of their numbers.
std::vector<LotOfBill> lotsOfBill(const books::ReadTransaction& tx, std::int64_t number);

} // namespace giftbox::purchasing
