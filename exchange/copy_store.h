#pragma once

#include "books/create_store.h"

#include <functional>
#include <span>

namespace giftbox::exchange {

/// Every table of a store, those that others refer to first.
std::span<const std::string_view> copiedTables();

/// Rows copied so far.
using CopyProgress = std::function<void(std::int64_t)>;

/// Copies the store whole (facts, events with their hashes, settings, stored balances) into an empty SQLite database, which is made at `path`.
/// Requires that nothing is there. Memory does not grow with the store. Throws DatabaseError; then what is at `path` is of no use.
void exportStore(const books::ReadTransaction& tx, const std::string& path,
                 const CopyProgress& progress);

/// A store's books as they are now, in a database of this process alone, to try out on it what takes long: nobody waits for it, and what is written
/// there is gone with it. On SQLite it is a copy of the whole file, on PostgreSQL of the store. Throws Refusal `store.unknown`, DatabaseError.
foundation::Database privateCopy(foundation::Database& database, std::string_view storeCode);

/// A store that came with a file, and what it was at.
struct ImportedStore {
    std::string code;
    std::string name;
    std::int64_t boxes = 0;
    std::int64_t events = 0;
    std::string chainHash;
};

/// Brings the store that `exportStore` has written to `path` into a migrated database, whole and as it was; only its id is new. The file stays as it is.
/// Throws Refusal `store.exists`, `schema.newer`, `schema.older`, `file.not_a_store`, and `store.damaged` when its books do not verify.
ImportedStore importStore(foundation::Database& database, const std::string& path,
                          books::Ending ending, const CopyProgress& progress);

} // namespace giftbox::exchange
