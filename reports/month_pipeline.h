#pragma once

#include "foundation/row_writer.h"
#include "gifting/selection/nomination.h"

#include <array>
#include <vector>

namespace giftbox::reports {

/// How far somebody came in a month.
enum class Stage { Declined, Nominated, Selected, Approved, Planned, Packed, Given };

std::string_view toText(Stage stage);

/// One recipient in a month's story: nominated (nominations withdrawn do not count), chosen, or with a box that counts in the month.
struct PipelineLine {
    std::string code;
    std::string name;
    /// Who nominated them, also those declined.
    std::vector<std::string> advisers;
    Stage stage = Stage::Declined;
    bool nominated = false;
    bool selected = false;
    std::int64_t boxesPacked = 0; ///< given ones included
    std::int64_t boxesGiven = 0;
    std::optional<foundation::Date> givenOn;
    /// Of the boxes packed and given.
    foundation::Money cost;
    foundation::Money givenCost;

    /// Chosen or packed for, and not yet given a box.
    bool isWaiting() const { return (selected || boxesPacked > 0) && boxesGiven == 0; }
};

/// How many came at least that far; boxes and their cost from packing on.
struct PipelineCount {
    std::string_view stage;
    std::int64_t recipients{};
    std::optional<std::int64_t> boxes{};
    foundation::Money cost{};
};

/// A month from its nominations to its boxes; memory grows with the month, not with the history.
struct MonthPipeline {
    std::vector<PipelineLine> lines; ///< by code

    /// nominated, chosen, packed, given, waiting.
    std::array<PipelineCount, 5> counts() const;
};
MonthPipeline monthPipeline(const books::ReadTransaction& tx, foundation::Month month);

/// One row a recipient; the columns of files.md.
void writePipelineLines(const MonthPipeline& pipeline, foundation::RowWriter& out);
/// One row a stage.
void writePipelineCounts(const MonthPipeline& pipeline, foundation::RowWriter& out);

} // namespace giftbox::reports
