#pragma once

#include "foundation/database/database.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace giftbox::foundation {

/// Where a Citus cluster keeps the rows of a table: beside the others of their store, on every node, or on the
/// coordinator alone.
enum class Place { ByStore, EveryNode, Coordinator };

/// What the columns of a table do not tell. A table with a `store_id` is kept by store, any other on every node,
/// unless it is listed here.
struct TablePlaces {
    std::string_view first; ///< of the tables kept by store; the others are beside it
    std::span<const std::string_view> everyNode;   ///< of those with a `store_id`
    std::span<const std::string_view> coordinator; ///< of those without one
};

struct PlacedTable {
    std::string name;
    Place place = Place::ByStore;

    bool operator==(const PlacedTable&) const = default;
};

/// Begins a transaction that changes the schema, while no other program does.
void beginSchemaChange(Database& database);

/// Spreads the tables of a migrated database over the nodes of its Citus cluster, in one transaction, and returns the
/// tables that were not yet. Nobody else may have it open. Throws Refusal `distribute.no_citus`,
/// `distribute.not_coordinator`, `distribute.in_use`.
std::vector<PlacedTable> distribute(Database& database, const TablePlaces& places);

/// Places new tables of a distributed database in the open transaction; does nothing in any other.
void placeNewTables(Database& database, const TablePlaces& places);

} // namespace giftbox::foundation
