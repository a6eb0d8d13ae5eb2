#pragma once

#include "foundation/database/engine.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace giftbox::foundation {

/// A statement file as the drivers take it: comment lines dropped, placeholders in order of first use.
struct SqlText {
    std::string name;
    std::string text;
    std::vector<std::string> placeholders;

    /// The text with `$1`, `$2`, ... for the placeholders, as PostgreSQL's PREPARE takes it.
    std::string numbered() const;
};

/// Of text that is a statement or a statement file.
SqlText sqlOf(std::string_view name, std::string_view text);
/// Reads `MODULE/NAME` from the embedded files: `MODULE/sql/NAME.ENGINE.sql` if there is one, else `MODULE/sql/NAME.sql`. Throws DatabaseError when there is neither.
SqlText loadSql(std::string_view name, Engine engine);
/// The statement for one row where batches have another one: `MODULE/sql/NAME.sql`, if there is one.
std::optional<SqlText> loadRowSql(std::string_view name);

/// One embedded migration: its number and its statements, in order, as the engine takes them.
struct Migration {
    int number = 0;
    std::string name;
    std::vector<std::string> statements;
};

/// All embedded migrations in ascending order.
std::vector<Migration> loadMigrations(Engine engine);

} // namespace giftbox::foundation
