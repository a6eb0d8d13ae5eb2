#include "gifting/undo_boxes.h"

#include "gifting/give_box.h"
#include "gifting/statements.h"
#include "gifting/take_back_box.h"

namespace giftbox::gifting {

using books::BoxNo;
using books::WriteTransaction;

UndoneBoxes undoBoxes(WriteTransaction& tx, BoxNo first, BoxNo last, const std::string& reason)
{
    UndoneBoxes done;
    std::vector<Box> boxes;
    const auto& closed = tx.store().closedThrough;
    for (const auto& row : tx.database().query(sql::BoxesOfImport{
             .storeId = tx.storeId(), .firstNo = first.value, .lastNo = last.value})) {
        Box box = requireBox(tx, BoxNo{row.boxNo});
        if (row.changedSince != 0) {
            done.inTheWay.emplace_back(box.number, BoxInTheWay::ChangedSince);
        } else if (box.state == BoxState::Given && closed && box.month <= *closed) {
            done.inTheWay.emplace_back(box.number, BoxInTheWay::InClosedMonth);
        } else {
            boxes.push_back(std::move(box));
        }
    }
    if (!done.inTheWay.empty()) {
        return done;
    }
    for (Box& box : boxes) {
        if (box.state == BoxState::Given) {
            enterTakeBack(tx, box, reason);
        }
        enterUnpacking(tx, box, tx.correctionDay(box.packedOn), reason);
    }
    done.undone = static_cast<std::int64_t>(boxes.size());
    return done;
}

} // namespace giftbox::gifting
