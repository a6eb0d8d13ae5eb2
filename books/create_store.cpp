#include "books/create_store.h"

#include "books/code.h"
#include "books/event_hash.h"
#include "books/set_store.h"
#include "books/statements.h"
#include "foundation/json.h"

namespace giftbox::books {

using foundation::Database;
using foundation::Refusal;

namespace {

constexpr std::size_t kLongestStoreCode = 20;

StoreId nextStoreId(Database& database, const std::string& code)
{
    for (const auto& store : database.query(sql::StoresAlike{.code = code})) {
        throw Refusal("store.exists", {{"store", store.code}, {"name", store.name}});
    }
    const auto last = database.query(sql::LastStore{});
    return StoreId{last ? last->storeId + 1 : 1};
}

void insertStore(WriteTransaction& tx)
{
    const Store& store = tx.store();
    const std::string zones = store.timeZones.text();
    const sql::InsertStore row{.storeId = tx.storeId(),
                               .code = store.code,
                               .name = store.name,
                               .legalEntity = store.legalEntity,
                               .currency = store.currency.code,
                               .createdAt = tx.actor().now,
                               .timeZones = zones,
                               .sample = std::int64_t{store.isSample}};
    tx.facts().add(facts::kStore, row.binds());
    tx.database().execute(row);
    tx.database().execute(
        sql::InsertBooks{.storeId = tx.storeId(),
                         .laborRate = store.settings.first(Setting::LaborRate),
                         .laborMinutes = store.settings.first(Setting::LaborMinutes),
                         .costingMethod = store.costingMethod,
                         .chainHash = kChainStart});
}

/// Returns the values for the store's next change.
WriteTransaction openBooks(Database& database, StoreId id, Store store, const Actor& actor)
{
    store.id = id;
    WriteTransaction tx(database, std::move(store), Counters{}, kChainStart, actor);
    insertStore(tx);
    tx.record("store.create", "store " + tx.store().code, storeDetail(tx.store()));
    tx.saveBooks();
    return {database, tx.store(), tx.counters(), tx.chainHash(), actor};
}

} // namespace

std::vector<foundation::FieldInfo> newStoreFields()
{
    std::vector<foundation::FieldInfo> fields = infosOf(storeFields(), foundation::Stage::New);
    fields.erase(fields.begin());
    return fields;
}

void requireValid(const Store& store)
{
    foundation::Faults faults;
    faults.check([&] {
        requireCode(store.code, kLongestStoreCode, "store.code_malformed", "the store's code");
    });
    checkFields(faults, storeFields(), store);
    faults.check([&] { static_cast<void>(foundation::currencyOf(store.currency.code)); });
    for (const Setting setting : kSettings) {
        faults.check([&] { requireSetting(setting, store.settings.first(setting)); });
    }
    faults.check([&] { foundation::requireTimeZone(store.timeZones.firstZone()); });
    faults.throwIfAny();
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

void createStore(Database& database, const Store& store, const Actor& actor,
                 const std::function<void(WriteTransaction&)>& first)
{
    requireValid(store);
    addStore(database, store.code, Ending::Commit, [&](StoreId id) {
        WriteTransaction tx = openBooks(database, id, store, actor);
        if (first) {
            first(tx);
        }
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

bool hasStores(foundation::Reader& database) { return bool(database.query(sql::LastStore{})); }

std::int64_t countStores(foundation::Reader& database)
{
    return database.query(sql::CountStores{})->stores;
}

std::string spelledStore(foundation::Reader& database, const std::string& typed)
{
    std::vector<std::string> alike;
    for (const auto& store : database.query(sql::StoresAlike{.code = typed})) {
        alike.emplace_back(store.code);
    }
    return alike.size() == 1 ? alike.front() : typed;
}

std::vector<std::string> listStores(foundation::Reader& database, std::int64_t most)
{
    std::vector<std::string> codes;
    for (const auto& store : database.query(sql::ListStores{.after = "", .most = most})) {
        codes.emplace_back(store.code);
    }
    return codes;
}

} // namespace giftbox::books
