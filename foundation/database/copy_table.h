#pragma once

#include "foundation/database/database.h"

namespace giftbox::foundation {

/// The rows of one store in a table, all columns as the database's catalog has them.
struct StoreRows {
    std::string_view table;
    std::int64_t storeId = 0;
};

/// Adds them to the same table of another database, under another store's number. Requires an open write transaction there and the same schema.
/// `progress` gets the rows of each part. Memory does not grow with rows. Throws DatabaseError.
void copyTable(Reader& from, const StoreRows& rows, Database& to, std::int64_t toStore,
               const std::function<void(std::size_t)>& progress);

} // namespace giftbox::foundation
