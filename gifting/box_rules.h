#pragma once

#include "gifting/box.h"

namespace giftbox::gifting {

/// The lines with each SKU once and its total units, in order of first use. Throws Refusal `units.malformed`.
std::vector<BoxLine> merged(const std::vector<BoxLine>& lines);

/// Requires 0 to 100,000 minutes, if given. Throws Refusal `labor.negative`.
void requireMinutes(const std::optional<std::int64_t>& minutes);

/// Requires lines, sound minutes, and words of an override, if given. Throws Refusal `box.empty`, `labor.negative`,
/// `text.*`.
void requireWhole(const std::vector<BoxLine>& lines, const std::optional<std::int64_t>& minutes,
                  const std::optional<std::string>& override);

/// The labor cost of a box of that month: the minutes, or the store's default, at the rate per hour, rounded half up
/// [box-cost]. Pure.
foundation::Money laborCost(const books::Store& store, foundation::Month month,
                            const std::optional<std::int64_t>& minutes);

/// Both verdicts in one.
budget::Verdict both(budget::Verdict first, const budget::Verdict& second);

} // namespace giftbox::gifting
