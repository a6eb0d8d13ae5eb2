#pragma once

#include "access/login_limits.h"
#include "access/user.h"

#include <functional>

namespace giftbox::access {

struct LoginAttempt {
    std::string login;
    std::string password;
    std::string address; ///< the source known to the edge
    std::string browser; ///< the browser's value from an earlier login; empty if none
};

struct LoggedIn {
    UserId user;
    std::string token; ///< the new session's; nobody else knows it
    std::string
        browser; ///< for the browser to keep, so that the next login from here is recognized
};

/// The wait from the last wrong attempt to the next: none for fewer than `free`, then a second, doubled each time, up
/// to 15 minutes.
std::int64_t waitMs(std::int64_t failures, std::int64_t free);

using PasswordCheck = std::function<bool(const PasswordHash&, std::string_view)>;

/// Begins a session. An attempt is counted before its password is checked, so parallel attempts gain nothing. It
/// responds and works the same, including the password check, whether the login exists, is disabled, or has another
/// password. Attempts from a browser or address with an earlier good login are counted separately, so that strangers
/// cannot keep the user out. Not within a transaction. Throws Refusal `access.slow_down` (too many wrong attempts;
/// gives the wait), `access.refused`.
LoggedIn logIn(foundation::Database& database, const LoginAttempt& attempt, foundation::Instant now,
               const PasswordCheck& check = checkPassword);

/// The steps after a right password: begins a session and records the place. Also for a user just created. Requires
/// an open write transaction.
LoggedIn beginKnownSession(foundation::Database& database, const User& user,
                           const LoginAttempt& attempt, foundation::Instant now);

/// Like logIn without a session: checks the password of a user who is logged in. Not within a transaction. Throws
/// like logIn.
void provePassword(foundation::Database& database, const LoginAttempt& attempt,
                   foundation::Instant now, const PasswordCheck& check = checkPassword);

} // namespace giftbox::access
