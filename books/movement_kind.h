#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace giftbox::books {

/// The totals that a month keeps of its movements, beside its boxes.
enum class MonthFigure { Restock, WriteOff, Variance };

struct MonthFigureRule {
    MonthFigure figure;
    std::string_view name;    ///< used in sentences
    std::string_view column;  ///< of files
    std::string_view heading; ///< of tables
    std::string_view filter;  ///< of the page listing its movements
    std::string_view kinds;   ///< the collective name of these movements
    int sign;                 ///< whether incoming units add to it (1) or outgoing ones (-1)
};

inline constexpr std::array kMonthFigures = {
    MonthFigureRule{MonthFigure::Restock, "restock", "restock_cost", "Restock", "received",
                    "receipts", 1},
    MonthFigureRule{MonthFigure::WriteOff, "write-offs", "write_off_cost", "Write-offs",
                    "corrections", "write-offs and counts", -1},
    MonthFigureRule{MonthFigure::Variance, "variance", "variance_cost", "Variance", "variance",
                    "variances", -1}};

enum class MovementKind {
    Receipt,
    Issue,
    Return,
    WriteOff,
    Count,
    Reversal, ///< of a receipt
    WriteOffReversal,
    CountReversal,
    Correction,
    Variance,
    SupplierReturn, ///< of units of a receipt, to its supplier
    SupplierReturnReversal,
    Credit ///< by how much a supplier's credit falls short of what the returned units cost
};

/// What a movement states beside its units and cost: a reason, the receipt and line of its lot, or a reason and the
/// movement that it corrects, which may be a receipt whose reference and supplier it states anew.
enum class Said { Nothing, Reason, Receipt, Correction, CorrectedReceipt };

/// The properties of a kind of movement. Incoming units make a lot; outgoing units are taken from the oldest lots, but
/// those of a reversal or a return to the supplier from the lot of the movement that it corrects. A reversal has
/// exactly the units and the cost of the movement that it corrects, with the other sign. A correction and a variance
/// change that lot; a credit changes no lot, since its variance takes all of it.
struct MovementRule {
    MovementKind kind;
    std::string_view text; ///< in the database and files
    std::string_view in;   ///< the words for incoming units; empty: there are none
    std::string_view out;  ///< the words for outgoing units; empty: there are none
    std::optional<MonthFigure>
        figure; ///< the total that its cost counts in; none: the box it names
    Said said;
    std::optional<MovementKind> reverses = {};

    constexpr bool ofBox() const { return !figure; }
    constexpr bool corrects() const
    {
        return said == Said::Correction || said == Said::CorrectedReceipt;
    }
    /// Whether it changes the cost of what a receipt brought, or its units: also by no units, or no cost.
    constexpr bool changesLot() const
    {
        return kind == MovementKind::Correction || kind == MovementKind::Variance ||
               kind == MovementKind::Credit;
    }
    constexpr bool hasReason() const { return said == Said::Reason || corrects(); }
    /// The source of the lot that incoming units make; a receipt says it.
    constexpr std::string_view lotSource() const { return corrects() ? "return" : text; }
};

inline constexpr std::array kMovementRules = {
    MovementRule{MovementKind::Receipt, "receipt", "received", "", MonthFigure::Restock,
                 Said::Receipt},
    MovementRule{MovementKind::Issue, "issue", "", "issued to", {}, Said::Nothing},
    MovementRule{MovementKind::Return, "return", "returned from", "", {}, Said::Reason},
    MovementRule{MovementKind::WriteOff, "write-off", "", "written off", MonthFigure::WriteOff,
                 Said::Reason},
    MovementRule{MovementKind::Count, "count", "found at a count", "missing at a count",
                 MonthFigure::WriteOff, Said::Reason},
    MovementRule{MovementKind::Reversal, "reversal", "", "reversed", MonthFigure::Restock,
                 Said::Correction, MovementKind::Receipt},
    MovementRule{MovementKind::WriteOffReversal, "write-off-reversal",
                 "back from a reversed write-off", "", MonthFigure::WriteOff, Said::Correction,
                 MovementKind::WriteOff},
    MovementRule{MovementKind::CountReversal, "count-reversal", "back from a reversed count",
                 "gone with a reversed count", MonthFigure::WriteOff, Said::Correction,
                 MovementKind::Count},
    MovementRule{MovementKind::Correction, "correction", "added by a correction",
                 "taken off by a correction", MonthFigure::Restock, Said::CorrectedReceipt},
    MovementRule{MovementKind::Variance, "variance", "", "", MonthFigure::Variance,
                 Said::Correction},
    MovementRule{MovementKind::SupplierReturn, "supplier-return", "", "returned to the supplier",
                 MonthFigure::Restock, Said::Correction},
    MovementRule{MovementKind::SupplierReturnReversal, "supplier-return-reversal",
                 "back from a reversed return", "", MonthFigure::Restock, Said::Correction,
                 MovementKind::SupplierReturn},
    MovementRule{MovementKind::Credit, "credit", "", "", MonthFigure::Restock, Said::Correction}};

constexpr const MovementRule& ruleOf(MovementKind kind)
{
    return kMovementRules[static_cast<std::size_t>(kind)];
}
constexpr const MonthFigureRule& ruleOf(MonthFigure figure)
{
    return kMonthFigures[static_cast<std::size_t>(figure)];
}
constexpr std::string_view toText(MovementKind kind) { return ruleOf(kind).text; }

/// None if there is no such kind.
std::optional<MovementKind> movementKindOf(std::string_view text);
/// All kinds as text: `receipt, issue … or count`.
std::string movementKindsText();

} // namespace giftbox::books
