#pragma once

#include "books/books.h"

#include <functional>
#include <limits>
#include <vector>

namespace giftbox::books {

/// What may be said of a new store, beside its code.
std::vector<foundation::FieldInfo> newStoreFields();

/// Throws Refusal `store.code_malformed`, `text.*`, `currency.unknown`, `store.setting`,
/// `store.time_zone`.
void requireValid(const Store& store);

/// Adds the store with empty books to a migrated database, under an id of its own; its first event is `store.create`.
/// `code` is 1 to 20 of `A-Z a-z 0-9 . _ -`. `first(tx)`, where it is given, is the first change in it: both are made,
/// or none of them. It runs again where the store does, see addStore. Throws Refusal `store.exists`, those of
/// requireValid, and what `first` throws.
void createStore(foundation::Database& database, const Store& store, const Actor& actor,
                 const std::function<void(WriteTransaction&)>& first = {});

/// How a successful transaction ends.
enum class Ending { Commit, RollBack };

/// Runs `work(id)` in its own write transaction, for a store whose code is unused; `work` inserts the store's rows.
/// It runs again with another id if somebody else takes the id first. Throws Refusal `store.exists`, and whatever
/// `work` throws.
void addStore(foundation::Database& database, const std::string& code, Ending ending,
              const std::function<void(StoreId)>& work);

/// The `detail` of the event that creates a store. `verify` compares the settings with it.
std::string storeDetail(const Store& store);

/// Whether there is any store.
bool hasStores(foundation::Reader& database);

std::int64_t countStores(foundation::Reader& database);
/// The stored code of a store, regardless of capitals; as typed when none or several match.
std::string spelledStore(foundation::Reader& database, const std::string& typed);

/// The codes of stores, in order, at most so many.
std::vector<std::string> listStores(foundation::Reader& database,
                                    std::int64_t most = std::numeric_limits<std::int64_t>::max());

} // namespace giftbox::books
