#include "books/movement_kind.h"

#include <algorithm>

namespace giftbox::books {

static_assert(std::ranges::all_of(kMovementRules, [](const MovementRule& rule) {
    return &rule == &ruleOf(rule.kind);
}));
static_assert(std::ranges::all_of(kMonthFigures, [](const MonthFigureRule& rule) {
    return &rule == &ruleOf(rule.figure);
}));

std::optional<MovementKind> movementKindOf(std::string_view text)
{
    const auto rule = std::ranges::find(kMovementRules, text, &MovementRule::text);
    return rule == kMovementRules.end() ? std::nullopt : std::optional(rule->kind);
}

std::string movementKindsText()
{
    std::string text;
    for (const MovementRule& rule : kMovementRules) {
        const bool isLast = &rule == &kMovementRules.back();
        text += (text.empty() ? "" : isLast ? " or " : ", ") + std::string(rule.text);
    }
    return text;
}

} // namespace giftbox::books
