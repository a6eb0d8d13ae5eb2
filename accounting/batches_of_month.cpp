#include "accounting/batches_of_month.h"

#include "accounting/statements.h"

namespace giftbox::accounting {

BatchesOfMonth batchesOf(const books::ReadTransaction& tx, foundation::Month month)
{
    const auto row =
        tx.database().query(sql::BatchesOfMonth{.storeId = tx.storeId(), .month = month});
    return {.batches = row->batches, .posted = row->posted};
}

} // namespace giftbox::accounting
