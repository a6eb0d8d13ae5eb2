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

/// What of a month's cap rolls over into the next month once the month is closed: what remained under it, what was
/// spent over it, or both.
enum class RollOver { None, Surplus, Deficit, Both };
inline constexpr std::array kRollOvers = {RollOver::None, RollOver::Surplus, RollOver::Deficit,
                                          RollOver::Both};

std::string_view toText(CapName name);
std::string_view toText(CapAction action);
/// Throws Refusal `cap.unknown`.
CapName parseCapName(std::string_view text);
/// Throws Refusal `cap.action_unknown`.
CapAction parseCapAction(std::string_view text);
std::string_view toText(RollOver rollOver);
/// Throws Refusal `cap.roll_over_unknown`.
RollOver parseRollOver(std::string_view text);

/// Whether the cap limits a month, not one box.
constexpr bool isOfMonth(CapName name)
{
    return name == CapName::MonthProgram || name == CapName::MonthRestock;
}

/// One dated row. It applies from `from` until a later one of the same name does.
struct Cap {
    CapName name = CapName::BoxTotal;
    foundation::Month from;
    foundation::Money amount;
    CapAction action = CapAction::Stop;
    RollOver rollOver = RollOver::None;
    /// The most that rolls over, surplus or deficit; 0: any.
    foundation::Money rollOverMost = {};
    /// It warns when this share of the limit is passed; 0: never.
    std::int64_t warnPercent = 0;
    /// Of a cap in force: what rolled over into the month, under 0 for a deficit. Of a dated row: nothing.
    foundation::Money rolled = {};

    /// What it allows in the month.
    foundation::Money limit() const { return amount + rolled; }
    /// It warns about a sum above this; none if it does not warn.
    std::optional<foundation::Money> warnsAbove() const;
    bool operator==(const Cap&) const = default;
};

/// The caps that apply in one month, by name; none that ended.
using CapsInForce = std::array<std::optional<Cap>, kCapNames.size()>;

inline const std::optional<Cap>& capOf(const CapsInForce& caps, CapName name)
{
    return caps[static_cast<std::size_t>(name)];
}

} // namespace giftbox::budget
