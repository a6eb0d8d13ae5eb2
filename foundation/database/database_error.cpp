#include "foundation/database/database_error.h"

#include <charconv>
#include <sqlite3.h>

namespace giftbox::foundation {

DatabaseError::DatabaseError(std::string sqlFile, const std::string& sentence,
                             std::string nativeCode)
    : std::runtime_error(sentence), sqlFile_(std::move(sqlFile)), nativeCode_(std::move(nativeCode))
{}

bool DatabaseError::isUnwritable() const
{
    int code = 0;
    const char* const end = nativeCode_.data() + nativeCode_.size();
    const auto read = std::from_chars(nativeCode_.data(), end, code);
    constexpr int kExtended = 256;
    const int primary = read.ptr == end ? code % kExtended : 0;
    return primary == SQLITE_BUSY || primary == SQLITE_READONLY || primary == SQLITE_IOERR ||
           primary == SQLITE_FULL;
}

bool DatabaseError::isOutOfReach() const
{
    return nativeCode_.size() == 5 &&
           (nativeCode_.starts_with("08") || nativeCode_.starts_with("57P"));
}

TimeIsUp::TimeIsUp(const std::string& sqlFile)
    : DatabaseError(sqlFile, "it took longer than it may", "")
{}

} // namespace giftbox::foundation
