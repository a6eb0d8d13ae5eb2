#include "gifting/box_rules.h"

#include "books/code.h"

#include <unordered_map>

namespace giftbox::gifting {

using foundation::Money;
using foundation::Refusal;

namespace {

constexpr std::int64_t kMostMinutes = 100'000;

} // namespace

std::vector<BoxLine> merged(const std::vector<BoxLine>& lines)
{
    std::vector<BoxLine> once;
    std::unordered_map<std::string_view, std::size_t> at;
    for (const BoxLine& line : lines) {
        inventory::requireUnits(line.units);
        const auto [place, isNew] = at.try_emplace(line.sku, once.size());
        if (isNew) {
            once.push_back(line);
        } else {
            once[place->second].units += line.units;
        }
    }
    return once;
}

void requireMinutes(const std::optional<std::int64_t>& minutes)
{
    if (minutes && (*minutes < 0 || *minutes > kMostMinutes)) {
        throw Refusal("labor.negative", {{"minutes", *minutes}, {"most", kMostMinutes}});
    }
}

Money laborCost(const books::Store& store, foundation::Month month,
                const std::optional<std::int64_t>& minutes)
{
    return portion(store.laborRate(month), minutes.value_or(store.laborMinutes(month)), 60);
}

void requireWhole(const std::vector<BoxLine>& lines, const std::optional<std::int64_t>& minutes,
                  const std::optional<std::string>& override)
{
    if (lines.empty()) {
        throw Refusal("box.empty");
    }
    requireMinutes(minutes);
    if (override) {
        books::requireText(*override, "the reason for the override", "override");
    }
}

budget::Verdict both(budget::Verdict first, const budget::Verdict& second)
{
    first.warned.insert(first.warned.end(), second.warned.begin(), second.warned.end());
    first.overridden.insert(first.overridden.end(), second.overridden.begin(),
                            second.overridden.end());
    return first;
}

} // namespace giftbox::gifting
