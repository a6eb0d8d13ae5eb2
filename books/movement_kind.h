#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace giftbox::books {

/// What a month adds up of its movements, beside its boxes.
enum class MonthFigure { Restock, WriteOff };

struct MonthFigureRule {
    MonthFigure figure;
    std::string_view name;    ///< in sentences
    std::string_view column;  ///< of files
    std::string_view heading; ///< of tables
    std::string_view filter;  ///< of the page that lists its movements
    std::string_view kinds;   ///< what these movements are called together
    int sign;                 ///< whether what comes in adds to it (1) or what goes out (-1)
};

inline constexpr std::array kMonthFigures = {
    MonthFigureRule{MonthFigure::Restock, "restock", "restock_cost", "Restock", "received",
                    "receipts", 1},
    MonthFigureRule{MonthFigure::WriteOff, "write-offs", "write_off_cost", "Write-offs",
                    "corrections", "write-offs and counts", -1}};

enum class MovementKind { Receipt, Issue, Return, WriteOff, Count };

/// What a movement says beside its units and cost: why it is, or on which line of which receipt its lot stands.
enum class Said { Nothing, Reason, Receipt };

/// What there is to know of a kind of movement. Units that come in make a lot; those that go out are taken from the
/// oldest lots.
struct MovementRule {
    MovementKind kind;
    std::string_view text;             ///< as the database and files write it
    std::string_view in;               ///< what is said of units that come in; empty: none do
    std::string_view out;              ///< what is said of units that go out; empty: none do
    std::optional<MonthFigure> figure; ///< what its cost counts in; none: a box, which it names
    Said said;

    constexpr bool ofBox() const { return !figure; }
};

inline constexpr std::array kMovementRules = {
    MovementRule{MovementKind::Receipt, "receipt", "received", "", MonthFigure::Restock,
                 Said::Receipt},
    MovementRule{MovementKind::Issue, "issue", "", "issued to", {}, Said::Nothing},
    MovementRule{MovementKind::Return, "return", "returned from", "", {}, Said::Reason},
    MovementRule{MovementKind::WriteOff, "write-off", "", "written off", MonthFigure::WriteOff,
                 Said::Reason},
    MovementRule{MovementKind::Count, "count", "found at a count", "missing at a count",
                 MonthFigure::WriteOff, Said::Reason}};

constexpr const MovementRule& ruleOf(MovementKind kind)
{
    return kMovementRules[static_cast<std::size_t>(kind)];
}
constexpr const MonthFigureRule& ruleOf(MonthFigure figure)
{
    return kMonthFigures[static_cast<std::size_t>(figure)];
}
constexpr std::string_view toText(MovementKind kind) { return ruleOf(kind).text; }

/// None where there is no such kind.
std::optional<MovementKind> movementKindOf(std::string_view text);
/// All kinds in words: `receipt, issue … or count`.
std::string movementKindsText();

} // namespace giftbox::books
