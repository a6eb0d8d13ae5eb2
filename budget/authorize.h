#pragma once

#include "budget/month_book.h"
#include "foundation/json.h"

#include <vector>

namespace giftbox::budget {

/// A cap that a request goes over, and what it would come to.
struct PassedCap {
    Cap cap;
    foundation::Money wouldBe;

    bool operator==(const PassedCap&) const = default;
};

/// What the caps say to a request that goes ahead: warned caps, and stop caps that an override let pass.
struct Verdict {
    std::vector<PassedCap> warned;
    std::vector<PassedCap> overridden;

    bool operator==(const Verdict&) const = default;
};

/// What is left under a cap; none when there is no such cap. May be negative.
std::optional<foundation::Money> remainingUnder(const std::optional<Cap>& cap,
                                                foundation::Money used);

/// Tests a box against `box.total`, `box.contents` and `month.program` of the month it counts in. A cap is passed only when the sum is
/// over it [cap-passed]. `override` is a manager's reason for this one box; where no stop cap is passed it is not needed and the
/// verdict has none. Pure. Throws Refusal `budget.box_total_exceeded`, `budget.box_contents_exceeded`, `budget.month_program_exceeded`.
Verdict authorizeBox(const books::Store& store, foundation::Month month, const MonthState& state,
                     const BoxCost& cost, const std::optional<std::string>& override);

/// The first stop cap that authorizeBox would find passed; none when nothing is in the way of the box. Pure.
std::optional<CapName> firstStop(const MonthState& state, const BoxCost& cost);

/// Tests the cost that giving moves into another month against that month's `month.program`. Throws as authorizeBox.
Verdict authorizeMove(const books::Store& store, foundation::Month month, const MonthState& state,
                      foundation::Money total, const std::optional<std::string>& override);

/// Tests a receipt against `month.restock`. Throws Refusal `budget.month_restock_exceeded`.
Verdict authorizeRestock(const books::Store& store, foundation::Month month,
                         const MonthState& state, foundation::Money cost);

/// The sentence that says a cap was passed: `box.total is 60.00 USD, 63.10 USD would be 3.10 USD over`.
foundation::Sentence sentenceOf(const books::Store& store, const PassedCap& passed);

std::vector<foundation::Sentence> sentencesOf(const books::Store& store,
                                              const std::vector<PassedCap>& passed);

/// Adds what the caps said to the `detail` of an event: the sentences of those that warned and of those overridden. The
/// override's reason is not part of it: people write it about a recipient, and an event is for ever. Nothing where no cap was passed.
void addVerdict(foundation::JsonObject& detail, const books::Store& store, const Verdict& verdict);

} // namespace giftbox::budget
