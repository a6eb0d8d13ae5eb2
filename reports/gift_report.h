#pragma once

#include "books/books.h"
#include "budget/gift_limit.h"
#include "foundation/row_writer.h"

#include <functional>

namespace giftbox::reports {

/// One box given in a tax year, as the tax law sees it. `cost` is contents and packaging; labor is no part of a gift.
struct GivenGift {
    std::string recipient; ///< the code
    std::string name;
    std::string relationship; ///< their group, else the store's
    std::int64_t box = 0;
    foundation::Date givenOn;
    std::string description; ///< what was in it
    std::string purpose;     ///< of the box, else why the recipient was nominated, else the store's
    std::string taxClass = "gift"; ///< of the box, else the store's
    foundation::Money cost;
    foundation::Money counted; ///< of it, to the limit
    foundation::Money deductible;

    bool isComplete() const
    {
        return !relationship.empty() && !description.empty() && !purpose.empty();
    }
    /// `relationship, purpose`; empty if nothing is missing.
    std::string missing() const;
};

/// The first and the last day of the store's tax year that starts in a calendar year.
struct TaxYear {
    foundation::Date first;
    foundation::Date last;
};
TaxYear taxYear(const books::Store& store, std::int32_t year);
/// Requires a year that has a calendar. Throws Refusal `report.year`.
std::int32_t requireTaxYear(std::int64_t year);

/// The limit of the store's currency that runs by tax years; null if there is none.
const budget::GiftLimit* yearLimitOf(const books::Store& store);

/// The part of a gift's cost that may be deducted. `before` and `whole` are what was counted of the recipient's gifts
/// of the year before it, and in all: above a cap the rest is lost, above a cliff everything. Pure.
foundation::Money deductibleOf(const budget::GiftLimit& limit, foundation::Money amount,
                               const GivenGift& gift, foundation::Money before,
                               foundation::Money whole);

/// Visits the boxes given in the tax year that starts in the calendar year: those with something missing first, then by
/// recipient and day. Of those nothing may be deducted.
void giftsOfYear(const books::ReadTransaction& tx, std::int32_t year,
                 const std::function<void(const GivenGift&)>& visit);

const std::vector<foundation::Column>& giftColumns();
/// `recipient`: only theirs, if not empty. `onlyMissing`: only those with something missing. Ends the writer.
struct GiftsWanted {
    std::int32_t year = 0;
    std::string recipient = {};
    bool onlyMissing = false;
};
void writeGifts(const books::ReadTransaction& tx, const GiftsWanted& wanted,
                foundation::RowWriter& out);

} // namespace giftbox::reports
