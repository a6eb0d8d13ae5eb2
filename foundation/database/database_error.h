#pragma once

#include <stdexcept>
#include <string>

namespace giftbox::foundation {

/// The database or system failed: a full disk, a lost server, a bug in a statement. `sqlFile` names the statement's file.
class DatabaseError : public std::runtime_error {
public:
    DatabaseError(std::string sqlFile, const std::string& sentence, std::string nativeCode);
    const std::string& sqlFile() const noexcept { return sqlFile_; }
    const std::string& nativeCode() const noexcept { return nativeCode_; }
    /// Whether a SQLite file can be read and not written just now: another writes, its disk is full, it may only be read.
    bool isUnwritable() const;

private:
    std::string sqlFile_;
    std::string nativeCode_;
};

/// What ran took longer than Database::limitTime allows. Its transaction is to be rolled back; the connection serves on.
class TimeIsUp : public DatabaseError {
public:
    explicit TimeIsUp(const std::string& sqlFile);
};

} // namespace giftbox::foundation
