#pragma once

#include "budget/authorize.h"

#include <span>

namespace giftbox::budget {

/// What is lost above a limit: the amount above it, or all of it.
enum class LimitKind { Cap, Cliff };
/// The store's tax year, or any twelve months.
enum class LimitWindow { TaxYear, TwelveMonths };
/// What a store does when a box passes the limit.
enum class LimitAction { None, Warn, Block };

/// What the law of a country allows for gifts to one recipient: a file of data/limits. It is no tax advice.
struct GiftLimit {
    /// From the first to the last day, which may be open. The one that holds on the first day of a tax year holds in
    /// all of it.
    struct Amount {
        foundation::Money amount;
        foundation::Date from;
        std::optional<foundation::Date> to = {};
    };
    std::string name; ///< `us-gift`
    std::string title;
    std::string country;
    std::string currency;
    std::string source;
    LimitKind kind = LimitKind::Cap;
    LimitWindow window = LimitWindow::TaxYear;
    bool countsPackaging = false;
    /// Imprinted contents that cost no more than this a unit do not count.
    std::optional<foundation::Money> imprinted = {};
    std::vector<Amount> amounts = {}; ///< oldest first
};

/// Reads a file of data/limits. Throws std::logic_error.
GiftLimit parseGiftLimit(std::string_view name, std::string_view text);
/// All of data/limits, by name.
const std::vector<GiftLimit>& giftLimits();

/// The limit with this name; null if there is none.
const GiftLimit* findGiftLimit(std::string_view name);

std::string_view toText(LimitKind kind);
/// `tax year` or `12 months`.
std::string_view toText(LimitWindow window);

/// `none`, unless the store has the limit's currency and set another action by the month. Pure.
LimitAction actionOf(const books::Store& store, const GiftLimit& limit, foundation::Month month);

/// The first day of the tax year that the day is in, as the store's tax year is in that month.
foundation::Date taxYearOf(const books::Store& store, foundation::Date day);

/// A box, as limits see it. `on`: the day it was given; until then, the day it was packed, or the first of the month
/// that it is planned for.
struct Gift {
    std::int64_t box = 0;
    foundation::Date on = {};
    foundation::Money contents = {};
    foundation::Money packaging = {};
    /// The part of the contents that a limit with GiftLimit::imprinted leaves out.
    foundation::Money imprinted = {};

    bool operator==(const Gift&) const = default;
};

/// What of it counts to the limit. Labor never does.
foundation::Money countedOf(const GiftLimit& limit, const Gift& gift);

/// What counts in the window of a gift that has the most: before it, and its limit. None on days without an amount.
struct LimitUse {
    foundation::Money before;
    foundation::Money amount;

    bool operator==(const LimitUse&) const = default;
};
/// `others`: of the same recipient, in any order; those with the gift's own number do not count.
std::optional<LimitUse> useOf(const books::Store& store, const GiftLimit& limit,
                              std::span<const Gift> others, const Gift& gift);

/// How a recipient stands under a limit that the store acts on, without a box to come.
struct LimitStanding {
    std::string name;
    LimitWindow window = LimitWindow::TaxYear;
    LimitAction action = LimitAction::Warn;
    LimitUse use;
    foundation::Money added = {}; ///< by the box that was asked about

    bool operator==(const LimitStanding&) const = default;
};
/// Under every limit that the store acts on and that has an amount on the day of the gift. `others`: as in useOf. Pure.
std::vector<LimitStanding> standingsOf(const books::Store& store, std::span<const Gift> others,
                                       const Gift& gift);

/// Tests a box against every limit that the store acts on. A limit is passed only if the sum is over it. Pure. Throws
/// Refusal `limit.exceeded`, unless there is an override.
Verdict authorizeGift(const books::Store& store, std::span<const Gift> others, const Gift& gift,
                      bool isOverridden);

/// The largest GiftLimit::imprinted of the limits that the store acts on in the month; none if it acts on none.
std::optional<foundation::Money> imprintedLimit(const books::Store& store, foundation::Month month);
/// Whether the store acts on any limit in the month.
bool actsOnLimits(const books::Store& store, foundation::Month month);

} // namespace giftbox::budget
