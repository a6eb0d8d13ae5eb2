#include "access/login_desk.h"

#include <array>

namespace giftbox::access {

using foundation::Database;
using foundation::DatabaseError;
using foundation::Instant;

namespace {

/// The tables that a login writes. Users are only read: a rehash can happen another time.
constexpr std::array<std::string_view, 5> kAside = {"app_user", "user_session", "login_failure",
                                                    "known_place", "lock_out"};
/// Those that begin with the existing rows.
constexpr std::array<std::string_view, 3> kCopied = {"login_failure", "known_place", "lock_out"};
constexpr std::array<std::string_view, 4> kKept = {"user_session", "login_failure", "known_place",
                                                   "lock_out"};

} // namespace

void LoginDesk::bringBack()
{
    if (!isAside_) {
        return;
    }
    const std::unique_lock lock(mutex_, std::try_to_lock);
    if (!lock || !aside_) {
        return;
    }
    try {
        aside_->waitForWriters(std::chrono::milliseconds(0));
        aside_->bringBack(kKept);
        aside_.reset();
        isAside_ = false;
    } catch (const DatabaseError&) {
        // It cannot be written yet. The next request tries again.
    }
}

Database& LoginDesk::aside()
{
    if (!aside_) {
        Database opened = Database::open(databaseUrl_);
        opened.setAside(kAside);
        for (const std::string_view table : kCopied) {
            opened.takeAnew(table);
        }
        aside_ = std::move(opened);
        isAside_ = true;
    }
    aside_->takeAnew("app_user");
    return *aside_;
}

std::optional<Session> LoginDesk::findSession(Database& database, std::string_view token,
                                              Instant now, std::string_view store)
{
    bringBack();
    auto found = access::findSession(database, token, now, store);
    if (found || !isAside_) {
        return found;
    }
    const std::lock_guard lock(mutex_);
    // If it was written meanwhile, it is in the file.
    return aside_ ? access::findSession(aside(), token, now, store)
                  : access::findSession(database, token, now, store);
}

void LoginDesk::endSession(Database& database, std::string_view token, Instant now)
{
    if (isAside_) {
        const std::lock_guard lock(mutex_);
        if (aside_ && access::findSession(aside(), token, now)) {
            return access::endSession(*aside_, token);
        }
    }
    access::endSession(database, token);
}

} // namespace giftbox::access
