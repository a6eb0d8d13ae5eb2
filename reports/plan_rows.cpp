#include "reports/plan_rows.h"

#include "budget/authorize.h"
#include "reports/cells.h"
#include "reports/waiting_cells.h"

namespace giftbox::reports {

using foundation::Cells;
using foundation::Column;
using foundation::ColumnType;
using foundation::Money;
using foundation::RowWriter;
using gifting::KeptBox;
using gifting::SavedProposal;

namespace {

/// Basis points as a percentage: 68 is `0.68`.
std::string percent(std::int64_t basisPoints)
{
    const std::string cents = std::to_string(basisPoints % 100);
    return std::to_string(basisPoints / 100) + (cents.size() < 2 ? ".0" : ".") + cents;
}

std::string itemsOf(const KeptBox& box)
{
    std::string text;
    for (const gifting::BoxLine& line : box.lines) {
        text += (text.empty() ? "" : ", ") + line.sku +
                (line.units == 1 ? "" : ":" + std::to_string(line.units));
    }
    return text;
}

/// Three cells; empty if a box was changed.
void writeWorth(const std::optional<gifting::PlanWorth>& worth, RowWriter& out)
{
    worth ? out.integer(worth->objective) : out.empty();
    worth ? out.integer(worth->bound) : out.empty();
    worth ? out.code(gapOf(*worth)) : out.empty();
}

void writeCost(const std::optional<budget::BoxCost>& cost, RowWriter& out)
{
    const auto part = [&](Money amount) {
        amountOrEmpty(out, cost ? std::optional(amount) : std::nullopt);
    };
    const budget::BoxCost known = cost.value_or(budget::BoxCost{});
    part(known.contents);
    part(known.packaging);
    part(known.labor);
    part(known.total());
}

} // namespace

std::string gapOf(const gifting::PlanWorth& worth)
{
    return percent(gifting::gapBasisPoints(worth.objective, worth.bound));
}

const std::vector<Column>& planColumns()
{
    static const std::vector<Column> columns = withWaitingFigures(
        {{"recipient", "For", ColumnType::Code, Cells::MaybeEmpty},
         {"items", "Items", ColumnType::Text},
         {"contents_cost", "Contents, estimated", ColumnType::Amount, Cells::MaybeEmpty},
         {"packaging_cost", "Packaging, estimated", ColumnType::Amount, Cells::MaybeEmpty},
         {"labor_cost", "Labor", ColumnType::Amount, Cells::MaybeEmpty},
         {"total_cost", "Total, estimated", ColumnType::Amount, Cells::MaybeEmpty},
         {"remaining_month_program", "Remaining", ColumnType::Amount, Cells::MaybeEmpty},
         {"objective", "Objective", ColumnType::Integer, Cells::MaybeEmpty},
         {"bound", "Best possible", ColumnType::Integer, Cells::MaybeEmpty},
         {"gap_percent", "Gap", ColumnType::Code, Cells::MaybeEmpty},
         {"seen", "Saved by event", ColumnType::Integer},
         {"gift_limit", "Gift limit", ColumnType::Text, Cells::MaybeEmpty}});
    return columns;
}

void writePlan(const books::Store& store, const SavedProposal& plan, RowWriter& out)
{
    out.begin(planColumns());
    std::optional<Money> remaining = plan.remaining;
    for (const KeptBox& box : plan.boxes) {
        out.personal(foundation::Personal::Code, box.code);
        out.text(itemsOf(box));
        writeCost(box.cost, out);
        remaining =
            remaining && box.cost ? std::optional(*remaining - box.cost->total()) : std::nullopt;
        amountOrEmpty(out, remaining);
        writeWorth(plan.worth, out);
        out.integer(plan.keptBy.value);
        out.sentences(limitSentences(store, box));
        writeWaitingFigures({.left = remaining, .waiting = plan.boxesWaiting}, out);
        out.endRow();
    }
    out.end();
}

const std::vector<Column>& acceptedColumns()
{
    static const std::vector<Column> columns = withWaiting(
        {{"box", "Box", ColumnType::Integer},
         {"recipient", "For", ColumnType::Code, Cells::MaybeEmpty},
         {"contents_cost", "Contents, estimated", ColumnType::Amount},
         {"packaging_cost", "Packaging, estimated", ColumnType::Amount},
         {"labor_cost", "Labor", ColumnType::Amount},
         {"total_cost", "Total, estimated", ColumnType::Amount},
         {"remaining_month_program", "Remaining", ColumnType::Amount, Cells::MaybeEmpty},
         {"warning", "Warning", ColumnType::Text, Cells::MaybeEmpty}});
    return columns;
}

void writeAccepted(const books::Store& store, const std::vector<gifting::AcceptedBox>& accepted,
                   RowWriter& out)
{
    out.begin(acceptedColumns());
    for (const auto& [recipient, box] : accepted) {
        out.integer(box.number.value);
        out.personal(foundation::Personal::Code, recipient);
        writeCost(box.cost, out);
        amountOrEmpty(out, box.remaining.monthProgram);
        out.sentences(sentencesOf(store, box.verdict.warned));
        writeWaiting(store, box.remaining.month(), out);
        out.endRow();
    }
    out.end();
}

} // namespace giftbox::reports
