#pragma once

#include <stdexcept>
#include <string>

namespace giftbox::foundation {

/// A failure of the database or system: a full disk, a lost server, a bug in a statement. `sqlFile` names the
/// statement's file.
class DatabaseError : public std::runtime_error {
public:
    DatabaseError(std::string sqlFile, const std::string& sentence, std::string nativeCode);
    const std::string& sqlFile() const noexcept { return sqlFile_; }
    const std::string& nativeCode() const noexcept { return nativeCode_; }
    /// Whether a SQLite file can currently be read but not written: another connection writes, the disk is full, or
    /// the file is read-only.
    bool isUnwritable() const;
    /// Whether a PostgreSQL server, or a node of a cluster, is down or was lost.
    bool isOutOfReach() const;

private:
    std::string sqlFile_;
    std::string nativeCode_;
};

/// A statement ran over Database::limitTime. Roll back its transaction; the connection stays usable.
class TimeIsUp : public DatabaseError {
public:
    explicit TimeIsUp(const std::string& sqlFile);
};

} // namespace giftbox::foundation
