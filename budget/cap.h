#pragma once

#include "books/books.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace giftbox::budget {

/// What a cap limits: a box's total or contents cost, a month's boxes, or a month's receipts.
enum class CapName { BoxTotal, BoxContents, MonthProgram, MonthRestock };
inline constexpr std::array kCapNames = {CapName::BoxTotal, CapName::BoxContents,
                                         CapName::MonthProgram, CapName::MonthRestock};

/// `stop` refuses; `warn` records and reports; `end` says that there is no such cap.
enum class CapAction { Stop, Warn, End };

std::string_view toText(CapName name);
std::string_view toText(CapAction action);
/// Throws Refusal `cap.unknown`.
CapName parseCapName(std::string_view text);
/// Throws Refusal `cap.action_unknown`.
CapAction parseCapAction(std::string_view text);

/// One dated row. It applies from `from` until a later one of the same name does.
struct Cap {
    CapName name = CapName::BoxTotal;
    foundation::Month from;
    foundation::Money amount;
    CapAction action = CapAction::Stop;

    bool operator==(const Cap&) const = default;
};

/// The caps that apply in one month, by name; none that ended.
using CapsInForce = std::array<std::optional<Cap>, kCapNames.size()>;

inline const std::optional<Cap>& capOf(const CapsInForce& caps, CapName name)
{
    return caps[static_cast<std::size_t>(name)];
}

} // namespace giftbox::budget
