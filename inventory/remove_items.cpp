#include "inventory/remove_items.h"

#include "books/undo_facts.h"
#include "inventory/statements.h"

#include <algorithm>

namespace giftbox::inventory {

std::int64_t removeItems(books::WriteTransaction& tx, std::int64_t first, std::int64_t last,
                         books::EventSeq added)
{
    std::vector<NumberedItem> items;
    listItems(tx, [&](const NumberedItem& one) {
        if (one.number.value >= first && one.number.value <= last) {
            items.push_back(one);
        }
    });
    std::ranges::sort(items, {}, &NumberedItem::number);
    books::RemovedRows removed("item", added);
    for (const NumberedItem& one : items) {
        removed.add(one.number.value, one.item.sku, digestOf(one));
    }
    removed.write(tx);
    tx.database().execute(
        sql::DeletePictures{.storeId = tx.storeId(), .firstNo = first, .lastNo = last});
    tx.database().execute(
        sql::DeleteItems{.storeId = tx.storeId(), .firstNo = first, .lastNo = last});
    return removed.count();
}

} // namespace giftbox::inventory
