#pragma once

#include "tests/support/raw_database.h"

#include <string>

namespace giftbox::tests {

/// Makes the tables of a schema in an empty database, as a program left them that knew no later migration.
void makeSchema(const std::string& url, int number);

/// Every row of a SQLite database, an INSERT each, ended by `;` and a line end; without `schema_version`.
std::string rowsAsSql(const RawDatabase& file);

/// Runs the statements of rowsAsSql() in a database that makeSchema() made, on either engine. What the migrations put
/// in makes way, and keys are not looked at: `verify` does that.
void insertRows(const std::string& url, const std::string& statements);

/// The text of a file under tests/data that gzip has packed.
std::string unpacked(const std::string& name);

} // namespace giftbox::tests
