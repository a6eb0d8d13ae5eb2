#pragma once

#include "foundation/database/database.h"

namespace giftbox::foundation {

/// The rows of one store in a table, with all columns in the database's catalog.
struct StoreRows {
    std::string_view table;
    std::int64_t storeId = 0;
};

/// Adds them to the same table of another database, under another store number. Requires an open write transaction
/// there and the same schema. `progress` gets the rows of each part. Memory does not grow with the rows. Throws
/// DatabaseError.
void copyTable(Reader& from, const StoreRows& rows, Database& to, std::int64_t toStore,
               const std::function<void(std::size_t)>& progress);

/// Deletes them. Requires an open write transaction. Throws DatabaseError.
void deleteRows(Database& database, const StoreRows& rows);

} // namespace giftbox::foundation
