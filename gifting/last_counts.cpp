#include "gifting/last_counts.h"

#include "gifting/statements.h"

namespace giftbox::gifting {

std::unordered_map<std::int64_t, LastCount> lastCounts(const books::ReadTransaction& tx)
{
    std::unordered_map<std::int64_t, LastCount> all;
    for (const auto& row : tx.database().query(sql::LastCounts{.storeId = tx.storeId()})) {
        all[row.itemNo] = {
            .on = row.countedOn, .by = std::string(row.countedBy), .difference = row.difference};
    }
    return all;
}

} // namespace giftbox::gifting
