#include "books/create_store.h"

#include "books/code.h"
#include "books/event_hash.h"
#include "books/set_store.h"
#include "books/statements.h"
#include "foundation/fold.h"
#include "foundation/json.h"

namespace giftbox::books {

using foundation::Database;
using foundation::Refusal;

namespace {

constexpr std::size_t kLongestStoreCode = 20;

StoreId nextStoreId(Database& database, const std::string& code)
{
    std::int64_t last = 0;
    for (const auto& store : database.query(sql::ListStores{})) {
        if (foundation::sameFolded(store.code, code)) {
            throw Refusal("store.exists", {{"store", store.code}, {"name", store.name}});
        }
        last = std::max(last, store.storeId);
    }
    return StoreId{last + 1};
}

void insertStore(WriteTransaction& tx, const NewStore& store)
{
    const sql::InsertStore row{.storeId = tx.storeId(),
                               .code = store.code,
                               .name = store.name,
                               .legalEntity = store.legalEntity,
                               .currency = store.currency.code,
                               .createdAt = tx.actor().now,
                               .timeZones = store.timeZone};
    tx.facts().add(facts::kStore, row.binds());
    tx.database().execute(row);
    tx.database().execute(sql::InsertBooks{.storeId = tx.storeId(),
                                           .laborRate = store.laborRate,
                                           .laborMinutes = store.laborMinutes,
                                           .costingMethod = "FIFO",
                                           .chainHash = kChainStart});
}

/// Returns the values for the store's next change.
WriteTransaction openBooks(Database& database, StoreId id, const NewStore& wanted,
                           const Actor& actor)
{
    Store store{.id = id,
                .code = wanted.code,
                .name = wanted.name,
                .legalEntity = wanted.legalEntity,
                .currency = wanted.currency,
                .costingMethod = "FIFO",
                .settings = DatedSettings(
                    {wanted.laborMinutes, wanted.laborRate.minor, kMinimumGiftInterval}),
                .locale = {},
                .timeZones = foundation::ZoneHistory::always(wanted.timeZone),
                .closedThrough = std::nullopt};
    WriteTransaction tx(database, std::move(store), Counters{}, kChainStart, actor);
    insertStore(tx, wanted);
    tx.record("store.create", "store " + wanted.code, storeDetail(tx.store()));
    tx.saveBooks();
    return {database, tx.store(), tx.counters(), tx.chainHash(), actor};
}

} // namespace

void requireValid(const NewStore& store)
{
    requireCode(store.code, kLongestStoreCode, "store.code_malformed", "the store's code");
    requireText(store.name, "the store's name", "name");
    requireOptionalText(store.legalEntity, "the legal entity", "legal_entity");
    requireSetting(Setting::LaborRate, store.laborRate.minor);
    requireSetting(Setting::LaborMinutes, store.laborMinutes);
    foundation::requireTimeZone(store.timeZone);
}

void addStore(Database& database, const std::string& code, Ending ending,
              const std::function<void(StoreId)>& work)
{
    // On PostgreSQL, two stores added at the same moment take the same number; the later one takes the next.
    constexpr int kMostTries = 100;
    for (int tries = 1;; ++tries) {
        database.begin(foundation::Access::Write);
        try {
            work(nextStoreId(database, code));
            if (ending == Ending::RollBack) {
                database.settle();
                database.rollback();
            } else {
                database.commit();
            }
            return;
        } catch (const foundation::DatabaseError& error) {
            database.rollback();
            if (error.nativeCode() != "23505" || tries == kMostTries) {
                throw;
            }
        } catch (...) {
            database.rollback();
            throw;
        }
    }
}

void createStore(Database& database, const NewStore& store, const Actor& actor)
{
    createStore(database, store, actor, [](WriteTransaction&) {});
}

void createStore(Database& database, const NewStore& store, const Actor& actor,
                 const std::function<void(WriteTransaction&)>& first)
{
    requireValid(store);
    addStore(database, store.code, Ending::Commit, [&](StoreId id) {
        WriteTransaction tx = openBooks(database, id, store, actor);
        first(tx);
        if (tx.recorded()) {
            tx.saveBooks();
        }
    });
}

std::string storeDetail(const Store& store)
{
    foundation::JsonObject detail;
    detail.add("name", store.name)
        .add("currency", store.currency.code)
        .add("labor_rate",
             toText(foundation::Money{store.settings.first(Setting::LaborRate)}, store.currency))
        .add("labor_minutes", store.settings.first(Setting::LaborMinutes))
        .add("costing_method", store.costingMethod);
    if (const std::string zone = store.timeZones.firstZone(); !zone.empty()) {
        detail.add("time_zone", zone);
    }
    return detail.text();
}

std::vector<std::string> listStores(foundation::Reader& database)
{
    std::vector<std::string> codes;
    for (const auto& store : database.query(sql::ListStores{})) {
        codes.emplace_back(store.code);
    }
    return codes;
}

} // namespace giftbox::books
