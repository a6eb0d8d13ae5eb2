#pragma once

#include "access/login_limits.h"
#include "access/user.h"

#include <functional>

namespace giftbox::access {

struct LoginAttempt {
    std::string login;
    std::string password;
    std::string address; ///< where it comes from, as the edge knows it
    std::string browser; ///< what the browser keeps of an earlier login; empty when nothing
};

struct LoggedIn {
    UserId user;
    std::string token; ///< of the new session; known to nobody else
    std::string
        browser; ///< for the browser to keep: by it the next login is known to come from here
};

/// How long the next attempt has to wait from the last wrong one: nothing while there are fewer than `free`, then a second, doubled with each, at most
/// 15 minutes.
std::int64_t waitMs(std::int64_t failures, std::int64_t free);

using PasswordCheck = std::function<bool(const PasswordHash&, std::string_view)>;

/// Begins a session. An attempt is counted before its password is checked, so that many at once gain nothing. Says and does the same, check of a
/// password included, whether the login exists, is disabled, or has another password. From a browser or an address where the login was good before,
/// attempts are counted apart from those of strangers, so that these keep nobody out. Not within a transaction.
/// Throws Refusal `access.slow_down` (too many wrong ones; says how long), `access.refused`.
LoggedIn logIn(foundation::Database& database, const LoginAttempt& attempt, foundation::Instant now,
               const PasswordCheck& check = checkPassword);

/// What the right password is followed by: a session, and that the login is good where the attempt came from. For a user who was made just now too.
/// Requires an open write transaction.
LoggedIn beginKnownSession(foundation::Database& database, const User& user,
                           const LoginAttempt& attempt, foundation::Instant now);

/// As logIn, without a session: whether somebody who is logged in knows their password. Not within a transaction. Throws as logIn.
void provePassword(foundation::Database& database, const LoginAttempt& attempt,
                   foundation::Instant now, const PasswordCheck& check = checkPassword);

} // namespace giftbox::access
