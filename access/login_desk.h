#pragma once

#include "access/find_session.h"

#include <atomic>
#include <mutex>

namespace giftbox::access {

/// Where logins are written down, so that nobody who logs in waits for somebody who writes books for long. A SQLite file has one writer at a time: while
/// it is another, or the disk is full, logins and wrong passwords are kept in memory and brought into the file when that is free. They alone are
/// lost where the server ends meanwhile. On PostgreSQL nothing of it is needed. From any thread.
class LoginDesk {
public:
    explicit LoginDesk(std::string databaseUrl) : databaseUrl_(std::move(databaseUrl)) {}

    /// Runs `work(Database&)`, which writes what belongs to logins alone (kAside), with `database` or where that cannot be written just now beside it.
    template <class Work>
    auto write(foundation::Database& database, Work&& work)
    {
        bringBack();
        try {
            const foundation::Impatience impatience(database, kPatience);
            return work(database);
        } catch (const foundation::DatabaseError& error) {
            if (!error.isUnwritable()) {
                throw;
            }
        }
        const std::lock_guard lock(mutex_);
        return work(aside());
    }
    /// As access::findSession.
    std::optional<Session> findSession(foundation::Database& database, std::string_view token,
                                       foundation::Instant now);
    /// As access::endSession.
    void endSession(foundation::Database& database, std::string_view token,
                    foundation::Instant now);

private:
    static constexpr std::chrono::milliseconds kPatience{100};

    /// Brings what is kept into the file if that is free.
    void bringBack();
    /// The connection that writes beside the file, with the users as they are now. Requires the lock.
    foundation::Database& aside();

    std::string databaseUrl_;
    std::mutex mutex_;
    std::optional<foundation::Database> aside_; ///< while something is kept
    std::atomic<bool> isAside_ = false;
};

} // namespace giftbox::access
