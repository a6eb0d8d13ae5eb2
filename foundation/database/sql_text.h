#pragma once

#include "foundation/database/engine.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace giftbox::foundation {

/// A statement file for the drivers, without comment lines, and its placeholders in order of first use.
struct SqlText {
    std::string name;
    std::string text;
    std::vector<std::string> placeholders;
    std::string file{}; ///< `inventory/sql/open_lots.sql`; empty of text that no file has

    /// The text with `$1`, `$2`, ... as placeholders, for PostgreSQL's PREPARE.
    std::string numbered() const;
};

/// Parses a statement or a statement file.
SqlText sqlOf(std::string_view name, std::string_view file);
/// Reads `MODULE/NAME` from the embedded files: `MODULE/sql/NAME.ENGINE.sql` if it exists, else
/// `MODULE/sql/NAME.sql`. Throws DatabaseError if neither does.
SqlText loadSql(std::string_view name, Engine engine);
/// The statement for one row if batches have another: `MODULE/sql/NAME.sql`, if it exists.
std::optional<SqlText> loadRowSql(std::string_view name);

/// One embedded migration: its number and its statements for the engine, in order.
struct Migration {
    int number = 0;
    std::string name;
    std::vector<std::string> statements;
};

/// The number of the newest embedded migration.
int newestMigration();
/// All embedded migrations in ascending order.
std::vector<Migration> loadMigrations(Engine engine);

} // namespace giftbox::foundation
