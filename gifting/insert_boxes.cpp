#include "gifting/insert_boxes.h"

#include "books/facts.h"
#include "gifting/statements.h"

namespace giftbox::gifting {

foundation::Batch boxRows() { return sql::InsertBoxes::batch(); }

void insertBoxes(books::WriteTransaction& tx, const foundation::Batch& boxes)
{
    tx.facts().add(books::facts::kBox, boxes);
    tx.facts().add(books::facts::kBoxEnd, boxes);
    tx.database().executeForEach(
        sql::InsertBoxes{.storeId = tx.storeId(), .eventSeq = tx.event().value}, boxes);
}

} // namespace giftbox::gifting
