#pragma once

#include "budget/month_book.h"
#include "foundation/json.h"

#include <vector>

namespace giftbox::budget {

/// A cap, or a gift limit, that a request exceeds, and the total it would reach.
struct PassedCap {
    Cap cap; ///< of a gift limit, only the amount
    foundation::Money wouldBe;
    std::string limit = {};                       ///< the gift limit's name; empty for a cap
    std::optional<foundation::Money> before = {}; ///< of a gift limit, if known: without the box
    /// The share of the cap at which it warns, if only that is passed; else 0.
    std::int64_t percent = 0;

    /// `box.total`, or `limit.us-gift`: its name in rows and events.
    std::string name() const;

    bool operator==(const PassedCap&) const = default;
};

/// By PassedCap::name(). Throws Refusal `cap.unknown`.
PassedCap passedOf(std::string_view name, foundation::Money amount, foundation::Money wouldBe);
/// From a row, in which the amount is the limit with what rolled over. Throws Refusal `cap.unknown`.
template <class R>
PassedCap passedOf(const R& row)
{
    PassedCap passed = passedOf(row.cap, row.amount - row.rolled, row.wouldBe);
    passed.cap.rolled = row.rolled;
    passed.percent = row.percent;
    return passed;
}

/// What a sum passes that was `before`: the cap, or the share at which it warns, if it was not passed before. None if
/// there is no such cap. Pure.
std::optional<PassedCap> passedBy(const std::optional<Cap>& cap, foundation::Money before,
                                  foundation::Money wouldBe);
/// Adds how the limit is made up, if anything rolled over: `base` and `surplus` or `deficit`.
void addMakeUp(std::vector<foundation::Slot>& slots, const books::Store& store, const Cap& cap);
/// A share as percent with two decimals, rounded half up: `81.20`. Requires whole above 0.
std::string percentText(foundation::Money part, foundation::Money whole);

/// The caps exceeded by a request that proceeds: those that only warn, and those that an override allowed.
struct Verdict {
    std::vector<PassedCap> warned;
    std::vector<PassedCap> overridden;

    bool operator==(const Verdict&) const = default;
};

/// The amount remaining under a cap; none if there is no such cap. May be negative.
std::optional<foundation::Money> remainingUnder(const std::optional<Cap>& cap,
                                                foundation::Money used);

/// Tests a box against `box.total`, `box.contents` and `month.program` of the month it counts in. A cap is exceeded
/// only if the sum is over it [cap-passed]. `override` is a manager's reason for this box; if no blocking cap is
/// exceeded, it is not needed and the verdict has none. Pure. Throws Refusal `budget.box_total_exceeded`,
/// `budget.box_contents_exceeded`, `budget.month_program_exceeded`.
Verdict authorizeBox(const books::Store& store, foundation::Month month, const MonthState& state,
                     const BoxCost& cost, const std::optional<std::string>& override);

/// The first blocking cap that authorizeBox would find exceeded; none if nothing blocks the box. Pure.
std::optional<CapName> firstStop(const MonthState& state, const BoxCost& cost);

/// Tests the cost that giving a box moves to another month against that month's `month.program`. Throws like
/// authorizeBox.
Verdict authorizeMove(const books::Store& store, foundation::Month month, const MonthState& state,
                      foundation::Money total, const std::optional<std::string>& override);

/// Tests a receipt against `month.restock`. Throws Refusal `budget.month_restock_exceeded`.
Verdict authorizeRestock(const books::Store& store, foundation::Month month,
                         const MonthState& state, foundation::Money cost);

/// The sentence for an exceeded cap: `Total per box: 63.10 USD is 3.10 USD over the 60.00 USD limit`, or for a passed
/// share of it: `Boxes per month: 812.00 USD is 81.20 % of the 1000.00 USD limit (warns at 80 %)`.
foundation::Sentence sentenceOf(const books::Store& store, const PassedCap& passed);

std::vector<foundation::Sentence> sentencesOf(const books::Store& store,
                                              const std::vector<PassedCap>& passed);

/// Adds the exceeded caps to the `detail` of an event: those that warned and those overridden. The override's reason
/// is left out, because people write it about a recipient and events are kept for good. Adds nothing if no cap was
/// exceeded.
void addVerdict(foundation::JsonObject& detail, const books::Store& store, const Verdict& verdict);

} // namespace giftbox::budget
