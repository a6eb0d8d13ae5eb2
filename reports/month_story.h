#pragma once

#include "foundation/row_writer.h"
#include "gifting/selection/nomination.h"

#include <array>
#include <vector>

namespace giftbox::reports {

/// How far somebody came in a month.
enum class Stage { Declined, Nominated, Chosen, Approved, Planned, Packed, Given };

std::string_view toText(Stage stage);

/// One recipient in a month's story: nominated (nominations withdrawn do not count), chosen, or with a box that counts in the month.
struct StoryLine {
    std::string code;
    std::string name;
    /// Who nominated them, also those declined.
    std::vector<std::string> advisers;
    Stage stage = Stage::Declined;
    bool nominated = false;
    bool chosen = false;
    std::int64_t boxesPacked = 0; ///< given ones included
    std::int64_t boxesGiven = 0;
    std::optional<foundation::Date> givenOn;
    /// Of the boxes packed and given.
    foundation::Money cost;
    foundation::Money givenCost;

    /// Chosen or packed for, and not yet given a box.
    bool isWaiting() const { return (chosen || boxesPacked > 0) && boxesGiven == 0; }
};

/// How many came at least that far; boxes and their cost from packing on.
struct StoryCount {
    std::string_view stage;
    std::int64_t recipients{};
    std::optional<std::int64_t> boxes{};
    foundation::Money cost{};
};

/// A month from its nominations to its boxes; memory grows with the month, not with the history.
struct MonthStory {
    std::vector<StoryLine> lines; ///< by code

    /// nominated, chosen, packed, given, waiting.
    std::array<StoryCount, 5> counts() const;
};
MonthStory monthStory(const books::ReadTransaction& tx, foundation::Month month);

/// One row a recipient; the columns of files.md.
void writeStoryLines(const MonthStory& story, foundation::RowWriter& out);
/// One row a stage.
void writeStoryCounts(const MonthStory& story, foundation::RowWriter& out);

} // namespace giftbox::reports
