#include "budget/cap.h"

#include "foundation/text.h"

namespace giftbox::budget {

using foundation::quoted;
using foundation::Refusal;

std::string_view toText(CapName name)
{
    switch (name) {
    case CapName::BoxTotal:
        return "box.total";
    case CapName::BoxContents:
        return "box.contents";
    case CapName::MonthProgram:
        return "month.program";
    case CapName::MonthRestock:
        break;
    }
    return "month.restock";
}

std::string_view toText(CapAction action)
{
    return action == CapAction::Stop ? "stop" : action == CapAction::Warn ? "warn" : "end";
}

std::optional<foundation::Money> Cap::warnsAbove() const
{
    constexpr std::int64_t kWhole = 100;
    const std::int64_t most = limit().minor;
    if (warnPercent == 0 || most <= 0) {
        return std::nullopt;
    }
    // Rounded down, which is exact for a sum of whole minor units.
    return foundation::Money{most / kWhole * warnPercent + most % kWhole * warnPercent / kWhole};
}

std::string_view toText(RollOver rollOver)
{
    constexpr std::array<std::string_view, kRollOvers.size()> kTexts = {"none", "surplus",
                                                                        "deficit", "both"};
    return kTexts.at(static_cast<std::size_t>(rollOver));
}

RollOver parseRollOver(std::string_view text)
{
    for (const RollOver rollOver : kRollOvers) {
        if (toText(rollOver) == text) {
            return rollOver;
        }
    }
    throw Refusal("cap.roll_over_unknown", {{"text", text}});
}

CapName parseCapName(std::string_view text)
{
    for (const CapName name : kCapNames) {
        if (toText(name) == text) {
            return name;
        }
    }
    throw Refusal("cap.unknown", {{"text", text}});
}

CapAction parseCapAction(std::string_view text)
{
    if (text == "stop") {
        return CapAction::Stop;
    }
    if (text == "warn") {
        return CapAction::Warn;
    }
    if (text == "end") {
        return CapAction::End;
    }
    throw Refusal("cap.action_unknown", {{"text", text}});
}

} // namespace giftbox::budget
