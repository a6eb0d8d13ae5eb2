#pragma once

#include "accounting/kind_stock.h"
#include "foundation/row_writer.h"

#include <optional>
#include <string>
#include <vector>

namespace giftbox::reports {

/// The parts of a roll-forward: stock on the shelf, and boxes packed and not given.
enum class RollPart { Shelf, Boxes };

/// What came in (+) or went out (-). Lines of boxes have no units.
struct RollLine {
    RollPart part = RollPart::Shelf;
    std::string_view code;   ///< `issued`
    std::string_view what;   ///< for people
    std::string reason = {}; ///< of a write-off
    std::optional<std::int64_t> boxes = {};
    accounting::KindStock moved = {};
};

/// What a line goes by of a movement.
struct MovementTerm {
    std::string_view kind;
    std::string_view source; ///< of a receipt
    bool isFreight = false;  ///< of a correction
    bool isIn = false;       ///< whether units came in
};
/// The code of the line that the movement stands in.
std::string_view rollCodeOf(const MovementTerm& row);

/// How a month came from its opening to its closing stock: receipts, what went to boxes and to suppliers, write-offs,
/// counts over and under, and variances; then how the boxes packed and not given did. A line `difference` shows what
/// the others do not explain; books that verify have none. The cost grows with what moved in the month, and with what
/// moved since in months that are open.
std::vector<RollLine> rollForward(const books::ReadTransaction& tx, foundation::Month month);

const std::vector<foundation::Column>& rollForwardColumns();
void writeRollForward(const std::vector<RollLine>& lines, foundation::RowWriter& out);

} // namespace giftbox::reports
