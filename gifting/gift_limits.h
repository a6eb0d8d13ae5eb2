#pragma once

#include "books/books.h"
#include "budget/gift_limit.h"

#include <map>
#include <set>
#include <vector>

namespace giftbox::gifting {

/// Tests the boxes of a transaction against the gift limits that the store acts on. It reads what recipients were given
/// when the first of them is tested, all at once, and keeps what the transaction adds. It reads nothing where the store
/// acts on no limit.
class GiftLimits {
public:
    explicit GiftLimits(const books::ReadTransaction& tx) : tx_(tx) {}

    /// A day of boxes to come.
    void expect(foundation::Date day);
    /// A recipient of boxes to come.
    void expect(books::RecipientNo recipient) { expected_.insert(recipient); }
    /// `gift.box` is its number, or 0 for a new box. Throws like budget::authorizeGift.
    budget::Verdict test(books::RecipientNo recipient, const budget::Gift& gift, bool isOverridden);
    /// For giving a packed box on another day: what passes then and did not pass on the day it was packed. Throws like
    /// budget::authorizeGift.
    budget::Verdict testMove(books::RecipientNo recipient, books::BoxNo box, foundation::Date from,
                             foundation::Date to, bool isOverridden);
    /// How the recipient stands under each limit that the store acts on, without the box of the gift's number.
    std::vector<budget::LimitStanding> standings(books::RecipientNo recipient,
                                                 const budget::Gift& gift);
    /// Counts a tested box, which has its number now, in the tests that follow.
    void add(books::RecipientNo recipient, const budget::Gift& gift);
    /// The most that an imprinted item costs that does not count, for boxes of the month; none counts as 0.
    foundation::Money imprintedLimit(foundation::Month month) const;
    /// Forgets what was read: it was written, and others may come.
    void clear();

private:
    void load();
    std::vector<budget::Gift>& giftsOf(books::RecipientNo recipient);

    const books::ReadTransaction& tx_;
    std::optional<foundation::Date> first_;
    std::optional<foundation::Date> last_;
    std::set<books::RecipientNo> expected_;
    std::map<books::RecipientNo, std::vector<budget::Gift>> gifts_;
};

} // namespace giftbox::gifting
