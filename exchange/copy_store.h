#pragma once

#include "books/create_store.h"

#include <functional>
#include <span>

namespace giftbox::exchange {

/// Every table of a store, in the order of their references.
std::span<const std::string_view> copiedTables();

/// Rows copied so far.
using CopyProgress = std::function<void(std::int64_t)>;

/// Copies the whole store (facts, events with their hashes, settings, stored balances) to an empty SQLite database,
/// created at `path`. Requires that nothing is there. Memory does not grow with the store. Throws DatabaseError; then
/// the file at `path` is unusable.
void exportStore(const books::ReadTransaction& tx, const std::string& path,
                 const CopyProgress& progress);

/// A private copy of a store's current books, to try out long work without blocking anybody; changes to it are lost.
/// On SQLite it is a copy of the whole file, on PostgreSQL of the store. Throws Refusal `store.unknown`,
/// DatabaseError.
foundation::Database privateCopy(foundation::Database& database, std::string_view storeCode);

/// Adds a store of another database to this one, complete and unchanged except for its id. `path` names that database
/// in refusals. Throws Refusal `store.exists`, and `store.damaged` if its books do not verify.
void addCopy(foundation::Database& database, const books::ReadTransaction& from,
             std::string_view path, books::Ending ending, const CopyProgress& progress);

/// A store from a file, with its position.
struct ImportedStore {
    std::string code;
    std::string name;
    std::int64_t boxes = 0;
    std::int64_t events = 0;
    std::string chainHash;
};

/// Imports the store that `exportStore` wrote to `path` into a migrated database, complete and unchanged except for
/// its id. The file stays as it is. Throws Refusal `store.exists`, `schema.newer`, `schema.older`,
/// `file.not_a_store`, and `store.damaged` if its books do not verify.
ImportedStore importStore(foundation::Database& database, const std::string& path,
                          books::Ending ending, const CopyProgress& progress);

} // namespace giftbox::exchange
