#pragma once

#include <string>

namespace giftbox::foundation {

// PostgreSQL's own programs, which are started without the password among their words. What they have to say they say to standard error. Each
// throws DatabaseError when its program is not there.

/// Has pg_dump copy the database into a file in its own format: what a transaction sees that has exported its `snapshot`, or, where that is
/// empty, what is there now. What a restore has put aside is left out. Throws DatabaseError.
void dumpServer(const std::string& url, const std::string& snapshot, const std::string& path);
/// Has pg_restore read such a file to its end. False when it could not.
bool isReadableDump(const std::string& path);

/// The schema into which loadDump restores.
inline constexpr const char* kLoadedSchema = "giftbox_restore";
/// Has pg_restore put the tables of a dump into the schema kLoadedSchema, which must not be there: all of them, or none where the file or the database fails. What is
/// in the schema `public` stays as it is.
void loadDump(const std::string& path, const std::string& url);

} // namespace giftbox::foundation
