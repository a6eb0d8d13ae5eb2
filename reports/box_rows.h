#pragma once

#include "foundation/row_writer.h"
#include "gifting/give_box.h"
#include "gifting/packed_on.h"
#include "gifting/planned_box.h"

#include <vector>

namespace giftbox::reports {

/// The columns of a box in lists, and the cells of one box, without ending the row.
const std::vector<foundation::Column>& boxColumns();
void writeBoxCells(const gifting::Box& box, foundation::RowWriter& out);
void writeBoxCells(const gifting::PlannedBox& box, foundation::RowWriter& out);

/// The lines of a box, each after the cells of the box. Planned lines have no cost yet.
const std::vector<foundation::Column>& boxLineColumns();
void writeBoxLine(const gifting::Box& box, const gifting::PackedLine& line,
                  foundation::RowWriter& out);
void writeBoxLine(const gifting::PlannedBox& box, const gifting::PlannedLine& line,
                  foundation::RowWriter& out);

/// None for a cancelled box.
void writeBoxWithoutLine(const gifting::PlannedBox& box, foundation::RowWriter& out);

/// A box just packed, planned or given, with the results of its caps.
const std::vector<foundation::Column>& packedColumns();
void writePacked(const books::Store& store, foundation::Date packedOn,
                 const gifting::PackedBox& packed, foundation::RowWriter& out);
const std::vector<foundation::Column>& plannedColumns();
void writePlanned(const books::Store& store, const std::string& recipient,
                  const gifting::PlannedResult& planned, foundation::RowWriter& out);
const std::vector<foundation::Column>& givenColumns();
void writeGiven(const books::Store& store, const gifting::GivenBox& given,
                foundation::RowWriter& out);

/// The boxes that a state selects, among packed and planned ones.
struct BoxesWanted {
    bool packed = true;
    bool planned = true;
    std::optional<gifting::BoxState> state;
    std::optional<gifting::PlanState> planState;
};
/// All if the state is empty. Throws Refusal `box.state_unknown`.
BoxesWanted boxesWanted(const std::string& state);

/// Writes the boxes accepted by the filter in number order, with planned and cancelled ones among the packed.
void listAllBoxes(const books::ReadTransaction& tx, const BoxesWanted& wanted,
                  const gifting::BoxFilter& filter, const std::function<bool(books::BoxNo)>& takes,
                  foundation::RowWriter& out);

/// The boxes packed and not given at the end of a day, by number, in their state of that day.
void listPackedBoxes(const books::ReadTransaction& tx, foundation::Date day,
                     const std::function<bool(books::BoxNo)>& takes, foundation::RowWriter& out);
/// Requires that a day is not combined with a month or a state. Throws Refusal `box.as_of_alone`.
void requireAlone(const std::optional<foundation::Date>& day, bool isMoreAsked);

} // namespace giftbox::reports
