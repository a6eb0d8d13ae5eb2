#pragma once

#include "foundation/row_writer.h"
#include "gifting/selection/nomination.h"

#include <array>
#include <vector>

namespace giftbox::reports {

/// The stage a recipient reached in a month.
enum class Stage { Declined, Nominated, Selected, Approved, Planned, Packed, Given };

std::string_view toText(Stage stage);

/// One recipient in a month's pipeline: nominated (except withdrawn nominations), selected, or with a box that counts
/// in the month.
struct PipelineLine {
    std::string code;
    std::string name;
    /// The advisers who nominated them, including declined nominations.
    std::vector<std::string> advisers;
    Stage stage = Stage::Declined;
    bool nominated = false;
    bool selected = false;
    std::int64_t boxesPacked = 0; ///< including given ones
    std::int64_t boxesGiven = 0;
    std::optional<foundation::Date> givenOn;
    /// Of the packed and given boxes.
    foundation::Money cost;
    foundation::Money givenCost;

    /// Selected or packed for, and not yet given a box.
    bool isWaiting() const { return (selected || boxesPacked > 0) && boxesGiven == 0; }
};

/// The number that reached at least this stage; boxes and their cost from packing on.
struct PipelineCount {
    std::string_view stage;
    std::int64_t recipients{};
    std::optional<std::int64_t> boxes{};
    foundation::Money cost{};
};

/// A month from its nominations to its boxes. Memory grows with the month, not with history.
struct MonthPipeline {
    std::vector<PipelineLine> lines; ///< by code

    /// nominated, selected, packed, given, waiting.
    std::array<PipelineCount, 5> counts() const;
};
MonthPipeline monthPipeline(const books::ReadTransaction& tx, foundation::Month month);

/// One row per recipient, with the columns in files.md.
const std::vector<foundation::Column>& storyColumns();
void writePipelineLines(const MonthPipeline& pipeline, foundation::RowWriter& out);
/// One row per stage.
void writePipelineCounts(const MonthPipeline& pipeline, foundation::RowWriter& out);

} // namespace giftbox::reports
