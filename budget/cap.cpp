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
