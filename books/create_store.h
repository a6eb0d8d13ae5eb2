#pragma once

#include "books/books.h"

#include <functional>
#include <vector>

namespace giftbox::books {

struct NewStore {
    std::string code;
    std::string name;
    std::string legalEntity;
    foundation::Currency currency;
    foundation::Money laborRate;
    std::int64_t laborMinutes = 0;
    std::string timeZone = "UTC"; ///< see foundation::isTimeZone
};

/// Throws Refusal `store.code_malformed`, `text.*`, `labor.negative`, `store.time_zone`.
void requireValid(const NewStore& store);

/// Adds a store with empty books to a migrated database; its first event is `store.create`. `code` is 1 to 20 of `A-Z
/// a-z 0-9 . _ -`. Throws Refusal `store.exists`, and like requireValid.
void createStore(foundation::Database& database, const NewStore& store, const Actor& actor);

/// Like createStore, with `first(tx)` as the first change in it: both are made or neither. It runs again if the store
/// does, see addStore. Throws like createStore and `first`.
void createStore(foundation::Database& database, const NewStore& store, const Actor& actor,
                 const std::function<void(WriteTransaction&)>& first);

/// How a successful transaction ends.
enum class Ending { Commit, RollBack };

/// Runs `work(id)` in its own write transaction, for a store whose code is unused; `work` inserts the store's rows.
/// It runs again with another id if somebody else takes the id first. Throws Refusal `store.exists`, and whatever
/// `work` throws.
void addStore(foundation::Database& database, const std::string& code, Ending ending,
              const std::function<void(StoreId)>& work);

/// The `detail` of the event that creates a store. `verify` compares the settings with it.
std::string storeDetail(const Store& store);

/// The codes of all stores, in order.
std::vector<std::string> listStores(foundation::Reader& database);

} // namespace giftbox::books
