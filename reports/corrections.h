#pragma once

#include "books/books.h"
#include "foundation/row_writer.h"

#include <string>
#include <vector>

namespace giftbox::reports {

/// Units and their cost, neither negative unless reversals of an earlier month outweigh them.
struct CorrectedUnits {
    std::int64_t units = 0;
    foundation::Money cost;
};

/// What write-offs and counts changed for one reason. Units over and under stand side by side. The cost written off and
/// under, less the cost over, is the write-off cost of the monthly report.
struct CorrectionsForReason {
    std::string reason; ///< of the store's list
    CorrectedUnits writtenOff;
    CorrectedUnits under;
    CorrectedUnits over;
};

/// Of a span of months, by reason; a text that has none of the list is `other` [reasons].
std::vector<CorrectionsForReason> corrections(const books::ReadTransaction& tx,
                                              foundation::Month first, foundation::Month last);

const std::vector<foundation::Column>& correctionColumns();
void writeCorrections(const std::vector<CorrectionsForReason>& all, foundation::RowWriter& out);

} // namespace giftbox::reports
