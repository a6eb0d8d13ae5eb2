#pragma once

#include <string>

namespace giftbox::foundation {

// Run PostgreSQL's own programs, without the password in their arguments. They report to standard error. Each throws
// DatabaseError if its program is missing.

/// Has pg_dump copy the database to a file in its own format: as seen by the transaction that exported `snapshot`, or
/// in its current state if that is empty. Schemas set aside by a restore are left out. Throws DatabaseError.
void dumpServer(const std::string& url, const std::string& snapshot, const std::string& path);
/// Has pg_restore read such a file to its end; false if it failed.
bool isReadableDump(const std::string& path);

/// The schema to which loadDump restores.
inline constexpr const char* kLoadedSchema = "giftbox_restore";
/// Has pg_restore load the tables of a dump into the schema kLoadedSchema, which must not exist: all of them, or none
/// if the file or the database fails. The schema `public` stays as it is.
void loadDump(const std::string& path, const std::string& url);

} // namespace giftbox::foundation
