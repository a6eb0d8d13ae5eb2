#pragma once

#include "access/find_session.h"

#include <atomic>
#include <mutex>

namespace giftbox::access {

/// Records logins without waiting long for writers of books. A SQLite file has one writer at a time: while another
/// writes, or the disk is full, logins and wrong passwords are kept in memory and written when the file is free. Only
/// they are lost if the server ends meanwhile. PostgreSQL does not need it. Callable from any thread.
class LoginDesk {
public:
    explicit LoginDesk(std::string databaseUrl) : databaseUrl_(std::move(databaseUrl)) {}

    /// Runs `work(Database&)`, which writes only to the tables of logins (kAside), with `database`, or beside it if
    /// it cannot be written at once.
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
    /// Like access::findSession.
    std::optional<Session> findSession(foundation::Database& database, std::string_view token,
                                       foundation::Instant now, std::string_view store);
    /// Like access::endSession.
    void endSession(foundation::Database& database, std::string_view token,
                    foundation::Instant now);

private:
    static constexpr std::chrono::milliseconds kPatience{100};

    /// Writes the kept rows to the file if it is free.
    void bringBack();
    /// The connection that writes beside the file, with current users. Requires the lock.
    foundation::Database& aside();

    std::string databaseUrl_;
    std::mutex mutex_;
    std::optional<foundation::Database> aside_; ///< while rows are kept
    std::atomic<bool> isAside_ = false;
};

} // namespace giftbox::access
