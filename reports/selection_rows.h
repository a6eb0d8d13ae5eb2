#pragma once

#include "foundation/row_writer.h"
#include "gifting/selection/approve_selection.h"
#include "gifting/selection/candidates.h"
#include "gifting/selection/nomination.h"

#include <vector>

namespace giftbox::reports {

/// The rows that commands and the API show for nominations and a month's list.
const std::vector<foundation::Column>& nominationColumns();
void writeNomination(const gifting::Nomination& one, foundation::RowWriter& out);

const std::vector<foundation::Column>& candidateColumns();
void writeCandidate(const gifting::Candidate& one, foundation::RowWriter& out);

/// A recipient taken off a month's list.
struct RemovedSelection {
    std::string recipient;
    foundation::Month month;
    std::string reason;
};
const std::vector<foundation::Column>& removedSelectionColumns();
void writeRemovedSelection(const RemovedSelection& one, foundation::RowWriter& out);

const std::vector<foundation::Column>& approvedColumns();
void writeApproved(const books::Store& store, foundation::Month month,
                   const gifting::ApprovedList& list, foundation::RowWriter& out);

} // namespace giftbox::reports
