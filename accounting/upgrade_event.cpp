#include "accounting/upgrade_event.h"

#include "accounting/statements.h"

namespace giftbox::accounting {

using foundation::Database;

std::vector<StoreHead> storeHeads(Database& database)
{
    std::vector<StoreHead> stores;
    for (const auto& row : database.query(sql::StoresToDigest{})) {
        books::Store store{.id = books::StoreId{row.storeId},
                           .code = std::string(row.code),
                           .name = std::string(row.name),
                           .currency = foundation::currencyOf(row.currency)};
        store.settings.setFirst(books::Setting::LaborRate, row.laborRate.minor);
        if (const auto month = static_cast<std::int32_t>(row.closedThrough); month != 0) {
            store.closedThrough = foundation::Month(month);
        }
        stores.push_back(
            {std::move(store), row.lastEvent, std::string(row.chainHash), row.recordedAt});
    }
    return stores;
}

void appendEvent(Database& database, const StoreHead& head, const UpgradeEvent& what)
{
    const books::Event event{.seq = head.lastEvent + 1,
                             .recordedAt = head.lastRecorded,
                             .actor = "giftbox",
                             .action = what.action,
                             .subject = what.subject,
                             .detail = what.detail};
    const std::string hash = books::eventHash(head.hash, event);
    const std::int64_t store = head.store.id.value;
    database.execute(sql::InsertDigestEvent{.storeId = store,
                                            .eventSeq = event.seq,
                                            .recordedAt = event.recordedAt,
                                            .actor = event.actor,
                                            .action = event.action,
                                            .subject = event.subject,
                                            .detail = event.detail,
                                            .hash = hash});
    database.execute(
        sql::SetChainHead{.storeId = store, .lastEvent = event.seq, .chainHash = hash});
}

} // namespace giftbox::accounting
